/** A small sound workbook that uses every sheet, and ways to spoil it one cell at a time. */
import { type Issue } from '../../../src/rules';
import type { WorkbookCells } from '../../../src/workbook/cells';
import { type SheetOptions } from '../../support/tables';
export declare const BASE: {
    'Th\u00F4ng tin': string;
    'Quy t\u1EAFc': string;
    'Ti\u00EAu ch\u00ED': string;
    '\u0110\u01A1n v\u1ECB': string;
    'Ch\u1EA5m \u0111i\u1EC3m': {
        table: string;
        merges: string[];
    };
    'S\u1ED1 li\u1EC7u': string;
    'Khen th\u01B0\u1EDFng': string;
    '\u0110i\u1EC1u ki\u1EC7n': string;
    'X\u1EBFp lo\u1EA1i': string;
    'B\u1ECF phi\u1EBFu': string;
    'Quy\u1EBFt \u0111\u1ECBnh': string;
};
export interface Spoiling {
    /** "Sheet!A1" → what stands there instead ("" for nothing). */
    readonly set?: Readonly<Record<string, string>>;
    /** Sheets written anew as whole tables, or null to remove them. */
    readonly sheets?: Readonly<Record<string, string | null>>;
    readonly rename?: Readonly<Record<string, string>>;
    readonly options?: Readonly<Record<string, SheetOptions>>;
    /** Any other change of the cells. */
    readonly change?: (cells: WorkbookCells) => WorkbookCells;
}
export declare function spoiled({ set, sheets, rename, options, change }: Spoiling): WorkbookCells;
/** Puts a blank row or column into a sheet before the one named ("3" or "B"). */
export declare function inserted(cells: WorkbookCells, name: string, at: string): WorkbookCells;
/** Every text of a workbook changed. */
export declare function withTexts(cells: WorkbookCells, change: (text: string) => string): WorkbookCells;
/** "code Sheet!A1" for each issue, as the tests list them. */
export declare const placed: ({ code, place }: Issue) => string;
export declare const issuesOf: (cells: WorkbookCells) => readonly Issue[];
