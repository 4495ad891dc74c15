/**
 * The third round trip of a read: number formats where they can change what a value means or what is
 * seen of it, the calendar, and which rows and columns are hidden.
 */
import type { Area } from '../sheets/cells';

import { addressOf } from './areas';
import type { Talk } from './ask';
import { askCalendar } from './calendar';
import { doubtfulAreas, filledAreas } from './doubtful-formats';
import { askHiddenColumns, askHiddenRows } from './hidden-lines';
import { isInputName } from '../sheets/input-sheets';
import type { Block } from './read';

export interface CloserLook {
  /** Per sheet, by "row,column" inside its block; General is left out. */
  readonly formats: readonly ReadonlyMap<string, string>[];
  readonly hiddenRows: readonly ReadonlySet<number>[];
  readonly hiddenColumns: readonly ReadonlySet<number>[];
  readonly date1904: boolean;
}

/** Things asked per round trip: about 500 bytes each, where 5 MB are allowed. */
const ASKS_PER_TRIP = 5000;
/** Cells of one sheet whose formats are read with one answer: about 0.6 MB. No bloc has more; beyond, only the doubtful ones. */
const MOST_FORMATS = 60_000;

export async function closerLook({ context, sync }: Talk, blocks: readonly (Block | null)[]): Promise<CloserLook> {
  const asked: ReturnType<typeof ask>[] = [];
  let asks = 0;
  for (const block of blocks) {
    const one = block ? ask(context.workbook.worksheets.getItem(block.name), block) : NOTHING;
    asked.push(one);
    asks += one.spans.length + one.rows.asks + one.columns.asks + one.calendar.asks;
    if (asks < ASKS_PER_TRIP) continue;
    await sync(); // a payload limit forces it
    asks = 0;
  }
  if (asks > 0) await sync();
  return {
    formats: asked.map(({ spans }) => formatsOf(spans)),
    hiddenRows: asked.map(({ rows }) => rows.hidden()),
    hiddenColumns: asked.map(({ columns }) => columns.hidden()),
    date1904: asked.some(({ calendar }) => calendar.from1904()),
  };
}

interface Span {
  readonly area: Area;
  readonly range: Excel.Range;
}

const ask = (sheet: Excel.Worksheet, block: Block) => ({
  spans: askFormats(sheet, block),
  rows: askHiddenRows(sheet, block),
  columns: askHiddenColumns(sheet, block),
  calendar: askCalendar(sheet, block),
});

/** Of an empty sheet. */
const NOTHING: ReturnType<typeof ask> = {
  spans: [],
  rows: { asks: 0, hidden: () => new Set() },
  columns: { asks: 0, hidden: () => new Set() },
  calendar: { asks: 0, from1904: () => false },
};

function askFormats(sheet: Excel.Worksheet, { name, top, left, values }: Block): Span[] {
  return (
    isInputName(name) && values.length * (values[0]?.length ?? 0) <= MOST_FORMATS
      ? filledAreas(values)
      : doubtfulAreas(values)
  ).map((area) => {
    const range = sheet.getRange(
      addressOf({ top: top + area.top, left: left + area.left, bottom: top + area.bottom, right: left + area.right }),
    );
    range.load('numberFormat');
    range.untrack();
    return { area, range };
  });
}

function formatsOf(spans: readonly Span[]): ReadonlyMap<string, string> {
  const formats = new Map<string, string>();
  for (const { area, range } of spans) {
    (range.numberFormat as string[][]).forEach((row, rowOffset) =>
      row.forEach((format, offset) => {
        if (format !== 'General') formats.set(`${String(area.top + rowOffset)},${String(area.left + offset)}`, format);
      }),
    );
  }
  return formats;
}
