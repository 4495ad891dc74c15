/** Why a number is what it is: every step from the cells to the total of one unit. */
import type { Book, CriterionCode, Entry, Level, Numeral, UnitId } from '../model/book';
import { relativeResult } from '../score/data';
import type { LeafOutcome } from '../score/leaf';
import { naTreatment } from '../model/not-applicable';
import type { Place } from '../model/place';
import { prepare } from '../prepare';
import type { Prepared } from '../prepare';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import { expectedBy } from './reasons';
import type { PenalisedUnit } from '../conditions/sanctions';
import type { TreeNode } from '../score/tree';
import { rulesOf, toldOf } from '../score/ways';
import { computedPoints, scoreLevel } from '../score/exact';
import type { LevelScore } from '../score/exact';
import type { Leaf, Limit, Recipe, Rescale, Row } from '../score/recipe';

/** An input of a number and its cell. */
export interface TraceInput {
  readonly name: 'score' | 'target' | 'actual' | 'count' | 'event';
  readonly shown: string;
  readonly place: Place;
}

export type TraceRule =
  | 'typed'
  | 'blank-is-zero'
  | 'way'
  | 'step'
  | 'decimals'
  | 'bound'
  | 'na-full'
  | 'na-left-out'
  | 'sanction'
  | 'sum'
  | 'highest-only'
  | 'cap'
  | 'rescale'
  | 'section-decimals'
  | 'overall-cap'
  | 'plus-bonus'
  | 'minus-deduction'
  | 'clamp'
  | 'total-decimals'
  | 'none';

/** One step: the number after it, and what it used (maxima, caps, decimals, the code). */
export interface TraceStep {
  readonly rule: TraceRule;
  readonly value: Numeral | null;
  readonly params: Readonly<Record<string, string>>;
}

export interface TraceNode {
  readonly kind: 'leaf' | 'group' | 'section' | 'base' | 'bonus' | 'deduction';
  readonly code: CriterionCode;
  readonly name: string;
  readonly value: Numeral | null;
  readonly place: Place | null;
  readonly inputs: readonly TraceInput[];
  readonly steps: readonly TraceStep[];
  readonly children: readonly TraceNode[];
}

export interface UnitTrace {
  readonly unit: UnitId;
  readonly level: Level;
  readonly base: TraceNode;
  readonly bonus: TraceNode;
  readonly deduction: TraceNode;
  /** From the base to the total. */
  readonly steps: readonly TraceStep[];
  readonly exact: Numeral | null;
  readonly total: Numeral | null;
}

const step = (rule: TraceRule, value: Rational | null, params: TraceStep['params'] = {}): TraceStep => ({
  rule,
  value: q.formatOptional(value),
  params,
});

function shown(entry: Entry): string {
  switch (entry.kind) {
    case 'number':
      return entry.value;
    case 'text':
      return entry.text;
    case 'yesno':
      return String(entry.value);
    case 'date':
      return entry.day;
    case 'error':
      return entry.error;
    case 'na':
      return 'N/A';
    default:
      return '';
  }
}

/** What the rows of a recipe add up. */
function rowsIn(recipe: Recipe): readonly Recipe[] {
  if (recipe.rule === 'sum' || recipe.rule === 'highest') return recipe.of;
  return 'of' in recipe ? rowsIn(recipe.of as Recipe) : [];
}

const WORD_OF_ROUND = { criterion: 'decimals', section: 'section-decimals', total: 'total-decimals' } as const;

class Explainer {
  private readonly score: LevelScore;
  /** What every part of the recipe came to. */
  private readonly seen = new Map<Recipe, Rational | null>();

  constructor(
    private readonly prepared: Prepared,
    private readonly own: PenalisedUnit,
    private readonly level: Level,
    leaves: readonly LeafOutcome[],
  ) {
    this.score = scoreLevel(prepared.recipe, leaves, null, this.seen);
  }

  private valueOf(recipe: Recipe): Rational | null {
    return this.seen.get(recipe) ?? null;
  }

  private inputs(leaf: TreeNode, entry: Entry | undefined): TraceInput[] {
    const inputs: TraceInput[] = [];
    const put = (name: TraceInput['name'], from: Entry): void => {
      if (from.kind !== 'blank' && from.kind !== 'absent') inputs.push({ name, shown: shown(from), place: from.place });
    };
    if (entry !== undefined) put('score', entry);
    const { from } = rulesOf(leaf.criterion.way);
    if (from === 'cell' || from === null) return inputs;
    for (const row of this.prepared.book.data) {
      if (row.unit !== this.own.scored.unit.id || row.criterion !== leaf.criterion.code) continue;
      for (const field of from.reads) put(from.rows === 'several' ? 'event' : field, row[field]);
    }
    return inputs;
  }

  /** The steps up to a part of the recipe, the innermost first. */
  private steps(recipe: Recipe): TraceStep[] {
    switch (recipe.rule) {
      case 'leaf':
        return this.leafSteps(recipe.row, this.score.leaves[recipe.row.leaf]);
      case 'data':
        return [this.wayStep(recipe.row, this.valueOf(recipe))];
      case 'sum':
        return [step('sum', this.valueOf(recipe))];
      case 'highest':
        return [step('highest-only', this.valueOf(recipe))];
      case 'balance':
        return this.balanceSteps();
      case 'rescale':
        return [...this.steps(recipe.of), ...this.rescaleSteps(recipe)];
      case 'step':
        return this.changed(recipe, 'step', { step: q.format(recipe.step) });
      case 'round':
        return this.changed(recipe, WORD_OF_ROUND[recipe.to], { decimals: String(recipe.decimals ?? '') });
      case 'cap':
      case 'floor':
        return this.limitSteps(recipe);
      case 'row':
        return this.steps(recipe.of);
      // Maxima are shown beside the rescaling that uses them.
      case 'maximum':
      case 'kept':
      case 'constant':
        return [];
    }
  }

  /** A step that left the number as it was is not told. */
  private changed(recipe: Extract<Recipe, { of: Recipe }>, rule: TraceRule, params: TraceStep['params']): TraceStep[] {
    const [before, after] = [this.valueOf(recipe.of), this.valueOf(recipe)];
    const told = before !== null && after !== null && !q.equal(before, after);
    return [...this.steps(recipe.of), ...(told ? [step(rule, after, params)] : [])];
  }

  private limitSteps(recipe: Limit): TraceStep[] {
    const { by } = recipe;
    const limit = q.format(recipe.limit);
    if (by === null) return this.changed(recipe, 'bound', { max: limit });
    if (by === 'totalMin' || by === 'totalMax') return this.changed(recipe, 'clamp', { setting: by, limit });
    return this.changed(recipe, typeof by === 'string' ? 'overall-cap' : 'cap', { cap: limit });
  }

  private rescaleSteps(recipe: Rescale): TraceStep[] {
    const { of, over, max, applicable } = recipe;
    const [before, after, most, rest] = [of, recipe, max, applicable].map((each) => this.valueOf(each));
    // A section that is a single leaf says itself that it does not apply.
    if (!before || !after || !most || !rest || (over === 'whole' ? q.equal(before, after) : over.isLeaf)) return [];
    return [step('rescale', after, { max: q.format(most), applicable: q.format(rest) })];
  }

  private balanceSteps(): TraceStep[] {
    const { base, bonus, deduction } = this.score;
    if (base === null || bonus === null || deduction === null) return [];
    const raised = q.add(base, bonus);
    return [
      step('plus-bonus', raised, { bonus: q.format(bonus) }),
      step('minus-deduction', q.subtract(raised, deduction), { deduction: q.format(deduction) }),
    ];
  }

  private wayStep(leaf: TreeNode, value: Rational | null): TraceStep {
    const { criterion } = leaf;
    const best = this.bestOf(leaf);
    return step('way', value, {
      way: criterion.way.kind,
      ...toldOf(criterion.way),
      ...(criterion.max === null ? {} : { max: criterion.max }),
      ...(best === undefined ? {} : { bestExcess: q.format(best.excess), bestActual: q.format(best.actual) }),
    });
  }

  private bestOf(leaf: TreeNode) {
    return this.prepared.bloc.bests.get(this.level)?.get(leaf);
  }

  private exactPoints(leaf: TreeNode): Rational | null {
    const computed = this.prepared.bloc.computed.get(leaf)?.[this.own.scored.index];
    if (computed?.kind === 'points') return computed.points;
    const best = this.bestOf(leaf);
    return computed?.kind === 'relative' && best !== undefined ? relativeResult(leaf, computed.input, best) : null;
  }

  private computedSteps(leaf: TreeNode): TraceStep[] {
    const [data, recipe] = [this.exactPoints(leaf), this.prepared.recipe.computed.get(leaf)];
    if (data === null || recipe === undefined) return [];
    computedPoints(recipe, data, this.seen);
    return this.steps(recipe);
  }

  private leafSteps(leaf: TreeNode, outcome: LeafOutcome | undefined): TraceStep[] {
    const full = naTreatment(leaf.criterion, this.prepared.book.settings) === 'full';
    if (outcome === undefined || outcome.kind === 'none')
      return [step('none', null, { code: outcome?.code ?? 'score-missing' })];
    if (outcome.kind === 'na')
      return [
        full ? step('na-full', leaf.max, { max: q.formatOptional(leaf.max) ?? '' }) : step('na-left-out', q.ZERO),
      ];
    switch (outcome.from) {
      case 'computed':
        return this.computedSteps(leaf);
      case 'sanction':
        return [step('sanction', q.ZERO, this.sanctionOn(leaf))];
      case 'blank':
        return [step('blank-is-zero', q.ZERO)];
      case 'typed':
        return [step('typed', outcome.points)];
    }
  }

  private sanctionOn(leaf: TreeNode): TraceStep['params'] {
    for (
      let node: TreeNode | undefined = leaf;
      node !== undefined;
      node = this.prepared.tree.byCode.get(node.criterion.parent ?? '')
    ) {
      const condition = this.own.zeroed.get(node.criterion.code);
      if (condition !== undefined) return { field: condition.fieldWritten, expected: expectedBy({ condition }) };
    }
    return {};
  }

  /** A row of the recipe, with what stands below it. */
  private row(recipe: Row | Leaf): TraceNode {
    const { row } = recipe;
    const { code, name, place } = row.criterion;
    const steps = this.steps(recipe);
    const column = this.own.scored.columns.get(this.level);
    const entry = column?.entries.get(code);
    return row.isLeaf
      ? {
          kind: 'leaf',
          code,
          name,
          place: entry?.place ?? null,
          inputs: this.inputs(row, entry),
          steps,
          children: [],
          value: steps.at(-1)?.value ?? null,
        }
      : {
          kind: recipe.rule === 'row' && recipe.stands === 'section' ? 'section' : 'group',
          code,
          name,
          place: column?.stated.get(code)?.place ?? place,
          inputs: [],
          steps,
          children: this.rows(recipe),
          value: q.formatOptional(this.valueOf(recipe)),
        };
  }

  /** A section of which nothing counts toward the base is no part of it. */
  private rows(recipe: Recipe): TraceNode[] {
    return rowsIn(recipe).flatMap((each) =>
      each.rule === 'leaf' || (each.rule === 'row' && (each.stands !== 'section' || each.row.holds.main))
        ? [this.row(each)]
        : [],
    );
  }

  private part(kind: 'base' | 'bonus' | 'deduction'): TraceNode {
    const recipe = this.prepared.recipe[kind];
    return {
      kind,
      code: '',
      name: '',
      place: null,
      inputs: [],
      steps: this.steps(recipe),
      children: this.rows(recipe),
      value: q.formatOptional(this.score[kind]),
    };
  }

  trace(): UnitTrace {
    return {
      unit: this.own.scored.unit.id,
      level: this.level,
      base: this.part('base'),
      bonus: this.part('bonus'),
      deduction: this.part('deduction'),
      steps: this.steps(this.prepared.recipe.total),
      exact: q.formatOptional(this.score.exact),
      total: q.formatOptional(this.score.total),
    };
  }
}

/**
 * Every step of one unit's total at one level (default: the level that ranks). Null when the book
 * has no such unit, or no column of that level for it.
 *
 * @example trace(book, 'SYT').base.children[0].value // '55.5'
 */
export function trace(book: Book, unit: UnitId, level: Level = book.settings.rankingLevel): UnitTrace | null {
  const prepared = prepare(book, () => undefined);
  const own = prepared.units[prepared.indexOf.get(unit) ?? -1];
  const score = own?.levels.get(level);
  return own === undefined || score === undefined ? null : new Explainer(prepared, own, level, score.leaves).trace();
}
