/**
 * A second, slow and plain reading of the rules: what a book comes to, in a form that JSON can compare.
 * It shares nothing with `src/rules` but the types of the book.
 */
import type { AwardStatus, Book } from '../../../src/rules';
import { type Problem } from './leaf';
import { type Reasons } from './reasons';
export interface UnitOutcome {
    readonly sections: Readonly<Record<string, string | null>>;
    readonly base: string | null;
    readonly bonus: string | null;
    readonly deduction: string | null;
    readonly exact: string | null;
    readonly total: string | null;
    readonly rank: number | null;
    readonly tiedWith: readonly string[];
    readonly tieBrokenBy: string | null;
    readonly grade: string | null;
    readonly notRanked: string | null;
    /** `undefined`: hangs on missing points, which test/rules/enumeration fills in one by one. */
    readonly provisional: boolean | undefined;
}
export interface AwardOutcome {
    readonly places: number | null | undefined;
    readonly status: AwardStatus | 'pending';
    readonly units: readonly string[];
    readonly tied: readonly string[] | undefined;
    readonly next: readonly string[] | null;
    readonly why: Reasons;
}
export interface Outcome {
    readonly units: Readonly<Record<string, UnitOutcome>>;
    readonly ties: readonly (readonly string[])[];
    /** Points are missing: what then is certain of ranks and awards is filled in one by one in test/rules/enumeration. */
    readonly missing: boolean;
    /** `null`: more open questions than brute force can bear. */
    readonly awards: Readonly<Record<string, AwardOutcome>> | null;
    /** "code sheet cell", sorted. */
    readonly problems: readonly Problem[];
}
export declare function outcomeOf(book: Book): Outcome;
