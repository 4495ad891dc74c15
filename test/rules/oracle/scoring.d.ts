/** Sections, base, bonus, deduction and total of one unit at one level (sections 1, 2 and 11). */
import type { Book, CountsToward, Criterion, Level, Unit } from '../../../src/rules';
import { type Fraction } from './fraction';
import { type Leaf, type Problem } from './leaf';
export interface Node {
    readonly row: Criterion;
    readonly counts: CountsToward;
    readonly children: readonly Node[];
}
export declare function treeOf(book: Book, parent?: string | null, inherited?: CountsToward): readonly Node[];
export declare const nodesOf: (nodes: readonly Node[]) => readonly Node[];
export declare const leavesOf: (nodes: readonly Node[]) => readonly Node[];
/** M of a node over the main leaves that `counts` accepts, under the same caps. */
export declare function maximumOf(node: Node, counts: (code: string) => boolean): Fraction;
export interface Score {
    readonly sections: ReadonlyMap<string, Fraction | null>;
    readonly criteria: ReadonlyMap<string, Fraction | null>;
    readonly base: Fraction | null;
    readonly bonus: Fraction | null;
    readonly deduction: Fraction | null;
    readonly exact: Fraction | null;
    readonly total: Fraction | null;
    readonly problems: readonly Problem[];
    /** Sections that are wholly N/A and were taken out. */
    readonly out: readonly string[];
}
export type Leaves = ReadonlyMap<string, Leaf>;
export declare function leavesAt(book: Book, unit: Unit, level: Level): Leaves;
export declare function scoreOf(book: Book, leaves: Leaves): Score;
/**
 * What a unit without total could still reach (11.1): from 0 to M plus the bonus limit, inside the workbook's own limits.
 * A ratio's cap above 100 % lifts what its leaf can bring, and deductions may bring a total below 0, so the lower end is
 * 0 less their limit. `null`: no bound.
 */
export declare function reachable(book: Book): {
    readonly least: Fraction | null;
    readonly most: Fraction | null;
};
export declare const PERCENT_OF: (points: Fraction, node: Node) => Fraction | null;
