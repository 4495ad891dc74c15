/** Points that the rules compute from `Số liệu`, one leaf of one unit at a time. */
import type { DataRow, Entry, UnitId } from '../model/book';
import { percentText } from '../model/cells';
import { InputReader } from './data-input';
import type { Fault } from './data-input';
import { isPercent, samePair } from './data-scale';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { TreeNode } from './tree';
import {
  INPUTS,
  averagePoints,
  bandPoints,
  countPoints,
  minusPoints,
  pointsBound,
  ratioPoints,
  relativePoints,
} from './ways';
import type { RelativeBest, RelativeInput } from './ways';

/** What `Số liệu` gives for a leaf; `place: null` in a fault stands for the leaf's score cell. */
export type Computed =
  | { readonly kind: 'points'; readonly points: Rational; readonly noise: readonly Fault[] }
  | { readonly kind: 'relative'; readonly input: RelativeInput; readonly noise: readonly Fault[] }
  | { readonly kind: 'noEvents' }
  | { readonly kind: 'noRow' }
  | { readonly kind: 'fault'; readonly faults: readonly Fault[] };

export function isComputed(node: TreeNode): boolean {
  return INPUTS[node.criterion.way.kind].length > 0;
}

function isBlank(entry: Entry): boolean {
  return entry.kind === 'blank' || (entry.kind === 'text' && entry.text.trim() === '');
}

function averageOf(
  rows: readonly DataRow[],
  bound: Rational | null,
  reader: InputReader,
): Rational | null | 'noEvents' {
  const events: Rational[] = [];
  for (const { actual } of rows) {
    if (actual.kind === 'na') continue;
    const points = reader.actual(actual);
    if (points !== null && isPercent(actual)) reader.percentScale(actual, percentText(points), points);
    if (points !== null && bound !== null && q.compare(points, bound) > 0) {
      reader.fault('score-above-max', actual.place, { received: q.format(points), expected: `<= ${q.format(bound)}` });
    }
    if (points !== null) events.push(points);
  }
  if (reader.faults.length > 0) return null;
  return events.length === 0 ? 'noEvents' : averagePoints(events);
}

/** The percentage of a band: actual of target, or the percentage itself where there is no target. */
function percentOf(row: DataRow, reader: InputReader): Rational | null {
  if (isBlank(row.target)) {
    if (row.actual.kind === 'number' && row.actual.percent !== true)
      return reader.fault('data-missing', row.target.place);
    const share = reader.actual(row.actual);
    return share === null ? null : q.multiply(share, q.HUNDRED);
  }
  const target = reader.target(row.target);
  const actual = reader.actual(row.actual);
  const pair = target === null || actual === null ? null : samePair(row, target, actual, reader);
  return pair === null ? null : q.divide(q.multiply(pair.actual, q.HUNDRED), pair.target);
}

function singlePoints(node: TreeNode, row: DataRow, reader: InputReader): Rational | RelativeInput | null {
  const { way } = node.criterion;
  const max = node.max ?? q.ZERO;
  switch (way.kind) {
    case 'ratio': {
      const target = reader.target(row.target);
      const actual = reader.actual(row.actual);
      const pair = target === null || actual === null ? null : samePair(row, target, actual, reader);
      return pair === null ? null : ratioPoints(way, max, pair.target, pair.actual);
    }
    case 'bands': {
      const percent = percentOf(row, reader);
      return percent === null ? null : bandPoints(way, percent);
    }
    case 'relative': {
      const withoutTarget = isBlank(row.target);
      const target = withoutTarget ? null : reader.target(row.target);
      const actual = reader.actual(row.actual);
      if (actual === null || (target === null && !withoutTarget)) return null;
      if (target !== null) return samePair(row, target, actual, reader);
      return isPercent(row.actual)
        ? { target, actual: q.multiply(actual, q.HUNDRED), percent: row.actual.place }
        : { target, actual };
    }
    case 'minus':
    case 'count': {
      const count = reader.count(row.count);
      const each = q.read(way.each);
      if (count === null || each === null) return null;
      return way.kind === 'minus' ? minusPoints(max, each, count) : countPoints(node.max, each, count);
    }
    // Several rows, or none.
    case 'average':
    case 'points':
    case 'ladder':
    case 'yesno':
    case 'group':
    case 'invalid':
      return null;
  }
}

/**
 * What the rows of one leaf and unit give. A leaf without row: nothing for an average, 0 for a
 * bonus or deduction, else `noRow` (the caller knows the cell to name).
 */
export function computeLeaf(node: TreeNode, rows: readonly DataRow[]): Computed {
  const reader = new InputReader();
  if (node.criterion.way.kind === 'average') {
    const mean = averageOf(rows, pointsBound(node.criterion.way, node.max), reader);
    if (mean === 'noEvents')
      return node.kind === 'main' ? { kind: 'noEvents' } : { kind: 'points', points: q.ZERO, noise: [] };
    return mean === null
      ? { kind: 'fault', faults: reader.faults }
      : { kind: 'points', points: mean, noise: reader.noise };
  }
  const [row, second] = rows;
  if (row === undefined)
    return node.kind === 'main' ? { kind: 'noRow' } : { kind: 'points', points: q.ZERO, noise: [] };
  if (second !== undefined) {
    return {
      kind: 'fault',
      faults: [{ code: 'code-duplicate', place: second.place, details: { received: second.criterion } }],
    };
  }
  const result = singlePoints(node, row, reader);
  if (result === null) return { kind: 'fault', faults: reader.faults };
  return 'actual' in result
    ? { kind: 'relative', input: result, noise: reader.noise }
    : { kind: 'points', points: result, noise: reader.noise };
}

/** Units without target are compared with each other: a percentage among plain numbers is named, as beside a plain target. */
export function nameMixedScales(bloc: readonly Computed[]): readonly Computed[] {
  const inputs = bloc.flatMap((own) => (own.kind === 'relative' && own.input.target === null ? [own.input] : []));
  const inPercent = inputs.filter(({ percent }) => percent !== undefined).length;
  if (inPercent === 0 || inPercent === inputs.length) return bloc;
  return bloc.map((own) => {
    if (own.kind !== 'relative' || own.input.percent === undefined) return own;
    const counted = q.format(own.input.actual);
    return {
      ...own,
      noise: [
        ...own.noise,
        { code: 'percent-scale', place: own.input.percent, details: { received: `${counted}%`, expected: counted } },
      ],
    };
  });
}

export function relativeResult(node: TreeNode, input: RelativeInput, best: RelativeBest): Rational {
  return relativePoints(node.max ?? q.ZERO, input, best);
}

/** The rows of `Số liệu` by unit and criterion. */
export function indexData(rows: readonly DataRow[]): (unit: UnitId, criterion: string) => readonly DataRow[] {
  const byUnit = new Map<UnitId, Map<string, DataRow[]>>();
  for (const row of rows) {
    let ofUnit = byUnit.get(row.unit);
    if (ofUnit === undefined) byUnit.set(row.unit, (ofUnit = new Map<string, DataRow[]>()));
    const same = ofUnit.get(row.criterion);
    if (same === undefined) ofUnit.set(row.criterion, [row]);
    else same.push(row);
  }
  const none: readonly DataRow[] = [];
  return (unit, criterion) => byUnit.get(unit)?.get(criterion) ?? none;
}
