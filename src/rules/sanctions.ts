/** Sanctions: rows of `Điều kiện` whose consequence is not about one award. Each row for itself. */
import type { Condition, CriterionCode, Level } from './book';
import { totalsOf } from './bloc';
import type { ScoredUnit } from './bloc';
import type { Facts, Tri, Verdict } from './conditions';
import type { LeafOutcome } from './leaf';
import * as q from './rational';
import type { Report } from './report';
import type { LevelScore, Scale } from './score';
import type { CriteriaTree, TreeNode } from './tree';

export interface Sanctions {
  readonly noRank: readonly Condition[];
  readonly zero: readonly (Condition & { readonly effect: { readonly kind: 'zeroCriterion' } })[];
  readonly grade: readonly Condition[];
  /** A sanction on points or ranks that cannot be judged at all. */
  readonly unsound: boolean;
}

const TOUCHES_RANKS: ReadonlySet<string> = new Set(['noRank', 'zeroCriterion']);

/** Sorts the sanctions by effect; broken ones on points and ranks are named by `unsound`. */
export function sanctionsOf(conditions: readonly Condition[], broken: ReadonlySet<Condition>): Sanctions {
  const sound = conditions.filter((condition) => !broken.has(condition));
  return {
    noRank: sound.filter(({ effect }) => effect.kind === 'noRank'),
    zero: sound.filter((condition): condition is Sanctions['zero'][number] => condition.effect.kind === 'zeroCriterion'),
    grade: conditions.filter(({ effect }) => effect.kind === 'lowerGrade' || effect.kind === 'capGrade'),
    unsound: conditions.some((condition) => broken.has(condition) && TOUCHES_RANKS.has(condition.effect.kind)),
  };
}

/** A unit with its totals after sanctions on points. */
export interface PenalisedUnit {
  readonly scored: ScoredUnit;
  readonly levels: ReadonlyMap<Level, LevelScore>;
  readonly ranking: LevelScore;
  /** The total that ranks; null also while a sanction on points is unknown. */
  readonly facts: Facts;
  /** The same with the points of criteria as they were before sanctions: what sanctions on grades ask. */
  readonly rawFacts: Facts;
  /** Whether a sanction keeps the unit from a rank; null: unknown. */
  readonly noRank: Tri;
  /** Why there is no total: the code of an issue. */
  readonly missing: string | null;
  /** Criteria set to 0, with the condition that did it. */
  readonly zeroed: ReadonlyMap<CriterionCode, Condition>;
}

interface Tools {
  readonly tree: CriteriaTree;
  readonly scale: Scale;
  readonly sanctions: Sanctions;
  readonly judge: (condition: Condition, facts: Facts) => Verdict;
  readonly report: Report;
}

const NO_SCORE: LevelScore = {
  leaves: [], points: new Map(), earned: null, base: null, bonus: null, deduction: null, exact: null, total: null,
  missing: 'unit-column-missing', capHits: [], emptySections: [], applicableMax: new Map(),
};

function factsOf(scored: ScoredUnit, score: LevelScore, total: q.Rational | null): Facts {
  const { base, bonus, deduction, points } = score;
  return { unit: scored.unit, total, base, bonus, deduction, points, rank: null, grades: [null] };
}

/** What is known of a unit while a sanction on its points is open: no score. */
function withoutScores(scored: ScoredUnit): Facts {
  return factsOf(scored, NO_SCORE, null);
}

function leavesBelow(node: TreeNode): readonly TreeNode[] {
  return node.isLeaf ? [node] : node.children.flatMap(leavesBelow);
}

/** Puts 0 points into the leaves of sanctioned criteria; a leaf without points stays without. */
function setToZero(leaves: readonly LeafOutcome[], zeroed: Iterable<CriterionCode>, tree: CriteriaTree): readonly LeafOutcome[] {
  const numbers = new Set([...zeroed].flatMap((code) => {
    const node = tree.byCode.get(code);
    return node === undefined ? [] : leavesBelow(node).map(({ leaf }) => leaf);
  }));
  if (numbers.size === 0) return leaves;
  return leaves.map((outcome, leaf): LeafOutcome =>
    numbers.has(leaf) && outcome.kind !== 'none' ? { kind: 'points', points: q.ZERO, from: 'sanction' } : outcome);
}

/** Says which fact of a unit a sanction waits for. */
export function reportUnknownFact(report: Report, condition: Condition, facts: Facts, verdict: Verdict): void {
  report('eligibility-unknown', facts.unit.place, {
    unit: facts.unit.id, received: verdict.actual, expected: `${condition.op ?? ''} ${condition.value.written}`.trim(),
    basis: condition.basis, params: { condition: condition.id, field: condition.fieldWritten },
  });
}

/** Applies the sanctions on points, then asks those that keep a unit from a rank. */
export function penalise(scored: ScoredUnit, { tree, scale, sanctions, judge, report }: Tools): PenalisedUnit {
  const raw = totalsOf(scored, tree, scale, (leaves) => leaves);
  const zeroed = new Map<CriterionCode, Condition>();
  let unknownZero = false;
  for (const condition of sanctions.zero) {
    const before = raw.get(scale.settings.rankingLevel) ?? NO_SCORE;
    const facts = factsOf(scored, before, before.total);
    const verdict = judge(condition, facts);
    if (verdict.holds === true) zeroed.set(condition.effect.criterion, condition);
    if (verdict.holds !== null || scored.recorded) continue;
    unknownZero = true;
    reportUnknownFact(report, condition, facts, verdict);
  }
  const levels = zeroed.size === 0 ? raw : totalsOf(scored, tree, scale, (leaves) => setToZero(leaves, zeroed.keys(), tree));
  const ranking = levels.get(scale.settings.rankingLevel) ?? NO_SCORE;
  const facts = unknownZero ? withoutScores(scored) : factsOf(scored, ranking, ranking.total);
  const verdicts = sanctions.noRank.map((condition) => ({ condition, verdict: judge(condition, facts) }));
  const noRank: Tri = verdicts.some(({ verdict }) => verdict.holds === true) ? true : verdicts.some(({ verdict }) => verdict.holds === null) ? null : false;
  if (noRank === null && facts.total !== null && !scored.recorded) {
    for (const { condition, verdict } of verdicts) if (verdict.holds === null) reportUnknownFact(report, condition, facts, verdict);
  }
  const missing = ranking.missing ?? (unknownZero ? 'eligibility-unknown' : null);
  const rawPoints = raw.get(scale.settings.rankingLevel)?.points ?? facts.points;
  return { scored, levels, ranking, facts, rawFacts: { ...facts, points: rawPoints }, noRank, missing, zeroed };
}
