/** Why a number is what it is: every step from the cells to the total of one unit. */
import type { Book, CountsToward, CriterionCode, Entry, Level, Numeral, UnitId } from './book';
import type { Computed } from './data';
import { relativeResult } from './data';
import type { LeafOutcome } from './leaf';
import { naTreatment } from './not-applicable';
import type { Place } from './place';
import { prepare } from './prepare';
import type { Prepared } from './prepare';
import * as q from './rational';
import { expectedBy } from './reasons';
import type { Rational } from './rational';
import type { PenalisedUnit } from './sanctions';
import type { CapHit, LevelScore } from './score';
import type { TreeNode } from './tree';
import { pointsBound } from './ways';

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

class Tracer {
  constructor(
    readonly prepared: Prepared,
    readonly own: PenalisedUnit,
    readonly level: Level,
    readonly score: LevelScore,
  ) {}

  private inputs(leaf: TreeNode, entry: Entry | undefined): TraceInput[] {
    const inputs: TraceInput[] = [];
    const put = (name: TraceInput['name'], from: Entry): void => {
      if (from.kind !== 'blank' && from.kind !== 'absent') inputs.push({ name, shown: shown(from), place: from.place });
    };
    if (entry !== undefined) put('score', entry);
    for (const row of this.prepared.book.data) {
      if (row.unit !== this.own.scored.unit.id || row.criterion !== leaf.criterion.code) continue;
      const { kind } = leaf.criterion.way;
      if (kind === 'average') put('event', row.actual);
      if (kind === 'minus' || kind === 'count') put('count', row.count);
      if (kind === 'ratio' || kind === 'bands' || kind === 'relative') {
        put('target', row.target);
        put('actual', row.actual);
      }
    }
    return inputs;
  }

  private exactPoints(leaf: TreeNode, computed: Computed | undefined): Rational | null {
    if (computed?.kind === 'points') return computed.points;
    const best = this.prepared.bloc.bests.get(this.level)?.get(leaf);
    return computed?.kind === 'relative' && best !== undefined ? relativeResult(leaf, computed.input, best) : null;
  }

  private computedSteps(leaf: TreeNode): TraceStep[] {
    const { criterion } = leaf;
    const exact = this.exactPoints(leaf, this.prepared.bloc.computed.get(leaf)?.[this.own.scored.index]);
    if (exact === null) return [];
    const best = this.prepared.bloc.bests.get(this.level)?.get(leaf);
    const steps = [
      step('way', exact, {
        way: criterion.way.kind,
        ...(criterion.max === null ? {} : { max: criterion.max }),
        ...(best === undefined ? {} : { bestExcess: q.format(best.excess), bestActual: q.format(best.actual) }),
      }),
    ];
    let value = exact;
    const then = (rule: TraceRule, next: Rational, params: TraceStep['params']): void => {
      if (q.equal(next, value)) return;
      value = next;
      steps.push(step(rule, next, params));
    };
    if (leaf.step !== null) then('step', q.roundToStep(value, leaf.step), { step: q.format(leaf.step) });
    const { criterionDecimals } = this.prepared.book.settings;
    if (criterionDecimals !== null)
      then('decimals', q.round(value, criterionDecimals), { decimals: String(criterionDecimals) });
    const bound = pointsBound(criterion.way, leaf.max);
    if (bound !== null) then('bound', q.minimum(value, bound), { max: q.format(bound) });
    return steps;
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

  private leaf(leaf: TreeNode): TraceNode {
    const entry = this.own.scored.columns.get(this.level)?.entries.get(leaf.criterion.code);
    const steps = this.leafSteps(leaf, this.score.leaves[leaf.leaf]);
    const { code, name } = leaf.criterion;
    const section = this.prepared.scale.sectionMax.has(leaf) ? (this.score.points.get(code) ?? null) : null;
    if (section !== null && q.format(section) !== steps.at(-1)?.value)
      steps.push(
        step('section-decimals', section, { decimals: String(this.prepared.book.settings.sectionDecimals ?? '') }),
      );
    return {
      kind: 'leaf',
      code,
      name,
      place: entry?.place ?? null,
      inputs: this.inputs(leaf, entry),
      steps,
      children: [],
      value: steps.at(-1)?.value ?? null,
    };
  }

  private hit(of: CapHit['of']): CapHit | undefined {
    return this.score.capHits.find((each) => each.of === of);
  }

  private group(node: TreeNode, kind: CountsToward): TraceNode {
    const children = this.children(node.children, kind);
    const section = kind === 'main' && this.prepared.scale.sectionMax.has(node);
    const value = this.score.points.get(node.criterion.code) ?? null;
    const numbers = children.map((child) => q.parseOptional(child.value));
    const known = numbers.flatMap((number) => number ?? []);
    const together =
      known.length < numbers.length ? null : node.highestOnly ? known.reduce(q.maximum, q.ZERO) : q.sum(known);
    const steps = [step(node.highestOnly ? 'highest-only' : 'sum', together)];
    const hit = this.hit(node);
    if (together !== null && section) steps.push(...this.sectionSteps(node, together, hit?.before ?? value));
    if (hit !== undefined) steps.push(step('cap', hit.after, { cap: q.format(hit.after) }));
    const { code, name, place } = node.criterion;
    const stated = this.own.scored.columns.get(this.level)?.stated.get(code);
    const shownValue = node.kind === kind ? value : together;
    return {
      kind: section ? 'section' : 'group',
      code,
      name,
      place: stated?.place ?? place,
      inputs: [],
      steps,
      children,
      value: q.formatOptional(shownValue),
    };
  }

  /** Rescaling and rounding of a section, up to `before`, its value before the cap. */
  private sectionSteps(section: TreeNode, together: Rational, before: Rational | null): TraceStep[] {
    const steps: TraceStep[] = [];
    const rescaled = this.score.rescaled.get(section);
    let value = together;
    if (rescaled !== undefined) {
      const { max, applicable } = rescaled;
      value = q.sign(applicable) === 0 ? q.ZERO : q.divide(q.multiply(together, max), applicable);
      steps.push(step('rescale', value, { max: q.format(max), applicable: q.format(applicable) }));
    }
    const { sectionDecimals } = this.prepared.book.settings;
    if (before !== null && !q.equal(before, value))
      steps.push(step('section-decimals', before, { decimals: String(sectionDecimals ?? '') }));
    return steps;
  }

  private children(nodes: readonly TreeNode[], kind: CountsToward): TraceNode[] {
    return nodes
      .filter((node) => node.holds[kind])
      .map((node) => (node.isLeaf ? this.leaf(node) : this.group(node, kind)));
  }

  private base(): TraceNode {
    const { earned, base, rescaled } = this.score;
    const steps = [step('sum', earned)];
    const whole = rescaled.get('whole');
    if (whole !== undefined && base !== null && earned !== null && !q.equal(base, earned)) {
      steps.push(step('rescale', base, { max: q.format(whole.max), applicable: q.format(whole.applicable) }));
    }
    return {
      kind: 'base',
      code: '',
      name: '',
      place: null,
      inputs: [],
      steps,
      children: this.children(this.prepared.tree.roots, 'main'),
      value: q.formatOptional(base),
    };
  }

  private extra(kind: 'bonus' | 'deduction'): TraceNode {
    const hit = this.hit(kind === 'bonus' ? 'bonusCap' : 'deductionCap');
    const value = this.score[kind];
    const steps = [step('sum', hit?.before ?? value)];
    if (hit !== undefined) steps.push(step('overall-cap', hit.after, { cap: q.format(hit.after) }));
    return {
      kind,
      code: '',
      name: '',
      place: null,
      inputs: [],
      steps,
      children: this.children(this.prepared.tree.roots, kind),
      value: q.formatOptional(value),
    };
  }

  trace(): UnitTrace {
    const { base, bonus, deduction, exact, total } = this.score;
    const steps: TraceStep[] = [];
    if (base !== null && bonus !== null && deduction !== null) {
      const raised = q.add(base, bonus);
      steps.push(
        step('plus-bonus', raised, { bonus: q.format(bonus) }),
        step('minus-deduction', q.subtract(raised, deduction), { deduction: q.format(deduction) }),
      );
    }
    for (const setting of ['totalMax', 'totalMin'] as const) {
      const hit = this.hit(setting);
      if (hit !== undefined) steps.push(step('clamp', hit.after, { setting, limit: q.format(hit.after) }));
    }
    const { totalDecimals } = this.prepared.book.settings;
    if (exact !== null && total !== null && !q.equal(exact, total))
      steps.push(step('total-decimals', total, { decimals: String(totalDecimals ?? '') }));
    return {
      unit: this.own.scored.unit.id,
      level: this.level,
      base: this.base(),
      bonus: this.extra('bonus'),
      deduction: this.extra('deduction'),
      steps,
      exact: q.formatOptional(exact),
      total: q.formatOptional(total),
    };
  }
}

/**
 * Every step of one unit's total at one level (default: the level that ranks). Null when the book
 * has no such unit, or no column of that level for it.
 *
 * @example trace(book, 'SYT')?.base.children[0]?.value // points of section I
 */
export function trace(book: Book, unit: UnitId, level: Level = book.settings.rankingLevel): UnitTrace | null {
  const prepared = prepare(book, () => undefined);
  const own = prepared.units[prepared.indexOf.get(unit) ?? -1];
  const score = own?.levels.get(level);
  return own === undefined || score === undefined ? null : new Tracer(prepared, own, level, score).trace();
}
