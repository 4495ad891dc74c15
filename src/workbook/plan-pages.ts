/** Where pages end: so that signatures never stand on a page of their own. */
import type { PlanRow, PrintSetup } from './plan';
import { MARGINS, type Orientation } from './plan-parts';

/** A4 in millimetres, as it lies. */
const PAGE_HEIGHT: Readonly<Record<Orientation, number>> = { portrait: 297, landscape: 210 };
/** Characters of twelve points that fit between the margins; wider sheets are shrunk. */
const PAGE_CHARACTERS: Readonly<Record<Orientation, number>> = { portrait: 84, landscape: 129 };
const POINTS_PER_MM = 72 / 25.4;
/** Printers and programs fit a little less or more on a page: what is kept together holds for both. */
const FITS = [0.97, 1.12] as const;
const DEFAULT_HEIGHT = 15.75;

export interface Pages {
  readonly rows: readonly PlanRow[];
  readonly widths: readonly number[];
  readonly orientation: Orientation;
  readonly titleRows: PrintSetup['titleRows'];
  /** From this row to the last everything stays on one page. */
  readonly keepFrom: number;
}

/** Rows before which a page must begin: none where the rows to be kept together stand on one page by themselves. */
export function breaksFor(pages: Pages): number[] {
  return FITS.every((fit) => isKept(pages, fit)) ? [] : [pages.keepFrom];
}

/** Whether no page ends between `keepFrom` and the last row. */
function isKept({ rows, widths, orientation, titleRows, keepFrom }: Pages, fit: number): boolean {
  const shrink = Math.min(1, PAGE_CHARACTERS[orientation] / sum(widths));
  const page = ((PAGE_HEIGHT[orientation] - MARGINS.top - MARGINS.bottom) * POINTS_PER_MM * fit) / shrink;
  const heights = rows.map(({ height }) => height ?? DEFAULT_HEIGHT);
  const repeated = titleRows === null ? 0 : sum(heights.slice(titleRows.first, titleRows.last + 1));
  let used = 0;
  let first = 0;
  heights.forEach((height, index) => {
    if (used > 0 && used + height > page) [first, used] = [index, repeated];
    used += height;
  });
  return first < keepFrom || first === 0;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
