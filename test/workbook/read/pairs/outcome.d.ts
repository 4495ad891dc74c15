/** Ties, awards, decisions, ballots. */
import type { Pair } from './pair';
export declare const OUTCOME_PAIRS: readonly Pair[];
