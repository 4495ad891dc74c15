/** The records of a table: which rows count, and what stands around them. Every row ends as one or the other. */
import type { Place } from '../../rules';
import type { Cell } from '../../sheets/cells';
import { isBlankCell, shownText } from '../../sheets/shown-cell';
import type { Codes } from './codes';
import type { Findings, Touches } from './findings';
import { sayMerged } from './merges';
import { isClosedWord, isMereTotal, isPlaceAndDate, isResultText, isSignatureText, isTotalText } from './row-words';
import { placeOf, type Table } from './table';
import { TableRow } from './table-row';
import { fold } from '../../base/folding';

/** How a table's rows are told from what stands around them. */
export interface RecordRules {
  /** Whether a key is one of the closed list; its row is a record whatever else it holds. `shown` is the key's text. */
  readonly isKey?: (shown: string, key: Cell) => boolean;
  /** A key without anything beside it makes a record too: the grades. */
  readonly keyAlone?: boolean;
  /** More columns whose contents make a row a record: attributes, the units of `Chấm điểm`. */
  readonly inputColumns?: readonly number[];
  /** More columns that are read, without making a row a record. */
  readonly otherColumns?: readonly number[];
  /** Codes of other sheets: a row that bears one and is not read is an error. */
  readonly codes?: Codes;
  /** What a record that cannot be read touches. */
  readonly touches: Touches;
}

export interface Records<Key extends string> {
  /** Rows with a key. */
  readonly rows: readonly TableRow<Key>[];
  /** Rows with contents but without a key: `code-missing` has been said. */
  readonly keyless: readonly TableRow<Key>[];
  /** Rows such as "Tổng điểm", in their order. */
  readonly totals: readonly TableRow<Key>[];
  /** Rows with nothing but a text in the key's column: sub-headings, or records that nobody has filled in yet. */
  readonly headings: readonly TableRow<Key>[];
  /** Rows of which it has been said that they are not read. */
  readonly unread: readonly number[];
  /** Columns nobody reads and the first row where they hold something. */
  readonly unknownColumns: ReadonlyMap<number, number>;
}

/** What a row is. Only `record` and `keyless` are read; `unread` is said; all else is known to be no input. */
type RowKind = 'record' | 'keyless' | 'total' | 'heading' | 'around' | 'beside' | 'unread';

/** What a column is to the rows. */
const UNKNOWN = 0,
  KEY = 1,
  DATA = 2,
  TEXT = 3,
  INPUT = 4,
  OTHER = 5;

const NONE: readonly number[] = [];

/** A key that looks like a code and not like words. */
const CODE_LIKE = /^\S{1,24}$/u;

/** Sorts the rows below the header, and finds the records that stand above it. */
export function readRecords<Key extends string>(
  table: Table<Key>,
  findings: Findings,
  date1904: boolean,
  rules: RecordRules,
): Records<Key> {
  if (table.keyColumn < 0)
    return { rows: [], keyless: [], totals: [], headings: [], unread: [], unknownColumns: new Map() };
  const sorter = new RowSorter(table, date1904, rules);
  const { sheet, keyColumn } = table;
  const rows: TableRow<Key>[] = [];
  const keyless: TableRow<Key>[] = [];
  const totals: TableRow<Key>[] = [];
  const headings: TableRow<Key>[] = [];
  const unread: number[] = [];
  const rowOf = (row: number): TableRow<Key> => new TableRow(table, row, date1904);
  for (let row = 0; row < sheet.rows.length; row++) {
    if (row >= table.headerRow && row <= table.lastHeaderRow) continue;
    const kind = row < table.headerRow ? sorter.kindAbove(row) : sorter.kindOf(row);
    if (kind === 'total') totals.push(rowOf(row));
    if (kind === 'heading') headings.push(rowOf(row));
    if (kind === 'unread') {
      unread.push(row);
      sayUnread(table, row, sorter.firstText(row), findings, rules);
    }
    if (kind !== 'record' && kind !== 'keyless') continue;
    (kind === 'record' ? rows : keyless).push(rowOf(row));
    if (kind === 'keyless')
      findings.say(
        'code-missing',
        placeOf(table, row, keyColumn),
        { expected: table.layout.columns[table.layout.key].header },
        rules.touches,
      );
    if (sheet.state === 'visible' && sheet.hiddenRows.has(row))
      findings.say('hidden-data', placeOf(table, row, keyColumn));
  }
  if ((sheet.merges ?? []).length > 0)
    sayMerged(
      table,
      [...rows, ...keyless].map(({ row }) => row).sort((a, b) => a - b),
      sorter.mergeColumns(),
      findings,
    );
  return { rows, keyless, totals, headings, unread, unknownColumns: sorter.unknownColumns };
}

/** Of a row that is not read, though it stands inside or below a table. */
function sayUnread(
  table: Table<string>,
  row: number,
  received: string,
  findings: Findings,
  { codes, touches }: RecordRules,
): void {
  const isCode = received !== '' && codes?.known === true && codes.find(received) !== null;
  const place: Place = placeOf(table, row, table.keyColumn);
  findings.say(
    'row-unread',
    place,
    { received, params: { row: String(row + 1) }, ...(isCode ? { severity: 'error' } : {}) },
    isCode ? touches : null,
  );
}

class RowSorter<Key extends string> {
  readonly unknownColumns = new Map<number, number>();
  private readonly roles: number[] = [];
  private readonly records: readonly (readonly number[])[];
  private readonly nameColumn: number;
  private readonly maxColumn: number | undefined;
  /** Columns of the row at hand that hold something, by what they are. */
  private filled: number[] = [];
  private dated = false;
  private signed = false;
  private lastRecord: number;
  /** The last record above the header. */
  private lastAbove = -2;
  private readonly keysSeen = new Set<string>();

  constructor(
    private readonly table: Table<Key>,
    private readonly date1904: boolean,
    private readonly rules: RecordRules,
  ) {
    const { layout, columns, keyColumn } = table;
    for (const column of rules.otherColumns ?? []) this.giveRole(column, OTHER);
    for (const column of table.said) this.giveRole(column, OTHER);
    let nameColumn = -1;
    let maxColumn: number | undefined;
    for (const [key, column] of columns) {
      const isText = layout.columns[key].text === true;
      this.giveRole(column, isText ? TEXT : DATA);
      if (isText && nameColumn < 0 && key !== layout.key) nameColumn = column;
      if (key === 'max') maxColumn = column;
    }
    for (const column of rules.inputColumns ?? []) this.giveRole(column, INPUT);
    this.giveRole(keyColumn, KEY);
    this.records = layout.records
      .filter((keys) => keys.every((key) => columns.has(key)))
      .map((keys) => keys.map((key) => columns.get(key) ?? -1));
    this.nameColumn = nameColumn < 0 ? keyColumn + 1 : nameColumn;
    this.maxColumn = maxColumn;
    this.lastRecord = table.lastHeaderRow;
  }

  private giveRole(column: number, role: number): void {
    while (this.roles.length <= column) this.roles.push(UNKNOWN);
    this.roles[column] = role;
  }

  /** Columns where a merged area may hide an input. */
  mergeColumns(): number[] {
    const columns: number[] = [];
    this.roles.forEach((role, column) => {
      if (role === KEY || role === DATA || role === INPUT) columns.push(column);
    });
    return columns;
  }

  private cell(row: number, column: number): Cell | undefined {
    return this.table.sheet.rows[row]?.[column];
  }

  private shown(row: number, column: number): string {
    return shownText(this.cell(row, column), this.date1904);
  }

  /** The first text of a row in a column that is read. */
  firstText(row: number): string {
    const cells = this.table.sheet.rows[row] ?? [];
    const column = cells.findIndex((cell, at) => (this.roles[at] ?? UNKNOWN) !== UNKNOWN && !isBlankCell(cell));
    return column < 0 ? '' : this.shown(row, column);
  }

  kindOf(row: number): RowKind {
    const cells = this.table.sheet.rows[row];
    if (cells === undefined) return 'around';
    const strange = this.lookAt(cells);
    if (this.filled.length + strange.length === 0) return 'around';
    const kind = this.sort(row, cells, strange);
    if (kind === 'record' || kind === 'keyless') this.lastRecord = row;
    if (kind === 'record' || kind === 'keyless' || kind === 'beside') {
      for (const column of strange) if (!this.unknownColumns.has(column)) this.unknownColumns.set(column, row);
    }
    return kind;
  }

  /** Notes which columns of a row hold something; answers those of them that nobody reads. */
  private lookAt(cells: readonly (Cell | undefined)[]): readonly number[] {
    let strange: number[] | null = null;
    this.filled = [];
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (cell === undefined || isBlankCell(cell)) continue;
      if ((this.roles[column] ?? UNKNOWN) === UNKNOWN) (strange ??= []).push(column);
      else this.filled.push(column);
    }
    return strange ?? NONE;
  }

  /**
   * Titles stand above a header. A record does where it bears a key of the closed list, or holds all a record
   * must and more than texts; a grade alone where such a one stands right above it.
   */
  kindAbove(row: number): RowKind {
    const cells = this.table.sheet.rows[row];
    const keyCell = cells?.[this.table.keyColumn];
    if (cells === undefined || keyCell === undefined || isBlankCell(keyCell)) return 'around';
    const key = this.shown(row, this.table.keyColumn);
    this.lookAt(cells);
    const isTotal = this.table.layout.totals === true && this.isTotal(row, key);
    const isRecord =
      this.rules.isKey?.(key, keyCell) === true ||
      (!isTotal && this.isFilled() && this.filled.some((column) => this.isValue(cells[column], column))) ||
      (this.rules.keyAlone === true && this.filled.length === 1 && this.lastAbove === row - 1);
    if (!isRecord) return 'around';
    this.lastAbove = row;
    return 'record';
  }

  private sort(row: number, cells: readonly (Cell | undefined)[], strange: readonly number[]): RowKind {
    const { keyColumn, layout } = this.table;
    const keyCell = cells[keyColumn];
    const key = this.shown(row, keyColumn);
    const isKey = key !== '' && keyCell !== undefined && this.rules.isKey?.(key, keyCell) === true;
    if (isKey && !this.isSignedAgain(key, cells)) return 'record';
    if (this.filled.length + strange.length === 1 && isPlaceAndDate(this.textOf(cells, this.filled[0] ?? strange[0]))) {
      this.dated = true;
      return 'around';
    }
    if (this.isSignature(cells)) {
      this.signed = true;
      return 'around';
    }
    if (this.filled.length === 0) return this.dated || this.signed ? 'around' : 'beside';
    if (layout.totals === true) {
      if (!this.saysHow(key) && this.isTotal(row, key)) return 'total';
    } else if (isMereTotal(this.firstText(row))) return 'unread';
    const isBlock = this.signed || this.dated;
    const isMere = isBlock && this.isMereText(cells);
    if (this.isFilled()) {
      if (key === '') return isMere ? 'around' : 'keyless';
      return isMere && /\s/u.test(key) && this.isFreeText() ? 'around' : 'record';
    }
    return key === '' ? this.sortKeyless(cells, isBlock) : this.sortKeyed(row, key, cells, isBlock, isMere);
  }

  /** A row of the closed list below its first one, of nothing but signatures: "Người lập biểu" under `Thông tin`. */
  private isSignedAgain(key: string, cells: readonly (Cell | undefined)[]): boolean {
    const folded = fold(key);
    const isAgain = this.keysSeen.has(folded);
    this.keysSeen.add(folded);
    return isAgain && this.isSignature(cells);
  }

  private textOf(cells: readonly (Cell | undefined)[], column: number | undefined): string {
    const value = column === undefined ? undefined : cells[column]?.value;
    return typeof value === 'string' ? value : '';
  }

  private isSignature(cells: readonly (Cell | undefined)[]): boolean {
    return cells.every(
      (cell) =>
        cell === undefined ||
        isBlankCell(cell) ||
        (typeof cell.value === 'string' && (isSignatureText(cell.value) || isPlaceAndDate(cell.value))),
    );
  }

  /** With a code and a way, a step or what it counts toward: whatever its code is called, a total has none of them. */
  private saysHow(key: string): boolean {
    return key !== '' && this.filled.some((column) => this.roles[column] === DATA && column !== this.maxColumn);
  }

  /** In the key's column, or where that is blank in the next one. */
  private isTotal(row: number, key: string): boolean {
    const text = key === '' ? this.shown(row, this.nameColumn) || this.shown(row, this.table.keyColumn + 1) : key;
    return text !== '' && (isTotalText(text) || isResultText(text));
  }

  /** Only texts without digits: what people write below a table. */
  private isMereText(cells: readonly (Cell | undefined)[]): boolean {
    return cells.every(
      (cell) =>
        cell === undefined ||
        isBlankCell(cell) ||
        (typeof cell.value === 'string' && !/\d/u.test(cell.value) && !isClosedWord(cell.value)),
    );
  }

  private has(column: number): boolean {
    return this.filled.includes(column);
  }

  /** All that a record must have. */
  private isFilled(): boolean {
    if (this.records.some((columns) => columns.every((column) => this.has(column)))) return true;
    return (
      this.filled.some((column) => this.roles[column] === INPUT) &&
      (this.table.layout.totals === true || this.has(this.table.keyColumn))
    );
  }

  /** Filled with nothing but a key and one more free text, as names below a signature are. */
  private isFreeText(): boolean {
    return this.filled.length <= 2;
  }

  private sortKeyed(
    row: number,
    key: string,
    cells: readonly (Cell | undefined)[],
    isBlock: boolean,
    isMere: boolean,
  ): RowKind {
    const { keyColumn } = this.table;
    if (this.filled.length === 1) {
      // Below a signature a single name is a person's, unless it stands where the next record would.
      return this.rules.keyAlone === true && (!isBlock || row <= this.lastRecord + 2)
        ? 'record'
        : isBlock
          ? 'around'
          : 'heading';
    }
    const saysSomething = this.filled.some(
      (column) => column !== keyColumn && this.roles[column] !== OTHER && this.isValue(cells[column], column),
    );
    if (saysSomething) return 'record';
    if (CODE_LIKE.test(key) && !isMere) return 'record';
    return isBlock ? 'around' : 'unread';
  }

  private sortKeyless(cells: readonly (Cell | undefined)[], isBlock: boolean): RowKind {
    if (this.filled.some((column) => this.isValue(cells[column], column))) return this.signed ? 'around' : 'keyless';
    return this.filled.length > 1 && !isBlock ? 'unread' : 'around';
  }

  /** A number, yes or no, a day, or a word of the closed lists, outside of names and remarks. */
  private isValue(cell: Cell | undefined, column: number): boolean {
    const role = this.roles[column];
    if (cell === undefined || (role !== DATA && role !== INPUT)) return false;
    return typeof cell.value !== 'string' || isClosedWord(cell.value);
  }
}
