/**
 * Renaming sheets inside a package that somebody else wrote: the name itself, and every reference to
 * it in formulas, defined names, validations, charts, pivot caches and links, ours and the user's. No
 * value changes by that, so stored values stay.
 */
import { sameName } from '../sheets/sheet-name';
import type { SheetRename } from '../rules';
import { renameInFormula } from '../sheets/formula/rename';
import { setAttribute } from './markup';
import { openPackage } from './package';
import { PackageEdit } from './package-edit';
import { readBack } from './read-back';
import { refuse } from './refusal';
import { FORMULAS, partsWithReferences, REFERENCES } from './reference-places';
import { applySplices } from './splice';
import type { Splice } from './splice';
import { readWorkbookPart } from './workbook-part';
import type { SheetEntry } from './workbook-part';
import { refuseUnwritable } from './writable';
import { XmlScanner } from './xml-scanner';
import { escapeXml } from './xml-text';

/** The package with its sheets renamed, one after the other. Refuses `structure-protected`, `sheet-gone`, `sheet-name-taken`. */
export function renamePackage(bytes: Uint8Array, renames: readonly SheetRename[]): Uint8Array {
  const pack = openPackage(bytes);
  const workbook = readWorkbookPart(pack);
  refuseUnwritable(pack, workbook);
  if (workbook.structureProtected) refuse('structure-protected');
  const names = newNames(workbook.sheets, renames);
  const edit = new PackageEdit(pack);
  for (const part of [workbook.part, ...partsWithReferences(pack, workbook.part)]) {
    const xml = pack.text(part);
    const renamed = renameInPart(xml, part, names, part === workbook.part);
    if (renamed !== xml) edit.put(part, renamed);
  }
  return readBack(edit.write(), {
    pack,
    workbook,
    changes: edit.changed,
    added: [],
    expected: [],
    renamed: names,
    ownName: () => false,
  });
}

/** By the old names in lower case, as Excel compares them. */
type NewNames = ReadonlyMap<string, string>;

function newNames(sheets: readonly SheetEntry[], renames: readonly SheetRename[]): NewNames {
  const names = sheets.map(({ name }) => name);
  for (const { rename, to } of renames) {
    const at = names.indexOf(rename);
    if (at < 0) refuse('sheet-gone', undefined, rename);
    if (!isSheetName(to)) refuse('file-unsupported', 'sheet-name', rename);
    if (names.some((name, other) => other !== at && sameName(name, to))) refuse('sheet-name-taken', undefined, to);
    names[at] = to;
  }
  return new Map(
    sheets.flatMap(({ name }, at) =>
      names[at] === undefined || names[at] === name ? [] : [[name.toLowerCase(), names[at]] as const],
    ),
  );
}

/** What Excel takes for a name (support.microsoft.com, "Rename a worksheet"). */
const isSheetName = (name: string): boolean => name.length > 0 && name.length <= 31 && !/[\\/?*[\]:]|^'|'$/.test(name);

/** Elements whose `sheet` is a sheet's plain name (§18.10.1.95, §18.3.1.29, §18.10.1.78). */
const SOURCES: ReadonlySet<string> = new Set(['worksheetSource', 'dataRef', 'rangeSet']);

function renameInPart(xml: string, part: string, names: NewNames, isWorkbook: boolean): string {
  const splices: Splice[] = [];
  const scanner = new XmlScanner(xml, part);
  const inFormula = (formula: string): string => renameInFormula(formula, (name) => names.get(name));
  while (scanner.next()) {
    if (scanner.closing) continue;
    const name = scanner.name.slice(scanner.name.indexOf(':') + 1);
    if (FORMULAS.has(name) && !scanner.name.startsWith('x14:')) {
      const from = scanner.end;
      const formula = scanner.content();
      const renamed = inFormula(formula);
      if (renamed !== formula) splices.push({ from, to: scanner.start, text: escapeXml(renamed) });
      continue;
    }
    const attributes =
      isWorkbook && name === 'sheet'
        ? [['name', plainName(names, scanner.attribute('name'))] as const]
        : SOURCES.has(name)
          ? [['sheet', plainName(names, scanner.attribute('sheet'))] as const]
          : REFERENCES.map((attribute) => [attribute, changed(scanner.attribute(attribute), inFormula)] as const);
    const { start: from, end: to } = scanner;
    const tag = attributes.reduce(
      (text, [attribute, value]) => (value === undefined ? text : setAttribute(text, attribute, escapeXml(value))),
      xml.slice(from, to),
    );
    if (tag !== xml.slice(from, to)) splices.push({ from, to, text: tag });
  }
  return applySplices(xml, splices);
}

const plainName = (names: NewNames, name: string | undefined): string | undefined =>
  name === undefined ? undefined : names.get(name.toLowerCase());

function changed(text: string | undefined, change: (text: string) => string): string | undefined {
  const after = text === undefined ? undefined : change(text);
  return after === text ? undefined : after;
}
