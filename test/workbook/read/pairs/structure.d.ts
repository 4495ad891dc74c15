import type { Pair } from './pair';
export declare const STRUCTURE_PAIRS: readonly Pair[];
