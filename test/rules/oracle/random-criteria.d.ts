/** Random criteria and their inputs: small trees, small numbers, so that ties are frequent. */
import * as fc from 'fast-check';
import type { CountsToward, Criterion, Entry, Numeral, Way } from '../../../src/rules';
import type { Features } from './features';
export interface LeafPlan {
    readonly way: Way;
    readonly max: Numeral;
    readonly step: Numeral | null;
    readonly allowsNa: boolean;
    readonly na: 'full' | 'section' | 'total' | null;
}
export interface GroupPlan {
    readonly leaves: readonly LeafPlan[];
    readonly cap: Numeral | null;
    readonly highestOnly: boolean;
    /** A single leaf may stand alone at the top. */
    readonly alone: boolean;
    /** Puts the first leaf one level deeper, under an own cap. */
    readonly deeper: boolean;
    /** The last leaf of a main group counts toward the bonus instead. */
    readonly mixed: boolean;
}
export declare const groupPlan: (features: Features, most: number) => fc.Arbitrary<GroupPlan>;
/** The rows of one top-level group with its leaves. */
export declare function rowsOf(code: string, counts: CountsToward, plan: GroupPlan, unlimited: boolean): readonly Criterion[];
export declare const restartRows: () => void;
/** What one unit has in one leaf. `pick`: small numbers that decide. */
export interface CellPlan {
    readonly pick: number;
    readonly second: number;
    readonly kind: 'good' | 'good-typed' | 'na' | 'blank' | 'broken' | 'off';
}
export declare const cellPlan: (features: Features) => fc.Arbitrary<CellPlan>;
/** The score cell for typed ways. */
export declare function typedEntry(criterion: Criterion, counts: CountsToward, plan: CellPlan, row: number, column: number): Entry;
