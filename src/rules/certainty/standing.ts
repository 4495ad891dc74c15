/** Ranks and grades under one assumption about what is not known yet. */
import type { Facts } from '../conditions/conditions';
import { gradeUnits, UNGRADED } from '../order/grades';
import type { Grade, Grading } from '../order/grades';
import type { Prepared } from '../prepare';
import { positionIn, rankUnits, sortTotals } from '../order/rank';
import type { KeyValue, RankKey, Ranking, TieOrder } from '../order/rank';
import type { Rational } from '../number/rational';

/** What is assumed of a unit whose total or rank is open. */
export interface AssumedUnit {
  /** Its total as a number in the ladder of totals. */
  readonly height: number;
  readonly facts: Facts;
  /** Its tie keys by number; null: blank. */
  readonly keys: readonly (KeyValue | null)[];
  /** Where its total stands among those that others may have. */
  readonly gap: number;
  /** Its completion, and where its total stands among the known ones and the limits. */
  readonly kind: string;
}

/** Units put in the place of open ones; null: without rank. */
export type Assumption = ReadonlyMap<number, AssumedUnit | null>;

/** Ranks only what is certain. */
export const NOTHING_ASSUMED: Assumption = new Map();

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
  const assumed = assumption.get(unit);
  if (assumed !== undefined) return assumed?.height ?? null;
  return own.noRank === false ? (ladder.known[unit] ?? null) : null;
}

function keysUnder(keys: readonly RankKey[], assumption: Assumption): readonly RankKey[] {
  if (assumption.size === 0) return keys;
  return keys.map((key, number) => ({
    ...key,
    valueOf: (unit) => {
      const assumed = assumption.get(unit);
      return assumed === undefined || assumed === null ? key.valueOf(unit) : (assumed.keys[number] ?? null);
    },
  }));
}

function everyGrade({ book }: Prepared): readonly Grade[] {
  return [...book.bands.map((band) => band.name), null];
}

function gradesUnknown(prepared: Prepared): Grading {
  return {
    possible: new Map(prepared.units.map((_, unit) => [unit, everyGrade(prepared)])),
    ways: [],
    given: new Map(),
    openTies: [],
    unknown: [],
  };
}

/** A unit without rank has no grade, one that may still get a rank any grade. */
function gradesOf(prepared: Prepared, grading: Grading, unit: number): readonly Grade[] {
  const own = prepared.units[unit];
  const never = own === undefined || own.scored.recorded || own.noRank === true;
  return grading.possible.get(unit) ?? (never ? [null] : everyGrade(prepared));
}

function grade(
  prepared: Prepared,
  ranking: Ranking,
  facts: readonly Facts[],
  withRank: (facts: Facts, unit: number) => Facts,
): Grading {
  const { book, judge, sanctions, units } = prepared;
  if (!prepared.gradable) return gradesUnknown(prepared);
  return gradeUnits({
    bands: book.bands,
    conditions: book.conditions,
    sanctions: sanctions.grade,
    judge,
    classes: ranking.classes,
    near: ranking.near,
    unitCount: units.length,
    factsOf: (unit) => facts[unit] as Facts,
    sanctionFactsOf: (unit) =>
      facts[unit]?.assumed === undefined ? withRank(units[unit]?.rawFacts as Facts, unit) : facts[unit],
  });
}

/**
 * `whole: false` leaves out ranks and grades of units where no condition asks for them; `decided`: orders that a
 * meeting could still record.
 */
export function standUnder(
  prepared: Prepared,
  ladder: TotalLadder,
  assumption: Assumption,
  whole = true,
  decided: readonly TieOrder[] = [],
): Standing {
  const heights = prepared.units.map((_, unit) => heightUnder(prepared, ladder, unit, assumption));
  const ranked: number[] = [];
  heights.forEach((height, unit) => {
    if (height !== null) ranked.push(unit);
  });
  const ranking = rankUnits(
    ranked,
    (unit) => heights[unit] ?? 0,
    keysUnder(prepared.keys, assumption),
    [...prepared.decisions.orders, ...decided],
    prepared.nearTotals,
  );
  const { asksRank, asksGrade } = prepared;
  const withRank = (own: Facts, unit: number): Facts => {
    if (!whole && !asksRank) return own;
    const rank = ranking.rankOf.get(unit) ?? null;
    const among = rank === null ? undefined : ranking.near.find((tied) => tied.includes(unit));
    return { ...own, rank, ...(rank === null || among === undefined ? {} : { lastRank: rank + among.length - 1 }) };
  };
  const facts = prepared.facts.map((own, unit) => withRank(assumption.get(unit)?.facts ?? own, unit));
  if (prepared.book.bands.length === 0 || (!whole && !asksGrade)) return { ranking, grading: UNGRADED, facts };
  const grading = grade(prepared, ranking, facts, withRank);
  return { ranking, grading, facts: facts.map((own, unit) => ({ ...own, grades: gradesOf(prepared, grading, unit) })) };
}

/** So many ways the limits of grades can be settled are told apart. */
const MAX_WAYS = 6;

/** The standing once for each way the limits of grades can be settled; as it is where they are too many. */
export function byGrades(prepared: Prepared, standing: Standing): readonly Standing[] {
  const { ways } = standing.grading;
  if (ways.length < 2 || ways.length > MAX_WAYS) return [standing];
  return ways.map((possible) => ({
    ...standing,
    facts: standing.facts.map((own, unit) => ({
      ...own,
      grades: gradesOf(prepared, { ...standing.grading, possible }, unit),
    })),
  }));
}
