import type { ZipPart } from './zip';
export declare const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export declare const RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export declare const relationships: (...items: readonly [id: string, type: string, target: string][]) => string;
export declare const sheetXml: (data: string, after?: string, before?: string) => string;
export declare const minimalParts: (sheet?: string) => Record<string, string>;
export declare const zipParts: (parts: Readonly<Record<string, string | null>>, how?: Partial<ZipPart>) => Buffer;
/** A workbook of one sheet with these rows, other parts replaced by `changes` (null: left out). */
export declare const minimalWorkbook: (data: string, changes?: Readonly<Record<string, string | null>>) => Buffer;
