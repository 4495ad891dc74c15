/** What a door reads: the used cells of every sheet, the same from a file and from Excel. */

/** An error value such as `#REF!`. */
export interface CellError {
  readonly error: string;
}

/**
 * One non-blank cell. Dates are numbers with a date `format`. A formula without a stored value has
 * `value: null`. `stale`: a formula whose stored value cannot be trusted; `today`: what it gives now, where that is known.
 */
export interface Cell {
  readonly value: number | string | boolean | CellError | null;
  readonly formula?: string;
  /** The number format code (en-US tokens); absent means General. */
  readonly format?: string;
  /** Nothing is seen of it: its letters have the colour of what lies behind them. Only a file tells. */
  readonly hidden?: true;
  readonly stale?: boolean;
  readonly today?: string;
}

/** Rows and columns from 0, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetCells {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** A chart, a dialogue or a module: whatever it is called, it has no cells. Only a file tells; Office.js does not list such sheets. */
  readonly cellless?: true;
  /** `rows[row]?.[column]`; sparse: a hole is a blank cell. */
  readonly rows: readonly (readonly (Cell | undefined)[] | undefined)[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** `null` where the door cannot see them (Excel: reading them clears the undo stack). */
  readonly merges: readonly Area[] | null;
  /** The text of this sheet's hidden name `thidua_stamp`, where it has one. */
  readonly stamp: string | null;
  readonly protected: boolean;
  /** The share of its true size in which it prints where it is shrunk to fit a page's width; absent: 1, or the door cannot tell (Excel). */
  readonly printScale?: number;
}

/** A defined name; `sheet`: the index of the sheet it belongs to, null for the whole workbook. */
export interface CellName {
  readonly name: string;
  readonly sheet: number | null;
  /** Without "=". */
  readonly formula: string;
}

export interface WorkbookCells {
  readonly sheets: readonly SheetCells[];
  /** True when day 0 is 1904-01-01. */
  readonly date1904: boolean;
  /** Structure protected: no sheet can be added. */
  readonly structureProtected: boolean;
  /** True when formulas are calculated at a key press only. */
  readonly manualCalculation?: boolean;
  /** True where the door has had every formula calculated just before it read. */
  readonly calculated?: boolean;
  /** Somebody has laid comments on cells. Only a file tells. */
  readonly comments?: true;
  /** Names that formulas may use. */
  readonly names?: readonly CellName[];
}

export function cellAt(sheet: SheetCells, row: number, column: number): Cell | undefined {
  return sheet.rows[row]?.[column];
}
