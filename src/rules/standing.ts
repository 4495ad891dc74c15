/** Ranks and grades under one assumption about what is not known yet. */
import type { Facts } from './conditions';
import { gradeUnits } from './grades';
import type { Grade, Grading } from './grades';
import type { Prepared } from './prepare';
import { positionIn, rankUnits, sortTotals } from './rank';
import type { KeyValue, RankKey, Ranking } from './rank';
import type { Rational } from './rational';

/** Values put in the place of unknown ones. */
export interface Assumption {
  /** Totals of units that have none yet, as numbers in the ladder of totals. */
  readonly heights: ReadonlyMap<number, number>;
  /** Units whose rank hangs on an unknown sanction, assumed to be ranked. */
  readonly admitted: ReadonlySet<number>;
  /** Values of tie keys of such units, by number of the key. */
  readonly keyValues: ReadonlyMap<number, readonly (KeyValue | null)[]>;
}

/** Ranks only what is certain. */
export const NOTHING_ASSUMED: Assumption = { heights: new Map(), admitted: new Set(), keyValues: new Map() };

/** Every total that occurs in any assumption, the lowest first, and where each known one stands. */
export interface TotalLadder {
  readonly totals: readonly Rational[];
  readonly known: readonly (number | null)[];
}

export interface Standing {
  readonly ranking: Ranking;
  readonly grading: Grading;
  readonly facts: readonly Facts[];
}

/** The ladder of the known totals and of those that will be assumed. */
export function buildLadder(prepared: Prepared, assumed: readonly Rational[]): TotalLadder {
  const own = prepared.facts.map(({ total }) => total);
  const totals = sortTotals([...own.flatMap((total) => total ?? []), ...assumed]);
  return { totals, known: own.map((total) => (total === null ? null : positionIn(totals, total))) };
}

/** The height of a unit under an assumption; null when it has no place in the ranking. */
function heightUnder(prepared: Prepared, ladder: TotalLadder, unit: number, assumption: Assumption): number | null {
  const own = prepared.units[unit];
  if (own === undefined || own.scored.recorded) return null;
  const assumed = assumption.heights.get(unit);
  if (assumed !== undefined) return assumed;
  const admitted = own.noRank === false || (own.noRank === null && assumption.admitted.has(unit));
  return admitted ? (ladder.known[unit] ?? null) : null;
}

function keysUnder(keys: readonly RankKey[], assumption: Assumption): readonly RankKey[] {
  if (assumption.keyValues.size === 0) return keys;
  return keys.map((key, number) => ({
    ...key, valueOf: (unit) => {
      const values = assumption.keyValues.get(unit);
      return values === undefined ? key.valueOf(unit) : (values[number] ?? null);
    },
  }));
}

function everyGrade({ book }: Prepared): readonly Grade[] {
  return [...book.bands.map((band) => band.name), null];
}

function gradesUnknown(prepared: Prepared): Grading {
  return { possible: new Map(prepared.units.map((_, unit) => [unit, everyGrade(prepared)])), given: new Map(), openTies: [], unknown: [] };
}

/** A unit without rank has no grade, one that may still get a rank any grade. */
function gradesOf(prepared: Prepared, grading: Grading, unit: number): readonly Grade[] {
  const own = prepared.units[unit];
  const never = own === undefined || own.scored.recorded || own.noRank === true;
  return grading.possible.get(unit) ?? (never ? [null] : everyGrade(prepared));
}

function grade(prepared: Prepared, ranking: Ranking, facts: readonly Facts[], withRank: (facts: Facts, unit: number) => Facts): Grading {
  const { book, judge, sanctions, units } = prepared;
  if (!prepared.gradable) return gradesUnknown(prepared);
  return gradeUnits({
    bands: book.bands, conditions: book.conditions, sanctions: sanctions.grade, judge, classes: ranking.classes, near: ranking.near, unitCount: units.length,
    factsOf: (unit) => facts[unit] as Facts,
    sanctionFactsOf: (unit) => withRank(units[unit]?.rawFacts as Facts, unit),
  });
}

const UNGRADED: Grading = { possible: new Map(), given: new Map(), openTies: [], unknown: [] };

/** `whole: false` leaves out ranks and grades of units where no condition asks for them. */
export function standUnder(prepared: Prepared, ladder: TotalLadder, assumption: Assumption, whole = true): Standing {
  const heights = prepared.units.map((_, unit) => heightUnder(prepared, ladder, unit, assumption));
  const ranked: number[] = [];
  heights.forEach((height, unit) => { if (height !== null) ranked.push(unit); });
  const ranking = rankUnits(ranked, (unit) => heights[unit] ?? 0, keysUnder(prepared.keys, assumption), prepared.decisions.orders, prepared.nearTotals);
  const { asksRank, asksGrade } = prepared;
  const withRank = (facts: Facts, unit: number): Facts => {
    const height = assumption.heights.get(unit);
    if (height === undefined && !whole && !asksRank) return facts;
    const total = height === undefined ? facts.total : (ladder.totals[height] ?? null);
    const rank = ranking.rankOf.get(unit) ?? null;
    const among = rank === null ? undefined : ranking.near.find((tied) => tied.includes(unit));
    return { ...facts, total, rank, ...(rank === null || among === undefined ? {} : { lastRank: rank + among.length - 1 }) };
  };
  const facts = prepared.facts.map(withRank);
  if (prepared.book.bands.length === 0 || (!whole && !asksGrade)) return { ranking, grading: UNGRADED, facts };
  const grading = grade(prepared, ranking, facts, withRank);
  return { ranking, grading, facts: facts.map((own, unit) => ({ ...own, grades: gradesOf(prepared, grading, unit) })) };
}
