/** Ranks and grades under one assumption about what is not known yet. */
import type { Facts } from './conditions';
import { gradeUnits } from './grades';
import type { Grading } from './grades';
import type { Prepared } from './prepare';
import { rankUnits } from './rank';
import type { KeyValue, Ranking } from './rank';
import * as q from './rational';
import type { Rational } from './rational';

/** Values put in the place of unknown ones. The empty assumption ranks only what is certain. */
export interface Assumption {
  /** Totals of units that have none yet. */
  readonly totals: ReadonlyMap<number, Rational>;
  /** Units whose rank hangs on an unknown sanction, assumed to be ranked. */
  readonly admitted: ReadonlySet<number>;
  /** Values of tie keys of such units, by number of the key. */
  readonly keyValues: ReadonlyMap<number, readonly (KeyValue | null)[]>;
}

export const NOTHING_ASSUMED: Assumption = { totals: new Map(), admitted: new Set(), keyValues: new Map() };

export interface Standing {
  readonly ranking: Ranking;
  readonly grading: Grading;
  readonly facts: readonly Facts[];
}

/** The total of a unit under an assumption; null when it has no place in the ranking. */
function totalUnder(prepared: Prepared, unit: number, assumption: Assumption): Rational | null {
  const own = prepared.units[unit];
  if (own === undefined || own.scored.recorded) return null;
  const assumed = assumption.totals.get(unit);
  if (assumed !== undefined) return assumed;
  const admitted = own.noRank === false || (own.noRank === null && assumption.admitted.has(unit));
  return admitted ? own.facts.total : null;
}

function gradesUnknown(prepared: Prepared): Grading {
  const all = [...prepared.book.bands.map((band) => band.name), null];
  return { possible: new Map(prepared.units.map((_, unit) => [unit, all])), openTies: [], unknown: [] };
}

export function standUnder(prepared: Prepared, assumption: Assumption): Standing {
  const { book, keys, decisions, judge, sanctions, units } = prepared;
  const totals = units.map((_, unit) => totalUnder(prepared, unit, assumption));
  const ranked = totals.flatMap((total, unit) => (total === null ? [] : [unit]));
  const assumedKeys = assumption.keyValues.size === 0 ? keys : keys.map((key, number) => ({
    ...key, valueOf: (unit: number): KeyValue | null => {
      const values = assumption.keyValues.get(unit);
      return values === undefined ? key.valueOf(unit) : (values[number] ?? null);
    },
  }));
  const ranking = rankUnits(ranked, (unit) => totals[unit] ?? q.ZERO, assumedKeys, decisions.orders);
  const withRank = (facts: Facts, unit: number): Facts => {
    const rank = ranking.rankOf.get(unit) ?? null;
    return { ...facts, total: totals[unit] ?? facts.total, rank };
  };
  const facts = prepared.facts.map(withRank);
  const grading = book.bands.length > 0 && !prepared.gradable ? gradesUnknown(prepared) : gradeUnits({
    bands: book.bands, conditions: book.conditions, sanctions: sanctions.grade, judge, classes: ranking.classes, unitCount: units.length,
    factsOf: (unit) => facts[unit] as Facts,
    sanctionFactsOf: (unit) => withRank((units[unit] as (typeof units)[number]).rawFacts, unit),
  });
  return {
    ranking, grading,
    facts: book.bands.length === 0 ? facts : facts.map((own, unit) => ({ ...own, grades: grading.possible.get(unit) ?? [null] })),
  };
}
