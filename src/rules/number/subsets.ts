/** Every subset, the empty one first: 2 to the power of the number of items. */
export function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.reduce<readonly (readonly T[])[]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}

/** The number of ways to choose, at most a little above `limit`. */
export function countChoices(from: number, count: number, limit: number): number {
  let ways = 1;
  for (let k = 1; k <= Math.min(count, from - count) && ways <= limit; k += 1) ways = (ways * (from - k + 1)) / k;
  return ways;
}

/** All ways to choose `count` of the items. */
export function choices<T>(items: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 0) return [[]];
  return items.flatMap((item, at) => choices(items.slice(at + 1), count - 1).map((rest) => [item, ...rest]));
}
