/** The workbook part (ECMA-376 Part 1, §18.2): sheets in order, defined names, protection, dates. */
import { refuseForeignWorkbook } from './content-types';
import { LIMITS } from './limits';
import type { Package } from './package';
import { damaged, refuse } from './refusal';
import { readRelationships } from './relationships';
import type { Relationship } from './relationships';
import { enterRoot, XmlScanner } from './xml-scanner';

/** The hidden sheet-scoped name whose text marks a sheet as ours. */
export const STAMP_NAME = 'thidua_stamp';

export interface SheetEntry {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly sheetId: number;
  readonly relationId: string;
  /** The part of the sheet, and its kind: "worksheet", "chartsheet", "dialogsheet"; '' of a "module". */
  readonly part: string;
  readonly kind: string;
}

export interface DefinedName {
  readonly name: string;
  /** Index of the sheet it belongs to, null for the whole workbook. */
  readonly sheet: number | null;
  /** The formula without "=". */
  readonly formula: string;
}

export interface WorkbookPart {
  readonly part: string;
  readonly xml: string;
  readonly relationships: readonly Relationship[];
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  readonly date1904: boolean;
  readonly structureProtected: boolean;
  /** Formulas are calculated at a key press only (§18.2.2, `calcMode`). */
  readonly manualCalculation: boolean;
  readonly strict: boolean;
}

const STRICT_NAMESPACE = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

export function readWorkbookPart(pack: Package): WorkbookPart {
  const main = readRelationships(pack, '').find((r) => r.kind === 'officeDocument' && !r.external);
  if (main === undefined) return refuse('file-not-xlsx', 'no-workbook');
  refuseForeignWorkbook(pack, main.target);
  const xml = pack.text(main.target);
  const relationships = readRelationships(pack, main.target);
  const scanner = new XmlScanner(xml, main.target);
  const sheets: SheetEntry[] = [];
  const names: DefinedName[] = [];
  let date1904 = false,
    structureProtected = false,
    manualCalculation = false;
  let section = '';
  enterRoot(scanner, 'workbook');
  while (scanner.next()) {
    if (scanner.closing) continue;
    if (scanner.depth === (scanner.empty ? 1 : 2)) section = scanner.name;
    if (section === 'sheets' && scanner.name === 'sheet') sheets.push(readSheetEntry(scanner, relationships));
    else if (section === 'definedNames' && scanner.name === 'definedName') names.push(readDefinedName(scanner));
    else if (scanner.name === 'workbookPr') date1904 = scanner.flag('date1904');
    else if (scanner.name === 'workbookProtection') structureProtected = scanner.flag('lockStructure');
    else if (scanner.name === 'calcPr') manualCalculation = scanner.attribute('calcMode') === 'manual';
  }
  if (sheets.length > LIMITS.sheets) refuse('file-too-large', 'sheets');
  if (new Set(sheets.map((s) => s.name.toLowerCase())).size < sheets.length) damaged(main.target);
  const strict = xml.includes(STRICT_NAMESPACE);
  return {
    part: main.target,
    xml,
    relationships,
    sheets,
    names,
    date1904,
    structureProtected,
    manualCalculation,
    strict,
  };
}

/** §18.2.19. */
function readSheetEntry(scanner: XmlScanner, relationships: readonly Relationship[]): SheetEntry {
  const relationId = scanner.relationId() ?? damaged(scanner.part);
  const relation =
    relationId === ''
      ? NO_PART
      : (relationships.find((r) => r.id === relationId && !r.external) ?? damaged(scanner.part));
  const state = scanner.attribute('state');
  return {
    name: scanner.required('name'),
    sheetId: Number(scanner.attribute('sheetId') ?? 0),
    relationId,
    part: relation.target,
    kind: relation.kind,
    state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
  };
}

/** A module of Excel 95 is listed as a sheet that leads to no part. */
const NO_PART: Pick<Relationship, 'target' | 'kind'> = { target: '', kind: 'module' };

export function readDefinedName(scanner: XmlScanner): DefinedName {
  const sheet = scanner.attribute('localSheetId');
  return {
    name: scanner.required('name'),
    sheet: sheet === undefined ? null : Number(sheet),
    formula: scanner.content(),
  };
}

/** The text that a name holds as a constant, `"…"` or several joined, `"…"&"…"`; or null. */
export function constantText(formula: string): string | null {
  const text = formula.replace(/^=/, '');
  if (!/^"(?:[^"]|"")*"(?:&"(?:[^"]|"")*")*$/.test(text)) return null;
  return [...text.matchAll(/"((?:[^"]|"")*)"/g)].map(([, piece = '']) => piece.replaceAll('""', '"')).join('');
}

/** A text as the constant of a name: in pieces, since Excel takes 255 characters in one. */
export function constantFormula(text: string): string {
  const pieces = text.match(/[^]{1,250}/g) ?? [''];
  return pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join('&');
}
