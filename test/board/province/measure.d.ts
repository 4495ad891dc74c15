/** What a check found against what was planted. */
import type { IssueCode } from '../../../src/rules';
import type { ProvinceFile } from './province';
/** What was said of a file, as the check's JSON has it. */
export interface Said {
    readonly code: IssueCode;
    readonly sheet: string | null;
    readonly cell: string | null;
    readonly received: string | null;
    readonly expected: string | null;
}
export interface Measure {
    readonly planted: number;
    readonly kinds: number;
    readonly found: number;
    readonly said: number;
    readonly explained: number;
    /** "file: kind code at cell". */
    readonly missed: readonly string[];
    /** "file: code at cell". */
    readonly unexplained: readonly string[];
}
/** What was said of each file, in the order of the files. All of it counts, notes included. */
export declare function measure(files: readonly ProvinceFile[], saidOf: readonly (readonly Said[])[]): Measure;
