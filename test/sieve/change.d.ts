/** One single change of a workbook, as a person makes it by accident. */
import type { Cell, SheetCells, WorkbookCells } from '../../src/workbook/cells';
/** What a change touched: by this a finding must name it. Rows and columns as they stand after the change. */
export interface Touched {
    readonly sheet: string;
    readonly row?: number;
    readonly column?: number;
    /** The words that stood there and stand there now: a finding that quotes one of them names the change. */
    readonly words: readonly string[];
}
export interface Change {
    /** Such as "cut: Điều kiện!A4 ĐK3 → ĐK". */
    readonly name: string;
    readonly kind: string;
    readonly touched: Touched;
    /** The changed cell holds a value (a number, a free text, a word changed into another allowed one): it is what it is. */
    readonly isValue: boolean;
    readonly make: () => WorkbookCells;
}
export declare const withSheet: (cells: WorkbookCells, index: number, change: (sheet: SheetCells) => SheetCells) => WorkbookCells;
export declare function withCell(sheet: SheetCells, row: number, column: number, cell: Cell | undefined): SheetCells;
export declare const width: (sheet: SheetCells) => number;
/** The workbook with a row put in above a row of a sheet; merges, hidden rows and formulas follow as in Excel. */
export declare function insertRow(cells: WorkbookCells, index: number, above: number, row: readonly (Cell | undefined)[] | undefined): WorkbookCells;
/** The workbook with a column of a sheet moved so that it stands at `to`; merges follow where they can, formulas always. */
export declare function moveColumn(cells: WorkbookCells, index: number, from: number, to: number): WorkbookCells;
