/** The order of the ranked units: total, tie keys, recorded decision (section 4). */
import type { Book, Decision, TieKey } from '../../../src/rules';
import { compare, type Fraction } from './fraction';
import { favourOf, judge, valueOf, type Facts } from './truth';

const BY_DECISION = 'quyết định';

export interface Ranking {
  /** Sets of one rank, best first. */
  readonly groups: readonly (readonly string[])[];
  readonly brokenBy: ReadonlyMap<string, string | null>;
  /** Exactly tied after all keys, before decisions. */
  readonly tiedSets: readonly (readonly string[])[];
  readonly keyMissing: boolean;
  /** Equal until an attribute or ballot comes that a condition asks for, too: it may part them. */
  readonly mayPart: ReadonlySet<string>;
}

type KeyValue = { readonly kind: string; readonly of: Fraction | string };

function keyValue(book: Book, facts: Facts, key: TieKey): KeyValue | null {
  if (key.field.kind === 'ballot') {
    const favour = favourOf(book, key.field.ballot, facts.unit.id);
    return favour === null ? null : { kind: 'number', of: favour };
  }
  const value = valueOf(book, facts, key.field);
  if (value.kind === 'number') return { kind: 'number', of: value.value };
  if (value.kind === 'day') return { kind: 'day', of: value.day };
  if (value.kind === 'yesno') return { kind: 'yesno', of: value.yes ? '1' : '0' };
  return null;
}

/** A key is blank at a unit for the time being only, where a condition waits for the same fact. */
function isAwaited(book: Book, facts: Facts, { field }: TieKey): boolean {
  const rows = book.conditions.filter(
    (row) =>
      (field.kind === 'attribute' && row.field.kind === 'attribute' && row.field.header === field.header) ||
      (field.kind === 'ballot' &&
        row.field.kind === 'ballot' &&
        row.field.ballot === field.ballot &&
        book.ballots.some((one) => one.ballot === field.ballot)),
  );
  return rows.some((row) => judge(book, facts, row) === 'unknown');
}

function order(a: KeyValue['of'], b: KeyValue['of']): number {
  if (typeof a === 'object' && typeof b === 'object') return compare(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

export const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set(a).size === a.length && a.every((one) => b.includes(one));

/** Parts a list into groups of equal value, greatest first. */
function parted<T>(all: readonly T[], by: (a: T, b: T) => number): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const one of [...all].sort((a, b) => by(b, a))) {
    const last = groups.at(-1)?.[0];
    if (last !== undefined && by(last, one) === 0) groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** `members` are the ranked units, each with a total. */
export function rankUnits(book: Book, members: readonly Facts[]): Ranking {
  const brokenBy = new Map<string, string | null>(members.map((one) => [one.unit.id, null]));
  let keyMissing = false;
  const mayPart = new Set<string>();
  const split = (set: readonly Facts[], keys: readonly TieKey[]): readonly (readonly Facts[])[] => {
    const [key, ...rest] = keys;
    if (set.length === 1 || key === undefined) return [set];
    const values = new Map(set.map((one) => [one.unit.id, keyValue(book, one, key)]));
    const kinds = new Set([...values.values()].map((value) => value?.kind ?? 'none'));
    if (kinds.size > 1 || kinds.has('none')) {
      keyMissing = true;
      if (set.some((one) => !values.get(one.unit.id) && isAwaited(book, one, key)))
        set.forEach((one) => mayPart.add(one.unit.id));
      return split(set, rest);
    }
    const of = (one: Facts): KeyValue['of'] => values.get(one.unit.id)?.of ?? '';
    const groups = parted(set, (a, b) => (key.first === 'higher' ? 1 : -1) * order(of(a), of(b)));
    if (groups.length > 1) set.forEach((one) => brokenBy.set(one.unit.id, key.written));
    return groups.flatMap((group) => split(group, rest));
  };
  const total = (one: Facts): Fraction => {
    if (one.score.total === null) throw new Error(`no total: ${one.unit.id}`);
    return one.score.total;
  };
  const groups = parted(members, (a, b) => compare(total(a), total(b)))
    .flatMap((group) => split(group, book.settings.tieKeys))
    .map((group) => group.map((one) => one.unit.id));
  const tiedSets = groups.filter((group) => group.length > 1);
  return { groups: groups.flatMap((group) => decided(book, group, brokenBy)), brokenBy, tiedSets, keyMissing, mayPart };
}

function decided(
  book: Book,
  group: readonly string[],
  brokenBy: Map<string, string | null>,
): readonly (readonly string[])[] {
  if (group.length === 1) return [group];
  const decision = orderFor(
    book.decisions.filter((one) => one.kind === 'tie' && one.scope.kind === 'rank' && one.reason !== null),
    group,
  );
  group.forEach((unit) => brokenBy.set(unit, decision ? BY_DECISION : null));
  return decision ? decision.map((unit) => [unit]) : [group];
}

/** The order recorded for exactly this set; two that contradict each other settle nothing. */
export function orderFor(decisions: readonly Decision[], set: readonly string[]): readonly string[] | null {
  const orders = decisions.map((one) => one.units).filter((units) => sameSet(units, set));
  return orders.every((order) => order.join() === orders[0]?.join()) ? (orders[0] ?? null) : null;
}

/** 1, 2, 2, 4. */
export function ranksOf(groups: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  let before = 0;
  const ranks = new Map<string, number>();
  for (const group of groups) {
    group.forEach((unit) => ranks.set(unit, before + 1));
    before += group.length;
  }
  return ranks;
}
