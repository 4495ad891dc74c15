/** The order of the bloc: by total, then the tie keys, then a recorded decision, else shared. */
import type { BallotId } from '../model/book';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';

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
  /** The ballot it asks for and nobody has cast yet; such a key is not known. */
  readonly uncast: BallotId | null;
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
  /** Sets that a ballot would part which nobody has cast yet; they are uncertain too. */
  readonly waiting: readonly { readonly ballot: BallotId; readonly tied: readonly number[] }[];
  /** Sets that share a rank because nobody knows who stands higher: it hangs on the error of a quotient in a cell. */
  readonly near: readonly (readonly number[])[];
  /** Decisions that ordered a tied set. */
  readonly applied: ReadonlySet<number>;
}

const DECISION = 'quyết định';

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

/** Splits values into sets that surely differ, the lowest first; `near`: the order inside a set is open. */
function splitByValue<T>(
  all: readonly T[],
  valueOf: (one: T) => Rational,
): { readonly members: readonly T[]; readonly near: boolean }[] {
  const sorted = all
    .map((one) => ({ one, value: valueOf(one) }))
    .sort((a, b) => q.compare(q.middle(a.value), q.middle(b.value)));
  const sets: { members: T[]; values: Rational[]; near: boolean }[] = [];
  for (const { one, value } of sorted) {
    const last = sets.at(-1);
    const orders = last?.values.map((other) => q.order(other, value)) ?? [];
    if (last === undefined || orders.every((order) => order !== null && order !== 0)) {
      sets.push({ members: [one], values: [value], near: false });
      continue;
    }
    last.near ||= orders.some((order) => order !== 0);
    last.members.push(one);
    // Of equal numbers one stands for all.
    if (!orders.includes(0)) last.values.push(value);
  }
  return sets;
}

/** Every different total, the lowest first; of totals too near to be told apart the lowest. */
export function sortTotals(totals: readonly Rational[]): Rational[] {
  if (totals.some(({ e }) => e !== undefined))
    return splitByValue(totals, (total) => total).flatMap(({ members }) => q.middle(members[0] ?? q.ZERO));
  return [...totals].sort(q.compare).filter((total, at, all) => at === 0 || !q.equal(total, all[at - 1] as Rational));
}

/** Totals too near to be told apart: from the lowest, which stands for all of them in `sortTotals`, to the highest. */
export interface NearTotals {
  readonly low: Rational;
  readonly high: Rational;
}

export function nearSets(totals: readonly Rational[]): readonly NearTotals[] {
  if (totals.every(({ e }) => e === undefined)) return [];
  return splitByValue(totals, (total) => total).flatMap(({ members, near }) =>
    near ? [{ low: q.middle(members[0] as Rational), high: q.middle(members.at(-1) as Rational) }] : [],
  );
}

/** Where a total stands among those of `sortTotals`. */
export function positionIn(sorted: readonly Rational[], given: Rational): number {
  const total = q.middle(given);
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (q.compare(sorted[middle] as Rational, total) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Units whose total is too near to another one's to say which is higher. */
export function nearTotals(totals: readonly (Rational | null)[]): ReadonlySet<number> {
  const open = totals.flatMap((total, unit) => (total?.e === undefined ? [] : [unit]));
  if (open.length === 0) return new Set();
  const known = totals.flatMap((total, unit) => (total === null ? [] : [{ unit, total }]));
  return new Set(
    splitByValue(known, ({ total }) => total).flatMap(({ members, near }) =>
      near ? members.map(({ unit }) => unit) : [],
    ),
  );
}

/**
 * Ranks units by total. `heightOf` gives a number that is higher for the higher total and the same
 * only for the same total, so that the many rankings of a look ahead compare no fractions. Units of
 * one height are `near` when nobody knows which total is higher: only a decision parts them.
 */
export function rankUnits(
  units: readonly number[],
  heightOf: (unit: number) => number,
  keys: readonly RankKey[],
  orders: readonly TieOrder[],
  near: ReadonlySet<number> = NOBODY,
): Ranking {
  const byTotal = splitBy(units, heightOf, (a, b) => b - a);
  const parting = new Parting(keys, orders);
  const classes = byTotal.flatMap((tied) =>
    near.size > 0 && tied.length > 1 && tied.some((unit) => near.has(unit))
      ? parting.leave(tied)
      : parting.part(tied, 0),
  );
  const rankOf = new Map<number, number>();
  let rank = 1;
  for (const each of classes) {
    for (const unit of each) rankOf.set(unit, rank);
    rank += each.length;
  }
  const { brokenBy, blankKeys, uncertain, waiting, applied } = parting;
  return {
    classes,
    rankOf,
    brokenBy,
    blankKeys,
    uncertain,
    waiting,
    applied,
    near: parting.near,
    sameTotal: byTotal.filter((tied) => tied.length > 1),
  };
}

const NOBODY: ReadonlySet<number> = new Set();

/** Parts tied sets by the keys in their order, then by recorded decisions. */
class Parting {
  readonly brokenBy = new Map<number, string>();
  readonly blankKeys: { unit: number; written: string }[] = [];
  readonly applied = new Set<number>();
  readonly uncertain: (readonly number[])[] = [];
  readonly waiting: { ballot: BallotId; tied: readonly number[] }[] = [];
  readonly near: (readonly number[])[] = [];

  constructor(
    private readonly keys: readonly RankKey[],
    private readonly orders: readonly TieOrder[],
  ) {}

  private settle(tied: readonly number[]): readonly (readonly number[])[] {
    const order = this.orders.find(
      (candidate) => sameSet(candidate.units, tied) && !this.applied.has(candidate.decision),
    );
    if (order === undefined) {
      for (const unit of tied) this.brokenBy.delete(unit);
      return [tied];
    }
    this.applied.add(order.decision);
    for (const unit of tied) this.brokenBy.set(unit, DECISION);
    return order.units.map((unit) => [unit]);
  }

  /** A set whose order nobody knows is parted by a decision alone. */
  leave(tied: readonly number[]): readonly (readonly number[])[] {
    const classes = this.settle(tied);
    if (classes.length === 1) this.near.push(tied);
    return classes;
  }

  private wait(tied: readonly number[], ballots: readonly BallotId[]): void {
    if (ballots.length > 0) this.uncertain.push(tied);
    for (const ballot of ballots) this.waiting.push({ ballot, tied });
  }

  part(tied: readonly number[], from: number): readonly (readonly number[])[] {
    const uncast: BallotId[] = [];
    for (let next = from; next < this.keys.length && tied.length > 1; next += 1) {
      const key = this.keys[next] as RankKey;
      if (!key.known) {
        if (key.uncast === null) this.uncertain.push(tied);
        else uncast.push(key.uncast);
        continue;
      }
      const values = new Map(tied.map((unit) => [unit, key.valueOf(unit)]));
      for (const unit of tied) if (values.get(unit) === null) this.blankKeys.push({ unit, written: key.written });
      if (new Set([...values.values()].map((value) => value?.kind ?? 'blank')).size > 1) continue;
      const classes = splitByValue(tied, (unit) => values.get(unit)?.value ?? q.ZERO);
      if (key.first === 'higher') classes.reverse();
      if (classes.length === 1 && classes[0]?.near !== true) continue;
      this.wait(tied, uncast);
      for (const unit of tied) this.brokenBy.set(unit, key.written);
      return classes.flatMap(({ members, near }) => (near ? this.leave(members) : this.part(members, next + 1)));
    }
    this.wait(tied, uncast);
    return tied.length > 1 ? this.settle(tied) : [tied];
  }
}
