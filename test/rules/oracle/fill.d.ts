/** Handing out places in the order of the ranking, with the policy for a tie at the last one (section 5.3). */
import type { CutoffPolicy, Quota, Rounding } from '../../../src/rules';
export interface Fill {
    readonly taken: readonly string[];
    /** An undecided tie: these share `open` places. */
    readonly tied: readonly string[];
    readonly open: number;
    readonly unused: number;
    readonly grown: number;
    readonly next: readonly string[];
}
/** `order`: a recorded decision's order for exactly this set, if there is one. */
export declare function fill(groups: readonly (readonly string[])[], places: number, policy: CutoffPolicy, order?: (tied: readonly string[]) => readonly string[] | null): Fill;
export declare function placesOf(quota: Quota, rounding: Rounding, least: string | null, most: string | null, counts: {
    readonly units: number;
    readonly ranked: number;
    readonly eligible: number;
}): number | null;
/** Every way to choose `size` of `all`. */
export declare function choices<T>(all: readonly T[], size: number): readonly (readonly T[])[];
