/** Single cells: scores, counts, dates, attributes. */
import type { Pair } from './pair';
export declare const CELL_PAIRS: readonly Pair[];
