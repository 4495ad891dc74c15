/**
 * Everything one unit can still come to: its missing and broken cells filled in every way, the known ones as
 * they are. Leaves with values of their own are tried value by value, else the two ends stand for all between.
 */
import type { Condition, CriterionCode } from '../model/book';
import type { Tri } from '../conditions/comparison';
import type { Facts } from '../conditions/conditions';
import { isOpenKey, keyValue } from '../order/keys';
import type { LeafOutcome } from '../score/leaf';
import { leftOutWays } from './left-out';
import type { OpenLeaf } from './open-leaves';
import type { Prepared } from '../prepare';
import type { KeyValue } from '../order/rank';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import { isOnGrade, leavesBelow, setToZero } from '../conditions/sanctions';
import type { PenalisedUnit } from '../conditions/sanctions';
import { scoreLevel, totalOf } from '../score/exact';
import type { LevelScore } from '../score/exact';
import { reachOf } from '../score/reach';
import type { TreeNode } from '../score/tree';
import { factAnswers } from './unknown-facts';

/** From the least to the greatest; null: no bound. */
export interface Range {
  readonly low: Rational | null;
  readonly high: Rational | null;
}

/** One kind of completion: all of it answers the conditions alike. */
export interface Completion {
  /** Its totals, with both ends. */
  readonly total: Range;
  /** Its only totals, the lowest first; null: anything between the ends. */
  readonly totals: readonly Rational[] | null;
  /** What is known in all of it, without total. */
  readonly facts: Facts;
  /** The value of each tie key, null where it is blank; `open`: not the same in all of it. */
  readonly keys: readonly (KeyValue | null | 'open')[];
}

/** So many combinations of own values of one unit are tried one by one. */
const MAX_COMBINATIONS = 1000;
/**
 * So many leaves may be scored again for that, shared by the units that lack points; each unit may also score
 * as many as the bloc has, which takes no longer than reading them did.
 */
const MAX_SCORED = 24_000;
/** So many different answers of a unit's unknown facts are followed apart. */
const MAX_ANSWERS = 16;
/** Stands for points that nothing limits; a total beyond `NO_LIMIT` has no bound. */
const UNLIMITED: Rational = q.fromInteger(1e15);
const NO_LIMIT: Rational = q.fromInteger(1e12);

const bounded = (value: Rational): Rational | null =>
  q.compare(value, NO_LIMIT) >= 0 || q.compare(value, q.negate(NO_LIMIT)) <= 0 ? null : value;
const typed = (points: Rational): LeafOutcome => ({ kind: 'points', points, from: 'typed' });

/** An open leaf at its ends: the same for every unit that lacks it. */
const ends = new WeakMap<OpenLeaf, Readonly<Record<'low' | 'high', LeafOutcome>>>();
function endsOf(open: OpenLeaf): Readonly<Record<'low' | 'high', LeafOutcome>> {
  let known = ends.get(open);
  if (known === undefined) ends.set(open, (known = { low: typed(open.low), high: typed(open.high ?? UNLIMITED) }));
  return known;
}

/** The lower of two lower ends, the higher of two upper ones. */
function hull(a: Range | null, b: Range): Range {
  if (a === null) return b;
  return {
    low: a.low === null || b.low === null ? null : q.minimum(a.low, b.low),
    high: a.high === null || b.high === null ? null : q.maximum(a.high, b.high),
  };
}

type Part = 'base' | 'bonus' | 'deduction';
const PARTS: readonly Part[] = ['base', 'bonus', 'deduction'];

/** What an interval of completions spans. */
interface Span {
  readonly total: Range;
  readonly parts: Readonly<Record<Part, Range>>;
  readonly rows: ReadonlyMap<CriterionCode, Range>;
}

class UnitCompletions {
  private readonly outcomes: readonly LeafOutcome[];
  private readonly raw: LevelScore;

  constructor(
    private readonly prepared: Prepared,
    private readonly own: PenalisedUnit,
    private readonly open: readonly OpenLeaf[],
    private readonly asked: AskedRows,
    raw: LevelScore,
  ) {
    this.outcomes = raw.leaves;
    this.raw = raw;
  }

  private score(leaves: readonly LeafOutcome[], roots: ReadonlySet<TreeNode>): LevelScore {
    return scoreLevel(this.prepared.recipe, leaves, { before: this.raw, roots });
  }

  private rootsOf(leaves: readonly TreeNode[]): Set<TreeNode> {
    return new Set(leaves.flatMap((leaf) => this.asked.rootOf.get(leaf) ?? []));
  }

  private points(score: LevelScore, code: CriterionCode): Rational | null {
    return (score.points.has(code) ? score.points.get(code) : this.raw.points.get(code)) ?? null;
  }

  private factsOf(score: LevelScore, total: Rational | null, answers: ReadonlyMap<Condition, boolean>): Facts {
    return {
      unit: this.own.scored.unit,
      total,
      base: score.base,
      bonus: score.bonus,
      deduction: score.deduction,
      rank: null,
      grades: [null],
      assumed: answers,
      points: new Map(this.asked.codes.map((code) => [code, this.points(score, code)])),
    };
  }

  /** Criteria that sanctions set to 0, and those of which nobody knows yet; `span`: what the points may come to. */
  private zeroed(facts: Facts, span: Span | null = null): { sure: Set<CriterionCode>; unsure: Set<CriterionCode> } {
    const sure = new Set<CriterionCode>();
    const unsure = new Set<CriterionCode>();
    for (const condition of this.prepared.sanctions.zero) {
      const known = this.prepared.judge(condition, facts).holds;
      const holds = known === null && span !== null ? this.toldBySpan(condition, span) : known;
      if (holds !== false) (holds === true ? sure : unsure).add(condition.effect.criterion);
    }
    return { sure, unsure };
  }

  private leavesOf(codes: Iterable<CriterionCode>): TreeNode[] {
    return [...codes].flatMap((code) => {
      const node = this.prepared.tree.byCode.get(code);
      return node === undefined ? [] : leavesBelow(node);
    });
  }

  all(): Completion[] {
    if (this.raw.missing === 'criterion-row-missing' && this.prepared.tree.leaves.length === 0)
      return [this.anything({ low: null, high: null })];
    const answers = factAnswers(this.prepared, this.own.facts, MAX_ANSWERS) ?? [new Map<Condition, boolean>()];
    const found = answers.flatMap((each) => this.answered(each));
    return found.length > 0 ? found : [this.anything(this.wholeRange())];
  }

  /** From nothing but deductions to everything there is. */
  private wholeRange(): Range {
    const { recipe } = this.prepared;
    const { deduction, total } = reachOf(recipe);
    return {
      low: deduction === null ? recipe.totalMin : totalOf(recipe, q.ZERO, q.ZERO, deduction),
      high: total,
    };
  }

  private anything(total: Range): Completion {
    const facts: Facts = { ...this.own.facts, total: null };
    return {
      total,
      totals: null,
      facts,
      keys: this.prepared.book.settings.tieKeys.map((key) => this.keyOf(key, facts)),
    };
  }

  private keyOf(key: Prepared['book']['settings']['tieKeys'][number], facts: Facts): KeyValue | null | 'open' {
    const value = keyValue(key, facts, this.prepared.ballots);
    if (value !== null) return value;
    return (key.field.kind !== 'attribute' && key.field.kind !== 'ballot') ||
      isOpenKey(this.prepared, key, this.own.facts)
      ? 'open'
      : null;
  }

  /** The completions under one set of answers to the unit's unknown facts. */
  private answered(answers: ReadonlyMap<Condition, boolean>): Completion[] {
    const facts = this.factsOf(this.raw, null, answers);
    const known = this.zeroed(facts);
    // A limit that the missing points cannot reach, or cannot miss, leaves nothing to know.
    const { sure, unsure } =
      known.unsure.size === 0 ? known : this.zeroed(facts, this.spanOf(this.open, new Set<CriterionCode>()));
    const zero = new Set(this.leavesOf(sure));
    const open = this.open.filter(({ leaf }) => !zero.has(leaf));
    return this.valueByValue(open, answers) ?? [this.between(open, sure, unsure, answers)];
  }

  /** One completion for each different answer to all that is asked; null when they are too many or have no values of their own. */
  private valueByValue(open: readonly OpenLeaf[], answers: ReadonlyMap<Condition, boolean>): Completion[] | null {
    let combinations = 1;
    for (const { values, mayBeLeftOut } of open) {
      combinations *= values === null ? Infinity : values.length + (mayBeLeftOut ? 1 : 0);
      if (combinations > MAX_COMBINATIONS) return null;
    }
    const roots = this.rootsOf(open.map(({ leaf }) => leaf));
    const touched = this.prepared.tree.roots.length + [...roots].flatMap(leavesBelow).length;
    if (combinations > 1 && combinations * touched > this.asked.scorings) return null;
    const found = new CompletionGroups();
    const leaves = [...this.outcomes];
    let unsure = false;
    const walk = (at: number): void => {
      const next = open[at];
      if (next === undefined) {
        unsure ||= !this.complete(leaves, roots, answers, found);
        return;
      }
      for (const points of next.values ?? []) {
        leaves[next.leaf.leaf] = typed(points);
        walk(at + 1);
      }
      if (next.mayBeLeftOut) {
        leaves[next.leaf.leaf] = { kind: 'na' };
        walk(at + 1);
      }
    };
    walk(0);
    return unsure ? null : found.completions();
  }

  /** Scores one combination; false where a sanction on its points is unknown. */
  private complete(
    leaves: readonly LeafOutcome[],
    roots: ReadonlySet<TreeNode>,
    answers: ReadonlyMap<Condition, boolean>,
    into: CompletionGroups,
  ): boolean {
    const { prepared } = this;
    const plain = this.score(leaves, roots);
    const { sure, unsure } =
      prepared.sanctions.zero.length === 0
        ? { sure: new Set<CriterionCode>(), unsure: new Set<CriterionCode>() }
        : this.zeroed(this.factsOf(plain, null, answers));
    if (unsure.size > 0) return false;
    const score =
      sure.size === 0
        ? plain
        : this.score(setToZero(leaves, sure, prepared.tree), new Set([...roots, ...this.rootsOf(this.leavesOf(sure))]));
    // All of it not applicable is no total.
    if (score.total === null) return true;
    const facts = this.factsOf(score, score.total, answers);
    // Sanctions on grades ask for the points before those that set criteria to 0.
    const rawFacts = sure.size === 0 ? facts : { ...facts, points: this.factsOf(plain, null, answers).points };
    const told = new Map(answers);
    let signature = '';
    for (const condition of this.asked.conditions) {
      const { holds } = prepared.judge(condition, isOnGrade(condition) ? rawFacts : facts);
      if (holds !== null) told.set(condition, holds);
      signature += holds === null ? '?' : holds ? '1' : '0';
    }
    into.add(
      signature,
      score.total,
      toldFacts(facts, told, sure.size > 0),
      prepared.book.settings.tieKeys.map((key) => this.keyOf(key, facts)),
    );
    return true;
  }

  /** All completions at once, by their ends. */
  private between(
    open: readonly OpenLeaf[],
    sure: ReadonlySet<CriterionCode>,
    unsure: ReadonlySet<CriterionCode>,
    answers: ReadonlyMap<Condition, boolean>,
  ): Completion {
    const penalised = sure.size + unsure.size > 0;
    const span = this.spanOf([...open, ...this.maybeZero(open, sure, unsure)], sure);
    const rawRows = penalised ? this.spanOf(this.open, new Set()).rows : span.rows;
    const same = ({ low, high }: Range): Rational | null =>
      low !== null && high !== null && q.equal(low, high) ? low : null;
    const facts: Facts = {
      unit: this.own.scored.unit,
      total: null,
      base: same(span.parts.base),
      bonus: same(span.parts.bonus),
      deduction: same(span.parts.deduction),
      rank: null,
      grades: [null],
      points: new Map([...span.rows].map(([code, range]) => [code, same(range)])),
    };
    const told = new Map(answers);
    for (const condition of this.asked.conditions) {
      const holds = this.toldBySpan(condition, isOnGrade(condition) ? { ...span, rows: rawRows } : span);
      if (holds !== null) told.set(condition, holds);
    }
    return {
      total: span.total,
      totals: null,
      facts: toldFacts(facts, told, penalised),
      keys: this.prepared.book.settings.tieKeys.map((key) => this.keyOf(key, facts)),
    };
  }

  /** Known leaves that an unknown sanction may set to 0. */
  private maybeZero(
    open: readonly OpenLeaf[],
    sure: ReadonlySet<CriterionCode>,
    unsure: ReadonlySet<CriterionCode>,
  ): OpenLeaf[] {
    if (unsure.size === 0) return [];
    const done = new Set([...open.map(({ leaf }) => leaf), ...this.leavesOf(sure)]);
    return this.leavesOf(unsure).flatMap((leaf): OpenLeaf[] => {
      const outcome = this.outcomes[leaf.leaf];
      if (done.has(leaf) || (outcome?.kind !== 'points' && outcome?.kind !== 'na')) return [];
      done.add(leaf);
      // What does not apply is 0 points all the same once it is sanctioned, and then nothing takes its place.
      const isNa = outcome.kind === 'na';
      return [{ leaf, low: q.ZERO, high: isNa ? q.ZERO : outcome.points, values: null, mayBeLeftOut: isNa }];
    });
  }

  private spanOf(open: readonly OpenLeaf[], sure: ReadonlySet<CriterionCode>): Span {
    const { prepared } = this;
    const zeroLeaves = this.leavesOf(sure);
    const roots = new Set([...this.rootsOf(open.map(({ leaf }) => leaf)), ...this.rootsOf(zeroLeaves)]);
    const given = setToZero(this.outcomes, sure, prepared.tree);
    const ways = leftOutWays(open, this.asked.leaves);
    let total: Range | null = null;
    const parts = new Map<Part, Range>();
    const rows = new Map<CriterionCode, Range>();
    for (const out of ways ?? [new Set<OpenLeaf>()]) {
      const [low, high] = (['low', 'high'] as const).map((end) => {
        const leaves = [...given];
        for (const each of open) leaves[each.leaf.leaf] = out.has(each) ? { kind: 'na' } : endsOf(each)[end];
        return this.score(leaves, roots);
      }) as [LevelScore, LevelScore];
      if (
        low.base === null ||
        low.bonus === null ||
        low.deduction === null ||
        high.base === null ||
        high.bonus === null ||
        high.deduction === null
      )
        continue;
      const base: Range =
        ways === null ? { low: q.ZERO, high: reachOf(prepared.recipe).base } : { low: low.base, high: high.base };
      const own = {
        base,
        bonus: { low: low.bonus, high: high.bonus },
        deduction: { low: low.deduction, high: high.deduction },
      };
      total = hull(total, {
        low: bounded(totalOf(prepared.recipe, base.low ?? q.ZERO, low.bonus, high.deduction)),
        high: bounded(totalOf(prepared.recipe, base.high ?? UNLIMITED, high.bonus, low.deduction)),
      });
      for (const part of PARTS) parts.set(part, hull(parts.get(part) ?? null, own[part]));
      for (const code of this.asked.codes) {
        const [least, most] = [this.points(low, code), this.points(high, code)];
        rows.set(
          code,
          hull(
            rows.get(code) ?? null,
            ways === null && this.prepared.tree.byCode.get(code)?.holds.main === true
              ? { low: q.ZERO, high: null }
              : { low: least, high: most },
          ),
        );
      }
    }
    const partOf = (part: Part): Range => parts.get(part) ?? { low: null, high: null };
    return {
      total: total ?? this.wholeRange(),
      parts: { base: partOf('base'), bonus: partOf('bonus'), deduction: partOf('deduction') },
      rows,
    };
  }

  /** What a condition on points says when it says the same at all of a span. */
  private toldBySpan(condition: Condition, span: Span): boolean | null {
    const { field } = condition;
    switch (field.kind) {
      case 'base':
      case 'bonus':
      case 'deduction':
        return this.toldByRange(condition, span.parts[field.kind], (value) => ({ [field.kind]: value }));
      case 'section':
      case 'criterion':
      case 'sectionPercent':
        return this.toldByRange(condition, span.rows.get(field.code) ?? { low: null, high: null }, (value) => ({
          points: new Map([[field.code, value]]),
        }));
      default:
        return null;
    }
  }

  private toldByRange(
    condition: Condition,
    { low, high }: Range,
    having: (value: Rational) => Partial<Facts>,
  ): boolean | null {
    if (low === null) return null;
    const judge = (value: Rational): Tri =>
      this.prepared.judge(condition, {
        unit: this.own.scored.unit,
        total: null,
        base: null,
        bonus: null,
        deduction: null,
        points: new Map(),
        rank: null,
        grades: [null],
        ...having(value),
      }).holds;
    const [atLow, atHigh] = [judge(low), high === null ? null : judge(high)];
    if (high !== null && q.equal(low, high)) return atLow;
    switch (condition.op) {
      case '>=':
      case '>':
        return atLow === true ? true : atHigh === false ? false : null;
      case '<=':
      case '<':
        return atLow === false ? false : atHigh === true ? true : null;
      default:
        return null;
    }
  }
}

/**
 * A completion for whoever asks later. Points that a sanction set to 0 say nothing any more: what they answer is
 * told, and a sanction on grades that is not told asks for the points before.
 */
const toldFacts = (facts: Facts, told: ReadonlyMap<Condition, boolean>, penalised: boolean): Facts => ({
  ...facts,
  assumed: told,
  ...(penalised && { points: new Map() }),
});

/** Puts together what answers everything alike. */
class CompletionGroups {
  private readonly groups = new Map<
    string,
    { facts: Facts; keys: Completion['keys']; totals: Map<string, Rational>; count: number }
  >();

  add(answers: string, total: Rational, facts: Facts, keys: Completion['keys']): void {
    const key = `${answers} ${keys.map((value) => (value === null || value === 'open' ? String(value) : `${value.kind}${q.format(value.value)}`)).join('|')}`;
    const group = this.groups.get(key);
    const text = q.format(total);
    if (group === undefined) this.groups.set(key, { facts, keys, totals: new Map([[text, total]]), count: 1 });
    else {
      group.totals.set(text, total);
      group.count += 1;
    }
  }

  completions(): Completion[] {
    return [...this.groups.values()].map(({ facts, keys, totals, count }): Completion => {
      const sorted = [...totals.values()].sort(q.compare);
      const low = sorted[0] as Rational;
      const high = sorted.at(-1) as Rational;
      return {
        total: { low, high },
        totals: sorted,
        keys,
        facts:
          count === 1
            ? { ...facts, total: null }
            : { ...facts, total: null, base: null, bonus: null, deduction: null, points: new Map() },
      };
    });
  }
}

/** The rows and conditions on points that somebody asks for. */
export interface AskedRows {
  readonly codes: readonly CriterionCode[];
  readonly conditions: readonly Condition[];
  /** Leaves that are asked for by their own code. */
  readonly leaves: ReadonlySet<TreeNode>;
  readonly rootOf: ReadonlyMap<TreeNode, TreeNode>;
  /** How many leaves each unit may have scored again for its own values. */
  readonly scorings: number;
}

/** `open`: how many units lack points. `total` is asked apart: the ladder of totals is cut at its limits. */
export function askedRows({ book, tree, broken }: Prepared, open: number): AskedRows {
  const conditions = book.conditions.filter(({ field }) =>
    ['section', 'criterion', 'sectionPercent', 'base', 'bonus', 'deduction'].includes(field.kind),
  );
  const sound = conditions.filter((condition) => !broken.has(condition));
  const codes = [
    ...new Set([...sound, ...book.settings.tieKeys].flatMap(({ field }) => ('code' in field ? [field.code] : []))),
  ];
  const rootOf = new Map<TreeNode, TreeNode>();
  for (const root of tree.roots) for (const leaf of leavesBelow(root)) rootOf.set(leaf, root);
  return {
    codes,
    conditions: sound,
    leaves: new Set(codes.flatMap((code) => tree.byCode.get(code) ?? []).filter(({ isLeaf }) => isLeaf)),
    rootOf,
    scorings: tree.leaves.length + MAX_SCORED / Math.max(1, open),
  };
}

/** Everything a unit can still come to; at least one completion. */
export function completionsOf(
  prepared: Prepared,
  own: PenalisedUnit,
  open: readonly OpenLeaf[],
  asked: AskedRows,
): Completion[] {
  const raw = own.raw.get(prepared.book.settings.rankingLevel) ?? own.ranking;
  return new UnitCompletions(prepared, own, open, asked, raw).all();
}

/** The least and the greatest total of all completions. */
export function totalRange(completions: readonly Completion[]): Range {
  return (
    completions.map(({ total }) => total).reduce<Range | null>((whole, each) => hull(whole, each), null) ?? {
      low: null,
      high: null,
    }
  );
}
