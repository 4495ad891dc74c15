/** Which cells of a block cannot be seen, because their letters have the colour of what lies behind them. */
import { BLACK, isSameColor, WHITE } from '../workbook/colors';
import type { Area } from '../workbook/cells';
import { addressOf } from './areas';
import type { Block } from './read';

/** The two colours of this many cells weigh as much as one thing asked for by itself. */
const CELLS_PER_ASK = 6;
/** Cells asked for at once: about 2 MB, where 5 MB are allowed. */
const CELLS_PER_BAND = 24_000;

/** After the round trip: the cells, as "row,column" inside the block. */
export interface AskedColors {
  readonly unseen: () => string[];
}

export const weightOf = ({ top, left, bottom, right }: Area): number => Math.ceil(((bottom - top + 1) * (right - left + 1)) / CELLS_PER_ASK);

/** Bands of rows, counted from the block's corner. */
export function colorBands({ values }: Block): Area[] {
  const columns = values[0]?.length ?? 0;
  const rows = Math.max(1, Math.floor(CELLS_PER_BAND / Math.max(1, columns)));
  const bands: Area[] = [];
  for (let top = 0; top < values.length && columns > 0; top += rows) bands.push({ top, left: 0, bottom: Math.min(values.length, top + rows) - 1, right: columns - 1 });
  return bands;
}

export function askColors(sheet: Excel.Worksheet, { top, left }: Block, area: Area): AskedColors {
  const range = sheet.getRange(addressOf({ top: top + area.top, left: left + area.left, bottom: top + area.bottom, right: left + area.right })).untrack();
  const answer = range.getCellProperties({ format: { font: { color: true }, fill: { color: true } } });
  return {
    unseen: () => answer.value.flatMap((row, rowOffset) => row.flatMap(({ format }, offset) => {
      // A cell without fill has no colour, or the white of the sheet.
      const behind = colorOf(format?.fill?.color, WHITE);
      return isSameColor(colorOf(format?.font?.color, BLACK), behind) ? [`${String(area.top + rowOffset)},${String(area.left + offset)}`] : [];
    })),
  };
}

const colorOf = (color: string | null | undefined, otherwise: string): string => (color ? color.replace('#', '').toUpperCase() : otherwise);
