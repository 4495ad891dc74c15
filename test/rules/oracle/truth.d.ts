/** Conditions in three values (section 3): what a field holds for a unit, and whether a row holds. */
import type { BallotBase, Book, Condition, Operator, Threshold, Unit } from '../../../src/rules';
import { type Fraction } from './fraction';
import { type Score } from './scoring';
export type Truth = 'yes' | 'no' | 'unknown';
export type Value = {
    readonly kind: 'number';
    readonly value: Fraction;
} | {
    readonly kind: 'text';
    readonly text: string;
} | {
    readonly kind: 'yesno';
    readonly yes: boolean;
} | {
    readonly kind: 'day';
    readonly day: string;
} | {
    readonly kind: 'votes';
    readonly favour: Fraction;
    readonly counts: ReadonlyMap<BallotBase, Fraction>;
}
/** Every grade the unit may still have; `null` among them: none. */
 | {
    readonly kind: 'grades';
    readonly names: readonly (string | null)[];
} | {
    readonly kind: 'unknown';
};
/** All that conditions can ask about a unit. */
export interface Facts {
    readonly unit: Unit;
    readonly score: Score;
    readonly rank: number | null;
    readonly grades: readonly (string | null)[];
}
export declare function valueOf(book: Book, facts: Facts, field: Condition['field']): Value;
/** Votes in favour as a tie key. */
export declare function favourOf(book: Book, ballot: string, unit: string): Fraction | null;
export declare function holds(value: Value, op: Operator | null, threshold: Threshold): Truth;
/** One row for one unit. */
export declare function judge(book: Book, facts: Facts, condition: Condition): Truth;
/** Rows that must all hold; those of one "or" group need one. */
export declare function allHold(rows: readonly Condition[], of: (row: Condition) => Truth): Truth;
export declare const anyHolds: (all: readonly Truth[]) => Truth;
export declare function groupsOf(rows: readonly Condition[]): readonly (readonly Condition[])[];
