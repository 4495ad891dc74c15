/** Grades: bands by the total, with conditions and limits, then the sanctions on grades. */
import { allot } from './allot';
import type { Allotment } from './allot';
import type { Band, Condition, GradeName, Quota } from './book';
import type { Tri, Verdict } from './comparison';
import type { Facts } from './conditions';
import { conditionsOfBand, judgeUnit } from './eligibility';
import { countPlaces, isSoundQuota } from './quota';
import * as q from './rational';
import { subsets } from './subsets';

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
  /** Places beyond the limit; null while that cannot be known. */
  readonly grown: number | null;
}

/** So many unknown candidates of a band are followed each way; with more of them nobody is sure of it. */
const MAX_UNKNOWN = 6;

function nobodySure(candidates: ReadonlyMap<number, Tri>): BandOutcome {
  return { gets: new Map([...candidates].map(([unit, tri]) => [unit, tri === false ? false : null])), tied: [], grown: null };
}

/** Fills one band when exactly `units` are its candidates. */
function fillWith(band: Band, limit: Quota, input: GradingInput, units: ReadonlySet<number>, debt: number): Allotment {
  const classes = input.classes.map((tied) => tied.filter((unit) => units.has(unit))).filter((tied) => tied.length > 0);
  const counted = { units: input.unitCount, ranked: input.classes.flat().length, eligible: units.size };
  const places = Math.max(0, countPlaces({ quota: limit, rounding: band.rounding, min: null, max: null }, counted) - debt);
  return allot({ places, granted: [], classes, cutoff: band.cutoff, orders: [] });
}

/** What all ways of filling a band say of one candidate. */
function verdictOf(unit: number, tri: Tri, ways: readonly Allotment[]): Tri {
  if (tri === true && ways.every(({ holders }) => holders.includes(unit))) return true;
  return ways.some(({ holders, tied }) => holders.includes(unit) || tied.includes(unit)) ? null : false;
}

/** Fills one band, each way that its unknown candidates can be. */
function fillBand(band: Band, input: GradingInput, candidates: ReadonlyMap<number, Tri>, debt: number | null): BandOutcome {
  const { limit } = band;
  if (limit === null) return { gets: candidates, tied: [], grown: 0 };
  const unknown = [...candidates].filter(([, tri]) => tri === null).map(([unit]) => unit);
  if (!isSoundQuota(limit) || debt === null || unknown.length > MAX_UNKNOWN) return nobodySure(candidates);
  const sure = [...candidates].filter(([, tri]) => tri === true).map(([unit]) => unit);
  const ways = subsets(unknown).map((more) => fillWith(band, limit, input, new Set([...sure, ...more]), debt));
  const [first] = ways;
  const sameGrowth = ways.every(({ grown }) => grown === first?.grown);
  return {
    gets: new Map([...candidates].map(([unit, tri]) => [unit, verdictOf(unit, tri, ways)])),
    tied: unknown.length === 0 ? (first?.tied ?? []) : [],
    grown: sameGrowth ? (first?.grown ?? 0) : null,
  };
}

/** The bands from the highest: a unit that misses one is considered for the next. */
function fillBands(input: GradingInput): { possible: Map<number, Grade[]>; openTies: { band: Band; tied: readonly number[] }[] } {
  const units = input.classes.flat();
  const possible = new Map<number, Grade[]>(units.map((unit) => [unit, []]));
  const stillOpen = new Map<number, Tri>(units.map((unit) => [unit, true]));
  const openTies: { band: Band; tied: readonly number[] }[] = [];
  let debt: number | null = 0;
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
