import type { ExcelHost } from './host';
/** Loads excel-win32-16.01.js into a context of its own and puts its `Excel` where the door looks for it. */
export declare function connect(host: ExcelHost): void;
/** One library for many hosts, one after the other: loading it takes longer than reading a workbook. */
export declare function connection(): (host: ExcelHost) => void;
