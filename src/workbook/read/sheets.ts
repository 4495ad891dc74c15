/** Finds the input sheets of a workbook by name, never by position; of the others it says which look like one. */
import type { Place } from '../../rules';
import type { Cell, SheetCells, WorkbookCells } from '../../sheets/cells';
import { SETTING_ROWS, SHEETS, type Column, type SheetKey, type SheetLayout } from '../layout';
import { remembered } from '../../base/remembered';
import { ownKind } from '../../sheets/stamp';
import { isBlankCell } from '../../sheets/shown-cell';
import type { Findings, Touches } from './findings';
import { isNearSheet, nearestOf } from './near';
import { fold, unmark } from '../../base/folding';

const KEYS = Object.keys(SHEETS).filter((key): key is SheetKey => Object.hasOwn(SHEETS, key));

/** Folded, with and without marks. */
const NAMES = KEYS.map((key) => {
  const name = fold(SHEETS[key].name);
  return { key, name, unmarked: unmark(name) };
});
const TAKEN: ReadonlySet<string> = new Set(NAMES.map(({ name }) => name));

export type InputSheets = ReadonlyMap<SheetKey, SheetCells>;

export interface FoundSheets {
  readonly found: InputSheets;
  /** Sheets of the user that were not read, and are not ours. */
  readonly others: readonly SheetCells[];
  /** Names of sheets without cells that stand where an input should. */
  readonly cellless: ReadonlyMap<SheetKey, string>;
}

/** What the contents of a sheet decide. */
const touched = (key: SheetKey): Touches =>
  key === 'info' ? null : ['awards', 'conditions', 'bands', 'ballots', 'decisions'].includes(key) ? 'awards' : 'totals';

/**
 * The sheets by what they are. An exact name wins over one without marks; of two that match alike
 * the first is read, and nothing that follows from it is trusted.
 */
export function findSheets(workbook: WorkbookCells, findings: Findings): FoundSheets {
  const candidates = workbook.sheets
    .filter((sheet) => ownKind(sheet) === null && sheet.cellless !== true)
    .map((sheet) => ({ sheet, name: fold(sheet.name) }));
  const found = new Map<SheetKey, SheetCells>();
  const matched = new Set<SheetCells>();
  for (const { key, name, unmarked } of NAMES) {
    const exact = candidates.filter((candidate) => candidate.name === name);
    const matches =
      exact.length > 0
        ? exact
        : candidates.filter((candidate) => !TAKEN.has(candidate.name) && candidate.name === unmarked);
    const [first, second] = matches;
    if (first !== undefined) found.set(key, first.sheet);
    for (const { sheet } of matches) matched.add(sheet);
    if (second !== undefined) {
      findings.say(
        'sheet-ambiguous',
        firstCell(second.sheet.name),
        { received: second.sheet.name, expected: SHEETS[key].name, params: { other: first?.sheet.name ?? '' } },
        'totals',
      );
    }
  }
  for (const [, sheet] of found) {
    if (sheet.state !== 'visible') findings.say('hidden-data', firstCell(sheet.name), { received: sheet.name });
  }
  if (workbook.manualCalculation === true) findings.say('manual-calculation', infoPlace(found));
  const cellless = workbook.sheets.filter((sheet) => sheet.cellless === true);
  const inTheWay = NAMES.flatMap(({ key, name, unmarked }): [SheetKey, string][] => {
    const taking = found.has(key) ? undefined : cellless.find((sheet) => [name, unmarked].includes(fold(sheet.name)));
    return taking === undefined ? [] : [[key, taking.name]];
  });
  return {
    cellless: new Map(inTheWay),
    found,
    others: candidates.map(({ sheet }) => sheet).filter((sheet) => !matched.has(sheet)),
  };
}

/**
 * Says which sheets that are not read look like one that should be, and which are missing: required ones, and any whose name a
 * sheet without cells bears.
 * `unused`: names of sheets that only look like an input.
 */
export function sayNearSheets(
  { found, others, cellless }: FoundSheets,
  unused: ReadonlySet<string>,
  findings: Findings,
): void {
  const answered = new Set<SheetKey>();
  for (const sheet of others) {
    if (unused.has(fold(sheet.name)) || !hasContents(sheet)) continue;
    const byName = inputNear(sheet.name);
    const isCopy = byName !== null && found.has(byName);
    const rows = Array.from(sheet.rows.slice(0, DEEPEST_HEADER), textsIn).filter((texts) => texts !== NO_TEXTS);
    const key =
      byName !== null && (!isCopy || headersOf(rows, HEADERS.get(byName)?.headers ?? []).length > 0)
        ? byName
        : byContents(rows);
    if (key === null) continue;
    const severity = key === byName && !isCopy ? 'error' : 'warning';
    if (severity === 'error') answered.add(key);
    const expected = SHEETS[key].name;
    findings.say(
      'sheet-near',
      firstCell(sheet.name),
      {
        severity,
        received: sheet.name,
        expected,
        ...(found.has(key) || cellless.has(key) ? {} : { fix: { rename: sheet.name, to: expected } }),
      },
      severity === 'error' ? touched(key) : null,
    );
  }
  for (const key of KEYS) {
    const taken = cellless.get(key);
    if (taken === undefined && (!SHEETS[key].required || found.has(key) || answered.has(key))) continue;
    findings.say(
      'sheet-missing',
      infoPlace(found),
      { expected: SHEETS[key].name, ...(taken === undefined ? {} : { received: taken }) },
      touched(key),
    );
  }
}

/** The input that a sheet's name is nearly. */
const inputNear = remembered((name) => nearestOf(name, KEYS, (key) => SHEETS[key].name, isNearSheet));

/** The first cell of `Thông tin`, for what has no cell of its own; null where that sheet is missing too. */
export function infoPlace(found: InputSheets): Place | null {
  const info = found.get('info');
  return info === undefined ? null : firstCell(info.name);
}

const hasContents = ({ rows }: SheetCells): boolean =>
  rows.some((row) => row?.some((cell) => !isBlankCell(cell)) === true);

/** Headers that stand in many tables and tell nothing. */
const COMMON: ReadonlySet<string> = new Set(
  ['Mã', 'Nội dung', 'Tiêu chí', 'Tên đơn vị', 'Loại', 'Mục', 'Xếp loại', 'Căn cứ', 'Minh chứng', 'Ghi chú'].map(fold),
);
const DEEPEST_HEADER = 60;
const ENOUGH = 3;

interface KnownHeaders {
  /** Folded, in the order of the layout. */
  readonly headers: readonly string[];
  readonly required: readonly string[];
}

const HEADERS = new Map(
  KEYS.map((key): [SheetKey, KnownHeaders] => {
    const layout: SheetLayout<string> = SHEETS[key];
    const columns: Column[] = Object.values(layout.columns);
    return [
      key,
      {
        headers: columns.map(({ header }) => fold(header)),
        required: columns.filter(({ required }) => required === true).map(({ header }) => fold(header)),
      },
    ];
  }),
);

const LONGEST_HEADER = 60;

/** The known headers and names of rules in a row, folded. */
function textsIn(row: readonly (Cell | undefined)[] | undefined): ReadonlySet<string> {
  if (row === undefined) return NO_TEXTS;
  let texts: Set<string> | null = null;
  for (const cell of row) {
    if (typeof cell?.value !== 'string' || cell.value.length > LONGEST_HEADER) continue;
    const text = fold(cell.value);
    if (OWNERS.has(text) || SETTING_NAMES.has(text)) (texts ??= new Set()).add(text);
  }
  return texts ?? NO_TEXTS;
}
const NO_TEXTS: ReadonlySet<string> = new Set();

/** The headers of a layout that one row holds: the most of any row. */
function headersOf(rows: readonly ReadonlySet<string>[], headers: readonly string[]): string[] {
  let most: string[] = [];
  for (const texts of rows) {
    const here = headers.filter((header) => texts.has(header));
    if (here.length > most.length) most = here;
  }
  return most;
}

/** How many layouts have a header. */
const OWNERS = new Map<string, number>();
for (const { headers } of HEADERS.values())
  for (const header of headers) OWNERS.set(header, (OWNERS.get(header) ?? 0) + 1);

const SETTING_NAMES: ReadonlySet<string> = new Set(Object.values(SETTING_ROWS).map(fold));

/** What a sheet seems to be by its headers, whatever it is called; the rules by the names of their rows. */
function byContents(rows: readonly ReadonlySet<string>[]): SheetKey | null {
  if (rows.length === 0) return null;
  for (const [key, { headers: known, required }] of HEADERS) {
    const headers = headersOf(rows, known);
    const telling = headers.filter((header) => !COMMON.has(header));
    if (
      telling.length >= ENOUGH &&
      telling.some((header) => OWNERS.get(header) === 1) &&
      required.every((header) => headers.includes(header))
    )
      return key;
  }
  const settings = rows.filter((texts) => [...texts].some((text) => SETTING_NAMES.has(text))).length;
  return settings >= ENOUGH ? 'settings' : null;
}

export const firstCell = (sheet: string): Place => ({ sheet, row: 0, column: 0 });
