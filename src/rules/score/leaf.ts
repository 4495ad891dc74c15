/** The points of one leaf of one unit at one level: from its cell, checked, or from `Số liệu`. */
import { YES_OR_NO } from '../model/words';
import type { Entry, Settings } from '../model/book';
import { noiseIn, percentText, readNumber } from '../model/cells';
import { isComputed } from './data';
import type { IssueCode, IssueDetails } from '../model/issue';
import { naTreatment } from '../model/not-applicable';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { TreeNode } from './tree';
import { rulesOf, takesYesNo } from './ways';

export type LeafOutcome =
  | { readonly kind: 'points'; readonly points: Rational; readonly from: 'typed' | 'computed' | 'blank' | 'sanction' }
  | { readonly kind: 'na' }
  /** No points can be known; `code` is the issue that says why. */
  | { readonly kind: 'none'; readonly code: string };

/** What `Số liệu` gives a leaf after rounding. */
export type ComputedPoints =
  | { readonly kind: 'points'; readonly points: Rational }
  | { readonly kind: 'noEvents' }
  | { readonly kind: 'fault'; readonly code: string };

export interface LeafContext {
  readonly settings: Settings;
  readonly ranking: boolean;
  /** Reports a fault of a leaf's cell. */
  readonly say: (leaf: TreeNode, entry: Entry, code: IssueCode, details?: IssueDetails) => void;
}

/** Whether a leaf's own row in `Tiêu chí` is broken, so that it can have no points. */
export function isBrokenLeaf({ criterion: { way, max: written }, kind, max }: TreeNode): boolean {
  const { isSound, needsMax } = rulesOf(way);
  if (!isSound(way, max)) return true;
  if (written === null) return kind === 'main' || needsMax;
  return max === null || q.sign(max) < 0;
}

const nothing = new Map<string, LeafOutcome>();

/** One object for each code: most cells of a workbook that is being filled are such. */
function none(code: string): LeafOutcome {
  let outcome = nothing.get(code);
  if (outcome === undefined) nothing.set(code, (outcome = { kind: 'none', code }));
  return outcome;
}

function naOutcome(node: TreeNode, entry: Entry, context: LeafContext): LeafOutcome {
  if (naTreatment(node.criterion, context.settings) === 'forbid') {
    context.say(node, entry, 'na-not-allowed');
    return none('na-not-allowed');
  }
  return node.kind === 'main' ? { kind: 'na' } : { kind: 'points', points: q.ZERO, from: 'blank' };
}

/** The only points that may be typed, where a value is none of them. */
function offLadder({ criterion: { way }, max }: TreeNode, value: Rational): IssueDetails | null {
  const { listed } = rulesOf(way);
  if (listed === null || listed.of(way, max).some((own) => q.equal(own, value))) return null;
  return { received: q.format(value), expected: listed.written(way) };
}

/** The range of a typed score; null when it is within. */
function rangeFault(node: TreeNode, entry: Entry, value: Rational): { code: IssueCode; details: IssueDetails } | null {
  if (q.sign(value) < 0) {
    const received = q.format(value);
    if (node.kind !== 'deduction') return { code: 'score-negative', details: { received, expected: '>= 0' } };
    const meant = q.format(q.negate(value));
    // A quotient in the cell is no number that a fix could write.
    return {
      code: 'deduction-sign',
      details: {
        received,
        expected: meant,
        ...(value.e === undefined ? { fix: { place: entry.place, value: Number(meant) } } : {}),
      },
    };
  }
  const bound = rulesOf(node.criterion.way).bound(node.criterion.way, node.max);
  return bound !== null && q.compare(value, bound) > 0
    ? { code: 'score-above-max', details: { received: q.format(value), expected: `<= ${q.format(bound)}` } }
    : null;
}

function checkTyped(node: TreeNode, entry: Entry, value: Rational, context: LeafContext): LeafOutcome {
  const { from, listed } = rulesOf(node.criterion.way);
  const yesNo = listed?.yesNo === true;
  const off = offLadder(node, value);
  // All or nothing has no range beside it.
  const fault = yesNo ? null : rangeFault(node, entry, value);
  if (fault !== null) {
    context.say(node, entry, fault.code, fault.details);
    return none(fault.code);
  }
  if (off !== null) {
    context.say(node, entry, 'score-off-ladder', off);
    return none('score-off-ladder');
  }
  if (yesNo) return { kind: 'points', points: value, from: 'typed' };
  if (from === 'cell' && listed === null && node.step !== null && !q.isMultiple(value, node.step)) {
    context.say(node, entry, 'score-off-step', { received: q.format(value), expected: q.format(node.step) });
  }
  const { criterionDecimals } = context.settings;
  if (!isComputed(node) && criterionDecimals !== null && !q.equal(q.round(value, criterionDecimals), value)) {
    context.say(node, entry, 'score-decimals', { received: q.format(value), expected: String(criterionDecimals) });
  }
  return { kind: 'points', points: value, from: 'typed' };
}

/** A computed leaf's cell may stay blank or hold the points, which must then agree. */
function reconcile(
  node: TreeNode,
  entry: Entry,
  typed: LeafOutcome | null,
  computed: ComputedPoints,
  context: LeafContext,
): LeafOutcome {
  if (typed !== null && !context.ranking) return typed;
  if (typed?.kind === 'none') return typed;
  if (computed.kind === 'fault') return none(computed.code);
  if (computed.kind === 'noEvents' && (typed === null || naTreatment(node.criterion, context.settings) === 'forbid')) {
    return naOutcome(node, entry, context);
  }
  if (typed === null)
    return computed.kind === 'points' ? { ...computed, from: 'computed' } : naOutcome(node, entry, context);
  if (computed.kind === 'points' && typed.kind === 'points' && q.equal(computed.points, typed.points))
    return { ...computed, from: 'computed' };
  context.say(node, entry, 'score-differs-from-data', {
    received: typed.kind === 'points' ? q.format(typed.points) : null,
    expected: computed.kind === 'points' ? q.format(computed.points) : 'N/A',
  });
  return none('score-differs-from-data');
}

/** What is said beside points that count: how the cell stores them, and that they are a percentage. */
function sayNoise(node: TreeNode, entry: Entry, value: Rational, context: LeafContext): void {
  if (entry.kind !== 'number') return;
  const noise = noiseIn(entry);
  if (noise !== null) context.say(node, entry, noise.code, noise.details);
  if (entry.percent === true)
    context.say(node, entry, 'percent-scale', { received: percentText(value), expected: entry.value });
}

/** Reads one leaf. `computed` is null for the ways that are typed. */
export function scoreLeaf(
  node: TreeNode,
  entry: Entry,
  computed: ComputedPoints | null,
  context: LeafContext,
): LeafOutcome {
  if (isBrokenLeaf(node)) return none('setting-invalid');
  const reading = readNumber(entry);
  switch (reading.kind) {
    case 'absent':
      return none(reading.code);
    case 'fault':
      context.say(node, entry, reading.code, {
        ...reading.details,
        ...(reading.code === 'score-not-number' && takesYesNo(node.criterion.way) && { expected: YES_OR_NO }),
      });
      return none(reading.code);
    case 'na':
      return naOutcome(node, entry, context);
    case 'yesno':
      if (takesYesNo(node.criterion.way))
        return { kind: 'points', points: reading.value ? (node.max ?? q.ZERO) : q.ZERO, from: 'typed' };
      context.say(node, entry, 'score-not-number', { received: String(reading.value) });
      return none('score-not-number');
    case 'blank':
      if (computed !== null) return reconcile(node, entry, null, computed, context);
      if (node.kind !== 'main') return { kind: 'points', points: q.ZERO, from: 'blank' };
      if (context.ranking) context.say(node, entry, 'score-missing');
      return none('score-missing');
    case 'number': {
      sayNoise(node, entry, reading.value, context);
      const typed = checkTyped(node, entry, reading.value, context);
      return computed === null ? typed : reconcile(node, entry, typed, computed, context);
    }
  }
}
