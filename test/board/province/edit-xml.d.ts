import { type Place } from '../../../src/rules';
export interface Edit {
    readonly place: Place;
    /** Null empties the cell. */
    readonly value: string | number | null;
    /** `error`: the value is an error text; `formula`: the value is a formula without a stored value. */
    readonly as?: 'error' | 'formula';
}
export declare class WorkbookXml {
    private readonly parts;
    constructor(bytes: Uint8Array);
    private text;
    private put;
    /** Replaces text in one part; `sheet` names the part of a worksheet. */
    change(where: {
        readonly sheet: string;
    } | {
        readonly part: string;
    }, change: (xml: string) => string): void;
    private partOf;
    set({ place, value, as }: Edit): void;
    row(place: Pick<Place, 'sheet' | 'row'>, change: (row: string) => string): void;
    bytes(): Uint8Array;
}
export declare function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array;
