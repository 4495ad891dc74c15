import type { HandCase } from './hand-cases-awards';
export declare const SCORES: readonly HandCase[];
export declare const RANKS: readonly HandCase[];
