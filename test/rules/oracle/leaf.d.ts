/** Points of one leaf of one unit: what is typed, what is computed, what is wrong (sections 2 and 11 of the rules). */
import type { Book, CountsToward, Criterion, Level, Place, Unit } from '../../../src/rules';
import { type Fraction } from './fraction';
/** `broken`: no points, so the unit has no total; `code` says why. */
export type Leaf = {
    readonly kind: 'points';
    readonly points: Fraction;
} | {
    readonly kind: 'na';
    readonly by: 'section' | 'total';
} | {
    readonly kind: 'broken';
    readonly code: string;
    readonly place: Place | null;
};
export interface Problem {
    readonly code: string;
    readonly place: Place | null;
}
export interface LeafQuestion {
    readonly book: Book;
    readonly unit: Unit;
    readonly criterion: Criterion;
    readonly counts: CountsToward;
    readonly level: Level;
}
/** The leaf before any sanction sets it to 0. */
export declare function leafOf(question: LeafQuestion): Leaf;
interface Race {
    readonly unit: string;
    readonly target: Fraction | null;
    readonly actual: Fraction;
}
/** Target and actual of one unit in a relative criterion; `out`: the criterion does not apply to it. */
export declare function raceOf(question: LeafQuestion): Race | 'out' | Problem;
export {};
