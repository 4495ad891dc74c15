/** Lays the outcome of `evaluate` beside the oracle's and lists where they differ. */
import { type Book } from '../../../src/rules';
import { type Outcome } from './oracle';
export interface Difference {
    readonly where: string;
    readonly rules: unknown;
    readonly oracle: unknown;
}
export interface Comparison {
    readonly differences: readonly Difference[];
    /** Awards had more open questions than brute force can bear. */
    readonly tooMany: boolean;
}
/** `oracle`: the second reading's outcome where it is known already. */
export declare function differencesOf(book: Book, oracle?: Outcome): Comparison;
