/**
 * What a user adds to a sheet of ours: cells beside and below our block, or typed over it. A hidden name
 * keeps short sums of the block as we wrote it, row by row and column by column, so that it can be told
 * when the sheet is written again. What lies outside the new block stays where it is; the rest is copied
 * to the sheet `Ghi chú cũ`, which is the user's and only ever grows.
 */
import type { Cell, SheetCells } from './cells';
import { columnName } from '../rules/model/place';
import { unheld } from './banner';
import type { PlanCell, SheetPlan } from './plan';
import { PROGRAM } from './program';
import { localTime } from './stamp';

/** The hidden sheet-scoped name of the record. */
export const BLOCK_NAME = 'thidua_block';
/** Where what is in the way of a new block is kept. */
export const NOTES_SHEET = 'Ghi chú cũ';

/** What was found on one sheet, before anything is written. */
export interface Additions {
  readonly sheet: string;
  /** Cells outside the new block: they stay in their places. */
  readonly beside: readonly AddedCell[];
  /** Cells in the way of the new block: they are copied to `NOTES_SHEET`. */
  readonly moved: readonly AddedCell[];
  /** Comments, charts and shapes of the user: they stay. */
  readonly objects: number;
  /** Rows and columns of our block as it stood, the cells that are copied away included. */
  readonly rows: number;
  readonly columns: number;
}

export interface AddedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** How many of each, for a question or a sentence; never what the cells hold. */
export interface AdditionCounts {
  readonly sheet: string;
  readonly beside: number;
  readonly moved: number;
  readonly objects: number;
}

export const countsOf = ({ sheet, beside, moved, objects }: Additions): AdditionCounts => ({
  sheet,
  beside: beside.length,
  moved: moved.length,
  objects,
});

export const isNothing = ({ beside, moved, objects }: Additions): boolean =>
  beside.length + moved.length + objects === 0;

/** Characters of one sum, and how many of them a record may have: a formula holds 8,192. */
const DIGITS = 4;
const MOST = 6_000;
const RADIX = 36;
const MODULUS = RADIX ** DIGITS;

/** Of longer texts the beginning tells: what a cell cannot hold is cut off anyway. */
const LONGEST = 30_000;

type Known = Pick<Cell, 'value'> & { readonly formula?: string };

/** The size of a plan: rows, and the widest of them. */
export const sizeOf = ({ rows }: Pick<SheetPlan, 'rows'>): { readonly rows: number; readonly columns: number } => ({
  rows: rows.length,
  columns: rows.reduce((most, { cells }) => Math.max(most, cells.length), 0),
});

/** The record of a plan: columns, rows, rows in one sum, sums of the rows, sums of the columns. */
export function blockRecord(plan: Pick<SheetPlan, 'rows'>): string {
  const { rows, columns } = sizeOf(plan);
  const band = Math.max(1, Math.ceil((rows * DIGITS) / MOST));
  const cells: Known[][] = plan.rows.map((row) => row.cells.map(knownOf));
  const { byRow, byColumn } = sums(cells, rows, columns, band);
  return [columns, rows, band, byRow.join(''), byColumn.join('')].join(' ');
}

const knownOf = (cell: PlanCell | null): Known =>
  cell === null
    ? { value: null }
    : { value: cell.value, ...(cell.formula === undefined ? {} : { formula: cell.formula }) };

function sums(
  cells: readonly (readonly (Known | undefined)[] | undefined)[],
  rows: number,
  columns: number,
  band: number,
): { readonly byRow: readonly string[]; readonly byColumn: readonly string[] } {
  const byColumn = new Array<number>(columns).fill(0);
  const byRow: number[] = new Array<number>(Math.ceil(rows / band)).fill(0);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const sum = sumOf(cells[row]?.[column]);
      // Columns do not mind the order of their rows; a row minds which column a cell stands in.
      byColumn[column] = ((byColumn[column] ?? 0) + sum) % MODULUS;
      const at = Math.floor(row / band);
      byRow[at] = ((byRow[at] ?? 0) * 31 + sum * (column + 1)) % MODULUS;
    }
  }
  return { byRow: byRow.map(written), byColumn: byColumn.map(written) };
}

const written = (sum: number): string => sum.toString(RADIX).padStart(DIGITS, '0');

/** A blank cell adds nothing. Of a formula its form counts, since references follow when rows move and values when scores change. */
function sumOf(cell: Known | undefined): number {
  if (cell === undefined || (cell.formula === undefined && (cell.value === null || cell.value === ''))) return 0;
  const text =
    cell.formula !== undefined
      ? `=${formOf(cell.formula)}`
      : typeof cell.value === 'number'
        ? `#${cell.value.toPrecision(12)}`
        : `"${textOf(cell.value)
            .replace(/\p{Cc}/gu, '')
            .slice(0, LONGEST)}`;
  let sum = 2_166_136_261;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 16_777_619);
  return 1 + ((sum >>> 0) % (MODULUS - 1));
}

/** The line that an edit puts up is ours, too; LibreOffice saves `TRUE` as `TRUE()`. */
const formOf = (formula: string): string =>
  unheld(formula)
    .replace(/'[^']*'!|\$?[A-Za-z]{1,3}\$?\d{1,7}/g, '·')
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/\b(TRUE|FALSE)\(\)/g, '$1');
const textOf = (value: Cell['value']): string =>
  typeof value === 'object' ? (value?.error ?? '') : String(value).replace(/\r\n?/g, '\n').trimEnd();

/**
 * What the user added to a sheet of ours before `plan` is laid over it. `record` is the text of the
 * hidden name; without one (an earlier version wrote the sheet) our block ends with the printed stamp.
 */
export function findAdditions(
  sheet: Pick<SheetCells, 'name' | 'rows' | 'stamp'>,
  record: string | null,
  plan: SheetPlan,
  objects: number,
): Additions {
  const next = sizeOf(plan);
  const old = readRecord(record) ?? { ...oldBlock(sheet.rows, next.columns), band: 1, byRow: null, byColumn: [] };
  const isTouched = touched(sheet, old);
  const beside: AddedCell[] = [],
    moved: AddedCell[] = [];
  sheet.rows.forEach((cells, row) =>
    cells?.forEach((cell, column) => {
      if (cell === undefined || (cell.value === null && cell.formula === undefined) || cell.value === '') return;
      const inOld = row < old.rows && column < old.columns;
      if (column < old.columns && !isTouched(row, column)) return;
      const isInTheWay = inOld || (row < next.rows && column < next.columns);
      (isInTheWay ? moved : beside).push({ row, column, cell });
    }),
  );
  return {
    sheet: sheet.name,
    beside,
    moved,
    objects,
    rows: moved.reduce((most, { row }) => Math.max(most, row + 1), old.rows),
    columns: moved.reduce((most, { column }) => Math.max(most, column + 1), old.columns),
  };
}

interface Block {
  readonly columns: number;
  readonly rows: number;
  readonly band: number;
  /** Null: what stands inside is taken for ours. */
  readonly byRow: readonly string[] | null;
  readonly byColumn: readonly string[];
}

function readRecord(record: string | null): Block | null {
  const [, columns = '', rows = '', band = '', byRow = '', byColumn = ''] =
    /^(\d{1,5}) (\d{1,7}) (\d{1,7}) ([0-9a-z]*) ([0-9a-z]*)$/.exec(record ?? '') ?? [];
  if (columns === '' || byColumn.length !== Number(columns) * DIGITS || Number(band) < 1) return null;
  const cut = (text: string): string[] =>
    Array.from({ length: text.length / DIGITS }, (_, i) => text.slice(i * DIGITS, (i + 1) * DIGITS));
  return {
    columns: Number(columns),
    rows: Number(rows),
    band: Number(band),
    byRow: cut(byRow),
    byColumn: cut(byColumn),
  };
}

/**
 * Whether a cell in our columns is not ours: inside the block where the sums of both its row and its
 * column are others, below it where its row is none of ours. A row that was sorted or shifted is known again.
 */
function touched(
  { rows }: Pick<SheetCells, 'rows'>,
  { rows: count, columns, band, byRow, byColumn }: Block,
): (row: number, column: number) => boolean {
  if (byRow === null) return (row) => row >= count;
  const ours = new Set(byRow);
  const oddRows = sums(rows, Math.max(count, rows.length), columns, band).byRow.map((sum) => !ours.has(sum));
  const oddColumns = sums(rows, count, columns, band).byColumn.map((sum, column) => sum !== byColumn[column]);
  return (row, column) =>
    (row >= count && band > 1) ||
    (oddRows[Math.floor(row / band)] === true && (row >= count || oddColumns[column] === true));
}

function oldBlock(rows: SheetCells['rows'], columns: number): { readonly rows: number; readonly columns: number } {
  const last = rows.findLastIndex(
    (cells) =>
      cells?.some(
        (cell) =>
          typeof cell?.value === 'string' &&
          cell.value.startsWith(`${PROGRAM.name} `) &&
          cell.value.includes('mã số liệu'),
      ) === true,
  );
  return { rows: last < 0 ? rows.length : last + 1, columns };
}

const HEADER = ['Lúc', 'Trang tính', 'Ô', 'Đã ghi'];
const WIDTHS = [17, 20, 8, 70];

/** The lines for `NOTES_SHEET`: when, from which sheet and cell, and what stood there. */
export function notesLines(additions: readonly Additions[], now: Date): (readonly string[])[] {
  return additions.flatMap(({ sheet, moved }) =>
    moved.map(({ row, column, cell }) => [
      localTime(now),
      sheet,
      `${columnName(column)}${String(row + 1)}`,
      contentsOf(cell),
    ]),
  );
}

/** A formula as text, so that it calculates nothing where it does not belong. */
function contentsOf({ value, formula }: Cell): string {
  return formula === undefined ? textOf(value) : `=${formula}`;
}

/** A new `NOTES_SHEET`: the user's from the first moment, so it carries no stamp. */
export function notesPlan(lines: readonly (readonly string[])[]): SheetPlan {
  return {
    name: NOTES_SHEET,
    columns: WIDTHS.map((width) => ({ width })),
    rows: [
      { cells: HEADER.map((value) => ({ value, style: 'header' as const })) },
      ...lines.map((line) => ({ cells: line.map((value) => ({ value, style: 'text' as const, format: '@' })) })),
    ],
    merges: [],
    freeze: { rows: 1, columns: 0 },
    validations: [],
    conditional: [],
    print: null,
    protect: false,
    chart: null,
    stamp: null,
    tabColor: null,
  };
}
