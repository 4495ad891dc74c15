/** Locks and lists of the sheets of a workbook (ECMA-376 Part 1, §18.3.1.85, §18.3.1.33 and, of later versions, x14). */
import type { Area } from '../sheets/cells';
import type { EntryRules, ListRule } from '../sheets/entry-rules';
import { cellKey } from '../sheets/formula/references';
import { parseArea, parseCellReference } from './cell-reference';
import { openPackage } from './package';
import { PackageEdit } from './package-edit';
import { openStyles } from './open-styles';
import type { StyleSheet } from './style-sheet';
import { readWorkbookPart } from './workbook-part';
import type { XmlScanner } from './xml-scanner';

/** Cells of a protected sheet, and lists of a sheet, that are looked at; for what lies beyond, the edit itself gives the answer. */
const MOST_CELLS = 200_000;
const MOST_LISTS = 2_000;

export function entryRulesOf(bytes: Uint8Array): EntryRules[] {
  const pack = openPackage(bytes);
  const workbook = readWorkbookPart(pack);
  const { styles } = openStyles(new PackageEdit(pack), workbook);
  return workbook.sheets.flatMap(({ name, part, kind }) =>
    kind === 'worksheet' ? [readRules(name, pack.scan(part), styles)] : [],
  );
}

function readRules(sheet: string, scanner: XmlScanner, styles: StyleSheet): EntryRules {
  const known = new Map<number, boolean>();
  const isOpen = (style: number): boolean => {
    const before = known.get(style) ?? styles.isUnlocked(style);
    known.set(style, before);
    return before;
  };
  const cells = new Map<number, boolean>();
  const openRows = new Set<number>();
  const openColumns: { first: number; last: number }[] = [];
  const lists: ListRule[] = [];
  let isProtected = false,
    hasPassword = false;
  let row = -1,
    column = -1;
  while (scanner.next()) {
    if (scanner.closing) continue;
    switch (scanner.name) {
      case 'col':
        if (isOpen(Number(scanner.attribute('style') ?? 0)))
          openColumns.push({ first: Number(scanner.required('min')) - 1, last: Number(scanner.required('max')) - 1 });
        break;
      case 'row':
        row = Number(scanner.attribute('r') ?? row + 2) - 1;
        column = -1;
        if (scanner.flag('customFormat') && isOpen(Number(scanner.attribute('s') ?? 0))) openRows.add(row);
        break;
      case 'c': {
        const reference = scanner.attribute('r');
        column = reference === undefined ? column + 1 : parseCellReference(reference).column;
        if (cells.size < MOST_CELLS) cells.set(cellKey(row, column), !isOpen(Number(scanner.attribute('s') ?? 0)));
        break;
      }
      case 'sheetProtection':
        isProtected = scanner.flag('sheet');
        hasPassword = (scanner.attribute('hashValue') ?? scanner.attribute('password') ?? '') !== '';
        break;
      case 'dataValidation':
      case 'x14:dataValidation':
        if (scanner.attribute('type') === 'list' && lists.length < MOST_LISTS) lists.push(readList(scanner));
        break;
    }
  }
  return { sheet, isProtected, hasPassword, cells: isProtected ? cells : new Map(), openRows, openColumns, lists };
}

/** The later form keeps formula and areas in elements of their own. */
function readList(scanner: XmlScanner): ListRule {
  const { name } = scanner;
  const isStrict = scanner.flag('showErrorMessage') && (scanner.attribute('errorStyle') ?? 'stop') === 'stop';
  let areas = scanner.attribute('sqref') ?? '';
  let formula = '';
  while (!scanner.empty && scanner.next() && scanner.name !== name) {
    if (scanner.closing) continue;
    if (scanner.name === 'formula1' || scanner.name === 'xm:f') formula ||= scanner.content();
    else if (scanner.name === 'xm:sqref') areas = scanner.content();
  }
  return {
    areas: areas
      .split(/\s+/)
      .filter(Boolean)
      .map((area): Area => parseArea(area)),
    formula,
    isStrict,
  };
}
