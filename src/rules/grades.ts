/** Grades: bands by the total, with conditions and limits, then the sanctions on grades. */
import { allot } from './allot';
import type { Band, Condition, GradeName } from './book';
import type { Facts, Tri, Verdict } from './conditions';
import { conditionsOfBand, judgeUnit } from './eligibility';
import { countPlaces, isSoundQuota } from './quota';
import * as q from './rational';

export type Grade = GradeName | null;

export interface GradingInput {
  readonly bands: readonly Band[];
  readonly conditions: readonly Condition[];
  readonly sanctions: readonly Condition[];
  readonly judge: (condition: Condition, facts: Facts) => Verdict;
  /** Units by rank. */
  readonly classes: readonly (readonly number[])[];
  readonly unitCount: number;
  readonly factsOf: (unit: number) => Facts;
  /** What sanctions ask: criteria as they were before sanctions. */
  readonly sanctionFactsOf: (unit: number) => Facts;
}

export interface Grading {
  /** Every grade a ranked unit may still have; one entry when it is certain. */
  readonly possible: ReadonlyMap<number, readonly Grade[]>;
  /** Bands whose limit cuts a tied set that no decision has parted. */
  readonly openTies: readonly { readonly band: Band; readonly tied: readonly number[] }[];
  /** Sanctions whose unknown fact leaves a grade open. */
  readonly unknown: readonly { readonly unit: number; readonly condition: Condition; readonly verdict: Verdict }[];
}

/** The value of a unit that the map may not know: then it is out. */
function triOf(map: ReadonlyMap<number, Tri>, unit: number): Tri {
  const tri = map.get(unit);
  return tri === undefined ? false : tri;
}

const and = (a: Tri, b: Tri): Tri => (a === false || b === false ? false : a === null || b === null ? null : true);

/** Who of the candidates gets a band: true, false, or null while something unknown decides. */
interface BandOutcome {
  readonly gets: ReadonlyMap<number, Tri>;
  readonly tied: readonly number[];
  readonly grown: number;
}

function fill(band: Band, classes: readonly (readonly number[])[], places: number): { holders: ReadonlySet<number>; tied: readonly number[]; grown: number } {
  const { holders, tied, grown } = allot({ places, granted: [], classes, cutoff: band.cutoff, orders: [] });
  return { holders: new Set(holders), tied, grown };
}

/**
 * Fills one band. With unknown candidates a unit is sure of the band when it has it although all of
 * them count, and out of it when it is cut although none of the others counts.
 */
function fillBand(band: Band, input: GradingInput, candidates: ReadonlyMap<number, Tri>, debt: number): BandOutcome {
  const keep = (test: (tri: Tri) => boolean): (readonly number[])[] =>
    input.classes.map((tied) => tied.filter((unit) => test(triOf(candidates, unit)))).filter((tied) => tied.length > 0);
  const sure = keep((tri) => tri === true);
  const most = keep((tri) => tri !== false);
  if (band.limit === null) return { gets: candidates, tied: [], grown: 0 };
  const unknown = [...candidates].filter(([, tri]) => tri === null).map(([unit]) => unit);
  if (!isSoundQuota(band.limit) || (unknown.length > 0 && band.cutoff === 'excludeAll')) {
    return { gets: new Map([...candidates].map(([unit, tri]) => [unit, tri === false ? false : null])), tied: [], grown: 0 };
  }
  const limit = band.limit;
  const ranked = input.classes.flat().length;
  const placesFor = (eligible: number): number => Math.max(0, countPlaces(
    { quota: limit, rounding: band.rounding, min: null, max: null }, { units: input.unitCount, ranked, eligible }) - debt);
  const fewest = placesFor(sure.flat().length);
  if (unknown.length === 0) {
    const { holders, tied, grown } = fill(band, sure, fewest);
    return { gets: new Map([...candidates.keys()].map((unit) => [unit, tied.includes(unit) ? null : holders.has(unit)])), tied, grown };
  }
  const worst = fill(band, most, fewest);
  const best = fill(band, sure, placesFor(most.flat().length));
  const gets = new Map([...candidates].map(([unit, tri]): [number, Tri] => {
    if (tri === true && worst.holders.has(unit)) return [unit, true];
    return [unit, tri === false || (tri === true && !best.holders.has(unit) && !best.tied.includes(unit)) ? false : null];
  }));
  return { gets, tied: [], grown: 0 };
}

/** The bands from the highest: a unit that misses one is considered for the next. */
function fillBands(input: GradingInput): { possible: Map<number, Grade[]>; openTies: { band: Band; tied: readonly number[] }[] } {
  const units = input.classes.flat();
  const possible = new Map<number, Grade[]>(units.map((unit) => [unit, []]));
  const stillOpen = new Map<number, Tri>(units.map((unit) => [unit, true]));
  const openTies: { band: Band; tied: readonly number[] }[] = [];
  let debt = 0;
  for (const band of input.bands) {
    const from = q.parseOptional(band.from);
    const set = conditionsOfBand(band.name, input.conditions);
    const candidates = new Map(units.map((unit): [number, Tri] => {
      const open = triOf(stillOpen, unit);
      const facts = input.factsOf(unit);
      if (open === false || facts.total === null || (from !== null && q.compare(facts.total, from) < 0)) return [unit, false];
      return [unit, and(open, judgeUnit(set, facts, input.judge).eligible)];
    }));
    const { gets, tied, grown } = fillBand(band, input, candidates, debt);
    debt = band.cutoff === 'includeAllDebit' ? grown : 0;
    if (tied.length > 0) openTies.push({ band, tied });
    for (const unit of units) {
      const got = triOf(gets, unit);
      if (got === false) continue;
      possible.get(unit)?.push(band.name);
      stillOpen.set(unit, got === true ? false : null);
    }
  }
  for (const unit of units) if (stillOpen.get(unit) !== false) possible.get(unit)?.push(null);
  return { possible, openTies };
}

/** One grade lower, or at most the named one. A unit without grade has nothing to lose. */
function applySanction(grade: Grade, condition: Condition, order: readonly GradeName[]): Grade {
  if (grade === null) return null;
  const { effect } = condition;
  const stands = order.indexOf(grade);
  if (effect.kind === 'lowerGrade') return order[Math.min(stands + 1, order.length - 1)] ?? grade;
  if (effect.kind !== 'capGrade') return grade;
  const limit = order.indexOf(effect.grade);
  return limit > stands ? effect.grade : grade;
}

/** Grades every ranked unit: limits first, then sanctions: lower, then cap. */
export function gradeUnits(input: GradingInput): Grading {
  if (input.bands.length === 0) return { possible: new Map(), openTies: [], unknown: [] };
  const { possible, openTies } = fillBands(input);
  const order = input.bands.map((band) => band.name);
  const sanctions = [...input.sanctions].sort((a, b) => Number(a.effect.kind === 'capGrade') - Number(b.effect.kind === 'capGrade'));
  const unknown: { unit: number; condition: Condition; verdict: Verdict }[] = [];
  for (const [unit, grades] of possible) {
    let now: readonly Grade[] = grades;
    for (const condition of sanctions) {
      const verdict = input.judge(condition, input.sanctionFactsOf(unit));
      if (verdict.holds === false) continue;
      const after = now.map((grade) => applySanction(grade, condition, order));
      if (verdict.holds === null && after.some((grade, index) => grade !== now[index])) unknown.push({ unit, condition, verdict });
      now = [...new Set(verdict.holds === null ? [...now, ...after] : after)];
    }
    possible.set(unit, [...now]);
  }
  return { possible, openTies, unknown };
}
