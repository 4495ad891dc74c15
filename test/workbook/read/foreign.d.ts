import type { WorkbookCells } from '../../../src/workbook/cells';
/** Written by exceljs. */
export declare function writtenByExcelJs(cells: WorkbookCells): Promise<Uint8Array>;
/** Written by SheetJS. */
export declare function writtenBySheetJs(cells: WorkbookCells): Uint8Array;
