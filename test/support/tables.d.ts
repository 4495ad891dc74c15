/**
 * Workbooks written as text tables, for tests that read like the sheets they are about:
 *
 *     workbook({ 'Đơn vị': `
 *       Mã | Tên đơn vị
 *       u1 | Sở Y tế
 *     ` })
 *
 * A cell is a number (`9.5`), `TRUE`, `FALSE`, an error (`#REF!`), a day (`2025-12-31`), a formula with
 * its stored value (`=SUM(A1:A2) -> 5`; nothing behind the arrow: never calculated), or a text. Quotes
 * make it a text whatever it looks like (`"9.5"`, `" "`), `\n` breaks its line, `\p` is a "|". ` @ 0.00`
 * behind a value is its number format. A blank line is a blank row.
 */
import type { Cell, SheetCells, WorkbookCells } from '../../src/workbook/cells';
export interface SheetOptions {
    readonly state?: SheetCells['state'];
    /** Excel's row numbers, from 1. */
    readonly hiddenRows?: readonly number[];
    /** Excel's column letters. */
    readonly hiddenColumns?: readonly string[];
    /** `null`: a door that cannot see merged areas. */
    readonly merges?: readonly string[] | null;
    readonly stamp?: string;
}
export interface SheetTable extends SheetOptions {
    readonly table: string;
}
export type WorkbookTables = Readonly<Record<string, string | SheetTable>>;
export declare function workbook(tables: WorkbookTables, options?: Partial<Omit<WorkbookCells, 'sheets'>>): WorkbookCells;
export declare function sheetCells(name: string, { table, state, hiddenRows, hiddenColumns, merges, stamp }: SheetTable): SheetCells;
/** One cell of a table; undefined for a blank. */
export declare function cellOf(written: string): Cell | undefined;
export declare function columnOf(letters: string): number;
