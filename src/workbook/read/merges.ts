/** Merged areas carry no meaning: Excel's door cannot see them. The door of files gives a hint. */
import type { Findings } from './findings';
import { placeOf, type Table } from './table';

/** So many hints of one sheet say enough. */
const MOST_HINTS = 20;

/** Names merged areas that lie over more than one input cell of the records. `rows` and `columns` are sorted. */
export function sayMerged(
  table: Table<string>,
  rows: readonly number[],
  columns: readonly number[],
  findings: Findings,
): void {
  let hints = 0;
  for (const { top, bottom, left, right } of table.sheet.merges ?? []) {
    const inputs =
      (firstFrom(rows, bottom + 1) - firstFrom(rows, top)) * (firstFrom(columns, right + 1) - firstFrom(columns, left));
    if (inputs < 2) continue;
    findings.say('merged-data', placeOf(table, top, left));
    if (++hints >= MOST_HINTS) return;
  }
}

/** The index of the first of the sorted numbers that is not below a value. */
function firstFrom(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
