/**
 * The third round trip of a read: number formats where they can change what a value means, texts of
 * days, and which rows and columns are hidden where some are. Loading every format would more than
 * double the answer.
 */
import type { Area } from '../workbook/cells';
import { isDateFormat } from '../workbook/read/number-format';
import { addressOf, columnsAddress, rowsAddress } from './areas';
import type { Talk } from './ask';
import { countsFrom1904, isLikelyDay } from './calendar';
import type { Block } from './read';

export interface CloserLook {
  /** Per sheet, by "row,column" inside its block; General is left out. */
  readonly formats: readonly (ReadonlyMap<string, string> | null)[];
  readonly hiddenRows: readonly ReadonlySet<number>[];
  readonly hiddenColumns: readonly ReadonlySet<number>[];
  readonly date1904: boolean;
}

export async function closerLook({ context, sync }: Talk, blocks: readonly (Block | null)[]): Promise<CloserLook> {
  const asked = blocks.map((block) => (block ? ask(context.workbook.worksheets.getItem(block.name), block) : null));
  if (asked.some((one) => one && (one.spans.length > 0 || one.rows.ranges.length > 0 || one.columns.ranges.length > 0))) await sync();
  return {
    formats: asked.map((one) => (one ? formatsOf(one.spans) : null)),
    hiddenRows: asked.map((one) => hiddenIn(one?.rows, (range) => range.rowHidden)),
    hiddenColumns: asked.map((one) => hiddenIn(one?.columns, (range) => range.columnHidden)),
    date1904: asked.some((one, index) => one?.spans.some((span) => showsDaysFrom1904(span, blocks[index]))),
  };
}

interface Lines { readonly first: number; readonly count: number; readonly all: boolean; readonly ranges: readonly Excel.Range[] }
interface Span { readonly area: Area; readonly range: Excel.Range; readonly hasDays: boolean }

function ask(sheet: Excel.Worksheet, block: Block) {
  const load = (address: string, property: string): Excel.Range => {
    const range = sheet.getRange(address);
    range.load(property);
    range.untrack();
    return range;
  };
  const rowCount = block.values.length;
  const columnCount = block.values[0]?.length ?? 0;
  const lines = (first: number, count: number, hidden: boolean | null, address: (index: number) => string, property: string): Lines => ({
    first, count, all: hidden === true,
    ranges: hidden === null ? Array.from({ length: count }, (_, index) => load(address(first + index), property)) : [],
  });
  return {
    spans: doubtfulAreas(block).map((area): Span => {
      const hasDays = block.values.slice(area.top, area.bottom + 1).some((row) => row.slice(area.left, area.right + 1).some(isLikelyDay));
      const address = addressOf({ top: area.top + block.top, left: area.left + block.left, bottom: area.bottom + block.top, right: area.right + block.left });
      return { area, hasDays, range: load(address, hasDays ? 'numberFormat,text' : 'numberFormat') };
    }),
    rows: lines(block.top, rowCount, block.rowHidden, (row) => rowsAddress(row, row), 'rowHidden'),
    columns: lines(block.left, columnCount, block.columnHidden, (column) => columnsAddress(column, column), 'columnHidden'),
  };
}

function formatsOf(spans: readonly Span[]): ReadonlyMap<string, string> {
  const formats = new Map<string, string>();
  for (const { area, range } of spans) {
    (range.numberFormat as string[][]).forEach((row, rowOffset) => row.forEach((format, offset) => {
      if (format !== 'General') formats.set(`${String(area.top + rowOffset)},${String(area.left + offset)}`, format);
    }));
  }
  return formats;
}

function showsDaysFrom1904({ area, range, hasDays }: Span, block: Block | null | undefined): boolean {
  if (!hasDays) return false;
  return (range.numberFormat as string[][]).some((row, rowOffset) => row.some((format, offset) =>
    isDateFormat(format) && countsFrom1904(block?.values[area.top + rowOffset]?.[area.left + offset], range.text[rowOffset]?.[offset])));
}

function hiddenIn(lines: Lines | undefined, isHidden: (range: Excel.Range) => boolean): ReadonlySet<number> {
  if (!lines) return new Set();
  return new Set(Array.from({ length: lines.count }, (_, index) => index)
    .filter((index) => lines.all || (lines.ranges[index] !== undefined && isHidden(lines.ranges[index])))
    .map((index) => lines.first + index));
}

/** Below this many numbers a sheet's formats are all read. */
const FEW_NUMBERS = 400;
/** No score reaches it, every date of our time does. */
const LOWEST_DATE = 10_000;
/** Joining two spans over a gap costs less than asking for another one. */
const GAP = 12;

/**
 * Where a format can matter: a share typed as per cent (at most 1 in size), a date, a code kept as a
 * number ("1.10" is 1.1), and every number of a small sheet.
 */
function doubtfulAreas(block: Block): Area[] {
  const numbers = block.values.reduce((sum, row) => sum + row.filter((value) => typeof value === 'number').length, 0);
  const codes = codeColumns(block);
  const isDoubtful = (value: unknown, column: number): boolean =>
    typeof value === 'number' && (numbers <= FEW_NUMBERS || codes.has(column) || (value !== 0 && Math.abs(value) <= 1) || Math.abs(value) >= LOWEST_DATE);
  const spans: Area[] = [];
  block.values.forEach((values, row) => {
    values.forEach((value, column) => {
      if (!isDoubtful(value, column)) return;
      const last = spans[spans.length - 1];
      if (last?.top === row && column - last.right <= GAP) spans[spans.length - 1] = { ...last, right: column };
      else spans.push({ top: row, left: column, bottom: row, right: column });
    });
  });
  return stacked(spans);
}

/** One-row spans that stand under each other become one area. */
function stacked(spans: readonly Area[]): Area[] {
  const areas: Area[] = [];
  const open = new Map<string, number>();
  for (const span of spans) {
    const key = `${String(span.left)}:${String(span.right)}`;
    const index = open.get(key);
    const above = index === undefined ? undefined : areas[index];
    if (index !== undefined && above?.bottom === span.top - 1) areas[index] = { ...above, bottom: span.bottom };
    else open.set(key, areas.push(span) - 1);
  }
  return areas;
}

/** The first columns, and those whose header begins with "Mã". */
function codeColumns(block: Block): ReadonlySet<number> {
  const columns = new Set([0, 1, 2]);
  for (const row of block.values.slice(0, 20)) {
    row.forEach((value, column) => {
      if (typeof value === 'string' && /^\s*m[ãa](\s|$)/i.test(value.normalize('NFC'))) columns.add(column);
    });
  }
  return columns;
}
