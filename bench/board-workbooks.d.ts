/**
 * Submitted workbooks to measure with: 14 units, 48 criteria on three levels, votes and conditions, and
 * the bloc's own results; every one of them differs.
 */
import type { Regulation } from '../src/regulations';
export declare const REGULATION: Regulation;
export declare const submittedStandard: () => Uint8Array;
/** The workbook of one bloc with its results written. */
export declare function submittedWorkbook(seed: number): Uint8Array;
