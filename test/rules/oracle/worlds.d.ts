/** What units without a total could still become, and whether an award is the same in every such world. */
import type { Book, Condition } from '../../../src/rules';
import { type Ranking } from './ranking';
import { type Verdict } from './settle';
import { type Facts, type Truth } from './truth';
/** A unit on its way into the ranking. `mayStayOut`: a fact that would keep it from a rank is unknown. */
export interface Entrant {
    readonly facts: Facts;
    readonly open: boolean;
    readonly mayStayOut: boolean;
}
export interface World {
    readonly ranking: Ranking;
    readonly facts: ReadonlyMap<string, Facts>;
}
/** Ranks, then grades, of units that all have a total. `keyed` may know more of a unit than conditions may. */
export declare function worldOf(book: Book, members: readonly Facts[], keyed?: readonly Facts[]): World;
export declare const askedIn: (book: Book, world: World) => (unit: string, row: Condition) => Truth;
/** One verdict per award, over everything that is still open. */
export declare function verdicts(book: Book, entrants: readonly Entrant[]): readonly Verdict[];
export declare function noRankTruth(book: Book, facts: Facts): Truth;
