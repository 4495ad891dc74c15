/** Grades: bands with conditions and limits, then sanctions; every grade a unit may have (sections 2 and 11.7). */
import type { Book, Condition } from '../../../src/rules';
import { type Facts } from './truth';
export type Grade = string | null;
/** Raised when a case has more open questions than brute force can bear. */
export declare class TooMany extends Error {
}
/** For each ranked unit the set of grades that open questions leave it. `facts` carry no grade yet. */
export declare function gradesOf(book: Book, ranked: readonly Facts[], groups: readonly (readonly string[])[]): ReadonlyMap<string, readonly Grade[]>;
export declare const subsets: <T>(all: readonly T[]) => readonly (readonly T[])[];
/** Fields a sanction may look at (sections 2 and 11.8). */
export declare function runsInCircle(row: Condition): boolean;
