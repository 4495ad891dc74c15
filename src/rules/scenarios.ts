/**
 * What could still come: for every unit whose total or rank is unknown, a value for each place it
 * could take among the others. Between two totals that matter one value stands for all.
 */
import type { Prepared } from './prepare';
import type { KeyValue } from './rank';
import * as q from './rational';
import type { Rational } from './rational';
import { reachOf } from './reach';
import type { Assumption, TotalLadder } from './standing';

/** A unit that may still get a rank, or another one. */
export interface OpenUnit {
  readonly unit: number;
  /** Its total is unknown (else only whether it is ranked). */
  readonly total: boolean;
  /** Some assumption leaves it without rank. */
  readonly mayStayOut: boolean;
  /** Its place among the others can change an award. */
  readonly moves: boolean;
}

/** `count` different totals strictly between two bounds, as far as the decimals allow. */
function between(low: Rational, high: Rational | null, count: number, decimals: number | null): Rational[] {
  const found: Rational[] = [];
  const width = high === null ? q.fromInteger(count + 1) : q.subtract(high, low);
  const grid = decimals === null ? null : { n: 1n, d: 10n ** BigInt(decimals) };
  if (grid !== null && q.compare(width, q.multiply(grid, q.fromInteger(count + 1))) <= 0) {
    for (let each = q.round(low, decimals); high === null || q.compare(each, high) < 0; each = q.add(each, grid)) {
      if (q.compare(each, low) > 0) found.push(each);
      if (found.length >= count) break;
    }
    return found;
  }
  for (let k = 1; k <= count; k += 1) {
    const part = q.add(low, q.divide(q.multiply(width, q.fromInteger(k)), q.fromInteger(count + 1)));
    found.push(q.round(part, decimals));
  }
  return found;
}

/** The totals that stand for all others: each that matters, and some within every gap. */
export function totalsToTry(prepared: Prepared, critical: readonly Rational[], perGap: number): Rational[] {
  const { lowest, highest } = reachOf(prepared);
  const inside = critical.filter((total) => q.compare(total, lowest) >= 0 && (highest === null || q.compare(total, highest) <= 0));
  const ends = highest === null ? [lowest] : [lowest, highest];
  const sorted = [...inside, ...ends].sort(q.compare).filter((total, at, all) => at === 0 || !q.equal(total, all[at - 1] as Rational));
  const { totalDecimals } = prepared.book.settings;
  const tries: Rational[] = [];
  sorted.forEach((total, at) => {
    tries.push(total);
    const above = sorted[at + 1];
    if (above !== undefined || highest === null) tries.push(...between(total, above ?? null, perGap, totalDecimals));
  });
  return tries.reverse();
}

/** Values of one key that stand for all a unit could have, given those of its rivals. */
function keyValuesToTry(rivals: readonly Rational[], perGap: number): Rational[] {
  const sorted = [...rivals].sort(q.compare).filter((value, at, all) => at === 0 || !q.equal(value, all[at - 1] as Rational));
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [q.ZERO];
  const below = between(q.subtract(first, q.ONE), first, perGap, null);
  return [...below, ...sorted.flatMap((value, at) => [value, ...between(value, sorted[at + 1] ?? null, perGap, null)])];
}

/** For each open unit, the ways it may go: a number in the ladder of totals, or `null` for no rank. */
export interface Choice {
  readonly open: OpenUnit;
  readonly heights: readonly (number | null)[];
  /** Like the choice before it in everything that matters: their order is tried only one way round. */
  readonly likeBefore: boolean;
}

/** The unknown tie-key values of units that would share their total with others. */
function openKeys(prepared: Prepared, ladder: TotalLadder, heights: ReadonlyMap<number, number>): { unit: number; key: number; values: Rational[] }[] {
  const { keys, facts } = prepared;
  const found: { unit: number; key: number; values: Rational[] }[] = [];
  if (keys.length === 0) return found;
  for (const [unit, height] of heights) {
    const rivals = facts.flatMap((_, other) => (other !== unit && (heights.get(other) ?? ladder.known[other]) === height ? [other] : []));
    if (rivals.length === 0) continue;
    keys.forEach((key, number) => {
      if (!key.known || !key.scored || key.valueOf(unit) !== null) return;
      const theirs = rivals.flatMap((other) => key.valueOf(other)?.value ?? []);
      found.push({ unit, key: number, values: keyValuesToTry(theirs, Math.max(1, heights.size)) });
    });
  }
  return found;
}

/** Puts tie-key values into the place of unknown ones. */
function* withKeys(prepared: Prepared, ladder: TotalLadder, heights: ReadonlyMap<number, number>, admitted: ReadonlySet<number>): Generator<Assumption> {
  const open = openKeys(prepared, ladder, heights);
  const own = (unit: number): (KeyValue | null)[] => prepared.keys.map((key) => key.valueOf(unit));
  const start = new Map<number, readonly (KeyValue | null)[]>(open.map(({ unit }) => [unit, own(unit)]));
  const fill = function* (at: number, keyValues: ReadonlyMap<number, readonly (KeyValue | null)[]>): Generator<Assumption> {
    const next = open[at];
    if (next === undefined) {
      yield { heights, admitted, keyValues };
      return;
    }
    for (const value of next.values) {
      const values = [...(keyValues.get(next.unit) ?? [])];
      values[next.key] = { kind: 'number', value };
      yield* fill(at + 1, new Map([...keyValues, [next.unit, values]]));
    }
  };
  yield* fill(0, start);
}

/** How many combinations there are before tie keys; units that are alike are counted once. */
export function countCombinations(choices: readonly Choice[]): number {
  let combinations = 1;
  let alike = 0;
  for (const { heights, likeBefore } of choices) {
    alike = likeBefore ? alike + 1 : 0;
    combinations *= (heights.length + alike) / (alike + 1);
  }
  return combinations;
}

/** Every combination of the choices, the extremes first. */
export function* assumptions(prepared: Prepared, ladder: TotalLadder, choices: readonly Choice[]): Generator<Assumption> {
  const assume = function* (picked: readonly number[]): Generator<Assumption> {
    const heights = new Map<number, number>();
    const admitted = new Set<number>();
    choices.forEach(({ open, heights: own }, at) => {
      const height = own[picked[at] ?? 0] ?? null;
      if (height === null) return;
      if (open.total) heights.set(open.unit, height);
      else admitted.add(open.unit);
    });
    yield* withKeys(prepared, ladder, heights, admitted);
  };
  yield* assume(choices.map(() => 0));
  yield* assume(choices.map(({ heights }) => heights.length - 1));
  const walk = function* (at: number, picked: readonly number[]): Generator<Assumption> {
    const choice = choices[at];
    if (choice === undefined) {
      yield* assume(picked);
      return;
    }
    for (let way = choice.likeBefore ? (picked[at - 1] ?? 0) : 0; way < choice.heights.length; way += 1) yield* walk(at + 1, [...picked, way]);
  };
  yield* walk(0, []);
}
