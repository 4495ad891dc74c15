/** The account of a table: what was read of it, and what was not; so that nothing is left out in silence. */
import { columnName, type NotRead, type ReadAccount } from '../../rules';
import { cellAt } from '../../sheets/cells';
import { NO_SCORE_HEADERS, ORDINAL_HEADERS, SHEETS, type Column } from '../layout';
import { ownKind } from '../../sheets/stamp';
import { isBlankCell } from '../../sheets/shown-cell';
import type { Findings } from './findings';
import type { Reader } from './reader';
import type { Records } from './records';
import { isClosedWord, isYesNoWord } from './row-words';
import { placeOf, type Table } from './table';
import { fold } from '../../base/folding';

/** The account of the whole workbook: every sheet, and every row, column and sheet of the user's that was not read. */
export function readAccount({ workbook, sheets, accounts }: Reader): ReadAccount {
  const kinds = new Map([...sheets.found].map(([key, sheet]) => [sheet.name, key]));
  const rows = new Map(accounts.map((account) => [account.sheet, account.rows]));
  return {
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      kind: kinds.get(sheet.name) ?? ownKind(sheet),
      rows: rows.get(sheet.name) ?? 0,
    })),
    notRead: [
      ...accounts.flatMap(({ notRead }) => notRead),
      ...sheets.others
        .filter(({ rows: { length } }) => length > 0)
        .map(({ name }): NotRead => ({ sheet: name, what: 'sheet', where: '' })),
    ],
  };
}

export interface TableAccount {
  readonly sheet: string;
  /** Records read. */
  readonly rows: number;
  readonly notRead: readonly NotRead[];
}

/** So many columns are named in one finding. */
const MOST_NAMED = 12;

/** Names the columns with contents that nobody reads: once for the sheet, or one by one where a header seems to be lost. */
export function accountOf<Key extends string>(
  table: Table<Key>,
  { rows, keyless, unread, unknownColumns }: Records<Key>,
  findings: Findings,
): TableAccount {
  const sheet = table.sheet.name;
  const notRead = unread.map((row): NotRead => ({ sheet, what: 'row', where: String(row + 1) }));
  const account = { sheet, rows: rows.length + keyless.length };
  if (unknownColumns.size === 0) return { ...account, notRead };
  const headers = new Map(table.others.map(({ header, column }) => [column, header]));
  const strange = [...unknownColumns].sort(([a], [b]) => a - b);
  const missing = missingHeaders(table);
  const read = [...rows, ...keyless].map(({ row }) => row);
  const lost = strange.filter(
    ([column]) =>
      missing.length > 0 &&
      (headers.has(column)
        ? mayBeLost(table, read, column, headers.get(column) ?? '')
        : isBesideHeaders(table, column)),
  );
  for (const [column] of lost) {
    findings.say('column-unread', placeOf(table, table.headerRow, column), {
      severity: 'warning',
      received: headers.get(column) ?? columnName(column),
      params: { lost: missing.join('; ') },
    });
  }
  const others = strange.filter((column) => !lost.includes(column));
  const [first] = others;
  if (first !== undefined) {
    const [column, row] = first;
    const names = others.slice(0, MOST_NAMED).map(([at]) => headers.get(at) ?? columnName(at));
    findings.say('column-unread', placeOf(table, headers.has(column) ? table.headerRow : row, column), {
      received: names.join('; '),
    });
  }
  return {
    ...account,
    notRead: [
      ...notRead,
      ...strange.map(([column]): NotRead => ({ sheet, what: 'column', where: columnName(column) })),
    ],
  };
}

/** Headers of known columns that are missing and decide something. */
function missingHeaders<Key extends string>({ layout, columns }: Table<Key>): string[] {
  const all = Object.entries<Column>(layout.columns);
  // A sheet made before `thidua/2` misses none of the columns that came with it.
  const isNew = all.some(([key, { late }]) => late === true && columns.has(key as Key));
  return all
    .filter(([key, { printed, late }]) => !columns.has(key as Key) && printed !== true && (late !== true || isNew))
    .map(([, { header }]) => header);
}

/** A column without header between or right beside those that have one: its header may be lost. */
function isBesideHeaders(table: Table<string>, column: number): boolean {
  const headed = [...table.columns.values(), ...table.others.map((other) => other.column)];
  return column >= Math.min(...headed) - 1 && column <= Math.max(...headed) + 1;
}

/** Tables of rules: each of their columns decides something, and few people add their own. */
const RULES: ReadonlySet<string> = new Set(
  [SHEETS.awards, SHEETS.conditions, SHEETS.bands, SHEETS.decisions].map(({ name }) => name),
);
/** Tables with columns of numbers, or of yes and no, that may be left out. */
const COUNTED: ReadonlySet<string> = new Set([...RULES, SHEETS.criteria.name, SHEETS.data.name, SHEETS.ballots.name]);
const REMARKS: ReadonlySet<string> = new Set([...NO_SCORE_HEADERS, ...ORDINAL_HEADERS].map(fold));
/** Codes, numbers and words of the closed lists are no longer. */
const FEW_WORDS = 3;

/** A column whose header nobody knows, but whose contents may be those of one that is missing. */
function mayBeLost(table: Table<string>, rows: readonly number[], column: number, header: string): boolean {
  if (holdsClosedWord(table, rows, column)) return true;
  if (!COUNTED.has(table.layout.name) || REMARKS.has(fold(header))) return false;
  return rows.some((row) => {
    const cell = cellAt(table.sheet, row, column);
    if (isBlankCell(cell)) return false;
    if (typeof cell?.value !== 'string' || isYesNoWord(cell.value)) return true;
    return RULES.has(table.layout.name) && cell.value.trim().split(/\s+/u).length <= FEW_WORDS;
  });
}

/** Words that only columns of the standard workbook hold stand under a header nobody knows. */
function holdsClosedWord({ sheet }: Table<string>, rows: readonly number[], column: number): boolean {
  return rows.some((row) => {
    const value = cellAt(sheet, row, column)?.value;
    return typeof value === 'string' && isClosedWord(value) && !isYesNoWord(value);
  });
}
