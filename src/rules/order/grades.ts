/** Grades: bands by the total, with conditions and limits, then the sanctions on grades. */
import { allot } from './allot';
import type { Allotment } from './allot';
import type { Band, Condition, GradeName } from '../model/book';
import type { Tri, Verdict } from '../conditions/comparison';
import type { Facts } from '../conditions/conditions';
import { conditionsOfBand, judgeUnit } from '../conditions/eligibility';
import { countPlaces, isSoundQuota } from './quota';
import { sameSet } from './rank';
import * as q from '../number/rational';
import { choices, countChoices, subsets } from '../number/subsets';

export type Grade = GradeName | null;

export interface GradingInput {
  readonly bands: readonly Band[];
  readonly conditions: readonly Condition[];
  readonly sanctions: readonly Condition[];
  readonly judge: (condition: Condition, facts: Facts) => Verdict;
  /** Units by rank. */
  readonly classes: readonly (readonly number[])[];
  /** Sets among them whose order nobody knows. */
  readonly near: readonly (readonly number[])[];
  readonly unitCount: number;
  readonly factsOf: (unit: number) => Facts;
  /** What sanctions ask: criteria as they were before sanctions. */
  readonly sanctionFactsOf: (unit: number) => Facts;
}

export interface Grading {
  /** Every grade a ranked unit may still have; one entry when it is certain. */
  readonly possible: ReadonlyMap<number, readonly Grade[]>;
  /** The same for each way the limits can be settled: who of a tied set has a band is one answer for all of it. */
  readonly ways: readonly ReadonlyMap<number, readonly Grade[]>[];
  /** The band each ranked unit has before sanctions, where it is certain. */
  readonly given: ReadonlyMap<number, Grade>;
  /** Bands whose limit cuts a tied set that no decision has parted. */
  readonly openTies: readonly { readonly band: Band; readonly tied: readonly number[] }[];
  /** Sanctions whose unknown fact leaves a grade open. */
  readonly unknown: readonly { readonly unit: number; readonly condition: Condition; readonly verdict: Verdict }[];
}

/** One way the bands can be filled from the highest down: as far as it has come. */
interface Way {
  /** Who has which band. */
  readonly given: ReadonlyMap<number, GradeName>;
  /** Places beyond the limit of the band above, which come off the next one. */
  readonly debt: number;
}

/** So many ways are followed from band to band; with more of them, and below a limit that nobody can read, nobody is sure. */
const MAX_WAYS = 128;
const START: Way = { given: new Map(), debt: 0 };

/** Whether a unit may have a band, as its total and its conditions have it. */
export function bandJudge(
  band: Band,
  conditions: readonly Condition[],
  judge: GradingInput['judge'],
): (facts: Facts) => Tri {
  const from = q.readOptional(band.from);
  const set = conditionsOfBand(band.name, conditions);
  return (facts) => {
    const order = facts.total === null ? -1 : from === null ? 0 : q.order(facts.total, from);
    if (order !== null && order < 0) return false;
    const { eligible } = judgeUnit(set, facts, judge);
    return order === null && eligible === true ? null : eligible;
  };
}

/** Fills one band when exactly `units` are its candidates. */
function fillWith(band: Band, units: ReadonlySet<number>, debt: number, input: GradingInput): Allotment {
  const classes = input.classes.map((tied) => tied.filter((unit) => units.has(unit))).filter((tied) => tied.length > 0);
  const counted = { units: input.unitCount, ranked: input.classes.flat().length, eligible: units.size };
  const places =
    band.limit === null
      ? units.size
      : Math.max(0, countPlaces({ quota: band.limit, rounding: band.rounding, min: null, max: null }, counted) - debt);
  return allot({ places, granted: [], classes, cutoff: band.cutoff, orders: [] });
}

/** Whether the limit took or left out as a whole what their order, which nobody knows, may part. */
function hangsOnOrder(near: readonly number[], { holders, grown, unused }: Allotment): boolean {
  return (
    (grown > 0 && near.some((unit) => holders.includes(unit))) ||
    (unused > 0 && near.some((unit) => !holders.includes(unit)))
  );
}

interface Filled {
  readonly ways: readonly Way[];
  /** The tied sets that the limit cuts, one for each way. */
  readonly tied: readonly (readonly number[])[];
}

function sameWay({ given, debt }: Way): string {
  return `${[...given].sort(([a], [b]) => a - b).join('|')} ${String(debt)}`;
}

/** Follows one band from each way above: every answer to its unknown facts, every choice among the tied. Null: too many, or more than those. */
function fillBand(
  band: Band,
  before: readonly Way[],
  verdicts: ReadonlyMap<number, Tri>,
  input: GradingInput,
): Filled | null {
  const ways: Way[] = [];
  const tied: (readonly number[])[] = [];
  for (const { given, debt } of before) {
    const open = [...verdicts].filter(([unit]) => !given.has(unit));
    const unknown = open.flatMap(([unit, tri]) => (tri === null ? [unit] : []));
    const sure = open.flatMap(([unit, tri]) => (tri === true ? [unit] : []));
    if (tied.length + 2 ** unknown.length > MAX_WAYS) return null;
    for (const more of subsets(unknown)) {
      const candidates = new Set([...sure, ...more]);
      const filled = fillWith(band, candidates, debt, input);
      if (
        input.near.some((set) =>
          hangsOnOrder(
            set.filter((unit) => candidates.has(unit)),
            filled,
          ),
        )
      )
        return null;
      tied.push(filled.tied);
      if (ways.length + countChoices(filled.tied.length, filled.open, MAX_WAYS) > MAX_WAYS) return null;
      for (const chosen of choices(filled.tied, filled.open)) {
        ways.push({
          given: new Map([...given, ...[...filled.holders, ...chosen].map((unit) => [unit, band.name] as const)]),
          debt: band.cutoff === 'includeAllDebit' ? filled.grown : 0,
        });
      }
    }
  }
  return { ways: ways.length === 1 ? ways : [...new Map(ways.map((way) => [sameWay(way), way])).values()], tied };
}

/** The bands that a unit may have of those from which on nobody is sure: down to the first that it surely has. */
function anyOf(
  bands: readonly { readonly band: Band; readonly verdicts: ReadonlyMap<number, Tri> }[],
  unit: number,
): Grade[] {
  const grades: Grade[] = [];
  for (const { band, verdicts } of bands) {
    const tri = verdicts.get(unit) ?? null;
    if (verdicts.get(unit) === false) continue;
    grades.push(band.name);
    if (tri === true && band.limit === null) return grades;
  }
  return [...grades, null];
}

/** The bands from the highest: a unit that misses one is considered for the next. */
function fillBands(input: GradingInput): {
  ways: readonly ReadonlyMap<number, readonly Grade[]>[];
  openTies: { band: Band; tied: readonly number[] }[];
} {
  const units = input.classes.flat();
  const judged = input.bands.map((band) => {
    const judgeOf = bandJudge(band, input.conditions, input.judge);
    return { band, verdicts: new Map(units.map((unit) => [unit, judgeOf(input.factsOf(unit))])) };
  });
  const openTies: { band: Band; tied: readonly number[] }[] = [];
  let ways: readonly Way[] = [START];
  let followed = 0;
  for (const { band, verdicts } of judged) {
    const filled = band.limit !== null && !isSoundQuota(band.limit) ? null : fillBand(band, ways, verdicts, input);
    if (filled === null) break;
    const [first = [], ...others] = filled.tied;
    if (first.length > 0 && others.every((tied) => sameSet(tied, first))) openTies.push({ band, tied: first });
    ways = filled.ways;
    followed += 1;
  }
  const rest = judged.slice(followed);
  const gradesIn = ({ given }: Way, unit: number): Grade[] =>
    given.has(unit) ? [given.get(unit) ?? null] : anyOf(rest, unit);
  return { ways: ways.map((way) => new Map(units.map((unit) => [unit, gradesIn(way, unit)]))), openTies };
}

/** One grade lower, or at most the named one. A unit without grade has nothing to lose. */
function applySanction(grade: Grade, condition: Condition, order: readonly GradeName[]): Grade {
  if (grade === null) return null;
  const { effect } = condition;
  const stands = order.indexOf(grade);
  if (effect.kind === 'lowerGrade') return order[stands + 1] ?? grade;
  if (effect.kind !== 'capGrade') return grade;
  const limit = order.indexOf(effect.grade);
  return limit > stands ? effect.grade : grade;
}

/** Sanctions on grades in their order: lower, then cap. */
export function sanctionsInOrder(sanctions: readonly Condition[]): readonly Condition[] {
  const isCap = ({ effect }: Condition): boolean => effect.kind === 'capGrade';
  return [...sanctions.filter((each) => !isCap(each)), ...sanctions.filter(isCap)];
}

/** What sanctions (in their order) make of the grades a unit may have; `unknown` hears of those whose fact leaves a grade open. */
export function afterSanctions(
  grades: readonly Grade[],
  sanctions: readonly Condition[],
  order: readonly GradeName[],
  judge: (condition: Condition) => Verdict,
  unknown: (condition: Condition, verdict: Verdict) => void = () => undefined,
): readonly Grade[] {
  let now = grades;
  for (const condition of sanctions) {
    const verdict = judge(condition);
    if (verdict.holds === false) continue;
    const after = now.map((grade) => applySanction(grade, condition, order));
    if (verdict.holds === null && after.some((grade, index) => grade !== now[index])) unknown(condition, verdict);
    now = [...new Set(verdict.holds === null ? [...now, ...after] : after)];
  }
  return now;
}

export const UNGRADED: Grading = { possible: new Map(), ways: [], given: new Map(), openTies: [], unknown: [] };

/** Grades every ranked unit: limits first, then sanctions: lower, then cap. */
export function gradeUnits(input: GradingInput): Grading {
  if (input.bands.length === 0) return UNGRADED;
  const { ways, openTies } = fillBands(input);
  const possible = new Map(
    input.classes.flat().map((unit) => [unit, [...new Set(ways.flatMap((way) => way.get(unit) ?? []))]]),
  );
  const given = new Map(
    [...possible].flatMap(([unit, [only = null, ...others]]) => (others.length === 0 ? [[unit, only] as const] : [])),
  );
  const order = input.bands.map((band) => band.name);
  const inOrder = sanctionsInOrder(input.sanctions);
  const unknown: { unit: number; condition: Condition; verdict: Verdict }[] = [];
  const sanctioned = (unit: number, grades: readonly Grade[], tell?: Parameters<typeof afterSanctions>[4]): Grade[] => {
    const facts = input.sanctionFactsOf(unit);
    return [...afterSanctions(grades, inOrder, order, (condition) => input.judge(condition, facts), tell)];
  };
  for (const [unit, grades] of possible)
    possible.set(
      unit,
      sanctioned(unit, grades, (condition, verdict) => {
        unknown.push({ unit, condition, verdict });
      }),
    );
  return {
    possible,
    ways:
      ways.length === 1
        ? [possible]
        : ways.map((way) => new Map([...way].map(([unit, grades]) => [unit, sanctioned(unit, grades)]))),
    given,
    openTies,
    unknown,
  };
}
