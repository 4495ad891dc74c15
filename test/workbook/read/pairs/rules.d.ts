/** Sums, and the rules of the workbook itself: settings, criteria, awards, conditions, grades. */
import type { Pair } from './pair';
export declare const RULE_PAIRS: readonly Pair[];
