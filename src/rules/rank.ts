/** The order of the bloc: by total, then the tie keys, then a recorded decision, else shared. */
import * as q from './rational';
import type { Rational } from './rational';

/** What a tie key finds at one unit. Values of different kinds cannot be compared. */
export interface KeyValue {
  readonly kind: 'number' | 'day' | 'yesno' | 'taskGrade';
  readonly value: Rational;
}

export interface RankKey {
  /** As written in the settings. */
  readonly written: string;
  readonly first: 'higher' | 'lower';
  /** False for a key the workbook does not know: what it would part is uncertain. */
  readonly known: boolean;
  /** Whether it looks at scores, which a unit without total may not have yet. */
  readonly scored: boolean;
  /** What the key finds at a unit; null: blank. */
  readonly valueOf: (unit: number) => KeyValue | null;
}

/** A recorded order for exactly one tied set. */
export interface TieOrder {
  readonly units: readonly number[];
  /** Which decision it is. */
  readonly decision: number;
}

export interface Ranking {
  /** Units that share a rank stand in one class; the best class first. */
  readonly classes: readonly (readonly number[])[];
  readonly rankOf: ReadonlyMap<number, number>;
  /** What parted a unit from those of the same total: a key as written, or the decision. */
  readonly brokenBy: ReadonlyMap<number, string>;
  /** Units whose blank value kept a key from parting a tied set. */
  readonly blankKeys: readonly { readonly unit: number; readonly written: string }[];
  /** Sets of the same total, before any key. */
  readonly sameTotal: readonly (readonly number[])[];
  /** Tied sets that an unknown key might have parted. */
  readonly uncertain: readonly (readonly number[])[];
  /** Decisions that ordered a tied set. */
  readonly applied: ReadonlySet<number>;
}

export const DECISION = 'quyết định';

/** Splits into classes of equal values, in the order of `order`. */
function splitBy<T>(units: readonly number[], valueOf: (unit: number) => T, order: (a: T, b: T) => number): number[][] {
  const sorted = units.map((unit) => ({ unit, value: valueOf(unit) })).sort((a, b) => order(a.value, b.value));
  const classes: number[][] = [];
  let last: T | undefined;
  for (const { unit, value } of sorted) {
    const current = classes.at(-1);
    if (current !== undefined && order(last as T, value) === 0) current.push(unit);
    else classes.push([unit]);
    last = value;
  }
  return classes;
}

/** The same units in any order, none twice. */
export function sameSet(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && new Set(a).size === a.length && a.every((unit) => b.includes(unit));
}

/** Every different total, the lowest first. */
export function sortTotals(totals: readonly Rational[]): Rational[] {
  return [...totals].sort(q.compare).filter((total, at, all) => at === 0 || !q.equal(total, all[at - 1] as Rational));
}

/** Where a total stands among those of `sortTotals`. */
export function positionIn(sorted: readonly Rational[], total: Rational): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (q.compare(sorted[middle] as Rational, total) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Ranks units by total. `heightOf` gives a number that is higher for the higher total and the same
 * only for the same total, so that the many rankings of a look ahead compare no fractions.
 */
export function rankUnits(
  units: readonly number[], heightOf: (unit: number) => number, keys: readonly RankKey[], orders: readonly TieOrder[],
): Ranking {
  const brokenBy = new Map<number, string>();
  const blankKeys: { unit: number; written: string }[] = [];
  const applied = new Set<number>();
  const uncertain: (readonly number[])[] = [];

  const settle = (tied: readonly number[]): readonly (readonly number[])[] => {
    const order = orders.find((candidate) => sameSet(candidate.units, tied) && !applied.has(candidate.decision));
    if (order === undefined) {
      for (const unit of tied) brokenBy.delete(unit);
      return [tied];
    }
    applied.add(order.decision);
    for (const unit of tied) brokenBy.set(unit, DECISION);
    return order.units.map((unit) => [unit]);
  };

  const part = (tied: readonly number[], from: number): readonly (readonly number[])[] => {
    for (let next = from; next < keys.length && tied.length > 1; next += 1) {
      const key = keys[next] as RankKey;
      if (!key.known) {
        uncertain.push(tied);
        continue;
      }
      const values = new Map(tied.map((unit) => [unit, key.valueOf(unit)]));
      for (const unit of tied) if (values.get(unit) === null) blankKeys.push({ unit, written: key.written });
      if (new Set([...values.values()].map((value) => value?.kind ?? 'blank')).size > 1) continue;
      const direction = key.first === 'higher' ? -1 : 1;
      const classes = splitBy(tied, (unit) => values.get(unit)?.value ?? q.ZERO, (a, b) => direction * q.compare(a, b));
      if (classes.length === 1) continue;
      for (const unit of tied) brokenBy.set(unit, key.written);
      return classes.flatMap((each) => part(each, next + 1));
    }
    return tied.length > 1 ? settle(tied) : [tied];
  };

  const byTotal = splitBy(units, heightOf, (a, b) => b - a);
  const classes = byTotal.flatMap((tied) => part(tied, 0));
  const rankOf = new Map<number, number>();
  let rank = 1;
  for (const each of classes) {
    for (const unit of each) rankOf.set(unit, rank);
    rank += each.length;
  }
  return { classes, rankOf, brokenBy, blankKeys, uncertain, applied, sameTotal: byTotal.filter((tied) => tied.length > 1) };
}
