/** Faults to inject: into a whole round trip, or at one action inside it. */
/** An action as a fault sees it: `index` −1 is the round trip itself, before anything is done. */
export interface Moment {
    /** Round trips so far, this one included, without the library's clean-up. */
    readonly batch: number;
    readonly index: number;
    /** Such as "Range.formulas=", "Worksheet.activate()", "NamedItemCollection.add()". */
    readonly member: string;
}
export type Failure = 
/** The request is refused as a whole: 5004 cell edit, 5103 and 5104 payload, 7000 no permission (the library's own numbers). */
{
    readonly kind: 'status';
    readonly status: number;
}
/** The action fails; what came before stays done. */
 | {
    readonly kind: 'error';
    readonly code: string;
}
/** No answer, ever; what came before stays done. */
 | {
    readonly kind: 'silence';
}
/** The answer comes late. */
 | {
    readonly kind: 'delay';
    readonly ms: number;
};
export type Fault = Failure & {
    readonly when: (moment: Moment) => boolean;
    /** How often it strikes; once unless said otherwise. */
    times?: number;
};
/** The fault that strikes now, if any; it is then used up. */
export declare function faultFor(faults: readonly Fault[], moment: Moment): Fault | null;
