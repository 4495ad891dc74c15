/**
 * How things stand, by filling in every value: each full book is judged by `evaluate`, each open tie decided in
 * every way. Nothing of the bounds is used here.
 */
import { type Book } from '../../../src/rules';
import { type CellInput } from '../books';
/** An open input and everything it could turn out to be. */
export type Hole = {
    readonly unit: string;
    readonly values: readonly CellInput[];
} & ({
    readonly kind: 'score';
    readonly criterion: string;
} | {
    readonly kind: 'attribute';
    readonly header: string;
});
export interface Seen {
    readonly total: {
        low: number;
        high: number;
    } | null;
    readonly rank: {
        best: number;
        worst: number;
        provisional: Set<number>;
    } | null;
}
export interface AwardSeen {
    /** Units that have it in some end, and those that lack it in some. */
    readonly with: Set<string>;
    readonly without: Set<string>;
    /** Every different end: status and holders. */
    readonly ends: Set<string>;
}
export interface Enumeration {
    readonly units: ReadonlyMap<string, Seen>;
    readonly awards: ReadonlyMap<string, AwardSeen>;
    readonly completions: number;
}
export declare function enumerate(book: Book, holes: readonly Hole[]): Enumeration;
