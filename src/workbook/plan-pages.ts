/** Where pages end: so that signatures never stand on a page of their own. */
import type { PlanRow, PrintSetup } from './plan';
import { MARGINS, type Orientation } from './plan-parts';

/** A4 in millimetres, as it lies. */
const PAGE_HEIGHT: Readonly<Record<Orientation, number>> = { portrait: 297, landscape: 210 };
/** Characters of twelve points that fit between the margins; wider sheets are shrunk. */
const PAGE_CHARACTERS: Readonly<Record<Orientation, number>> = { portrait: 84, landscape: 129 };
const POINTS_PER_MM = 72 / 25.4;
/** Printers and programs differ by a little. */
const SLACK = 0.96;
const DEFAULT_HEIGHT = 15.75;

export interface Pages {
  readonly rows: readonly PlanRow[];
  readonly widths: readonly number[];
  readonly orientation: Orientation;
  readonly titleRows: PrintSetup['titleRows'];
  /** From this row to the last everything stays on one page. */
  readonly keepFrom: number;
}

/** Rows before which a page must begin: none where the rows to be kept together fall on one page by themselves. */
export function breaksFor({ rows, widths, orientation, titleRows, keepFrom }: Pages): number[] {
  const width = widths.reduce((sum, one) => sum + one, 0);
  const shrink = Math.min(1, PAGE_CHARACTERS[orientation] / width);
  const page = ((PAGE_HEIGHT[orientation] - MARGINS.top - MARGINS.bottom) * POINTS_PER_MM * SLACK) / shrink;
  const height = (index: number): number => rows[index]?.height ?? DEFAULT_HEIGHT;
  const repeated = titleRows === null ? 0 : rows.slice(titleRows.first, titleRows.last + 1).reduce((sum, _, index) => sum + height(titleRows.first + index), 0);
  let used = 0;
  let first = 0;
  for (let index = 0; index < rows.length; index++) {
    if (used + height(index) > page && used > 0) {
      if (index > keepFrom && first <= keepFrom) return first === keepFrom ? [] : [keepFrom];
      [first, used] = [index, repeated];
    }
    used += height(index);
  }
  return [];
}
