/** Which rows or columns of a block cannot be seen: hidden, or without height or width. */
import { addressOf } from './areas';
import { isInputName } from '../sheets/input-sheets';
import type { Block } from './read';

/** So many lines weigh as much in the answer as one thing asked for by itself. */
const LINES_PER_ASK = 8;
/** Points; what is lower or narrower is less than a pixel of a screen. */
const LEAST_SIZE = 0.75;

/** What was asked of Excel: how much it weighs, and after the round trip the answer. */
export interface AskedLines {
  readonly asks: number;
  readonly hidden: () => ReadonlySet<number>;
}

export function askHiddenRows(sheet: Excel.Worksheet, block: Block): AskedLines {
  return ask(block, block.rowHidden, block.top, block.values.length, () => {
    const rows = rangeOf(sheet, block).getRowProperties({ rowHidden: true, format: { rowHeight: true } });
    return (index) => {
      const { rowHidden, format } = rows.value[index] ?? {};
      return rowHidden === true || isNothing(format?.rowHeight);
    };
  });
}

export function askHiddenColumns(sheet: Excel.Worksheet, block: Block): AskedLines {
  return ask(block, block.columnHidden, block.left, block.values[0]?.length ?? 0, () => {
    const columns = rangeOf(sheet, block).getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
    return (index) => {
      const { columnHidden, format } = columns.value[index] ?? {};
      return columnHidden === true || isNothing(format?.columnWidth);
    };
  });
}

const isNothing = (size: number | null | undefined): boolean => typeof size === 'number' && size < LEAST_SIZE;

/** `hidden`: of all lines together, null where they differ. In an input sheet each line is looked at. */
function ask(
  { name }: Block,
  hidden: boolean | null,
  first: number,
  count: number,
  each: () => (index: number) => boolean,
): AskedLines {
  const lines = Array.from({ length: count }, (_, index) => first + index);
  if (hidden === true || (hidden === false && !isInputName(name)))
    return { asks: 0, hidden: () => new Set(hidden ? lines : []) };
  const isHidden = each();
  return { asks: Math.ceil(count / LINES_PER_ASK), hidden: () => new Set(lines.filter((_, index) => isHidden(index))) };
}

function rangeOf(sheet: Excel.Worksheet, { top, left, values }: Block): Excel.Range {
  return sheet
    .getRange(addressOf({ top, left, bottom: top + values.length - 1, right: left + (values[0]?.length ?? 1) - 1 }))
    .untrack();
}
