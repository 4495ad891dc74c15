/** Changing the workbook part (ECMA-376 Part 1, §18.2.27): new sheets, our defined names, recalculation. */
import { setAttribute, withPrefix } from './markup';
import { applySplices } from './splice';
import type { Splice } from './splice';
import { readDefinedName } from './workbook-part';
import type { DefinedName, WorkbookPart } from './workbook-part';
import { RELATIONSHIP_NAMESPACE } from './worksheet-writer';
import { XmlScanner } from './xml-scanner';
import { escapeXml } from './xml-text';

export interface WorkbookChanges {
  readonly sheets: readonly { readonly name: string; readonly sheetId: number; readonly relationId: string }[];
  readonly names: readonly (DefinedName & { readonly hidden: boolean })[];
  /** True for a name that is there and shall go. */
  readonly dropName: (name: DefinedName) => boolean;
  /** Ask to be calculated when it is opened (§18.2.2). */
  readonly recalculate: boolean;
}

/** What may follow the defined names, in the order of the schema. */
const AFTER_NAMES: readonly string[] = ['calcPr', 'oleSize', 'customWorkbookViews', 'pivotCaches', 'smartTagPr', 'smartTagTypes', 'webPublishing', 'fileRecoveryPr', 'webPublishObjects', 'extLst'];

export function editWorkbookXml({ xml, part }: WorkbookPart, changes: WorkbookChanges): string {
  const splices: Splice[] = [];
  const scanner = new XmlScanner(xml, part);
  const insert = (at: number, text: string): void => { splices.push({ from: at, to: at, text: withPrefix(text, scanner.rootPrefix) }); };
  const names = changes.names.map(nameXml).join('');
  const calculation = changes.recalculate ? '<calcPr fullCalcOnLoad="1"/>' : '';
  let namesDone = false, calculationDone = false;
  while (scanner.next()) {
    const { name, closing, empty, start, end } = scanner;
    const topLevel = scanner.depth === (closing || empty ? 1 : 2);
    if (name === 'sheets' && closing) insert(start, changes.sheets.map(sheetXml).join(''));
    else if (name === 'definedName' && !closing) {
      if (changes.dropName(readDefinedName(scanner))) splices.push({ from: start, to: scanner.end, text: '' });
    } else if (name === 'definedNames' && closing) {
      insert(start, names);
      namesDone = true;
    } else if (topLevel && !closing && AFTER_NAMES.includes(name)) {
      if (!namesDone && names !== '') insert(start, `<definedNames>${names}</definedNames>`);
      namesDone = true;
      if (!calculationDone && name !== 'calcPr') insert(start, calculation);
      if (name === 'calcPr' && changes.recalculate) splices.push({ from: start, to: end, text: setAttribute(xml.slice(start, end), 'fullCalcOnLoad', '1') });
      calculationDone = true;
    }
  }
  if (!namesDone && names !== '') insert(scanner.start, `<definedNames>${names}</definedNames>`);
  if (!calculationDone) insert(scanner.start, calculation);
  return applySplices(xml, splices).replace(/<((?:[\w.-]+:)?definedNames)>\s*<\/\1>/, '');
}

/** The prefix is declared on the element itself: that holds whatever the root declares. */
function sheetXml({ name, sheetId, relationId }: WorkbookChanges['sheets'][number]): string {
  return `<sheet xmlns:r="${RELATIONSHIP_NAMESPACE}" name="${escapeXml(name)}" sheetId="${String(sheetId)}" r:id="${escapeXml(relationId)}"/>`;
}

function nameXml({ name, sheet, formula, hidden }: WorkbookChanges['names'][number]): string {
  return `<definedName name="${name}"${sheet === null ? '' : ` localSheetId="${String(sheet)}"`}${hidden ? ' hidden="1"' : ''}>${escapeXml(formula)}</definedName>`;
}
