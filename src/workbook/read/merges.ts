/** Merged areas: which rows are sub-headings, and which input cells hide others. Doors that cannot see them find none. */
import type { Area } from '../cells';
import type { Findings, Touches } from './findings';
import { placeOf, type Table } from './table';

/** Rows merged over the key and the next column. */
export function subHeadings({ sheet, keyColumn }: Table<string>): (row: number) => boolean {
  const height = sheet.rows.length;
  const change = new Int32Array(height + 1);
  for (const { top, bottom, left, right } of sheet.merges ?? []) {
    if (left > keyColumn || right <= keyColumn || top >= height) continue;
    change[top] = (change[top] ?? 0) + 1;
    const end = Math.min(bottom + 1, height);
    change[end] = (change[end] ?? 0) - 1;
  }
  for (let row = 1; row <= height; row++) change[row] = (change[row] ?? 0) + (change[row - 1] ?? 0);
  return (row) => (change[row] ?? 0) > 0;
}

/** Areas may overlap without end in a hostile file; so many of their rows are looked up. */
const MOST_MERGED_ROWS = 1_000_000;

/**
 * Says which merged areas hold more than one input cell of the records, so that nobody knows which
 * value belongs where; answers whether a cell lies in one. `rows` and `columns` are sorted.
 */
export function mergedCells(
  table: Table<string>, rows: readonly number[], columns: readonly number[], findings: Findings, touches: Touches,
): (row: number, column: number) => boolean {
  const byRow = new Map<number, Area[]>();
  let left = MOST_MERGED_ROWS;
  for (const area of table.sheet.merges ?? []) {
    const from = firstFrom(rows, area.top);
    const to = firstFrom(rows, area.bottom + 1);
    if ((to - from) * (firstFrom(columns, area.right + 1) - firstFrom(columns, area.left)) < 2) continue;
    findings.say('merged-data', placeOf(table, area.top, area.left), {}, touches);
    for (let index = from; index < to && left > 0; index++, left--) {
      const row = rows[index] ?? 0;
      byRow.set(row, [...(byRow.get(row) ?? []), area]);
    }
  }
  return (row, column) => byRow.get(row)?.some((area) => area.left <= column && column <= area.right) ?? false;
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
