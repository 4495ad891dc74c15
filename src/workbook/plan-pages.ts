/** Where pages end: so that signatures never stand on a page of their own. */
import type { PaperSize, PlanRow, PrintSetup, WidePages } from './plan';
import { MARGINS, type Orientation } from './plan-parts';

/** A4 in millimetres, as it lies. */
const PAGE_HEIGHT: Readonly<Record<Orientation, number>> = { portrait: 297, landscape: 210 };
/** Characters of twelve points that fit between the margins; wider sheets are shrunk. */
const PAGE_CHARACTERS: Readonly<Record<Orientation, number>> = { portrait: 84, landscape: 129 };
const POINTS_PER_MM = 72 / 25.4;
/** Printers and programs fit a little less or more on a page: what is kept together holds for all. */
const FITS = [0.97, 1, 1.03, 1.06, 1.09, 1.12] as const;
const DEFAULT_HEIGHT = 15.75;
/** For the sake of one page texts of 13 points go down to 11.7, tables of 12 points to 9, no further. */
const LEAST_SHRINK: Readonly<Record<Orientation, number>> = { portrait: 0.9, landscape: 0.75 };

export interface Pages {
  readonly rows: readonly PlanRow[];
  readonly widths: readonly number[];
  readonly orientation: Orientation;
  readonly titleRows: PrintSetup['titleRows'];
  /** From this row to the last everything stays on one page. */
  readonly keepFrom: number;
}

/** One page where shrinking the print a little makes it one; else the rows before which a page must begin. */
export function pagesFor({ rows, widths, orientation, titleRows, keepFrom }: Pages): Pick<PrintSetup, 'breaks' | 'onePage'> {
  const heights = rows.map(({ height }) => height ?? DEFAULT_HEIGHT);
  const page = (PAGE_HEIGHT[orientation] - MARGINS.top - MARGINS.bottom) * POINTS_PER_MM;
  const shrink = Math.min(1, PAGE_CHARACTERS[orientation] / sum(widths));
  const onePage = sum(heights) * Math.min(LEAST_SHRINK[orientation], shrink) <= page * FITS[0];
  const repeated = titleRows === null ? 0 : sum(heights.slice(titleRows.first, titleRows.last + 1));
  const isKept = FITS.every((fit) => (pageStarts(heights, (page * fit) / shrink, repeated).at(-1) ?? 0) <= keepFrom);
  return { onePage, breaks: onePage || isKept ? [] : [keepFrom] };
}

/** The rows with which pages begin, where nothing but the paper ends them. */
function pageStarts(heights: readonly number[], page: number, repeated: number): number[] {
  const starts = [0];
  let used = 0;
  heights.forEach((height, index) => {
    if (used > 0 && used + height > page) {
      starts.push(index);
      used = repeated;
    }
    used += height;
  });
  return starts;
}

/** A working sheet needs no margin for a binder. */
export const WORKING_MARGINS = { top: 15, bottom: 12, left: 15, right: 10 } as const;
/** Millimetres of a page on its long side. */
const LONG_SIDE: Readonly<Record<PaperSize, number>> = { A4: 297, A3: 420 };
/** The smallest text of a working sheet has 11 points: in this size, percent, it prints with 9. */
const LEAST_SCALE = 82;
/** Programs differ in how wide a column prints. */
const SAFE = 0.87;

export interface WideSheet {
  readonly paper: PaperSize;
  readonly widths: readonly number[];
  readonly titleColumns: number;
  /** Columns that are never parted, one block after the other. */
  readonly block: number;
}

/** Pages side by side on paper that lies: as few as readable print allows, blocks kept whole and spread evenly. */
export function widePages({ paper, widths, titleColumns, block }: WideSheet): WidePages {
  const { left, right } = WORKING_MARGINS;
  const characters = ((LONG_SIDE[paper] - left - right) / (PAGE_HEIGHT.portrait - MARGINS.left - MARGINS.right)) * PAGE_CHARACTERS.landscape * SAFE;
  const titles = sum(widths.slice(0, titleColumns));
  const blocks = Math.max(1, Math.ceil((widths.length - titleColumns) / block));
  const wide = sum(widths.slice(titleColumns, titleColumns + block));
  const most = Math.max(1, Math.floor(((characters * 100) / LEAST_SCALE - titles) / wide));
  const pages = Math.ceil(blocks / most);
  const each = Math.ceil(blocks / pages);
  const breaks = Array.from({ length: pages - 1 }, (_, page) => titleColumns + (page + 1) * each * block);
  return { scale: Math.min(100, Math.floor((characters * 100) / (titles + each * wide))), titleColumns, breaks };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
