/** Which rows or columns of a block are hidden, where some are and some are not. */
import { addressOf, columnsAddress, rowsAddress } from './areas';
import type { Block } from './read';

/** Up to this many lines each is asked by itself; beyond, one answer for all of them weighs less. */
const FEW_LINES = 256;

/** What was asked of Excel: how many things, and after the round trip the answer. */
export interface AskedLines {
  readonly asks: number;
  readonly hidden: () => ReadonlySet<number>;
}

export function askHiddenRows(sheet: Excel.Worksheet, block: Block): AskedLines {
  return ask(block.rowHidden, block.top, block.values.length, {
    one: (row) => {
      const range = sheet.getRange(rowsAddress(row, row));
      range.load('rowHidden');
      range.untrack();
      return () => range.rowHidden;
    },
    all: () => {
      const rows = rangeOf(sheet, block).getRowProperties({ rowHidden: true });
      return (index) => rows.value[index]?.rowHidden === true;
    },
  });
}

export function askHiddenColumns(sheet: Excel.Worksheet, block: Block): AskedLines {
  return ask(block.columnHidden, block.left, block.values[0]?.length ?? 0, {
    one: (column) => {
      const range = sheet.getRange(columnsAddress(column, column));
      range.load('columnHidden');
      range.untrack();
      return () => range.columnHidden;
    },
    all: () => {
      const columns = rangeOf(sheet, block).getColumnProperties({ columnHidden: true });
      return (index) => columns.value[index]?.columnHidden === true;
    },
  });
}

interface Ways {
  readonly one: (line: number) => () => boolean;
  readonly all: () => (index: number) => boolean;
}

/** `hidden`: of all lines together, null where they differ. */
function ask(hidden: boolean | null, first: number, count: number, { one, all }: Ways): AskedLines {
  const lines = Array.from({ length: count }, (_, index) => first + index);
  if (hidden !== null) return { asks: 0, hidden: () => new Set(hidden ? lines : []) };
  if (count > FEW_LINES) {
    const isHidden = all();
    return { asks: 1, hidden: () => new Set(lines.filter((_, index) => isHidden(index))) };
  }
  const answers = lines.map(one);
  return { asks: count, hidden: () => new Set(lines.filter((_, index) => answers[index]?.())) };
}

function rangeOf(sheet: Excel.Worksheet, { top, left, values }: Block): Excel.Range {
  return sheet.getRange(addressOf({ top, left, bottom: top + values.length - 1, right: left + (values[0]?.length ?? 1) - 1 })).untrack();
}
