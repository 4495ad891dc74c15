/** Holds a workbook over the sieve: every change of the list, or a seeded share of them. */
import type { WorkbookCells } from '../../src/workbook/cells';
export interface Sifted {
    tried: number;
    /** Judged through both doors as well. */
    throughDoors: number;
    /** The outcome is as before. */
    same: number;
    /** The outcome is another one, and a new finding names the change. */
    said: number;
    /** A value was changed: it is what it is. */
    values: number;
    /** The outcome is another one and nothing says so. */
    readonly silent: string[];
    /** The two doors tell different things. */
    readonly apart: string[];
}
export interface Shares {
    /** Of all changes, from 0 to 1. */
    readonly tried: number;
    /** Of those tried, from 0 to 1: these go through both doors. */
    readonly throughDoors: number;
    readonly seed: number;
}
export declare function sift(cells: WorkbookCells, shares: Shares): Promise<Sifted>;
