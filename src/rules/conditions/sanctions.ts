/** Sanctions: rows of `Điều kiện` whose consequence is not about one award. Each row for itself. */
import type { Condition, CriterionCode, Level } from '../model/book';
import { totalsOf } from '../score/bloc';
import type { ScoredUnit } from '../score/bloc';
import type { Tri, Verdict } from './comparison';
import type { Facts } from './conditions';
import type { LeafOutcome } from '../score/leaf';
import { reportNeeded } from '../model/needed-ballots';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import { answersTo } from './attributes';
import type { IssueDetails } from '../model/issue';
import type { Report } from '../model/report';
import type { LevelScore } from '../score/exact';
import type { ScoreRecipe } from '../score/recipe';
import { subsets } from '../number/subsets';
import type { CriteriaTree, TreeNode } from '../score/tree';
import type { JudgeableConditions } from './validate-conditions';

export interface Sanctions {
  readonly noRank: readonly Condition[];
  readonly zero: readonly (Condition & { readonly effect: { readonly kind: 'zeroCriterion' } })[];
  readonly grade: readonly Condition[];
  /** A sanction on points or ranks that cannot be judged at all. */
  readonly unsound: boolean;
  readonly told: JudgeableConditions['told'];
}

const TOUCHES_RANKS: ReadonlySet<string> = new Set(['noRank', 'zeroCriterion']);

/** Whether a sanction lowers or caps the grade. */
export const isOnGrade = ({ effect }: Condition): boolean => effect.kind === 'lowerGrade' || effect.kind === 'capGrade';

/** Sorts the sanctions by effect; broken ones on points and ranks are named by `unsound`. */
export function sanctionsOf(conditions: readonly Condition[], { broken, told }: JudgeableConditions): Sanctions {
  const sound = conditions.filter((condition) => !broken.has(condition));
  return {
    told,
    noRank: sound.filter(({ effect }) => effect.kind === 'noRank'),
    zero: sound.filter(
      (condition): condition is Sanctions['zero'][number] => condition.effect.kind === 'zeroCriterion',
    ),
    grade: conditions.filter(isOnGrade),
    unsound: conditions.some((condition) => broken.has(condition) && TOUCHES_RANKS.has(condition.effect.kind)),
  };
}

/** A unit with its totals after sanctions on points. */
export interface PenalisedUnit {
  readonly scored: ScoredUnit;
  readonly levels: ReadonlyMap<Level, LevelScore>;
  /** As `levels` were before sanctions: what the sums of the workbook say. */
  readonly raw: ReadonlyMap<Level, LevelScore>;
  readonly ranking: LevelScore;
  /** The total that ranks; null also while a sanction on points is unknown. */
  readonly facts: Facts;
  /** The same with the points of criteria as they were before sanctions: what sanctions on grades ask. */
  readonly rawFacts: Facts;
  /** Whether a sanction keeps the unit from a rank; null: unknown. */
  readonly noRank: Tri;
  /** Why there is no total: the code of an issue. */
  readonly missing: string | null;
  /**
   * Every total that the answers to open sanctions on its points leave it, the highest first; empty where
   * the total is known, or unknown for another reason too.
   */
  readonly possibleTotals: readonly Rational[];
  /** Criteria set to 0, with the condition that did it. */
  readonly zeroed: ReadonlyMap<CriterionCode, Condition>;
}

interface Tools {
  readonly recipe: ScoreRecipe;
  readonly sanctions: Sanctions;
  readonly judge: (condition: Condition, facts: Facts) => Verdict;
  readonly report: Report;
}

const NO_SCORE: LevelScore = {
  leaves: [],
  points: new Map(),
  earned: null,
  base: null,
  bonus: null,
  deduction: null,
  exact: null,
  total: null,
  missing: 'unit-column-missing',
  capHits: [],
  emptySections: [],
};

function factsOf(scored: ScoredUnit, score: LevelScore, total: Rational | null): Facts {
  const { base, bonus, deduction, points } = score;
  return { unit: scored.unit, total, base, bonus, deduction, points, rank: null, grades: [null] };
}

/** The value that all variants share, else null. */
function sharedNumber(values: readonly (Rational | null)[]): Rational | null {
  const [first = null, ...rest] = values;
  return first !== null && rest.every((value) => value !== null && q.equal(value, first)) ? first : null;
}

/** What is known of a unit whatever the answers to open sanctions on its points are. */
function sharedFacts(scored: ScoredUnit, variants: readonly LevelScore[]): Facts {
  const [first = NO_SCORE] = variants;
  if (variants.length <= 1) return factsOf(scored, first, first.total);
  const shared = (of: (score: LevelScore) => Rational | null): Rational | null => sharedNumber(variants.map(of));
  const [base, bonus, deduction] = [
    shared((score) => score.base),
    shared((score) => score.bonus),
    shared((score) => score.deduction),
  ];
  const certain = base !== null && bonus !== null && deduction !== null;
  return {
    unit: scored.unit,
    rank: null,
    grades: [null],
    total: certain ? first.total : null,
    base,
    bonus,
    deduction,
    points: new Map([...first.points.keys()].map((code) => [code, shared(({ points }) => points.get(code) ?? null)])),
  };
}

function totalsOfAll(variants: readonly LevelScore[]): Rational[] {
  const totals = variants.flatMap(({ total }) => total ?? []);
  if (totals.length < variants.length) return [];
  return [...new Map(totals.map((total) => [q.format(total), total])).values()].sort((a, b) => q.compare(b, a));
}

export function leavesBelow(node: TreeNode): readonly TreeNode[] {
  return node.isLeaf ? [node] : node.children.flatMap(leavesBelow);
}

/** Puts 0 points into the leaves of sanctioned criteria, whatever their cells say. */
export function setToZero(
  leaves: readonly LeafOutcome[],
  zeroed: Iterable<CriterionCode>,
  tree: CriteriaTree,
): readonly LeafOutcome[] {
  const numbers = new Set(
    [...zeroed].flatMap((code) => {
      const node = tree.byCode.get(code);
      return node === undefined ? [] : leavesBelow(node).map(({ leaf }) => leaf);
    }),
  );
  if (numbers.size === 0) return leaves;
  return leaves.map((outcome, leaf): LeafOutcome =>
    numbers.has(leaf) ? { kind: 'points', points: q.ZERO, from: 'sanction' } : outcome,
  );
}

/**
 * Says which fact of a unit a condition waits for, at the cell that is blank or wrong; once for all
 * conditions that ask for the same fact.
 */
export function reportUnknownFact(
  report: Report,
  condition: Condition,
  facts: Facts,
  verdict: Verdict,
  more: Pick<IssueDetails, 'award' | 'params' | 'severity'> = {},
): void {
  if (verdict.uncast === true && condition.field.kind === 'ballot') {
    reportNeeded(report, condition.field.ballot, condition.places.field ?? condition.place, facts.unit.id, {
      basis: condition.basis,
    });
    return;
  }
  const { impossible } = verdict;
  // A ballot row that is not there is asked for at the unit; a blank count, or one that cannot be, at its cell.
  report('eligibility-unknown', verdict.place ?? facts.unit.place, {
    unit: facts.unit.id,
    received: verdict.actual,
    expected: answersTo(condition),
    basis: condition.basis,
    ...more,
    params: {
      condition: condition.id,
      field: condition.fieldWritten,
      ...(condition.field.kind === 'attribute' && { fact: condition.field.header }),
      ...(impossible !== undefined && { impossible }),
      ...more.params,
    },
  });
}

/** Which criteria are set to 0, and which sanctions could still do so. */
function zeroSanctions(
  scored: ScoredUnit,
  raw: LevelScore,
  { sanctions, judge }: Tools,
): { zeroed: Map<CriterionCode, Condition>; open: { condition: Sanctions['zero'][number]; verdict: Verdict }[] } {
  const zeroed = new Map<CriterionCode, Condition>();
  const open: { condition: Sanctions['zero'][number]; verdict: Verdict }[] = [];
  for (const condition of sanctions.zero) {
    const verdict = judge(condition, factsOf(scored, raw, raw.total));
    if (verdict.holds === true) zeroed.set(condition.effect.criterion, condition);
    if (verdict.holds === null) open.push({ condition, verdict });
  }
  return { zeroed, open };
}

/** Whether a sanction keeps a unit from a rank, each row for itself. */
export function keepsFromRank({ noRank }: Sanctions, judge: Tools['judge'], facts: Facts): Tri {
  const verdicts = noRank.map((condition) => judge(condition, facts).holds);
  if (verdicts.includes(true)) return true;
  return verdicts.includes(null) ? null : false;
}

/** So many open sanctions on the points of one unit are followed; with more of them nothing is known of its points. */
const MAX_OPEN = 5;

/** Applies the sanctions on points, then asks those that keep a unit from a rank. */
export function penalise(scored: ScoredUnit, tools: Tools): PenalisedUnit {
  const { recipe, sanctions, judge, report } = tools;
  const level = recipe.settings.rankingLevel;
  const raw = totalsOf(scored, recipe, (leaves) => leaves);
  const { zeroed, open } = zeroSanctions(scored, raw.get(level) ?? NO_SCORE, tools);
  const totalsWith = (more: readonly CriterionCode[]): PenalisedUnit['levels'] =>
    zeroed.size + more.length === 0
      ? raw
      : totalsOf(scored, recipe, (leaves) => setToZero(leaves, [...zeroed.keys(), ...more], recipe.tree));
  const levels = totalsWith([]);
  const ranking = levels.get(level) ?? NO_SCORE;
  const codes = open.map(({ condition }) => condition.effect.criterion);
  const variants =
    open.length > MAX_OPEN
      ? [ranking, NO_SCORE]
      : subsets(codes).map((more) => totalsWith(more).get(level) ?? NO_SCORE);
  const facts = sharedFacts(scored, variants);
  const sayUnknown = ({ condition, verdict }: { condition: Condition; verdict: Verdict }): void => {
    if (verdict.holds === null && !scored.recorded && !sanctions.told.has(condition))
      reportUnknownFact(report, condition, facts, verdict);
  };
  if (facts.total === null) open.forEach(sayUnknown);
  const noRank = keepsFromRank(sanctions, judge, facts);
  if (noRank === null && facts.total !== null)
    for (const condition of sanctions.noRank) sayUnknown({ condition, verdict: judge(condition, facts) });
  const missing = ranking.missing ?? (facts.total === null && open.length > 0 ? 'eligibility-unknown' : null);
  const rawPoints = raw.get(level)?.points ?? facts.points;
  return {
    scored,
    levels,
    raw,
    ranking,
    facts,
    rawFacts: { ...facts, points: rawPoints },
    noRank,
    missing,
    zeroed,
    possibleTotals: facts.total === null ? totalsOfAll(variants) : [],
  };
}
