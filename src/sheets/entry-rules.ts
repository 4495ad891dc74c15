/** What a sheet says about typing into it: which cells it locks, and which take only what a list holds. */
import type { Area, WorkbookCells } from './cells';
import { cellKey, findReferences } from './formula/references';
import { normal } from '../base/folding';
import { shownText } from './shown-cell';

export interface ListRule {
  readonly areas: readonly Area[];
  /** As the file writes it: `"có,không"`, an area, a name. */
  readonly formula: string;
  /** Excel refuses everything else; otherwise it only offers the list. */
  readonly isStrict: boolean;
}

export interface EntryRules {
  readonly sheet: string;
  readonly isProtected: boolean;
  /** Its protection asks for a password: nobody but who knows it unlocks a cell. */
  readonly hasPassword: boolean;
  /** Of a protected sheet: whether the cells that stand in the file are locked, by `cellKey`. */
  readonly cells: ReadonlyMap<number, boolean>;
  /** Rows and columns whose blank cells are not locked. */
  readonly openRows: ReadonlySet<number>;
  readonly openColumns: readonly { readonly first: number; readonly last: number }[];
  readonly lists: readonly ListRule[];
}

export function isLocked(
  { isProtected, cells, openRows, openColumns }: EntryRules,
  row: number,
  column: number,
): boolean {
  if (!isProtected) return false;
  return (
    cells.get(cellKey(row, column)) ??
    !(openRows.has(row) || openColumns.some(({ first, last }) => first <= column && column <= last))
  );
}

export function listAt({ lists }: EntryRules, row: number, column: number): ListRule | null {
  return (
    lists.find(({ areas }) =>
      areas.some(({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right),
    ) ?? null
  );
}

/** More than this is no list to choose from. */
const LONGEST_LIST = 500;

/** The texts of a list in their order; null where only a calculation can tell them. */
export function choicesOf({ formula }: ListRule, sheet: string, workbook: WorkbookCells): readonly string[] | null {
  const literal = /^"(.*)"$/s.exec(formula.trim())?.[1];
  if (literal !== undefined)
    return literal
      .replaceAll('""', '"')
      .split(',')
      .map((choice) => choice.trim())
      .filter((choice) => choice !== '');
  const [reference, ...more] = findReferences(formula);
  if (reference === undefined || more.length > 0) return null;
  if (reference.kind === 'name') {
    const named = (workbook.names ?? []).find(({ name }) => name.toLowerCase() === reference.name.toLowerCase());
    const [area, ...others] = named === undefined ? [] : findReferences(named.formula);
    return area?.kind === 'area' && others.length === 0 ? textsOf(area.area, area.sheet ?? sheet, workbook) : null;
  }
  return reference.kind === 'area' ? textsOf(reference.area, reference.sheet ?? sheet, workbook) : null;
}

function textsOf({ top, bottom, left, right }: Area, name: string, { sheets, date1904 }: WorkbookCells): string[] {
  const rows = sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())?.rows ?? [];
  const texts: string[] = [];
  for (let row = top; row <= Math.min(bottom, rows.length - 1) && texts.length < LONGEST_LIST; row++) {
    for (let column = left; column <= Math.min(right, (rows[row]?.length ?? 0) - 1); column++) {
      const text = shownText(rows[row]?.[column], date1904);
      if (text !== '') texts.push(text);
    }
  }
  return texts;
}

/** Whether a list takes a text: blanks always, letters in either case, decimals with comma or point. */
export function takes(choices: readonly string[], text: string): boolean {
  const same = (value: string): string =>
    normal(value)
      .toLowerCase()
      .replace(/^(-?\d+)\.(\d+)$/, '$1,$2');
  return same(text) === '' || choices.some((choice) => same(choice) === same(text));
}
