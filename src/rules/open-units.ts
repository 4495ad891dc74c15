/** Units whose total or rank is still open, and the ways each may go. */
import type { Eligibility } from './eligibility';
import type { Followed } from './follow';
import type { Prepared } from './prepare';
import { positionIn } from './rank';
import { keepsFromRank } from './sanctions';
import * as q from './rational';
import type { Choice, OpenUnit } from './scenarios';
import type { TotalLadder } from './standing';

/** Whether a unit's place among the others can change anything beyond its own award. */
function everyPlaceMatters({ book, decisions, keys }: Prepared, unit: number): boolean {
  const asked = (kind: 'rank' | 'grade'): boolean => book.conditions.some(({ field }) => field.kind === kind);
  return asked('rank') || (asked('grade') && book.bands.some((band) => band.limit !== null)) || decisions.orders.length > 0
    || keys.some((key) => !key.scored && key.valueOf(unit) === null);
}

export function isGranted({ decisions }: Prepared, unit: number): boolean {
  return [...decisions.ofAward.values()].some(({ grants }) => grants.some((grant) => grant.unit === unit));
}

function isDenied({ decisions, book }: Prepared, unit: number, award: number): boolean {
  return decisions.ofAward.get(book.awards[award]?.id ?? '')?.denied.has(unit) === true;
}

/** Whether the places of an award are a share of its eligible units: then a denied unit counts too. */
function countsEligible({ book }: Prepared, award: number): boolean {
  const quota = book.awards[award]?.quota;
  return quota?.kind === 'percent' && quota.of === 'eligible';
}

export function findOpenUnits(prepared: Prepared, certain: readonly (readonly Eligibility[])[]): OpenUnit[] {
  return prepared.units.flatMap((own, unit): OpenUnit[] => {
    const total = own.facts.total === null;
    if (own.scored.recorded || own.noRank === true || (!total && own.noRank === false)) return [];
    const competes = certain.some((award, number) => award[unit]?.eligible !== false && (!isDenied(prepared, unit, number) || countsEligible(prepared, number)));
    return [{ unit, total, mayStayOut: own.noRank !== false, moves: competes || isGranted(prepared, unit) || everyPlaceMatters(prepared, unit) }];
  });
}

/** Totals at which something changes: of rivals, of conditions, of grades. */
export function criticalTotals(prepared: Prepared): q.Rational[] {
  const { book, facts, units } = prepared;
  const rivals = facts.flatMap(({ total }, unit) => (total === null || units[unit]?.scored.recorded === true ? [] : [total]));
  const limits = book.conditions.flatMap(({ field, value }) => (field.kind !== 'total' ? [] : [value.number ?? '', ...value.items].flatMap((item) => q.parse(item) ?? [])));
  return [...rivals, ...limits, ...book.bands.flatMap((band) => q.parseOptional(band.from) ?? [])];
}

/** Whether two open units differ in nothing that any assumption leaves standing. */
function areAlike(prepared: Prepared, base: Followed, a: OpenUnit, b: OpenUnit): boolean {
  const { book, keys, decisions, sanctions } = prepared;
  if (!a.total || !b.total || a.moves !== b.moves || a.mayStayOut || b.mayStayOut || sanctions.noRank.length > 0) return false;
  if (prepared.asksGrade && book.bands.length > 0) return false;
  const named = (unit: number): boolean => book.decisions.some(({ units }) => units.includes(book.units[unit]?.id ?? ''));
  if (decisions.usable.size > 0 && (named(a.unit) || named(b.unit))) return false;
  const judged = (unit: number): string => base.eligibility.map((award) => {
    const { eligible, against } = award[unit] ?? { eligible: false, against: [] };
    return `${String(eligible)}:${eligible === false ? '' : against.map(({ condition, verdict }) => `${condition.id}=${String(verdict.holds)}`).join()}`;
  }).join('|');
  const keyed = (unit: number): string => keys.map((key) => {
    const value = key.valueOf(unit);
    return value === null ? '' : `${value.kind}${q.format(value.value)}`;
  }).join('|');
  return judged(a.unit) === judged(b.unit) && keyed(a.unit) === keyed(b.unit);
}

/** Where a unit may stand, `null` for no rank: with each total it may be kept from a rank, or not, or either. */
function heightsOf({ facts, judge, sanctions }: Prepared, open: OpenUnit, ladder: TotalLadder, tries: readonly q.Rational[]): (number | null)[] {
  if (!open.total) return [ladder.known[open.unit] ?? null, null];
  const own = facts[open.unit];
  const heightAt = (total: q.Rational): number => positionIn(ladder.totals, total);
  if (!open.moves || own === undefined) return [...tries.slice(-1).map(heightAt), ...(open.mayStayOut ? [null] : [])];
  return tries.flatMap((total) => {
    const out = open.mayStayOut ? keepsFromRank(sanctions, judge, { ...own, total }) : false;
    return out === null ? [heightAt(total), null] : [out ? null : heightAt(total)];
  });
}

/** The open units with their ways, those that are alike side by side. */
export function choicesFor(prepared: Prepared, base: Followed, openUnits: readonly OpenUnit[], ladder: TotalLadder, tries: readonly q.Rational[]): Choice[] {
  const sorted: { open: OpenUnit; likeBefore: boolean }[] = [];
  const rest = [...openUnits];
  for (let first = rest.shift(); first !== undefined; first = rest.shift()) {
    const kind = first;
    sorted.push({ open: kind, likeBefore: false });
    for (const other of openUnits) {
      if (!rest.includes(other) || !areAlike(prepared, base, kind, other)) continue;
      rest.splice(rest.indexOf(other), 1);
      sorted.push({ open: other, likeBefore: true });
    }
  }
  return sorted.map(({ open, likeBefore }): Choice => ({ open, likeBefore, heights: [...new Set(heightsOf(prepared, open, ladder, tries))] }));
}

/** Sets of units that are alike: what happens to one can happen to each. */
export function alikeSets(choices: readonly Choice[]): ReadonlySet<number>[] {
  const sets: Set<number>[] = [];
  for (const { open, likeBefore } of choices) {
    if (likeBefore) sets.at(-1)?.add(open.unit);
    else sets.push(new Set([open.unit]));
  }
  return sets.filter((set) => set.size > 1);
}
