import type { Book } from '../../../src/rules';
import type { Hole } from './enumerate';
export interface Sample {
    readonly book: Book;
    readonly holes: readonly Hole[];
    /** Nothing is open but points: no fact, no tie key, no condition on a part of the total. */
    readonly totalsAlone: boolean;
    readonly features: readonly string[];
}
/** A bloc of 2 to 5 units with 1 to 6 holes, and at most `MAX_COMPLETIONS` ways to fill them. */
export declare function sample(seed: number): Sample;
