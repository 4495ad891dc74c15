import type { WorkbookCells } from '../../../src/workbook/cells';
/** "Trang!A1" → [kind, value]. Blank cells are left out. */
export type Reading = ReadonlyMap<string, readonly [kind: 'number' | 'text' | 'yes/no' | 'error' | 'none', value: string]>;
export declare function readOurs(file: Uint8Array): {
    reading: Reading;
    workbook: WorkbookCells;
};
export declare function readSheetJs(file: Uint8Array): Reading;
export declare function readExcelJs(file: Uint8Array): Promise<Reading>;
