/** Where pages end: so that signatures never stand on a page of their own. */
import type { PageLayout } from '../rules';
import type { PaperSize, PlanRow, PrintSetup, WidePages } from './plan';
import { MARGINS, printSetup, type Orientation } from './plan-parts';

/** A4 in millimetres, as it lies. */
const PAGE_HEIGHT: Readonly<Record<Orientation, number>> = { portrait: 297, landscape: 210 };
/**
 * Characters of column width that fit between the margins at true size in LibreOffice, whose columns are the
 * widest (6.03 points a character; Excel's have 5.25); wider sheets are shrunk.
 */
const PAGE_CHARACTERS: Readonly<Record<Orientation, number>> = { portrait: 77, landscape: 118 };
export const POINTS_PER_MM = 72 / 25.4;
/** Of a column's width, in LibreOffice. */
export const POINTS_PER_CHARACTER = 6.03;
/**
 * Printers and programs fit less or more on a page: what is kept together holds for all. The least is Excel's,
 * whose columns are narrower than LibreOffice's, so that a page is shrunk less.
 */
const FITS = [0.84, 0.9, 0.97, 1, 1.03] as const;
/** The least of those that print in the size reckoned here. */
const LEAST_IN_THIS_SIZE = 0.97;
/** Of a row without a height of its own. */
export const DEFAULT_HEIGHT = 15.75;
/** For the sake of one page texts of 13 points go down to 11.7, tables of 12 points to 9 (whole percents are cut off), no further. */
const LEAST_SHRINK: Readonly<Record<Orientation, number>> = { portrait: 0.9, landscape: 0.76 };

export interface Pages {
  readonly rows: readonly PlanRow[];
  readonly widths: readonly number[];
  readonly orientation: Orientation;
  readonly titleRows: PrintSetup['titleRows'];
  /** From this row to the last everything stays on one page. */
  readonly keepFrom: number;
  /** Where a table may be parted: from this row on, so that its pages are about equally full. Absent: at `keepFrom` only. */
  readonly partFrom?: number;
}

export interface PageEnds {
  readonly print: Pick<PrintSetup, 'breaks' | 'pagesHigh'>;
  readonly pages: number;
  /** The size in which it prints: 1 for the true one. */
  readonly scale: number;
}

/** One page where shrinking the print a little makes it one; else the rows before which a page must begin. */
export function pagesFor({ rows, widths, orientation, titleRows, keepFrom, partFrom = keepFrom }: Pages): PageEnds {
  const heights = rows.map(({ height }) => height ?? DEFAULT_HEIGHT);
  const page = (PAGE_HEIGHT[orientation] - MARGINS.top - MARGINS.bottom) * POINTS_PER_MM;
  const shrink = Math.min(1, PAGE_CHARACTERS[orientation] / sum(widths));
  const whole = sum(heights);
  if (whole * Math.min(LEAST_SHRINK[orientation], shrink) <= page) {
    return { print: { pagesHigh: 1, breaks: [] }, pages: 1, scale: Math.min(shrink, page / whole) };
  }
  const repeated = titleRows === null ? 0 : sum(heights.slice(titleRows.first, titleRows.last + 1));
  const starts = (fit: number, below = heights.length): number[] =>
    pageStarts(heights.slice(0, below), (page * fit) / shrink, repeated);
  const keeps = (fit: number): boolean => (starts(fit).at(-1) ?? 0) <= keepFrom;
  const free = FITS.every(keeps) ? { breaks: [], pages: starts(FITS[0]).length } : partedPages();
  // A table whose pages are counted prints alike in all programs: one that fits less on a page shrinks it a little more.
  const counted = starts(LEAST_IN_THIS_SIZE).length;
  const isCounted = counted < free.pages && FITS.every((fit) => starts(fit).length > counted || keeps(fit));
  return orientation === 'landscape' && isCounted
    ? { print: { pagesHigh: counted, breaks: [] }, pages: counted, scale: shrink }
    : { print: { pagesHigh: null, breaks: free.breaks }, pages: free.pages, scale: shrink };

  /** A page begins where the pages are about equally full. */
  function partedPages(): { readonly breaks: readonly number[]; readonly pages: number } {
    const least = (page * FITS[0]) / shrink;
    const below = (row: number): number => repeated + sum(heights.slice(row));
    return Array.from({ length: keepFrom - Math.min(partFrom, keepFrom) + 1 }, (_, index) => keepFrom - index)
      .filter((row) => row === keepFrom || below(row) <= least)
      .map((row) => {
        const above = starts(FITS[0], row);
        return {
          breaks: [row],
          pages: above.length + 1,
          uneven: Math.abs(below(row) - sum(heights.slice(above.at(-1), row))),
        };
      })
      .reduce((best, one) =>
        one.pages < best.pages || (one.pages === best.pages && one.uneven < best.uneven) ? one : best,
      );
  }
}

/** The rows with which pages begin: where the paper ends, and at `breaks`. */
export function pageStarts(
  heights: readonly number[],
  page: number,
  repeated: number,
  breaks: ReadonlySet<number> = new Set(),
): number[] {
  const starts = [0];
  let used = 0;
  heights.forEach((height, index) => {
    if (used > 0 && (used + height > page || breaks.has(index))) {
      starts.push(index);
      used = repeated;
    }
    used += height;
  });
  return starts;
}

/** A working sheet needs no margin for a binder. */
export const WORKING_MARGINS = { top: 15, bottom: 12, left: 15, right: 10 } as const;
/** Millimetres of a page that lies. */
export const LYING: Readonly<Record<PaperSize, { readonly width: number; readonly height: number }>> = {
  A4: { width: 297, height: 210 },
  A3: { width: 420, height: 297 },
};
/** The smallest text of a working sheet has 12 points: in this size, percent, it prints with 9. */
const LEAST_SCALE = 75;
/** The least that a sheet can be printed in, percent (ECMA-376 Part 1, §18.3.1.63). */
const LEAST_OF_ALL = 10;
/** What is printed in a scale of its own must not be wider than the page in any program. */
const SAFE = 0.98;

interface WideSheet {
  readonly paper: PaperSize;
  readonly widths: readonly number[];
  readonly titleColumns: number;
  /** The first columns of those that are never parted, one block after the other. */
  readonly blocks: readonly number[];
  readonly rows: readonly Pick<PlanRow, 'height'>[];
  readonly titleRows: NonNullable<PrintSetup['titleRows']>;
}

/** Pages side by side on paper that lies, as few as readable print allows and in the largest print that takes no more; blocks kept whole and spread evenly. */
function widePages({ paper, widths, titleColumns, blocks, rows, titleRows }: WideSheet): WidePages {
  const { left, right, top, bottom } = WORKING_MARGINS;
  const characters =
    ((LYING[paper].width - left - right) / (PAGE_HEIGHT.portrait - MARGINS.left - MARGINS.right)) *
    PAGE_CHARACTERS.landscape *
    SAFE;
  const titles = sum(widths.slice(0, titleColumns));
  const ends = [...blocks.slice(1), widths.length];
  const blockWidths = blocks.map((first, at) => sum(widths.slice(first, ends[at])));
  const widest = Math.max(0, ...blockWidths);
  // What is hidden takes no place: it goes with the page before it.
  const shown = blocks.filter((_, at) => (blockWidths[at] ?? 0) > 0);
  const most = Math.max(1, Math.floor(((characters * 100) / LEAST_SCALE - titles) / widest));
  const pages = Math.max(1, Math.ceil(shown.length / most));
  const each = Math.ceil(shown.length / pages);
  const breaks = shown.filter((_, at) => at > 0 && at % each === 0);
  const starts = [titleColumns, ...breaks, widths.length];
  const page = Math.max(...starts.slice(1).map((end, at) => sum(widths.slice(starts[at], end))));
  const heights = rows.map(({ height }) => height ?? DEFAULT_HEIGHT);
  const repeated = sum(heights.slice(titleRows.first, titleRows.last + 1));
  const below = (scale: number): number =>
    pageStarts(heights, ((LYING[paper].height - top - bottom) * POINTS_PER_MM * 0.97 * 100) / scale, repeated).length;
  let scale = Math.min(100, Math.floor((characters * 100) / (titles + page)));
  while (scale > LEAST_SCALE && below(scale) > below(LEAST_SCALE)) scale -= 1;
  return { scale: Math.max(LEAST_OF_ALL, scale), titleColumns, breaks };
}

/** What a layout comes to in columns and rows of these sizes: widths in characters, heights in points. */
export function layoutPrint(
  { titleColumns, titleRows, end, blocks }: PageLayout,
  paper: PaperSize,
  widths: readonly number[],
  heights: readonly (number | undefined)[],
): PrintSetup {
  const columns = Array.from({ length: end.column + 1 }, (_, column) => widths[column] ?? 0);
  const rows = Array.from({ length: end.row + 1 }, (_, row) => ({ height: heights[row] ?? DEFAULT_HEIGHT }));
  return printSetup('landscape', { top: 0, bottom: end.row, left: 0, right: end.column }, titleRows, {
    paper,
    margins: WORKING_MARGINS,
    wide: widePages({ paper, widths: columns, titleColumns, blocks, rows, titleRows }),
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
