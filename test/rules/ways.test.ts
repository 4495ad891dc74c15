/** The ways of scoring: input, points, or the issue and its cell. */
import { evaluate, type Issue, type Way } from '../../src/rules/index';
import { toldOf } from '../../src/rules/score/ways';
import { at, book, type BookInput, type CellInput, type CriterionInput } from './books';

interface Case {
  readonly name: string;
  readonly way: Way | Way['kind'];
  readonly max?: number | null;
  readonly step?: string;
  readonly counts?: CriterionInput['counts'];
  readonly cell?: CellInput;
  readonly data?: { target?: CellInput; actual?: CellInput; count?: CellInput } | null;
  readonly decimals?: number;
  readonly points: string | null;
  readonly issues?: readonly string[];
}

const spot = ({ code, place }: Issue): string =>
  `${code} ${place?.sheet ?? '?'}!${String(place?.row)},${String(place?.column)}`;

/** One unit with the one criterion `X`. */
function findings({ way, max = 10, step, counts = null, cell = null, data, decimals }: Case) {
  const { units, issues } = evaluate(
    book({
      settings: {
        scale: counts === null && max !== null && max > 0 ? String(max) : '100',
        totalDecimals: null,
        criterionDecimals: decimals ?? null,
      },
      criteria: { X: { way, max, counts, step: step ?? null } },
      scores: { a: { X: cell } },
      data: data === null || data === undefined ? [] : [{ unit: 'a', criterion: 'X', ...data }],
    }),
  );
  return { units, issues: issues.filter(({ code }) => code !== 'cap-applied' && code !== 'max-sum-differs') };
}

function judge(own: Case) {
  const {
    units: [unit],
    issues,
  } = findings(own);
  const points = own.counts === 'bonus' ? unit?.bonus : own.counts === 'deduction' ? unit?.deduction : unit?.base;
  return { points, issues: issues.map(spot) };
}

const CELL = 'Chấm điểm!2,3';
const ratio = (more: Partial<Extract<Way, { kind: 'ratio' }>> = {}): Way => ({
  kind: 'ratio',
  cap: '1',
  floor: null,
  cutoff: null,
  lowerIsBetter: false,
  ...more,
});
const each = (kind: 'minus' | 'count', points: string): Way => ({ kind, each: points });

const percent = (value: string): CellInput => ({
  kind: 'number',
  value,
  percent: true,
  place: { sheet: 'Số liệu', row: 1, column: 3 },
});
const bands = (...list: readonly (readonly [string, string])[]): Way => ({
  kind: 'bands',
  bands: list.map(([from, points]) => ({ from, points })),
});

/** The compiler asks for the rows of every way. */
const CASES: Readonly<Record<Way['kind'], readonly [Case, ...Case[]]>> = {
  points: [
    { name: 'points: typed', way: 'points', cell: 9.5, points: '9.5' },
    { name: 'points: 0 is a score', way: 'points', cell: 0, points: '0' },
    { name: 'points: the maximum', way: 'points', cell: 10, points: '10' },
    {
      name: 'points: above the maximum',
      way: 'points',
      cell: 10.01,
      points: null,
      issues: [`score-above-max ${CELL}`],
    },
    { name: 'points: negative', way: 'points', cell: -0.5, points: null, issues: [`score-negative ${CELL}`] },
    { name: 'points: blank', way: 'points', cell: null, points: null, issues: [`score-missing ${CELL}`] },
    { name: 'points: only spaces', way: 'points', cell: '   ', points: null, issues: [`score-missing ${CELL}`] },
    {
      name: 'points: a text with a comma',
      way: 'points',
      cell: '9,5',
      points: null,
      issues: [`number-as-text ${CELL}`],
    },
    { name: 'points: a text', way: 'points', cell: 'chín', points: null, issues: [`score-not-number ${CELL}`] },
    { name: 'points: yes is no number', way: 'points', cell: true, points: null, issues: [`score-not-number ${CELL}`] },
    {
      name: 'points: off the step is only a warning',
      way: 'points',
      step: '0.25',
      cell: 9.3,
      points: '9.3',
      issues: [`score-off-step ${CELL}`],
    },
    { name: 'points: on the step', way: 'points', step: '0.25', cell: 9.25, points: '9.25' },
    {
      name: 'points: more decimals than allowed count as typed',
      way: 'points',
      cell: '9.125',
      decimals: 2,
      points: '9.125',
      issues: [`score-decimals ${CELL}`],
    },
    { name: 'points: as many decimals as allowed', way: 'points', cell: '9.12', decimals: 2, points: '9.12' },
    {
      name: 'points: a date',
      way: 'points',
      cell: { kind: 'date', day: '2025-09-05', place: { sheet: 'Chấm điểm', row: 2, column: 3 } },
      points: null,
      issues: [`score-not-number ${CELL}`],
    },
    {
      name: 'points: an error',
      way: 'points',
      cell: { kind: 'error', error: '#REF!', place: { sheet: 'Chấm điểm', row: 2, column: 3 } },
      points: null,
      issues: [`cell-error ${CELL}`],
    },
    {
      name: 'points: a formula without value',
      way: 'points',
      cell: { kind: 'uncalculated', place: { sheet: 'Chấm điểm', row: 2, column: 3 } },
      points: null,
      issues: [`formula-not-calculated ${CELL}`],
    },
    {
      name: 'points: absent, already explained',
      way: 'points',
      cell: { kind: 'absent', code: 'criterion-row-missing', place: { sheet: 'Chấm điểm', row: 2, column: 3 } },
      points: null,
      issues: [],
    },
    {
      name: 'points: a noisy double',
      way: 'points',
      cell: { kind: 'number', value: '0.3', noisy: 'formula', place: { sheet: 'Chấm điểm', row: 2, column: 3 } },
      points: '0.3',
      issues: [`float-noise ${CELL}`],
    },
    {
      name: 'points: typed as a percentage',
      way: 'points',
      cell: { kind: 'number', value: '0.9', percent: true, place: { sheet: 'Chấm điểm', row: 2, column: 3 } },
      points: '0.9',
      issues: [`percent-scale ${CELL}`],
    },
    {
      name: 'points: N/A where it is forbidden',
      way: 'points',
      cell: 'N/A',
      points: null,
      issues: [`na-not-allowed ${CELL}`],
    },
    { name: 'bonus: blank is 0', way: 'points', counts: 'bonus', cell: null, points: '0' },
    {
      name: 'bonus: without maximum there is no limit',
      way: 'points',
      counts: 'bonus',
      max: null,
      cell: 42,
      points: '42',
    },
    {
      name: 'bonus: above its maximum',
      way: 'points',
      counts: 'bonus',
      cell: 11,
      points: null,
      issues: [`score-above-max ${CELL}`],
    },
    {
      name: 'bonus: a text',
      way: 'points',
      counts: 'bonus',
      cell: 'có',
      points: null,
      issues: [`score-not-number ${CELL}`],
    },
    {
      name: 'bonus: negative',
      way: 'points',
      counts: 'bonus',
      cell: -1,
      points: null,
      issues: [`score-negative ${CELL}`],
    },
    {
      name: 'bonus: forbidden N/A',
      way: 'points',
      counts: 'bonus',
      cell: 'N/A',
      points: null,
      issues: [`na-not-allowed ${CELL}`],
    },
    { name: 'deduction: positive', way: 'points', counts: 'deduction', cell: 2, points: '2' },
    { name: 'deduction: blank is 0', way: 'points', counts: 'deduction', cell: null, points: '0' },
    {
      name: 'deduction: no sign is guessed',
      way: 'points',
      counts: 'deduction',
      cell: -2,
      points: null,
      issues: [`deduction-sign ${CELL}`],
    },
    {
      name: 'a blank maximum of a main leaf',
      way: 'points',
      max: null,
      cell: 5,
      points: null,
      issues: ['setting-invalid Tiêu chí!1,2'],
    },
    {
      name: 'a negative maximum',
      way: 'points',
      max: -5,
      cell: 0,
      points: null,
      issues: ['setting-invalid Tiêu chí!1,2'],
    },
  ],
  ladder: [
    { name: 'ladder: on a rung', way: 'ladder', max: 3, cell: 1.5, points: '1.5' },
    { name: 'ladder: the lowest rung', way: 'ladder', max: 3, cell: 0, points: '0' },
    {
      name: 'ladder: between the rungs',
      way: 'ladder',
      max: 3,
      cell: 2,
      points: null,
      issues: [`score-off-ladder ${CELL}`],
    },
    {
      name: 'ladder: above the maximum',
      way: 'ladder',
      max: 3,
      cell: 4,
      points: null,
      issues: [`score-above-max ${CELL}`],
    },
  ],
  yesno: [
    { name: 'yes/no: yes', way: 'yesno', max: 3, cell: true, points: '3' },
    { name: 'yes/no: no', way: 'yesno', max: 3, cell: false, points: '0' },
    { name: 'yes/no: the maximum typed', way: 'yesno', max: 3, cell: 3, points: '3' },
    { name: 'yes/no: 0 typed', way: 'yesno', max: 3, cell: 0, points: '0' },
    {
      name: 'yes/no: another number',
      way: 'yesno',
      max: 3,
      cell: 2,
      points: null,
      issues: [`score-off-ladder ${CELL}`],
    },
    {
      name: 'yes/no: a negative number',
      way: 'yesno',
      max: 3,
      cell: -3,
      points: null,
      issues: [`score-off-ladder ${CELL}`],
    },
    {
      name: 'yes/no: another word',
      way: 'yesno',
      max: 3,
      cell: 'được',
      points: null,
      issues: [`score-not-number ${CELL}`],
    },
  ],
  ratio: [
    { name: 'ratio: below the target', way: ratio(), data: { target: 100, actual: 92.7 }, max: 15, points: '13.905' },
    {
      name: 'ratio: 15 × 92.7 % at two decimals',
      way: ratio(),
      data: { target: 100, actual: 92.7 },
      max: 15,
      decimals: 2,
      points: '13.91',
    },
    { name: 'ratio: on target', way: ratio(), data: { target: 80, actual: 80 }, points: '10' },
    { name: 'ratio: above the target is capped', way: ratio(), data: { target: 80, actual: 100 }, points: '10' },
    {
      name: 'ratio: a cap of 120 % lifts the bound',
      way: ratio({ cap: '1.2' }),
      data: { target: 100, actual: 115 },
      points: '11.5',
    },
    { name: 'ratio: and ends at 120 %', way: ratio({ cap: '1.2' }), data: { target: 100, actual: 150 }, points: '12' },
    {
      name: 'ratio: a cap below 100 % caps, and leaves the bound',
      way: ratio({ cap: '0.8' }),
      cell: 9,
      data: { target: 100, actual: 90 },
      points: null,
      issues: [`score-differs-from-data ${CELL}`],
    },
    { name: 'ratio: a cap below 100 %', way: ratio({ cap: '0.8' }), data: { target: 100, actual: 90 }, points: '8' },
    {
      name: 'ratio: exactly at the cut-off',
      way: ratio({ cutoff: '0.5' }),
      data: { target: 100, actual: 50 },
      points: '5',
    },
    {
      name: 'ratio: below the cut-off',
      way: ratio({ cutoff: '0.5' }),
      data: { target: 100, actual: 49.99 },
      points: '0',
    },
    {
      name: 'ratio: lifted to the floor',
      way: ratio({ floor: '0.5' }),
      data: { target: 100, actual: 20 },
      points: '5',
    },
    {
      name: 'ratio: the cut-off comes before the floor',
      way: ratio({ floor: '0.5', cutoff: '0.3' }),
      data: { target: 100, actual: 20 },
      points: '0',
    },
    { name: 'ratio: nothing done', way: ratio(), data: { target: 100, actual: 0 }, points: '0' },
    {
      name: 'ratio: lower is better',
      way: ratio({ lowerIsBetter: true }),
      data: { target: 4, actual: 5 },
      points: '8',
    },
    {
      name: 'ratio: lower is better, nothing at all',
      way: ratio({ lowerIsBetter: true, cap: '1.2' }),
      data: { target: 4, actual: 0 },
      points: '12',
    },
    {
      name: 'ratio: rounded to 0.25, halves up',
      way: ratio(),
      step: '0.25',
      data: { target: 1000, actual: 912.5 },
      points: '9.25',
    },
    {
      name: 'ratio: just below half a step',
      way: ratio(),
      step: '0.25',
      data: { target: 1000, actual: 912.4 },
      points: '9',
    },
    {
      name: 'ratio: rounding never lifts above the maximum',
      way: ratio(),
      max: 9.9,
      step: '0.25',
      data: { target: 100, actual: 100 },
      points: '9.9',
    },
    { name: 'ratio: an exact third', way: ratio(), data: { target: 3, actual: 1 }, points: '10/3' },
    {
      name: 'ratio: target 0',
      way: ratio(),
      data: { target: 0, actual: 5 },
      points: null,
      issues: ['target-not-positive Số liệu!1,2'],
    },
    {
      name: 'ratio: negative target',
      way: ratio(),
      data: { target: -1, actual: 5 },
      points: null,
      issues: ['target-not-positive Số liệu!1,2'],
    },
    {
      name: 'ratio: negative actual',
      way: ratio(),
      data: { target: 10, actual: -5 },
      points: null,
      issues: ['score-negative Số liệu!1,3'],
    },
    {
      name: 'ratio: blank target',
      way: ratio(),
      data: { actual: 5 },
      points: null,
      issues: ['data-missing Số liệu!1,2'],
    },
    {
      name: 'ratio: blank actual',
      way: ratio(),
      data: { target: 5 },
      points: null,
      issues: ['data-missing Số liệu!1,3'],
    },
    { name: 'ratio: no row', way: ratio(), data: null, points: null, issues: [`data-missing ${CELL}`] },
    {
      name: 'ratio: a text',
      way: ratio(),
      data: { target: 10, actual: '8,5' },
      points: null,
      issues: ['number-as-text Số liệu!1,3'],
    },
    { name: 'ratio: the cell repeats the points', way: ratio(), cell: 8, data: { target: 10, actual: 8 }, points: '8' },
    {
      name: 'ratio: the cell differs',
      way: ratio(),
      cell: 9,
      data: { target: 10, actual: 8 },
      points: null,
      issues: [`score-differs-from-data ${CELL}`],
    },
    {
      name: 'ratio: the cell is above the maximum',
      way: ratio(),
      cell: 11,
      data: { target: 10, actual: 8 },
      points: null,
      issues: [`score-above-max ${CELL}`],
    },
  ],
  bands: [
    { name: 'bands: below the lowest, nothing', way: 'bands', data: { target: 100, actual: 87.99 }, points: '0' },
    {
      name: 'bands: a border belongs to the higher band',
      way: 'bands',
      data: { target: 100, actual: 88 },
      points: '2',
    },
    { name: 'bands: just below a border', way: 'bands', data: { target: 10000, actual: 8999 }, points: '2' },
    {
      name: 'bands: a percentage is never rounded: 94.9999 % is below 95 %',
      way: 'bands',
      data: { target: 1000000, actual: 949999 },
      points: '3',
    },
    { name: 'bands: 12 of 15 is exactly 80 %', way: bands(['80', '5']), data: { target: 15, actual: 12 }, points: '5' },
    { name: 'bands: above the highest border', way: 'bands', data: { target: 100, actual: 130 }, points: '5' },
    {
      name: 'bands: the percentage itself, without target',
      way: 'bands',
      data: { actual: percent('0.95') },
      points: '4',
    },
    {
      name: 'bands: a plain number without target says nothing',
      way: 'bands',
      data: { actual: 95 },
      points: null,
      issues: ['data-missing Số liệu!1,2'],
    },
    {
      name: 'bands: a target of 0',
      way: 'bands',
      data: { target: 0, actual: 5 },
      points: null,
      issues: ['target-not-positive Số liệu!1,2'],
    },
    {
      name: 'bands: overlapping',
      way: bands(['88', '2'], ['88', '3']),
      data: { target: 100, actual: 90 },
      points: null,
      issues: ['setting-invalid Tiêu chí!1,0'],
    },
    {
      name: 'bands: in no order',
      way: bands(['90', '2'], ['88', '3']),
      data: { target: 100, actual: 90 },
      points: null,
      issues: ['setting-invalid Tiêu chí!1,0'],
    },
    {
      name: 'bands: more than the maximum',
      way: bands(['90', '12']),
      data: { target: 100, actual: 90 },
      points: null,
      issues: ['setting-invalid Tiêu chí!1,0'],
    },
  ],
  minus: [
    { name: 'minus: one of twenty missing', way: each('minus', '0.5'), data: { count: 1 }, points: '9.5' },
    { name: 'minus: never below 0', way: each('minus', '0.5'), data: { count: 21 }, points: '0' },
    { name: 'minus: none missing', way: each('minus', '0.5'), data: { count: 0 }, points: '10' },
    {
      name: 'minus: a blank count is no 0',
      way: each('minus', '0.5'),
      data: {},
      points: null,
      issues: ['data-missing Số liệu!1,4'],
    },
    {
      name: 'minus: a negative count',
      way: each('minus', '0.5'),
      data: { count: -1 },
      points: null,
      issues: ['count-invalid Số liệu!1,4'],
    },
    {
      name: 'minus: a broken count',
      way: each('minus', '0.5'),
      data: { count: 1.5 },
      points: null,
      issues: ['count-invalid Số liệu!1,4'],
    },
  ],
  count: [
    { name: 'count: three items', way: each('count', '0.5'), data: { count: 3 }, points: '1.5' },
    { name: 'count: at most the maximum', way: each('count', '0.5'), data: { count: 50 }, points: '10' },
    {
      name: 'count: a bonus without maximum',
      way: each('count', '0.5'),
      max: null,
      counts: 'bonus',
      data: { count: 50 },
      points: '25',
    },
    {
      name: 'count: a bonus at its maximum',
      way: each('count', '0.5'),
      max: 2,
      counts: 'bonus',
      data: { count: 4 },
      points: '2',
    },
    { name: 'count: a bonus without row is 0', way: each('count', '0.5'), counts: 'bonus', data: null, points: '0' },
    {
      name: 'count: a bonus with a blank count',
      way: each('count', '0.5'),
      counts: 'bonus',
      data: {},
      points: null,
      issues: ['data-missing Số liệu!1,4'],
    },
    {
      name: 'count: a text for a count',
      way: each('count', '0.5'),
      data: { count: 'vài' },
      points: null,
      issues: ['count-invalid Số liệu!1,4'],
    },
  ],
  relative: [
    { name: 'relative: on target, half', way: 'relative', data: { target: 10, actual: 10 }, points: '5' },
    {
      name: 'relative: the furthest above its target',
      way: 'relative',
      data: { target: 10, actual: 11 },
      points: '10',
    },
  ],
  average: [
    { name: 'average: one event', way: 'average', data: { actual: 8 }, points: '8' },
    {
      name: 'average: an event above the maximum',
      way: 'average',
      data: { actual: 11 },
      points: null,
      issues: ['score-above-max Số liệu!1,3'],
    },
    { name: 'average: a blank event', way: 'average', data: {}, points: null, issues: ['data-missing Số liệu!1,3'] },
    {
      name: 'average: no event where N/A is forbidden',
      way: 'average',
      data: null,
      points: null,
      issues: [`na-not-allowed ${CELL}`],
    },
    { name: 'average: a bonus without event is 0', way: 'average', counts: 'bonus', data: null, points: '0' },
  ],
  group: [{ name: 'group: without criteria below it', way: 'group', cell: 5, points: null, issues: [] }],
  invalid: [{ name: 'a way nobody could read', way: 'invalid', cell: 5, points: null, issues: [] }],
};

test.each(Object.values(CASES).flat())('$name', (own) => {
  const { points, issues } = judge(own);
  expect({ points, issues }).toEqual({ points: own.points, issues: own.issues ?? [] });
});

test('the rows of a way are of that way, and one of them gives points', () => {
  const odd = Object.entries(CASES).filter(
    ([kind, cases]) =>
      cases.some(({ way }) => (typeof way === 'string' ? way : way.kind) !== kind) ||
      cases.some(({ points }) => points !== null && points !== '0') !== !['group', 'invalid'].includes(kind),
  );
  expect(odd.map(([kind]) => kind)).toEqual([]);
});

test.each<[string, CellInput, string | null, string | null]>([
  ['a text', 'chín', 'chín', null],
  ['a number as text', '9,5', '9,5', '9.5'],
  ['yes', true, 'true', null],
  ['above the maximum', 101, '101', '<= 100'],
  ['negative', -1, '-1', '>= 0'],
  ['a date', { kind: 'date', day: '2025-09-05', place: at('Chấm điểm', 2, 3) }, '2025-09-05', null],
  ['an error', { kind: 'error', error: '#REF!', place: at('Chấm điểm', 2, 3) }, '#REF!', null],
  ['a numeral that is none', { kind: 'number', value: '1e400', place: at('Chấm điểm', 2, 3) }, '1e400', null],
  ['blank', null, null, null],
])('the finding says what stands there and what should: %s', (_, cell, received, expected) => {
  const { issues } = evaluate(book({ scores: { a: cell } }));
  expect(issues.map((issue) => [issue.unit, issue.criterion, issue.received, issue.expected])).toEqual([
    ['a', 'I', received, expected],
  ]);
});

test.each<[string, Omit<Case, 'name' | 'points'>, string]>([
  ['off the ladder', { way: 'ladder', cell: 2 }, 'score-off-ladder 2 / 0; 1.5; 3'],
  ['neither yes nor no', { way: 'yesno', cell: 'được' }, 'score-not-number được / có; không'],
  ['a number as text beside yes and no', { way: 'yesno', cell: '9,5' }, 'number-as-text 9,5 / 9.5'],
  ['neither the maximum nor 0', { way: 'yesno', cell: 5 }, 'score-off-ladder 5 / có; không'],
  ['off the step', { way: 'points', step: '0.25', cell: 9.3 }, 'score-off-step 9.3 / 0.25'],
  ['too many decimals', { way: 'points', cell: '9.125', decimals: 2 }, 'score-decimals 9.125 / 2'],
  [
    'a noisy double',
    { way: 'points', cell: { kind: 'number', value: '0.3', noisy: 'formula', place: at('Chấm điểm', 2, 3) } },
    'float-noise  / 0.3',
  ],
  [
    'a percentage',
    { way: 'points', cell: { kind: 'number', value: '0.9', percent: true, place: at('Chấm điểm', 2, 3) } },
    'percent-scale 90% / 0.9',
  ],
  [
    'other points than the data give',
    { way: 'ratio', cell: 9, data: { target: 10, actual: 8 } },
    'score-differs-from-data 9 / 8',
  ],
  [
    'a ratio above its cap',
    { way: ratio({ cap: '1.2' }), cell: '12.5', data: { target: 10, actual: 13 } },
    'score-above-max 12.5 / <= 12',
  ],
  ['a target of 0', { way: 'ratio', data: { target: 0, actual: 8 } }, 'target-not-positive 0 / > 0'],
  ['a negative result', { way: 'ratio', data: { target: 10, actual: -1 } }, 'score-negative -1 / >= 0'],
  [
    'a noisy result',
    {
      way: 'ratio',
      data: { target: 10, actual: { kind: 'number', value: '0.3', noisy: 'formula', place: at('Số liệu', 1, 3) } },
    },
    'float-noise  / 0.3',
  ],
  ['half an item', { way: 'count', data: { count: 1.5 } }, 'count-invalid 1.5 / '],
  ['yes is no number', { way: 'ratio', data: { target: true, actual: 1 } }, 'score-not-number true / '],
  ['yes is no count', { way: 'count', data: { count: false } }, 'count-invalid false / '],
  ['an event above the maximum', { way: 'average', data: { actual: 11 } }, 'score-above-max 11 / <= 10'],
  ['a blank input', { way: 'ratio', data: { target: 10 } }, 'data-missing  / '],
])('what stands there and what should: %s', (_, own, expected) => {
  const { issues } = findings({ name: '', points: null, ...own });
  expect(
    issues.map(({ code, received, expected: wanted, unit, criterion }) => [
      `${code} ${received ?? ''} / ${wanted ?? ''}`,
      unit,
      criterion,
    ]),
  ).toEqual([[expected, 'a', 'X']]);
});

test.each([
  ['as it was meant', '0.3', { place: at('Chấm điểm', 2, 3), value: 0.3 }],
  ['of a quotient there is no other way to write it', '0.3333333333', undefined],
])('more decimals than anybody types, %s', (_, value, fix) => {
  const cell: CellInput = { kind: 'number', value, noisy: 'typed', place: at('Chấm điểm', 2, 3) };
  const [found] = findings({ name: '', points: null, way: 'points', cell }).issues;
  expect(found).toMatchObject({ code: 'score-decimals', expected: '9', unit: 'a', criterion: 'X' });
  expect(found?.fix).toEqual(fix);
});

test.each<[string, Omit<Case, 'name' | 'points'>, string]>([
  ['no row', { way: 'ratio', data: null }, 'data-missing'],
  ['a fault in the row', { way: 'ratio', data: { target: 0, actual: 1 } }, 'target-not-positive'],
  ['no event', { way: 'average', data: null }, 'na-not-allowed'],
  [
    'other points than the data give',
    { way: 'ratio', cell: 9, data: { target: 10, actual: 8 } },
    'score-differs-from-data',
  ],
  ['off the ladder', { way: 'ladder', cell: 2 }, 'score-off-ladder'],
  ['not yes, not no', { way: 'yesno', cell: 5 }, 'score-off-ladder'],
  ['yes is no number', { way: 'points', cell: true }, 'score-not-number'],
  ['blank', { way: 'points' }, 'score-missing'],
  ['a broken row', { way: 'points', max: -1, cell: 0 }, 'setting-invalid'],
  ['a way nobody could read', { way: 'invalid', cell: 1 }, 'setting-invalid'],
])('the unit without total says why: %s', (_, own, expected) => {
  expect(findings({ name: '', points: null, ...own }).units[0]?.notRanked).toBe(expected);
});

test('a typed average without events: where N/A is allowed the points contradict the data, where not it is N/A', () => {
  const judgeAverage = (allowsNa: boolean, cell: CellInput) =>
    evaluate(
      book({
        settings: { scale: '10', notApplicable: 'total' },
        criteria: { X: { way: 'average', allowsNa }, I: { max: 10 } },
        scores: { a: { X: cell, I: 5 } },
      }),
    )
      .issues.filter(({ code }) => code !== 'max-sum-differs')
      .map(({ code, received, expected }) => `${code} ${received ?? ''} / ${expected ?? ''}`);
  expect([judgeAverage(true, 8), judgeAverage(false, 8), judgeAverage(true, null), judgeAverage(true, 'N/A')]).toEqual([
    ['score-differs-from-data 8 / N/A'],
    ['na-not-allowed  / '],
    [],
    [],
  ]);
});

test('what is typed at another level than the one that ranks is not held against the data', () => {
  const one = book({
    criteria: { X: { way: 'ratio', max: 100 } },
    scores: { a: { X: null } },
    others: { self: { a: { X: 99 } } },
    data: [{ unit: 'a', criterion: 'X', target: 10, actual: 8 }],
  });
  const { units, issues } = evaluate(one);
  expect([Object.fromEntries(units[0]?.levels ?? []), issues]).toEqual([{ self: '99', bloc: '80' }, []]);
});

test('number-as-text proposes the number as a change of that cell', () => {
  const { issues } = evaluate(book({ scores: { a: '9,5' } }));
  expect(issues[0]?.fix).toEqual({ place: { sheet: 'Chấm điểm', row: 2, column: 3 }, value: 9.5 });
});

test('deduction-sign proposes the positive number', () => {
  const { issues } = evaluate(
    book({ criteria: { I: { max: 100 }, T: { max: 5, counts: 'deduction' } }, scores: { a: { I: 90, T: -2 } } }),
  );
  expect(issues.find(({ code }) => code === 'deduction-sign')?.fix).toMatchObject({ value: 2 });
});

describe('relative: each against its target and the best of the bloc', () => {
  /** The example of the regulation, M = 10. */
  const units = { A: [100, 120], B: [null, 7], C: [50, 60], D: [100, 105], E: [100, 100], F: [100, 80] } as const;
  const judgeBloc = (
    rows: Readonly<Record<string, readonly [number | null, number | null]>>,
    cells: Readonly<Record<string, CellInput>> = {},
  ) =>
    evaluate(
      book({
        settings: { scale: '10', notApplicable: 'total' },
        criteria: { X: { way: 'relative', allowsNa: true } },
        scores: Object.fromEntries(Object.keys(rows).map((unit) => [unit, cells[unit] ?? null])),
        data: Object.entries(rows).map(([unit, [target, actual]]) => ({ unit, criterion: 'X', target, actual })),
        awards: { T: { quota: 1 } },
      }),
    );
  const points = (rows: Parameters<typeof judgeBloc>[0], cells?: Parameters<typeof judgeBloc>[1]) =>
    Object.fromEntries(judgeBloc(rows, cells).units.map(({ id, base }) => [id, base]));

  test('the example of the regulation', () => {
    expect(points(units)).toEqual({ A: '10', B: '10', C: '10', D: '6.25', E: '5', F: '4' });
  });
  test('without target: in proportion to the best of those without target', () => {
    expect(points({ A: [null, 8], B: [null, 6], C: [100, 100] })).toEqual({ A: '10', B: '7.5', C: '5' });
  });
  test('a target of spaces is none', () => {
    const { units: judged } = evaluate(
      book({
        settings: { scale: '10' },
        criteria: { X: { way: 'relative' } },
        scores: { A: null, B: null },
        data: [
          { unit: 'A', criterion: 'X', target: '  ', actual: 8 },
          { unit: 'B', criterion: 'X', target: null, actual: 6 },
        ],
      }),
    );
    expect(judged.map(({ base }) => base)).toEqual(['10', '7.5']);
  });
  test('nobody without target has done anything: 0 points', () => {
    expect(points({ A: [null, 0], B: [null, 0] })).toEqual({ A: '0', B: '0' });
  });
  test('a unit to which it does not apply is not the measure for the others', () => {
    expect(points({ A: [100, 200], B: [100, 110], C: [100, 105] }, { A: 'N/A' })).toMatchObject({ B: '10', C: '7.5' });
  });
  test('not even where nobody else exceeds a target', () => {
    expect(points({ A: [100, 200], B: [100, 90] }, { A: 'N/A' })).toMatchObject({ B: '4.5' });
  });
  test('missing data of one unit leave every award open', () => {
    const { awards, issues } = judgeBloc({ A: [100, 120], B: [100, null] });
    expect(awards[0]).toMatchObject({ status: 'pending:unknown', units: [] });
    expect(issues.map(({ code }) => code)).toContain('data-missing');
  });
  test.each<[string, number | null, string]>([
    ['a blank result', null, 'pending:unknown'],
    ['a negative one', -1, 'pending:unknown'],
    ['a result', 90, 'ok'],
  ])('faults of another way open their own unit alone, those of a relative one all: %s', (_, actual, status) => {
    const statusOf = (way: 'relative' | 'ratio') =>
      evaluate(
        book({
          settings: { scale: '100' },
          criteria: { X: { way, max: 10 }, I: { max: 90 } },
          // B stands so low that only A's own points could cost A the place, or C's.
          scores: { A: { X: null, I: 80 }, B: { X: null, I: 10 }, C: { X: null, I: 75 } },
          data: [
            { unit: 'A', criterion: 'X', target: 100, actual: 100 },
            { unit: 'B', criterion: 'X', target: 100, actual },
            { unit: 'C', criterion: 'X', target: 100, actual: 99 },
          ],
          awards: { T: {} },
        }),
      ).awards.map((award) => [award.status, ...award.units].join(' '))[0];
    expect([statusOf('ratio'), statusOf('relative')]).toEqual(['ok A', status === 'ok' ? 'ok A' : status]);
  });
  test('so does a unit without row', () => {
    const statusOf = (way: 'relative' | 'ratio') =>
      evaluate(
        book({
          criteria: { X: { way, max: 10 }, I: { max: 90 } },
          scores: { A: { X: null, I: 80 }, B: { X: null, I: 10 }, C: { X: null, I: 75 } },
          data: ['A', 'C'].map((unit) => ({ unit, criterion: 'X', target: 100, actual: 100 })),
          awards: { T: {} },
        }),
      ).awards[0]?.status;
    expect([statusOf('ratio'), statusOf('relative')]).toEqual(['ok', 'pending:unknown']);
  });
  test.each<[string, BookInput['data'], BookInput['units'], CellInput, string]>([
    ['no row', [], {}, null, 'ok'],
    ['a blank result', [{ unit: 'B', criterion: 'X', target: 100 }], {}, null, 'ok'],
    ['a row of its own', [{ unit: 'B', criterion: 'X', target: 100, actual: 50 }], {}, null, 'ok'],
    ['no row of a unit without rank', [], { B: { notRanked: 'mới' } }, null, 'ok'],
    [
      'a blank result of a unit without rank',
      [{ unit: 'B', criterion: 'X', target: 100 }],
      { B: { notRanked: 'mới' } },
      null,
      'ok',
    ],
    ['no row of a unit to which it does not apply', [], {}, 'N/A', 'ok'],
    [
      'a blank result of a unit to which it does not apply',
      [{ unit: 'B', criterion: 'X', target: 100 }],
      {},
      'N/A',
      'ok',
    ],
  ])('the place is known in every case, the relative points may not be: %s', (_, data, units, cell, status) => {
    // The place is for A alone, whatever its relative points are.
    const { awards } = evaluate(
      book({
        settings: { notApplicable: 'total' },
        criteria: { X: { way: 'relative', max: 10, allowsNa: true }, I: { max: 90 } },
        scores: { A: { X: null, I: 50 }, B: { X: cell, I: 10 } },
        units,
        data: [{ unit: 'A', criterion: 'X', target: 100, actual: 120 }, ...(data ?? [])],
        awards: { T: {} },
        decisions: [{ kind: 'deny', scope: 'T', units: ['B'] }],
      }),
    );
    expect(awards[0]?.status).toBe(status);
  });
  test.each<[string, number, boolean, [string, string]]>([
    ['within the relative points', 55, true, ['50', '60']],
    ['above all relative points', 61, false, ['50', '60']],
  ])(
    'missing data open the criterion for every unit, and nothing else: another unit %s',
    (_, rival, provisional, total) => {
      const { units, outlook } = evaluate(
        book({
          settings: { notApplicable: 'total' },
          criteria: { X: { way: 'relative', max: 10, allowsNa: true }, I: { max: 90 } },
          scores: { A: { X: null, I: 50 }, B: { X: null, I: 10 }, C: { X: 'N/A', I: rival * 0.9 } },
          data: [{ unit: 'A', criterion: 'X', target: 100, actual: 120 }],
          awards: { T: {} },
        }),
      );
      expect(units.map(({ provisional: own }) => own)).toEqual([provisional, false, provisional]);
      expect(outlook.units[0]).toEqual({ id: 'A', rank: provisional ? [1, 2] : [2, 2], total, empty: 0, open: [] });
    },
  );
  test("faults of a unit without rank, or where it does not apply, are nobody's", () => {
    const found = (units: BookInput['units'], cell: CellInput) =>
      evaluate(
        book({
          settings: { scale: '10', notApplicable: 'total' },
          criteria: { X: { way: 'ratio', max: 10, allowsNa: true } },
          scores: { a: { X: cell } },
          units,
          data: [{ unit: 'a', criterion: 'X', target: 0, actual: 'x' }],
        }),
      ).issues.map(({ code }) => code);
    expect([found({}, null), found({ a: { notRanked: 'mới' } }, null), found({}, 'N/A')]).toEqual([
      ['target-not-positive', 'score-not-number'],
      ['unit-not-ranked'],
      ['na-all'],
    ]);
  });
  test('a target of 0 is an error, not "without target"', () => {
    expect(judgeBloc({ A: [0, 5], B: [100, 100] }).issues.map(spot)).toContain('target-not-positive Số liệu!1,2');
  });
});

test.each<[Way, Readonly<Record<string, string>>]>([
  [ratio({ cutoff: '0.5', lowerIsBetter: true }), { cap: '1', cutoff: '0.5', lowerIsBetter: 'true' }],
  [ratio({ floor: '0.2' }), { cap: '1', floor: '0.2' }],
  [bands(['88', '2'], ['90', '3']), { bands: '88:2; 90:3' }],
  [each('minus', '0.5'), { each: '0.5' }],
  [each('count', '2'), { each: '2' }],
  [{ kind: 'relative' }, {}],
  [{ kind: 'average' }, {}],
  [{ kind: 'points' }, {}],
  [{ kind: 'group', highestOnly: true }, {}],
])('what the points of %p hang on is told, and no more', (way, told) => {
  expect(toldOf(way)).toEqual(told);
});

test('average: the mean of the events that occurred', () => {
  const { units } = evaluate(
    book({
      settings: { scale: '10', totalDecimals: null },
      criteria: { X: { way: 'average' } },
      scores: { a: null },
      data: [
        { unit: 'a', criterion: 'X', actual: 8 },
        { unit: 'a', criterion: 'X', actual: 9 },
        { unit: 'a', criterion: 'X', actual: 'N/A' },
        { unit: 'a', criterion: 'X', actual: 8 },
      ],
    }),
  );
  expect(units[0]?.base).toBe('25/3');
});

test('two rows for one computed leaf: the second is named, none is used', () => {
  const { units, issues } = evaluate(
    book({
      settings: { scale: '10' },
      criteria: { X: { way: 'ratio' } },
      scores: { a: null },
      data: [
        { unit: 'a', criterion: 'X', target: 10, actual: 8 },
        { unit: 'a', criterion: 'X', target: 10, actual: 9 },
      ],
    }),
  );
  expect(units[0]).toMatchObject({ total: null, notRanked: 'code-duplicate' });
  expect(issues.map(spot)).toEqual(['code-duplicate Số liệu!2,0']);
});
