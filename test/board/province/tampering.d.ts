/** What is done to a workbook after its results were written, and how it must be named. */
import type { IssueCode, Place } from '../../../src/rules';
import { type SheetCells } from '../../../src/workbook/cells';
import type { BlocCells } from './bloc-cells';
export interface Tampered {
    readonly bytes: Uint8Array;
    readonly at: Place;
}
export interface Tampering {
    readonly kind: string;
    readonly code: IssueCode;
    readonly also?: readonly IssueCode[];
    readonly plant: (bloc: BlocCells, bytes: Uint8Array) => Tampered | null;
}
/** The sheet `Kết quả` as it stands in a file of ours. */
export declare class ResultsCells {
    readonly sheet: SheetCells;
    private readonly header;
    constructor(bytes: Uint8Array);
    headerCell(header: string): Place;
    /** The cell of the unit in this place of the ranking. */
    cell(rank: number, header: string): Place;
    value(place: Place): unknown;
    find(text: RegExp): Place;
}
export declare const TAMPERINGS: readonly Tampering[];
