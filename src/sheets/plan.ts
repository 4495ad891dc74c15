/** A sheet to be laid down, as plain data: one description for every door. */
import type { Area } from './cells';
import type { StyleName } from './styles';

export type PlanValue = string | number | boolean | null;

/**
 * One cell. `formula` without the leading "=", with `value` as its stored result. A text `value`
 * is always written as text, whatever it begins with. `link` jumps to a cell of this workbook.
 */
export interface PlanCell {
  readonly value: PlanValue;
  readonly formula?: string;
  readonly style?: StyleName;
  /** A number format code that replaces the style's. */
  readonly format?: string;
  readonly link?: { readonly sheet: string; readonly cell: string };
}

export interface PlanRow {
  /** In points; absent: the door's default. */
  readonly height?: number;
  /** By column from 0; null is a blank cell without style. */
  readonly cells: readonly (PlanCell | null)[];
}

/** In-cell rules for people who type. Formulas without "=". */
export type Validation =
  | {
      readonly kind: 'list';
      readonly area: Area;
      readonly items: readonly string[];
      readonly strict: boolean;
      readonly message: string;
    }
  | {
      readonly kind: 'listFrom';
      readonly area: Area;
      readonly formula: string;
      readonly strict: boolean;
      readonly message: string;
    }
  | {
      readonly kind: 'decimal';
      readonly area: Area;
      readonly min: number;
      readonly max: number | null;
      readonly message: string;
    }
  /** What is shown beside a cell while it is selected; anything may be typed. At most 255 characters. */
  | { readonly kind: 'hint'; readonly area: Area; readonly message: string };

/** Cells of `area` take the style when `formula` (relative to the area's first cell) is true. */
export interface ConditionalStyle {
  readonly area: Area;
  readonly formula: string;
  readonly style: StyleName;
}

/** By this name our chart on a sheet is told from charts that the user adds. */
export const CHART_NAME = 'thidua_chart';

/** A bar chart of one column of numbers. */
export interface ChartPlan {
  readonly title: string;
  readonly categories: Area;
  readonly values: Area;
  /** Where it stands. */
  readonly at: Area;
}

export type PaperSize = 'A4' | 'A3';

/** A sheet that is wider than a page: pages beside each other, each beginning with the first columns. */
export interface WidePages {
  /** Percent of the true size. */
  readonly scale: number;
  /** The first columns that every page repeats. */
  readonly titleColumns: number;
  /** Columns before which a new page begins. */
  readonly breaks: readonly number[];
}

/** Margins in millimetres. One page wide unless `wide` says otherwise, numbered from 1. Header and footer in Excel's codes. */
export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly area: Area | null;
  /** First and last row repeated on every page. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  readonly header: string;
  readonly footer: string;
  /** True when the first page has neither header nor footer (Decree 30/2020: numbers from page 2). */
  readonly plainFirstPage: boolean;
  /** Rows before which a new page begins. */
  readonly breaks: readonly number[];
  /** Shrunk further so that it takes no more pages one below the other; null: as many as it takes. */
  readonly pagesHigh: number | null;
  /** A4 unless said otherwise. */
  readonly paper?: PaperSize;
  readonly wide?: WidePages;
}

export interface SheetPlan {
  readonly name: string;
  /** Widths in characters. */
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  readonly rows: readonly PlanRow[];
  readonly merges: readonly Area[];
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly validations: readonly Validation[];
  readonly conditional: readonly ConditionalStyle[];
  readonly print: PrintSetup | null;
  /** Protected without a password; only cells whose style is unlocked can be typed in. */
  readonly protect: boolean;
  readonly chart: ChartPlan | null;
  /** The text of the hidden name `thidua_stamp`; null on sheets that belong to the user. */
  readonly stamp: string | null;
  readonly tabColor: string | null;
  /** A table with buttons for sorting and filtering: its header row and all below. */
  readonly filter?: Area;
}
