/** Faults of the input sheets: what is wrong in which cell, how it is called, and what may follow from it. */
import type { IssueCode, Place } from '../../../src/rules';
import type { BlocCells } from './bloc-cells';
import type { Edit } from './edit-xml';
export interface Planted {
    readonly edits: readonly Edit[];
    /** The cell at which the fault must be named. */
    readonly at: Place;
}
export interface InputFault {
    readonly kind: string;
    readonly code: IssueCode;
    /** Consequences that may be said of other cells. */
    readonly also?: readonly IssueCode[];
    /** So much else follows that it is planted alone. */
    readonly alone?: boolean;
    readonly plant: (bloc: BlocCells) => Planted | null;
}
export declare const INPUT_FAULTS: readonly InputFault[];
