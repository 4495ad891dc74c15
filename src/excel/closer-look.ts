/**
 * The third round trip of a read: number formats and colours where they can change what a value means or
 * what is seen of it, the calendar, and which rows and columns are hidden.
 */
import type { Area } from '../workbook/cells';

import { addressOf } from './areas';
import type { Talk } from './ask';
import { askCalendar } from './calendar';
import { askColors, colorBands, weightOf, type AskedColors } from './colors';
import { doubtfulAreas, filledAreas } from './doubtful-formats';
import { askHiddenColumns, askHiddenRows } from './hidden-lines';
import { isInputName } from './input-sheets';
import type { Block } from './read';

export interface CloserLook {
  /** Per sheet, by "row,column" inside its block; General is left out. */
  readonly formats: readonly ReadonlyMap<string, string>[];
  /** Per sheet, in the same way: cells whose letters have the colour of what lies behind them. */
  readonly unseen: readonly ReadonlySet<string>[];
  readonly hiddenRows: readonly ReadonlySet<number>[];
  readonly hiddenColumns: readonly ReadonlySet<number>[];
  readonly date1904: boolean;
}

/** Things asked per round trip: about 500 bytes each, where 5 MB are allowed. */
const ASKS_PER_TRIP = 5000;

export async function closerLook({ context, sync }: Talk, blocks: readonly (Block | null)[]): Promise<CloserLook> {
  const asked: (ReturnType<typeof ask> & { readonly colors: readonly AskedColors[] })[] = [];
  let asks = 0;
  for (const block of blocks) {
    const sheet = block ? context.workbook.worksheets.getItem(block.name) : null;
    const one = block && sheet ? ask(sheet, block) : NOTHING;
    asks += one.spans.length + one.rows.asks + one.columns.asks + one.calendar.asks;
    const colors: AskedColors[] = [];
    for (const area of block && isInputName(block.name) ? colorBands(block) : []) {
      if (asks > 0 && asks + weightOf(area) > ASKS_PER_TRIP) {
        await sync(); // a payload limit forces it
        asks = 0;
      }
      if (block && sheet) colors.push(askColors(sheet, block, area));
      asks += weightOf(area);
    }
    asked.push({ ...one, colors });
    if (asks < ASKS_PER_TRIP) continue;
    await sync(); // a payload limit forces it
    asks = 0;
  }
  if (asks > 0) await sync();
  return {
    formats: asked.map(({ spans }) => formatsOf(spans)),
    unseen: asked.map(({ colors }) => new Set(colors.flatMap((one) => one.unseen()))),
    hiddenRows: asked.map(({ rows }) => rows.hidden()),
    hiddenColumns: asked.map(({ columns }) => columns.hidden()),
    date1904: asked.some(({ calendar }) => calendar.from1904()),
  };
}

interface Span { readonly area: Area; readonly range: Excel.Range }

const ask = (sheet: Excel.Worksheet, block: Block) => ({
  spans: askFormats(sheet, block), rows: askHiddenRows(sheet, block), columns: askHiddenColumns(sheet, block), calendar: askCalendar(sheet, block),
});

/** Of an empty sheet. */
const NOTHING: ReturnType<typeof ask> = {
  spans: [], rows: { asks: 0, hidden: () => new Set() }, columns: { asks: 0, hidden: () => new Set() }, calendar: { asks: 0, from1904: () => false },
};

function askFormats(sheet: Excel.Worksheet, { name, top, left, values }: Block): Span[] {
  return (isInputName(name) ? filledAreas(values) : doubtfulAreas(values)).map((area) => {
    const range = sheet.getRange(addressOf({ top: top + area.top, left: left + area.left, bottom: top + area.bottom, right: left + area.right }));
    range.load('numberFormat');
    range.untrack();
    return { area, range };
  });
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
