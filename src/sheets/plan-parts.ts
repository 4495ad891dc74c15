/** Small parts from which every sheet plan is put together. */
import type { Area } from './cells';
import type { PlanCell, PlanRow, PlanValue, PrintSetup, SheetPlan } from './plan';
import { STYLES, type CellStyle, type StyleName } from './styles';
import { linesIn, textRoom } from './text-width';

export function cell(value: PlanValue, style: StyleName, format?: string): PlanCell {
  return format === undefined ? { value, style } : { value, style, format };
}

export function row(cells: readonly (PlanCell | null)[], height?: number): PlanRow {
  return height === undefined ? { cells } : { cells, height };
}

/** A blank cell of this style, so that borders and fills run on under a merge. */
export function blanks(count: number, style: StyleName): PlanCell[] {
  return Array.from({ length: count }, () => cell(null, style));
}

/** One row high, from column `left` to `right`. */
export function across(rowIndex: number, left: number, right: number): Area {
  return { top: rowIndex, bottom: rowIndex, left, right };
}

/** Decree 30/2020: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm. */
export const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 } as const;
/** The page number, centred at the top. */
const PAGE_NUMBER = '&C&"Times New Roman,Regular"&13&P';

export type Orientation = PrintSetup['orientation'];

/** A4, one page wide, the table's header rows repeated, page numbers from page 2. */
export function printSetup(
  orientation: Orientation,
  area: Area,
  titleRows: PrintSetup['titleRows'],
  more: Partial<Pick<PrintSetup, 'breaks' | 'footer' | 'pagesHigh' | 'margins' | 'paper' | 'wide'>> = {},
): PrintSetup {
  return {
    orientation,
    area,
    titleRows,
    margins: MARGINS,
    header: PAGE_NUMBER,
    footer: '',
    plainFirstPage: true,
    breaks: [],
    pagesHigh: null,
    ...more,
  };
}

/** A sheet with nothing but its name, columns and rows; `more` says the rest. */
export function sheetPlan(
  base: Pick<SheetPlan, 'name' | 'columns' | 'rows'>,
  more: Partial<Omit<SheetPlan, 'name' | 'columns' | 'rows'>>,
): SheetPlan {
  return {
    merges: [],
    freeze: null,
    validations: [],
    conditional: [],
    print: null,
    protect: false,
    chart: null,
    stamp: null,
    tabColor: null,
    ...base,
    ...more,
  };
}

/** Lines a text takes in columns of so many characters together, words kept whole. */
export const linesOf = (text: string, width: number, { size = 12, bold = false, wrap = false }: CellStyle): number =>
  linesIn(text, wrap ? textRoom(width) : Infinity, size, bold ? 'bold' : 'regular');

/** Of the size, with what lies between two lines. */
const LINE_HEIGHT = 1.25;
/** Points above and below the lines together; no row is lower than one line of 12 points. */
const ROW_PADDING = 2;
const LEAST_HEIGHT = 17;
/** Excel has no higher row. */
const MOST_HEIGHT = 409;

/**
 * Points a row needs so that no wrapped text is cut off: set by hand, because neither Excel nor
 * LibreOffice fits the height of merged cells. `widths` are the columns each cell may use.
 */
export function heightFor(
  cells: readonly { readonly text: string; readonly width: number; readonly style: StyleName }[],
): number {
  const heights = cells.map(({ text, width, style }) => {
    const look: CellStyle = STYLES[style];
    const size = look.size ?? 12;
    return linesOf(text, width, look) * size * LINE_HEIGHT + ROW_PADDING;
  });
  return Math.min(MOST_HEIGHT, Math.ceil(Math.max(LEAST_HEIGHT, ...heights)));
}

/** A row whose height fits its texts in columns of these widths. */
export function fittedRow(cells: readonly (PlanCell | null)[], widths: readonly number[]): PlanRow {
  const texts = cells.flatMap((one, index) =>
    typeof one?.value === 'string' && one.style
      ? [{ text: one.value, width: widths[index] ?? 8, style: one.style }]
      : [],
  );
  return row(cells, heightFor(texts));
}
