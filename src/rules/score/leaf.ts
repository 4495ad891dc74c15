/** The points of one leaf of one unit at one level: from its cell, checked, or from `Số liệu`. */
import { YES_OR_NO } from '../model/words';
import type { Entry, Settings, Way } from '../model/book';
import { noiseIn, percentText, readNumber } from '../model/cells';
import { isComputed } from './data';
import type { IssueCode, IssueDetails } from '../model/issue';
import { naTreatment } from '../model/not-applicable';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { TreeNode } from './tree';
import { pointsBound } from './ways';

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

/** Ways that cannot do without a maximum, whatever the leaf counts toward. */
const NEEDS_MAX: ReadonlySet<string> = new Set(['yesno', 'ratio', 'minus', 'relative']);

/** Bands that rise, each once, with points from 0 to the maximum. */
function areBandsSound({ bands }: Extract<Way, { kind: 'bands' }>, max: Rational | null): boolean {
  return (
    bands.length > 0 &&
    bands.every((band, at) => {
      const [from, points] = [q.parse(band.from), q.parse(band.points)];
      const below = at === 0 ? null : q.parse(bands[at - 1]?.from ?? '');
      if (from === null || points === null || q.sign(from) < 0 || q.sign(points) < 0) return false;
      return (below === null || q.compare(below, from) < 0) && (max === null || q.compare(points, max) <= 0);
    })
  );
}

/** Whether a leaf's own row in `Tiêu chí` is broken, so that it can have no points. */
export function isBrokenLeaf(node: TreeNode): boolean {
  const { way, max } = node.criterion;
  if (way.kind === 'invalid') return true;
  if ((way.kind === 'minus' || way.kind === 'count') && q.sign(q.read(way.each) ?? { n: -1n, d: 1n }) < 0) return true;
  if (way.kind === 'bands' && !areBandsSound(way, node.max)) return true;
  if (max === null) return node.kind === 'main' || NEEDS_MAX.has(way.kind);
  return node.max === null || q.sign(node.max) < 0;
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

function yesNoPoints(node: TreeNode, entry: Entry, value: Rational, context: LeafContext): LeafOutcome {
  const max = node.max ?? q.ZERO;
  if (q.sign(value) === 0 || q.equal(value, max)) return { kind: 'points', points: value, from: 'typed' };
  context.say(node, entry, 'score-off-ladder', { received: q.format(value), expected: YES_OR_NO });
  return none('score-off-ladder');
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
  const bound = pointsBound(node.criterion.way, node.max);
  return bound !== null && q.compare(value, bound) > 0
    ? { code: 'score-above-max', details: { received: q.format(value), expected: `<= ${q.format(bound)}` } }
    : null;
}

function checkTyped(node: TreeNode, entry: Entry, value: Rational, context: LeafContext): LeafOutcome {
  const { way } = node.criterion;
  if (way.kind === 'yesno') return yesNoPoints(node, entry, value, context);
  const fault = rangeFault(node, entry, value);
  if (fault !== null) {
    context.say(node, entry, fault.code, fault.details);
    return none(fault.code);
  }
  if (way.kind === 'ladder' && !way.rungs.some((rung) => q.equal(q.read(rung) ?? { n: -1n, d: 1n }, value))) {
    context.say(node, entry, 'score-off-ladder', { received: q.format(value), expected: way.rungs.join('; ') });
    return none('score-off-ladder');
  }
  if (way.kind === 'points' && node.step !== null && !q.isMultiple(value, node.step)) {
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
        ...(reading.code === 'score-not-number' && node.criterion.way.kind === 'yesno' && { expected: YES_OR_NO }),
      });
      return none(reading.code);
    case 'na':
      return naOutcome(node, entry, context);
    case 'yesno':
      if (node.criterion.way.kind === 'yesno')
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
