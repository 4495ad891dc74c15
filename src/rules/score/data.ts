/** Points that the rules compute from `Số liệu`, one leaf of one unit at a time. */
import type { DataRow, UnitId } from '../model/book';
import { InputReader } from './data-input';
import type { Fault } from './data-input';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { TreeNode } from './tree';
import { relativePoints } from './way-points';
import type { RelativeBest, RelativeInput } from './way-points';
import { rulesOf } from './ways';

/** What `Số liệu` gives for a leaf; `place: null` in a fault stands for the leaf's score cell. */
export type Computed =
  | { readonly kind: 'points'; readonly points: Rational; readonly noise: readonly Fault[] }
  | { readonly kind: 'relative'; readonly input: RelativeInput; readonly noise: readonly Fault[] }
  | { readonly kind: 'noEvents' }
  | { readonly kind: 'noRow' }
  | { readonly kind: 'fault'; readonly faults: readonly Fault[] };

export function isComputed(node: TreeNode): boolean {
  const { from } = rulesOf(node.criterion.way);
  return from !== 'cell' && from !== null;
}

/**
 * What the rows of one leaf and unit give. A leaf without row: nothing for an average, 0 for a
 * bonus or deduction, else `noRow` (the caller knows the cell to name).
 */
export function computeLeaf(node: TreeNode, rows: readonly DataRow[]): Computed {
  const reader = new InputReader();
  const { way } = node.criterion;
  const { from } = rulesOf(way);
  if (from === 'cell' || from === null) return { kind: 'fault', faults: [] };
  if (from.rows === 'several') {
    const mean = from.points(way, node.max, rows, reader);
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
  const result = from.points(way, node.max, row, reader);
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
