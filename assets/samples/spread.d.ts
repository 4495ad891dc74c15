/** Invents leaf scores that add up to a wanted sum: illustrative numbers for the samples. */
/** A leaf to be filled: its maximum and step in hundredths of a point. */
export interface Slot {
    readonly code: string;
    readonly max: number;
    readonly step: number;
}
/** A small repeatable random source (mulberry32): the samples must not change from run to run. */
export declare function seededRandom(seed: number): () => number;
/**
 * Points per leaf, in hundredths, that add up to `sum` exactly: every leaf keeps its step and at
 * least 60 % of its maximum. Points are taken off at random leaves, a step at a time.
 */
export declare function spread(slots: readonly Slot[], sum: number, random: () => number): Map<string, number>;
