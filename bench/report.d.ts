/** What a benchmark gives back: a table that people and machines read. */
export interface BenchReport {
    readonly name: string;
    /** One row per thing measured; the same keys in every row. */
    readonly rows: readonly Readonly<Record<string, string | number>>[];
    /** Ratios against the named peers, and what limits the figures. */
    readonly notes: readonly string[];
}
export declare const median: (values: readonly number[]) => number;
