/** How the printer parts a planned sheet into pages, by the sheet's own page set-up. */
import type { PlanRow, SheetPlan } from '../../sheets/plan';
import { DEFAULT_HEIGHT, LYING, pageStarts, POINTS_PER_CHARACTER, POINTS_PER_MM } from '../../sheets/plan-pages';

export interface PrintedSheet {
  readonly plan: SheetPlan;
  /** Millimetres. */
  readonly paper: { readonly width: number; readonly height: number };
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** 1 is the true size. */
  readonly scale: number;
  readonly columns: readonly PrintedColumn[];
  /** The rows of each page, those that every page repeats before its own. */
  readonly pages: readonly (readonly number[])[];
}

/** A column of the plan that is printed, in points of the true size. */
export interface PrintedColumn {
  readonly index: number;
  readonly width: number;
}

export const heightOf = (row: PlanRow | undefined): number => row?.height ?? DEFAULT_HEIGHT;

/** Null of a sheet that is never printed. */
export function printedSheet(plan: SheetPlan): PrintedSheet | null {
  const { print, rows } = plan;
  if (print === null) return null;
  const { left, right, top, bottom } = print.area ?? {
    left: 0,
    right: plan.columns.length - 1,
    top: 0,
    bottom: rows.length - 1,
  };
  const columns = plan.columns.flatMap(({ width, hidden }, index): PrintedColumn[] =>
    index < left || index > right || hidden === true ? [] : [{ index, width: width * POINTS_PER_CHARACTER }],
  );
  const lying = LYING[print.paper ?? 'A4'];
  const paper = print.orientation === 'landscape' ? lying : { width: lying.height, height: lying.width };
  const room = (paper.width - print.margins.left - print.margins.right) * POINTS_PER_MM;
  const high = (paper.height - print.margins.top - print.margins.bottom) * POINTS_PER_MM;
  const printed = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  const partedAt = (scale: number): number[][] => parted(plan, printed, high / scale);
  let scale = Math.min(1, room / columns.reduce((sum, { width }) => sum + width, 0));
  let pages = partedAt(scale);
  while (print.pagesHigh !== null && pages.length > print.pagesHigh && scale > LEAST_SCALE)
    pages = partedAt((scale -= 0.01));
  return { plan, paper, margins: print.margins, scale, columns, pages };
}

/** Excel shrinks no further (§18.3.1.63). */
const LEAST_SCALE = 0.1;

function parted({ rows, print }: SheetPlan, printed: readonly number[], page: number): number[][] {
  const [first = 0] = printed;
  const titles = print?.titleRows ?? { first: 0, last: -1 };
  const repeated = printed.filter((row) => row >= titles.first && row <= titles.last);
  const high = (some: readonly number[]): number[] => some.map((row) => heightOf(rows[row]));
  const again = high(repeated).reduce((sum, height) => sum + height, 0);
  const starts = pageStarts(high(printed), page, again, new Set(print?.breaks.map((row) => row - first)));
  return starts.map((start, at) => [
    ...(at === 0 ? [] : repeated),
    ...printed.slice(start, starts[at + 1] ?? printed.length),
  ]);
}

/** What stands in the middle of a header or footer, written in Excel's codes (§18.3.1.46), on this page. */
export function runningText(codes: string, page: number, pages: number): string {
  const [, middle = ''] = /&C([\s\S]*)$/.exec(codes) ?? [];
  return middle
    .replace(/&[LR][\s\S]*$/, '')
    .replace(/&"[^"]*"|&\d{1,3}/g, '')
    .replace(/&P/g, String(page))
    .replace(/&N/g, String(pages))
    .replace(/&&/g, '&');
}
