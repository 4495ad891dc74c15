/** The records of a table: which rows count, and what their cells say. */
import type { Entry, Place } from '../../rules';
import { cellAt, type Cell } from '../cells';
import { TOTAL_ROW_WORDS } from '../layout';
import { entryOf, isBlankCell, shownText } from './cell';
import type { Findings, Touches } from './findings';
import { mergedCells, subHeadings } from './merges';
import { placeOf, type Table } from './table';
import { fold } from './text';

const TOTAL_WORDS: ReadonlySet<string> = new Set(TOTAL_ROW_WORDS.map(fold));

/** How a table's rows are told from what stands around them. */
export interface RecordRules {
  /** Keys may be words with spaces (units, grades, decisions): right below a record they make one. */
  readonly wordyKeys?: boolean;
  /** More columns whose contents make a row a record: the units of `Chấm điểm`. */
  readonly inputColumns?: readonly number[];
  /** What a record that cannot be read touches. */
  readonly touches: Touches;
  readonly date1904: boolean;
}

/** One row of a table. */
export class TableRow<Key extends string> {
  constructor(
    private readonly table: Table<Key>,
    readonly row: number,
    private readonly date1904: boolean,
    private readonly merged: (row: number, column: number) => boolean,
  ) {}

  /** The place of a column's cell; of the key where the table lacks the column. */
  place(key: Key): Place {
    return placeOf(this.table, this.row, this.table.columns.get(key) ?? this.table.keyColumn);
  }

  has(key: Key): boolean {
    return this.table.columns.has(key);
  }

  cell(key: Key): Cell | undefined {
    const column = this.table.columns.get(key);
    return column === undefined ? undefined : cellAt(this.table.sheet, this.row, column);
  }

  /** What the cell holds; `absent` where its column is missing though required, or it is merged. */
  entry(key: Key, words = false): Entry {
    const column = this.table.columns.get(key);
    if (column !== undefined) return this.entryAt(column, words);
    const place = this.place(key);
    return this.table.layout.columns[key].required === true ? { kind: 'absent', code: 'header-missing', place } : { kind: 'blank', place };
  }

  entryAt(column: number, words: boolean): Entry {
    const place = placeOf(this.table, this.row, column);
    if (this.merged(this.row, column)) return { kind: 'absent', code: 'merged-data', place };
    return entryOf(cellAt(this.table.sheet, this.row, column), place, this.date1904, words);
  }

  /** The text of a cell as people see it, "" for a blank. */
  text(key: Key): string {
    return shownText(this.cell(key), this.date1904);
  }

  /** Whether a text can be read there. */
  holdsText(key: Key): boolean {
    const column = this.table.columns.get(key);
    if (column === undefined || this.merged(this.row, column)) return false;
    const cell = cellAt(this.table.sheet, this.row, column);
    return typeof cell?.value === 'string' && cell.stale !== true;
  }

  isBlank(key: Key): boolean {
    return isBlankCell(this.cell(key));
  }
}

export interface Records<Key extends string> {
  /** Rows with a key. */
  readonly rows: readonly TableRow<Key>[];
  /** Rows with contents but without a key: `code-missing` has been said. */
  readonly keyless: readonly TableRow<Key>[];
  /** The last row whose first text is a word such as "Tổng điểm"; nothing below it counts. */
  readonly totalRow: TableRow<Key> | null;
}

/** Reads the rows below the header: no titles, sub-headings, totals and signatures. */
export function readRecords<Key extends string>(table: Table<Key>, findings: Findings, rules: RecordRules): Records<Key> {
  const { sheet, keyColumn } = table;
  if (keyColumn < 0) return { rows: [], keyless: [], totalRow: null };
  const end = lastRow(table);
  const isSubHeading = subHeadings(table);
  const inputs = new Set([...inputColumnsOf(table), ...(rules.inputColumns ?? [])]);
  const candidates: number[] = [];
  let before = table.lastHeaderRow;
  for (let row = table.lastHeaderRow + 1; row < end.rows; row++) {
    const cells = sheet.rows[row];
    if (cells === undefined || cells.every(isBlankCell)) continue;
    const isRecord = !isSubHeading(row) && !(end.total !== null && isTotal(cells)) && !isMereText(table, row, keyColumn, rules, row === before + 1);
    if (!isRecord) continue;
    candidates.push(row);
    before = row;
  }
  const merged = mergedCells(table, candidates, [...new Set([keyColumn, ...inputs])].sort((a, b) => a - b), findings, rules.touches);
  const recordOf = (row: number): TableRow<Key> => new TableRow(table, row, rules.date1904, merged);
  const rows: TableRow<Key>[] = [];
  const keyless: TableRow<Key>[] = [];
  for (const row of candidates) {
    const cells = sheet.rows[row] ?? [];
    if (!isBlankCell(cells[keyColumn])) rows.push(recordOf(row));
    else if (merged(row, keyColumn)) keyless.push(recordOf(row));
    else if (cells.some((cell, column) => inputs.has(column) && !isBlankCell(cell))) {
      findings.say('code-missing', placeOf(table, row, keyColumn), { expected: table.layout.columns[table.layout.key].header }, rules.touches);
      keyless.push(recordOf(row));
    } else continue;
    if (sheet.state === 'visible' && sheet.hiddenRows.has(row)) findings.say('hidden-data', placeOf(table, row, keyColumn));
  }
  return { rows, keyless, totalRow: end.total === null ? null : recordOf(end.total) };
}

/** Known columns whose contents make a row a record. */
function inputColumnsOf<Key extends string>(table: Table<Key>): number[] {
  return [...table.columns].filter(([key]) => table.layout.columns[key].text !== true).map(([, column]) => column);
}

const isTotal = (cells: readonly (Cell | undefined)[]): boolean => {
  const first = cells.find((cell) => typeof cell?.value === 'string' && cell.value.trim() !== '')?.value;
  return typeof first === 'string' && first.length < 40 && TOTAL_WORDS.has(fold(first));
};

function lastRow(table: Table<string>): { rows: number; total: number | null } {
  const { rows } = table.sheet;
  for (let row = rows.length - 1; row > table.lastHeaderRow; row--) {
    const cells = rows[row];
    if (cells !== undefined && isTotal(cells)) return { rows: row, total: row };
  }
  return { rows: rows.length, total: null };
}

/**
 * Signatures and remarks: only texts without digits. A short key without spaces still makes a
 * record ("I", "SYT"), and so does a key of words where keys are words and no row is left free above.
 * A row that has all but its key is a record that lost it.
 */
function isMereText(table: Table<string>, row: number, keyColumn: number, rules: RecordRules, adjoins: boolean): boolean {
  const cells = table.sheet.rows[row] ?? [];
  let contents = 0;
  for (const cell of cells) {
    if (cell === undefined || isBlankCell(cell)) continue;
    if (typeof cell.value !== 'string' || /\d/u.test(cell.value)) return false;
    contents++;
  }
  const key = cells[keyColumn]?.value;
  if (typeof key !== 'string' || key.trim() === '') return !isFilled(table, cells);
  const isWordy = /\s/u.test(key.trim()) && (rules.wordyKeys !== true || !adjoins);
  return isWordy || (contents === 1 && !adjoins);
}

/** Whether a row without key has all else it must have: a condition or decision, never a signature. */
function isFilled<Key extends string>(table: Table<Key>, cells: readonly (Cell | undefined)[]): boolean {
  const required = [...table.columns].filter(([key]) => key !== table.layout.key && table.layout.columns[key].required === true);
  return required.length > 1 && required.every(([, column]) => !isBlankCell(cells[column]));
}
