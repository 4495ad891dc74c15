import { type Judgement } from '../../../src/workbook/job';
/** A small repeatable random source (mulberry32). */
export declare class Random {
    private state;
    constructor(seed: number);
    /** A whole number from 0, below `end`. */
    below(end: number): number;
    pick<T>(items: readonly T[]): T;
}
export declare const blocName: (number: number) => string;
/** Our sheets written into a workbook, as its bloc does it. */
export declare function withResults(bytes: Uint8Array, allowErrors?: boolean): Uint8Array;
export interface SoundBloc {
    /** Without results. */
    readonly bytes: Uint8Array;
    readonly judgement: Judgement;
}
/** A bloc by its number, made once. */
export declare function soundBloc(number: number): SoundBloc;
/** What the Board names as the standard: criteria and rules, no units. */
export declare const standardWorkbook: () => Uint8Array;
