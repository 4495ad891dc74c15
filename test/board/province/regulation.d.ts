/** The regulation of the made-up province: every way of scoring, conditions of every sort, bands and ballots. */
import type { Regulation } from '../../../src/regulations';
export declare const PROVINCE: Regulation;
