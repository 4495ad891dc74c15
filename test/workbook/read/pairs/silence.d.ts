import type { Pair } from './pair';
export declare const SILENCE_PAIRS: readonly Pair[];
