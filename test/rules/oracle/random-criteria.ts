/** Random criteria and their inputs: small trees, small numbers, so that ties are frequent. */
import * as fc from 'fast-check';
import type { CountsToward, Criterion, Entry, Numeral, Way } from '../../../src/rules';
import type { Features } from './features';
import { at, date, place, text } from './cells-for-books';

export interface LeafPlan {
  readonly way: Way;
  readonly max: Numeral;
  readonly step: Numeral | null;
  readonly allowsNa: boolean;
  readonly na: 'full' | 'section' | 'total' | null;
}

const ratio = fc.record({
  kind: fc.constant('ratio' as const),
  cap: fc.constantFrom('1', '1', '1.2'),
  floor: fc.constantFrom(null, null, '1/2'),
  cutoff: fc.constantFrom(null, null, '1/2', '4/5'),
  lowerIsBetter: fc.boolean(),
});

/** Ways that are drawn together, by the feature that lets them in. */
interface Drawn {
  readonly when: (features: Features) => boolean;
  /** Each is as likely as any other: a way that stands three times is drawn three times as often. */
  readonly draws: readonly fc.Arbitrary<Way>[];
}
const always = (): boolean => true;
const computed = ({ computedWays }: Features): boolean => computedWays;

/** In this order: another one, or one more, shifts the books of every seed. */
const DRAWN: Readonly<Record<Exclude<Way['kind'], 'group' | 'invalid'>, Drawn>> = {
  points: {
    when: always,
    draws: [fc.constant({ kind: 'points' }), fc.constant({ kind: 'points' }), fc.constant({ kind: 'points' })],
  },
  ladder: { when: always, draws: [fc.constant({ kind: 'ladder', rungs: ['0', '1.5', '2'] })] },
  yesno: { when: always, draws: [fc.constant({ kind: 'yesno' })] },
  ratio: { when: computed, draws: [ratio] },
  bands: {
    when: computed,
    draws: [
      fc.constant({
        kind: 'bands',
        bands: [
          { from: '50', points: '0.5' },
          { from: '80', points: '1' },
          { from: '100', points: '2' },
        ],
      }),
    ],
  },
  minus: { when: computed, draws: [fc.constant({ kind: 'minus', each: '0.5' })] },
  count: { when: computed, draws: [fc.constant({ kind: 'count', each: '1.5' })] },
  average: { when: computed, draws: [fc.constant({ kind: 'average' })] },
  relative: { when: ({ relative }) => relative, draws: [fc.constant({ kind: 'relative' })] },
};

function wayPlan(features: Features): fc.Arbitrary<Way> {
  return fc.oneof(...Object.values(DRAWN).flatMap((drawn) => (drawn.when(features) ? drawn.draws : [])));
}

const leafPlan = (features: Features): fc.Arbitrary<LeafPlan> =>
  fc.record({
    way: wayPlan(features),
    max: fc.constantFrom('2', '3', '4', '2.5'),
    step: features.roundings ? fc.constantFrom(null, null, null, '0.5', '0.25') : fc.constant(null),
    allowsNa: features.notApplicable ? fc.boolean() : fc.constant(false),
    na: features.notApplicable ? fc.constantFrom(null, null, null, 'full', 'section', 'total') : fc.constant(null),
  });

export interface GroupPlan {
  readonly leaves: readonly LeafPlan[];
  readonly cap: Numeral | null;
  readonly highestOnly: boolean;
  /** A single leaf may stand alone at the top. */
  readonly alone: boolean;
  /** Puts the first leaf one level deeper, under an own cap. */
  readonly deeper: boolean;
  /** The last leaf of a main group counts toward the bonus instead. */
  readonly mixed: boolean;
}

export const groupPlan = (features: Features, most: number): fc.Arbitrary<GroupPlan> =>
  fc.record({
    leaves: fc.array(leafPlan(features), { minLength: 1, maxLength: most }),
    cap: fc.constantFrom(null, null, null, '5', '3'),
    highestOnly: fc.constantFrom(false, false, false, true),
    alone: fc.boolean(),
    deeper: fc.constantFrom(false, false, true),
    mixed: fc.constantFrom(false, false, false, false, true),
  });

/** The rows of one top-level group with its leaves. */
export function rowsOf(code: string, counts: CountsToward, plan: GroupPlan, unlimited: boolean): readonly Criterion[] {
  const first = plan.leaves[0];
  if (plan.alone && plan.leaves.length === 1 && first) return [leafRow(code, null, counts, first, unlimited)];
  const top = groupRow(code, null, counts, plan.cap, plan.highestOnly);
  const inner = plan.deeper ? [groupRow(`${code}.0`, code, null, '2', false)] : [];
  return [
    top,
    ...inner,
    ...plan.leaves.map((leaf, index) => {
      const last = index === plan.leaves.length - 1 && index > 0;
      const parent = plan.deeper && index === 0 ? `${code}.0` : code;
      return leafRow(
        `${parent}.${String(index + 1)}`,
        parent,
        plan.mixed && last && counts === 'main' ? 'bonus' : null,
        leaf,
        unlimited,
      );
    }),
  ];
}

let nextRow = 0;
export const restartRows = (): void => {
  nextRow = 0;
};

function row(
  code: string,
  parent: string | null,
  counts: CountsToward | null,
): Omit<Criterion, 'max' | 'way' | 'step' | 'allowsNa'> {
  nextRow += 1;
  return {
    code,
    name: `Tiêu chí ${code}`,
    parent,
    counts,
    evidenceRequired: false,
    basis: null,
    place: place('Tiêu chí', nextRow, 0),
    places: {},
  };
}

const groupRow = (
  code: string,
  parent: string | null,
  counts: CountsToward | null,
  max: Numeral | null,
  highestOnly: boolean,
): Criterion => ({
  ...row(code, parent, counts),
  max,
  way: { kind: 'group', highestOnly },
  step: null,
  allowsNa: false,
});

function leafRow(
  code: string,
  parent: string | null,
  counts: CountsToward | null,
  plan: LeafPlan,
  unlimited: boolean,
): Criterion {
  const mayBeUnlimited = unlimited && (plan.way.kind === 'points' || plan.way.kind === 'count');
  return {
    ...row(code, parent, counts),
    max: mayBeUnlimited ? null : plan.max,
    way: plan.way,
    step: plan.step,
    allowsNa: plan.allowsNa,
    ...(plan.allowsNa && plan.na !== null ? { na: plan.na } : {}),
  };
}

/** What one unit has in one leaf. `pick`: small numbers that decide. */
export interface CellPlan {
  readonly pick: number;
  readonly second: number;
  readonly kind: 'good' | 'good-typed' | 'na' | 'blank' | 'broken' | 'off';
}

export const cellPlan = (features: Features): fc.Arbitrary<CellPlan> =>
  fc.record({
    pick: fc.nat(5),
    second: fc.nat(5),
    kind: fc.oneof(
      { weight: 40, arbitrary: fc.constant('good' as const) },
      { weight: 2, arbitrary: fc.constant('good-typed' as const) },
      ...(features.notApplicable ? [{ weight: 4, arbitrary: fc.constant('na' as const) }] : []),
      ...(features.brokenCells
        ? [{ weight: 1, arbitrary: fc.constantFrom('blank' as const, 'broken' as const, 'off' as const) }]
        : []),
    ),
  });

/** The score cell for typed ways. */
export function typedEntry(
  criterion: Criterion,
  counts: CountsToward,
  plan: CellPlan,
  row: number,
  column: number,
): Entry {
  const here = place('Chấm điểm', row, column);
  const { way } = criterion;
  const max = criterion.max ?? '4';
  switch (plan.kind) {
    case 'na':
      return { kind: 'na', place: here };
    case 'blank':
      return { kind: 'blank', place: here };
    case 'broken':
      return brokenEntry(plan.pick, here, way);
    case 'off':
      return { kind: 'number', value: offValue(way, counts, plan.pick, criterion.max), place: here };
    default:
      break;
  }
  if (way.kind === 'yesno') {
    return plan.second < 4
      ? { kind: 'yesno', value: plan.pick > 2, place: here }
      : { kind: 'number', value: plan.pick > 2 ? max : '0', place: here };
  }
  const listed = way.kind === 'ladder' ? way.rungs : ['0', '1', '1', '2', '1.5', max];
  return { kind: 'number', value: at(listed, plan.pick), place: here };
}

function offValue(way: Way, counts: CountsToward, pick: number, max: Numeral | null): Numeral {
  if (way.kind === 'ladder') return '0.5';
  if (way.kind === 'yesno') return pick > 2 ? '1' : '-1';
  return pick > 2 && max !== null ? '99' : counts === 'deduction' ? '-2' : '-1';
}

function brokenEntry(pick: number, here: Entry['place'], way: Way): Entry {
  switch (pick) {
    case 0:
      return text('chưa chấm', here);
    case 1:
      return { kind: 'error', error: '#REF!', place: here };
    case 2:
      return { kind: 'uncalculated', place: here };
    case 3:
      return date('2024-01-05', here);
    case 4:
      return way.kind === 'yesno' ? text('đạt', here) : { kind: 'yesno', value: true, place: here };
    default:
      return text('9,5', here);
  }
}
