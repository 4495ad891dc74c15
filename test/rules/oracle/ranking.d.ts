/** The order of the ranked units: total, tie keys, recorded decision (section 4). */
import type { Book, Decision } from '../../../src/rules';
import { type Facts } from './truth';
export interface Ranking {
    /** Sets of one rank, best first. */
    readonly groups: readonly (readonly string[])[];
    readonly brokenBy: ReadonlyMap<string, string | null>;
    /** Exactly tied after all keys, before decisions. */
    readonly tiedSets: readonly (readonly string[])[];
    readonly keyMissing: boolean;
}
export declare const sameSet: (a: readonly string[], b: readonly string[]) => boolean;
/** `members` are the ranked units, each with a total. */
export declare function rankUnits(book: Book, members: readonly Facts[]): Ranking;
/** The order recorded for exactly this set; two that contradict each other settle nothing. */
export declare function orderFor(decisions: readonly Decision[], set: readonly string[]): readonly string[] | null;
/** 1, 2, 2, 4. */
export declare function ranksOf(groups: readonly (readonly string[])[]): ReadonlyMap<string, number>;
