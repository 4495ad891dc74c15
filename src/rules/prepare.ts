/** Everything about a book that no ranking changes: scores, sound conditions, keys, decisions. */
import { readBallots } from './conditions/ballots';
import type { Ballot } from './conditions/ballots';
import type { Book, Condition, UnitId } from './model/book';
import { scoreBloc } from './score/bloc';
import type { ScoredBloc } from './score/bloc';
import type { Verdict } from './conditions/comparison';
import type { Facts, Frame } from './conditions/conditions';
import { UNKNOWN } from './conditions/comparison';
import { judgeCondition } from './conditions/conditions';
import { readDecisions } from './order/decisions';
import type { Decisions } from './order/decisions';
import { brokenSettings, usableSettings } from './model/settings';
import { isKnownKey, rankKey, uncastBallot } from './order/keys';
import { nearTotals } from './order/rank';
import type { RankKey } from './order/rank';
import { takeBefore } from './score/levels';
import type { TakenScores } from './score/levels';
import * as q from './number/rational';
import type { Rational } from './number/rational';
import type { Report } from './model/report';
import { penalise, sanctionsOf } from './conditions/sanctions';
import type { PenalisedUnit, Sanctions } from './conditions/sanctions';
import { compileScore, mainMaximum } from './score/compile';
import type { ScoreRecipe } from './score/recipe';
import { buildTree, DEEPEST } from './score/tree';
import type { CriteriaTree, TreeNode } from './score/tree';
import { findBrokenConditions, findStrayConditions } from './conditions/validate-conditions';
import type { JudgeableConditions } from './conditions/validate-conditions';

export interface Prepared {
  readonly book: Book;
  readonly report: Report;
  readonly tree: CriteriaTree;
  readonly recipe: ScoreRecipe;
  readonly ballots: ReadonlyMap<string, Ballot>;
  readonly bloc: ScoredBloc;
  readonly units: readonly PenalisedUnit[];
  /** What is known of each unit before ranking. */
  readonly facts: readonly Facts[];
  /** Units whose total is too near to another one's to say which is higher. */
  readonly nearTotals: ReadonlySet<number>;
  readonly indexOf: ReadonlyMap<UnitId, number>;
  readonly sanctions: Sanctions;
  readonly keys: readonly RankKey[];
  readonly decisions: Decisions;
  /** The maximum of a row, for percentages. */
  readonly maxOf: Frame['maxOf'];
  /** Judges a condition; one that is broken is unknown for every unit. */
  readonly judge: (condition: Condition, facts: Facts) => Verdict;
  readonly broken: JudgeableConditions['broken'];
  readonly told: JudgeableConditions['told'];
  /** Conditions that name an award or band that is not there. */
  readonly stray: ReadonlySet<Condition>;
  /** The bands can be read, so grades can be given. */
  readonly gradable: boolean;
  /** Some condition asks for ranks, or for grades. */
  readonly asksRank: boolean;
  readonly asksGrade: boolean;
  /** Some input that every total rests on cannot be trusted. */
  readonly doubtful: boolean;
}

/** The maximum by which a percentage of a row is measured: of main leaves, else the row's own. */
function maximumOf(node: TreeNode | undefined, recipe: ScoreRecipe): Rational | null {
  if (node === undefined) return null;
  if (node.kind !== 'main' || node.isLeaf) return node.max;
  return recipe.sectionMax.get(node) ?? mainMaximum(node);
}

/** Reports what is wrong with the criteria's codes; whether totals can be trusted in spite of it. */
function checkCodes(tree: CriteriaTree, report: Report): boolean {
  for (const row of tree.repeated) report('code-duplicate', row.place, { criterion: row.code, received: row.code });
  for (const row of tree.orphans) report('code-unknown', row.place, { criterion: row.code, received: row.parent });
  for (const row of tree.tooDeep)
    report('criterion-too-deep', row.place, { criterion: row.code, received: row.code, expected: String(DEEPEST) });
  return tree.repeated.length + tree.orphans.length + tree.tooDeep.length === 0;
}

/** Bands go down from the highest, each with a readable limit; only the lowest may be without. */
function areBandsSound({ bands }: Book): boolean {
  const limits = bands.map((band) => q.readOptional(band.from));
  return bands.every((band, at) => {
    const own = limits[at] ?? null;
    if (own === null) return band.from === null && at === bands.length - 1;
    const above = at === 0 ? null : (limits[at - 1] ?? null);
    return above === null || q.compare(own, above) < 0;
  });
}

/** Says once for each unit how many cells count that stand at the level before. */
function reportTaken({ units, settings }: Book, { taken, from }: TakenScores, report: Report): void {
  if (from === null) return;
  for (const { id, place } of units) {
    const count = taken.get(id);
    if (count !== undefined)
      report('level-taken', place, {
        unit: id,
        received: String(count),
        params: { level: settings.rankingLevel, from },
      });
  }
}

export function prepare(given: Book, report: Report): Prepared {
  const tree = buildTree(given.criteria);
  const taken = takeBefore(given, tree);
  const book = { ...given, settings: usableSettings(given.settings), scores: taken.scores };
  reportTaken(book, taken, report);
  const soundCodes = checkCodes(tree, report);
  const recipe = compileScore(tree, book.settings);
  const ballots = readBallots(book.ballots, report);
  const bloc = scoreBloc(book, recipe, report);
  const { broken, told } = findBrokenConditions({ book, tree, ballots }, report);
  const stray = findStrayConditions({ book, tree, ballots });
  const frame: Frame = { ballots, maxOf: (code) => maximumOf(tree.byCode.get(code), recipe) };
  const judge = (condition: Condition, facts: Facts): Verdict =>
    broken.has(condition) ? UNKNOWN : judgeCondition(condition, facts, frame);
  const sanctions = sanctionsOf(book.conditions, { broken, told });
  const units = bloc.units.map((scored) => penalise(scored, { recipe, sanctions, judge, report }));
  const facts = units.map((unit): Facts => unit.facts);
  const indexOf = new Map<UnitId, number>();
  book.units.forEach((unit, index) => {
    if (!indexOf.has(unit.id)) indexOf.set(unit.id, index);
  });
  const keys = book.settings.tieKeys.map((key): RankKey => {
    const known = isKnownKey(key, book, tree, ballots);
    const uncast = uncastBallot(key, ballots);
    if (!known && uncast === null)
      report('tie-key-unknown', book.settings.sources.tieKeys?.place ?? null, { received: key.written });
    return { ...rankKey(key, (unit) => facts[unit], ballots), known, uncast };
  });
  return {
    book,
    report,
    tree,
    recipe,
    ballots,
    bloc,
    units,
    facts,
    nearTotals: nearTotals(facts.map(({ total }) => total)),
    indexOf,
    sanctions,
    keys,
    judge,
    maxOf: frame.maxOf,
    broken,
    told,
    stray,
    gradable: areBandsSound(book) && ![...stray].some(({ scope }) => scope.kind === 'grade'),
    asksRank: book.conditions.some(({ field }) => field.kind === 'rank'),
    asksGrade: book.conditions.some(({ field }) => field.kind === 'grade'),
    decisions: readDecisions(book, indexOf, report),
    doubtful:
      !soundCodes ||
      brokenSettings(given.settings).length > 0 ||
      sanctions.unsound ||
      book.doubts.some((doubt) => doubt.touches === 'totals'),
  };
}
