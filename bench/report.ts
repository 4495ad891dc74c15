/** What a benchmark gives back: a table that people and machines read. */
export interface BenchReport {
  readonly name: string;
  /** One row per thing measured; the same keys in every row. */
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  /** Ratios against the named peers, and what limits the figures. */
  readonly notes: readonly string[];
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
};
