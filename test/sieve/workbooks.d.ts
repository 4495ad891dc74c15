import type { WorkbookCells } from '../../src/workbook/cells';
export declare const SIEVED: Readonly<Record<string, () => WorkbookCells>>;
