/** Where everything of a sheet stands on the screen: pure geometry, in CSS pixels. */
import { cellAt, type Area, type Cell, type SheetCells } from '../../sheets/cells';
import { lookAt, type Look, type SheetLooks } from '../../sheets/looks';
import { linesIn } from '../../sheets/text-width';

const LETTER_WIDTH = 7.2;
const PADDING = 14;
const MIN_WIDTH = 76;
const MAX_WIDTH = 300;
/** Letters of the longest number worth a wider column: 31/12/2026. */
const LONGEST_NUMBER = 10;
const LINE_HEIGHT = 18;
const ROW_PADDING = 7;
const MAX_LINES = 4;
/** What is smaller cannot be pointed at. */
const LEAST = 16;
/** Blank room beyond the used cells, so that the sheet looks and types like a sheet. */
const SPARE_ROWS = 12;
const SPARE_COLUMNS = 3;
/** Rows looked at for widths: enough for any header and a typical column. */
const SAMPLED_ROWS = 120;

export interface Axis {
  readonly count: number;
  /** Left or top edge of each entry, and the far edge as the last element. */
  readonly edges: readonly number[];
  /** How many of the first entries stay in place while scrolling. */
  readonly frozen: number;
}

export interface SheetLayout {
  readonly rows: Axis;
  readonly columns: Axis;
  /** The merged area a cell belongs to. */
  readonly mergeAt: (row: number, column: number) => Area | undefined;
}

/** `looks`: sizes as the file has them; without them they are guessed from what the cells hold. */
export function layOut(sheet: SheetCells, looks: SheetLooks | null = null): SheetLayout {
  const mergeAt = mergeIndex(sheet.merges ?? []);
  const columnCount = usedColumns(sheet) + SPARE_COLUMNS;
  const widths = Array.from({ length: columnCount }, (_, column) =>
    sheet.hiddenColumns.has(column)
      ? 0
      : looks === null
        ? columnWidth(sheet, column, mergeAt)
        : Math.max(LEAST, looks.widths.get(column) ?? looks.width),
  );
  const rowCount = sheet.rows.length + SPARE_ROWS;
  const heights = Array.from({ length: rowCount }, (_, row) =>
    sheet.hiddenRows.has(row)
      ? 0
      : looks === null
        ? rowHeight(sheet, row, widths, mergeAt)
        : Math.max(LEAST, looks.heights.get(row) ?? heightByText(sheet, looks, row, widths, mergeAt)),
  );
  const frozen = frozenPanes(sheet);
  return {
    rows: { count: rowCount, edges: edgesOf(heights), frozen: frozen.rows },
    columns: { count: columnCount, edges: edgesOf(widths), frozen: frozen.columns },
    mergeAt,
  };
}

/** What stays in place may take so much of the window; beyond it, fewer entries stay. */
const FROZEN_SHARE = 0.6;

/** The axis as a window of `room` pixels shows it: on a small screen less of it stays in place. */
export function fitFrozen(axis: Axis, room: number): Axis {
  let { frozen } = axis;
  while (frozen > 0 && (axis.edges[frozen] ?? 0) > room * FROZEN_SHARE) frozen -= 1;
  return frozen === axis.frozen ? axis : { ...axis, frozen };
}

/** The entries that a window from `start` to `end` pixels (beyond the frozen part) shows. */
export function visibleRange(
  axis: Axis,
  start: number,
  end: number,
): { readonly first: number; readonly last: number } {
  const offset = axis.edges[axis.frozen] ?? 0;
  const first = Math.max(axis.frozen, lastEdgeAtOrBefore(axis.edges, start + offset));
  const last = Math.min(axis.count - 1, lastEdgeAtOrBefore(axis.edges, end + offset));
  return { first, last };
}

function lastEdgeAtOrBefore(edges: readonly number[], position: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((edges[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

function edgesOf(sizes: readonly number[]): number[] {
  const edges = [0];
  for (const size of sizes) edges.push((edges.at(-1) ?? 0) + size);
  return edges;
}

function usedColumns(sheet: SheetCells): number {
  return sheet.rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
}

/** About how many letters a value takes in its cell. */
function shownLength(value: Cell['value']): number {
  if (typeof value === 'number') return Math.min(LONGEST_NUMBER, `${value}`.length);
  if (typeof value === 'object') return value?.error.length ?? 0;
  return `${value}`.length;
}

function columnWidth(sheet: SheetCells, column: number, mergeAt: SheetLayout['mergeAt']): number {
  let longest = 0;
  for (let row = 0; row < Math.min(sheet.rows.length, SAMPLED_ROWS); row++) {
    const cell = cellAt(sheet, row, column);
    if (!cell || mergeAt(row, column) || spills(sheet, row, column)) continue;
    longest = Math.max(longest, shownLength(cell.value));
  }
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, longest * LETTER_WIDTH + PADDING)));
}

/** A lone text of its row (a title, a note) runs over the blank cells to its right, as in Excel. */
export function spills(sheet: SheetCells, row: number, column: number): boolean {
  const cells = sheet.rows[row];
  if (!cells || typeof cells[column]?.value !== 'string') return false;
  for (let at = 0; at < cells.length; at++) if (at !== column && cells[at] !== undefined) return false;
  return true;
}

function rowHeight(sheet: SheetCells, row: number, widths: readonly number[], mergeAt: SheetLayout['mergeAt']): number {
  let lines = 1;
  (sheet.rows[row] ?? []).forEach((cell, column) => {
    if (!cell || typeof cell.value !== 'string' || spills(sheet, row, column)) return;
    const merge = mergeAt(row, column);
    const width = merge ? sum(widths, merge.left, merge.right) : (widths[column] ?? MIN_WIDTH);
    const broken = cell.value.split('\n');
    const needed = broken.reduce(
      (total, line) => total + Math.max(1, Math.ceil((line.length * LETTER_WIDTH) / Math.max(1, width - PADDING))),
      0,
    );
    const shared = merge ? merge.bottom - merge.top + 1 : 1;
    lines = Math.max(lines, Math.ceil(needed / shared));
  });
  return Math.min(lines, MAX_LINES) * LINE_HEIGHT + ROW_PADDING;
}

/** Excel's own limit. */
const HIGHEST = 546;
/** Lines of a font by its size, and what a cell keeps free beside and above its text. */
const LINE = 1.2;
const BESIDE = 5;
const ABOVE = 2;

/** The height that Excel gives a row of which the file says nothing: wrapped texts make it higher, merged ones do not. */
function heightByText(
  sheet: SheetCells,
  looks: SheetLooks,
  row: number,
  widths: readonly number[],
  mergeAt: SheetLayout['mergeAt'],
): number {
  let height = looks.height;
  (sheet.rows[row] ?? []).forEach((cell, column) => {
    const look = lookAt(looks, row, column);
    if (cell === undefined || look === undefined || look.turn !== null || mergeAt(row, column)) return;
    const size = (look.font.size * 4) / 3;
    const lines =
      look.wrap && typeof cell.value === 'string'
        ? linesIn(cell.value, Math.max(1, (widths[column] ?? 0) - BESIDE), size * widthOfFont(look), weightOf(look))
        : 1;
    height = Math.max(height, Math.ceil(lines * size * LINE) + ABOVE);
  });
  return Math.min(height, HIGHEST);
}

/** Letters are measured as Times New Roman; most other fonts are wider. */
const widthOfFont = ({ font }: Look): number => (/times|roman/iu.test(font.name ?? '') ? 1 : 1.12);
const weightOf = ({ font }: Look): 'bold' | 'italic' | 'regular' =>
  font.bold ? 'bold' : font.italic ? 'italic' : 'regular';

/**
 * The room to the right into which a text runs that is not wrapped, as in Excel: to the next cell that holds
 * something. Zero where it stays in its own cell.
 */
export function roomBeside(sheet: SheetCells, layout: SheetLayout, row: number, column: number): number {
  const { edges, count } = layout.columns;
  let end = column + 1;
  while (end < count && end < column + FARTHEST && isBlank(cellAt(sheet, row, end)) && !layout.mergeAt(row, end)) end++;
  return end === column + 1 ? 0 : (edges[end] ?? 0) - (edges[column] ?? 0);
}
/** Columns that a text may run over. */
const FARTHEST = 40;
const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (cell.formula === undefined && (cell.value === null || cell.value === ''));

function sum(values: readonly number[], from: number, to: number): number {
  return values.slice(from, to + 1).reduce((total, value) => total + value, 0);
}

function mergeIndex(merges: readonly Area[]): SheetLayout['mergeAt'] {
  const byRow = new Map<number, Area[]>();
  for (const merge of merges) {
    // A merge over whole columns is legal; only rows that can be seen need it.
    for (let row = merge.top; row <= Math.min(merge.bottom, merge.top + 2000); row++)
      byRow.set(row, [...(byRow.get(row) ?? []), merge]);
  }
  return (row, column) => byRow.get(row)?.find((merge) => merge.left <= column && column <= merge.right);
}

export interface MergePiece {
  /** Its first drawn cell. */
  readonly row: number;
  readonly column: number;
  /** How many drawn rows and columns it covers. */
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** It shows what the merged cell holds; the others are its blank continuation. */
  readonly isFirst: boolean;
}

/**
 * The piece of a merged area to which a drawn cell of it belongs: the edges of what stays in place and of
 * what is not drawn cut an area into pieces, each drawn by itself, so that every column of every row is
 * filled and no cell moves under the letter of another.
 */
export function pieceOfMerge(
  merge: Area,
  layout: Pick<SheetLayout, 'rows' | 'columns'>,
  drawn: { readonly rows: readonly number[]; readonly columns: readonly number[] },
  at: { readonly row: number; readonly column: number },
): MergePiece {
  const rows = pieceAlong(drawn.rows, merge.top, merge.bottom, layout.rows, at.row);
  const columns = pieceAlong(drawn.columns, merge.left, merge.right, layout.columns, at.column);
  return {
    row: rows.start,
    column: columns.start,
    rowSpan: rows.span,
    columnSpan: columns.span,
    isFirst: rows.isFirst && columns.isFirst,
  };
}

function pieceAlong(drawn: readonly number[], from: number, to: number, { edges, frozen }: Axis, index: number) {
  const shown = drawn.filter((value) => from <= value && value <= to);
  const isCut = (before: number, after: number): boolean =>
    before < frozen !== after < frozen || edges[before + 1] !== edges[after];
  let start = shown.indexOf(index);
  let end = start + 1;
  while (start > 0 && !isCut(shown[start - 1] ?? 0, shown[start] ?? 0)) start -= 1;
  while (end < shown.length && !isCut(shown[end - 1] ?? 0, shown[end] ?? 0)) end += 1;
  return { start: shown[start] ?? index, span: end - start, isFirst: start === 0 };
}

/** The header rows and the columns that name a row: code, name and, in the matrix, the maximum. */
function frozenPanes(sheet: SheetCells): { readonly rows: number; readonly columns: number } {
  const header = sheet.rows
    .slice(0, 12)
    .findIndex((row) => row !== undefined && row.filter((cell) => typeof cell?.value === 'string').length >= 3);
  if (header < 0) return { rows: 0, columns: 0 };
  const below = sheet.rows[header + 1] ?? [];
  const twoRows = below.some((cell) => typeof cell?.value === 'string' && LEVEL_WORD.test(cell.value.normalize('NFC')));
  const maximum = (sheet.rows[header] ?? []).findIndex(
    (cell) => typeof cell?.value === 'string' && /điểm (tối đa|chuẩn)/i.test(cell.value.normalize('NFC')),
  );
  return { rows: header + (twoRows ? 2 : 1), columns: twoRows && maximum > 0 ? maximum + 1 : 2 };
}

const LEVEL_WORD = /^\s*(tự chấm|(khối|cụm) chấm|thẩm định)\s*$/i;
