/** What a unit with empty cells may still come to, asked by conditions on parts of its total; whose award is out and why; which cell is asked for first (rules.md sections 11.1 and 12). */
import { evaluate, type CriterionCode, type Outlook } from '../../src/rules/index';
import { band, book, type BookInput, type CellInput, type ConditionInput, type CriterionInput } from './books';

const outlookOf = (input: BookInput): Outlook => evaluate(book(input)).outlook;

type Op = NonNullable<ConditionInput['op']>;
type Chance = 'certain' | 'possible' | 'out';

function chanceOf({ awards: [award] }: Outlook, unit: string): Chance {
  if (award?.certain.includes(unit) === true) return 'certain';
  return award?.possible.some((each) => each.unit === unit) === true ? 'possible' : 'out';
}

/** What the award comes to for a unit that lacks II.1, when there is a place for everybody that meets the condition. */
function asked(
  lacks: CriterionInput,
  more: Partial<Record<CriterionCode, CriterionInput>>,
  condition: ConditionInput,
  own: Readonly<Record<string, CellInput>> = {},
): Chance {
  return chanceOf(
    outlookOf({
      criteria: { I: { max: 70 }, II: { way: 'group', max: null }, 'II.1': lacks, 'II.2': { max: 5 }, ...more },
      scores: { x: { I: 60, 'II.1': null, 'II.2': 5, ...own }, y: { I: 1, 'II.1': 1, 'II.2': 1 } },
      awards: { T: { quota: 2 } },
      conditions: { k: condition },
    }),
    'x',
  );
}

// II.1 may bring 0 to 10 points; while it is missing, so may the blank bonus (to 5) and deduction (to 3).
const PARTS = { B: { counts: 'bonus', max: 5 }, P: { counts: 'deduction', max: 3 } } as const;
test.each<[string, Op, string, Chance]>([
  ['section II', '>=', '5', 'certain'],
  ['section II', '>', '5', 'possible'],
  ['section II', '>=', '15', 'possible'],
  ['section II', '>', '15', 'out'],
  ['section II', '<=', '15', 'certain'],
  ['section II', '<', '15', 'possible'],
  ['section II', '<=', '5', 'possible'],
  ['section II', '<', '5', 'out'],
  ['section II', '=', '7', 'possible'],
  ['section I', '=', '60', 'certain'],
  ['section I', '<>', '60', 'out'],
  ['section I', 'in', '59; 60', 'certain'],
  ['criterion II.1', '>=', '0', 'certain'],
  ['criterion II.1', '>=', '10', 'possible'],
  ['criterion II.1', '>', '10', 'out'],
  ['criterion II.2', '>=', '5', 'certain'],
  ['criterion II.2', '>', '5', 'out'],
  // 5 of 15 is a third.
  ['percent II', '>=', '33', 'certain'],
  ['percent II', '>=', '34', 'possible'],
  ['percent II', '>=', '100', 'possible'],
  ['percent II', '>', '100', 'out'],
  ['base', '>=', '65', 'certain'],
  ['base', '>', '65', 'possible'],
  ['base', '<', '65', 'out'],
  ['base', '<=', '75', 'certain'],
  ['base', '>', '75', 'out'],
  ['bonus', '>=', '0', 'certain'],
  ['bonus', '>=', '5', 'possible'],
  ['bonus', '>', '5', 'out'],
  ['deduction', '<=', '3', 'certain'],
  ['deduction', '<', '3', 'possible'],
  ['deduction', '>', '3', 'out'],
  ['deduction', '<', '0', 'out'],
  // 60 + 5 − 3 and 60 + 15 + 5
  ['total', '>=', '62', 'certain'],
  ['total', '>', '62', 'possible'],
  ['total', '>=', '80', 'possible'],
  ['total', '>', '80', 'out'],
  ['total', '<=', '80', 'certain'],
  ['total', '<', '62', 'out'],
])('points between 0 and 10 are missing: %s %s %s', (what, op, value, expected) => {
  expect(asked({ max: 10 }, PARTS, { field: what, op, value })).toBe(expected);
});

// The section comes to 5, 9 or 15 points, the total to 65, 69 or 75.
test.each<[string, Op, string, Chance]>([
  ['section II', '=', '9', 'possible'],
  ['section II', '=', '10', 'out'],
  ['section II', '<>', '10', 'certain'],
  ['section II', 'in', '5; 9; 15', 'certain'],
  ['section II', 'in', '6; 8; 14', 'out'],
  ['criterion II.1', '=', '4', 'possible'],
  ['criterion II.1', '=', '5', 'out'],
  ['percent II', '=', '60', 'possible'],
  ['percent II', '=', '61', 'out'],
  ['base', '=', '69', 'possible'],
  ['base', '=', '70', 'out'],
  ['bonus', '=', '0', 'certain'],
  ['deduction', '>', '0', 'out'],
  ['total', '=', '75', 'possible'],
  ['total', '=', '74', 'out'],
])('a ladder of 0, 4 and 10 is missing: %s %s %s', (what, op, value, expected) => {
  expect(asked({ max: 10, way: { kind: 'ladder', rungs: ['0', '4', '10'] } }, {}, { field: what, op, value })).toBe(
    expected,
  );
});

// The group of 5 points is full whatever the rung is: the total is 65 each time, and only the rung tells the answers apart.
test.each<[Op, string, Chance]>([
  ['>=', '4', 'possible'],
  ['<', '4', 'possible'],
  ['=', '0', 'possible'],
  ['<=', '10', 'certain'],
  ['>', '10', 'out'],
])('a ladder of 0, 4 and 10 is missing and changes no total: criterion II.1 %s %s', (op, value, expected) => {
  const ladder = { max: 10, way: { kind: 'ladder', rungs: ['0', '4', '10'] } } as const;
  const full = { II: { way: 'group', max: 5 } } as const;
  expect(asked(ladder, full, { field: 'criterion II.1', op, value })).toBe(expected);
});

// 5, 9 or 15 of 85 points; 5 of 75, as 5.67 of 85, only where the missing criterion may be left out.
test.each<[boolean, Chance]>([
  [true, 'possible'],
  [false, 'out'],
])('a missing criterion that may be left out (%p): its place is taken by the others', (allowsNa, expected) => {
  const outlook = outlookOf({
    settings: { notApplicable: 'total' },
    criteria: {
      I: { max: 70 },
      II: { way: 'group', max: null },
      'II.1': { max: 10, way: { kind: 'ladder', rungs: ['0', '4', '10'] }, allowsNa },
      'II.2': { max: 5 },
    },
    scores: { x: { I: 0, 'II.1': null, 'II.2': 5 } },
    awards: { T: { quota: 1 } },
    conditions: { k: { field: 'total', op: '=', value: '5.67' } },
  });
  expect(chanceOf(outlook, 'x')).toBe(expected);
});

// I has 25 of 50. II.1 brings its 10 or is left out, II.2 (of 30) 0 to 3 or is left out, II.3 brings 0 to 10. Most is
// (25 + 10 + 10) of 70 where II.2 alone may be left out, else 25 + 10 + 3 + 10; least is 25 of 90, without II.1.
test.each<[boolean, readonly string[]]>([
  [true, ['27.78', '64.29']],
  [false, ['27.78', '48']],
])('whichever of two missing criteria is left out; the second may be (%p)', (allowsNa, expected) => {
  const { units } = outlookOf({
    settings: { notApplicable: 'total' },
    criteria: {
      I: { max: 50 },
      II: { way: 'group', max: null },
      'II.1': { max: 10, way: { kind: 'ladder', rungs: ['10'] }, allowsNa: true },
      'II.2': { max: 30, way: { kind: 'ladder', rungs: ['0', '3'] }, allowsNa },
      'II.3': { max: 10 },
    },
    scores: { x: { I: 25, 'II.1': null, 'II.2': null, 'II.3': null } },
  });
  expect(units[0]?.total).toEqual(expected);
});

// Left out: 5 to 15 of 15, as of 85. Sanctioned, because II.1 is below 3: 0 of 70 and 5 to 8 of 15.
test('what was left out is 0 points, and not left out, if a sanction that is still open sets it to 0', () => {
  const { units, awards } = outlookOf({
    settings: { notApplicable: 'total' },
    criteria: {
      I: { max: 70, allowsNa: true },
      II: { way: 'group', max: null },
      'II.1': { max: 10 },
      'II.2': { max: 5 },
    },
    scores: { x: { I: 'N/A', 'II.1': null, 'II.2': 5 }, y: { I: 10, 'II.1': 5, 'II.2': 5 } },
    conditions: {
      s: { field: 'criterion II.1', op: '<', value: '3', effect: { kind: 'zeroCriterion', criterion: 'I' } },
    },
    awards: { T: { quota: 1 } },
  });
  const [low, high] = units[0]?.total ?? [];
  expect(Number(low)).toBeLessThanOrEqual(5);
  expect(high).toBe('85');
  expect(awards).toMatchObject([{ certain: [], possible: [{ unit: 'x' }, { unit: 'y' }] }]);
});

describe('a criterion that a sanction sets to 0', () => {
  const LADDER = { max: 10, way: { kind: 'ladder', rungs: ['0', '4', '10'] } } as const;
  const totalOf = (lacks: CriterionInput, sanctioned: ConditionInput, own: Readonly<Record<string, CellInput>> = {}) =>
    outlookOf({
      criteria: { I: { max: 70 }, II: { way: 'group', max: null }, 'II.1': lacks, 'II.2': { max: 5 } },
      scores: { x: { I: 60, 'II.1': null, 'II.2': 5, ...own } },
      units: { x: { attributes: { K: true } } },
      conditions: { s: sanctioned },
    }).units[0]?.total.join('..');
  const zero = (criterion: CriterionCode) => ({ effect: { kind: 'zeroCriterion', criterion } }) as const;
  const yes = { field: 'attribute K', op: '=', value: 'có' } as const;
  const no = { ...yes, value: 'không' } as const;
  const few: ConditionInput = { field: 'criterion II.1', op: '<', value: '3' };
  test.each<[string, CriterionInput, ConditionInput, string]>([
    ['the missing one: its points do not matter', { max: 10 }, { ...yes, ...zero('II.1') }, '65..65'],
    ['its whole group', { max: 10 }, { ...yes, ...zero('II') }, '60..60'],
    ['another one', { max: 10 }, { ...yes, ...zero('I') }, '5..15'],
    ['none: the fact is otherwise', { max: 10 }, { ...no, ...zero('I') }, '65..75'],
    // Below 3 points 5 to 8 are left, from 3 on 68 to 75.
    ['while the missing points may be few', { max: 10 }, { ...few, ...zero('I') }, '5..75'],
    ['while the missing rung may be low', LADDER, { ...few, ...zero('I') }, '5..75'],
    ['whatever the rung: none is below 0', LADDER, { ...few, value: '0', ...zero('I') }, '65..75'],
    ['whatever the rung: all are below 11', LADDER, { ...few, value: '11', ...zero('I') }, '5..15'],
    ['whatever the points: none are below 0', { max: 10 }, { ...few, value: '0', ...zero('I') }, '65..75'],
    ['whatever the points: all are below 11', { max: 10 }, { ...few, value: '11', ...zero('I') }, '5..15'],
    [
      'whatever the points: the group has 5 at the least',
      { max: 10 },
      { field: 'section II', op: '<', value: '5', ...zero('I') },
      '65..75',
    ],
  ])('%s', (_, lacks, sanctioned, expected) => {
    expect(totalOf(lacks, sanctioned)).toBe(expected);
  });
});

describe('a total of which nothing is known', () => {
  const na = (settings: BookInput['settings'], max: number | null) =>
    outlookOf({
      settings: { notApplicable: 'total', ...settings },
      criteria: { I: { max: 60, allowsNa: true }, B: { counts: 'bonus', max } },
      scores: { x: { I: 'N/A', B: 1 } },
    }).units[0]?.total;
  test('all of it not applicable: from 0 to the whole and the bonus, within the limits of the total', () => {
    expect([na({}, 5), na({ totalMax: '50' }, 5), na({ totalMin: '10' }, 5), na({ bonusCap: '2' }, 5)]).toEqual([
      ['0', '65'],
      ['0', '50'],
      ['10', '65'],
      ['0', '62'],
    ]);
    expect([na({ totalMax: '50' }, null), na({}, null)]).toEqual([
      ['0', '50'],
      ['0', null],
    ]);
  });
});

describe('why an award is out of reach of a unit that is still being scored', () => {
  const GROUPS = { I: { max: 86 }, J: { max: 4 } } as const;
  const codes = (more: Partial<BookInput>, awards: BookInput['awards'] = { T: {} }): Record<string, string[]> =>
    Object.fromEntries(
      outlookOf({
        criteria: GROUPS,
        awards,
        scores: { a: { I: 80, J: 4 }, x: { I: 82, J: null } },
        units: { a: { attributes: { K: false } }, x: { attributes: { K: true } } },
        ...more,
      }).awards.map(({ id, out }) => [id, out.map(({ unit, code }) => `${unit} ${code}`)]),
    );
  const yes = { field: 'attribute K', op: '=', value: 'có' } as const;
  test('each reason for itself', () => {
    expect({
      denied: codes({ decisions: [{ kind: 'deny', scope: 'T', units: ['x'] }] }).T,
      barred: codes({ conditions: { k: { ...yes, effect: { kind: 'bar' } } } }).T,
      failed: codes({ conditions: { k: { ...yes, value: 'không' } } }).T,
      // A fact that nobody knows bars nobody yet: it is the points that are too few.
      outranked: codes({
        scores: { a: { I: 86, J: 4 }, x: { I: 82, J: null } },
        units: { a: { attributes: { K: false } }, x: { attributes: { K: null } } },
        conditions: { k: { ...yes, effect: { kind: 'bar' } } },
      }).T,
      recorded: codes({ units: { x: { notRanked: 'mới' } } }).T,
    }).toEqual({
      denied: ['x denied'],
      barred: ['x barred'],
      failed: ['x condition-failed'],
      outranked: ['x outranked'],
      recorded: ['x not-ranked'],
    });
  });
  test('an award above that it surely has: only where the two exclude each other', () => {
    const scores = { a: { I: 80, J: 4 }, b: { I: 70, J: 4 }, x: { I: 85, J: null } };
    expect(codes({ scores }, { T: {}, U: {} })).toEqual({
      T: ['a outranked', 'b outranked'],
      U: ['b outranked', 'x holds-other'],
    });
    expect(codes({ scores, settings: { oneAwardPerUnit: false } }, { T: {}, U: {} })).toEqual({
      T: ['a outranked', 'b outranked'],
      U: ['a outranked', 'b outranked'],
    });
  });
});

describe('the cells an award waits for: those first that settle most', () => {
  const LADDER = { max: 4, way: { kind: 'ladder', rungs: ['0', '2', '4'] } } as const;
  const waits = (scores: BookInput['scores'], j: CriterionInput = LADDER, more: Partial<BookInput> = {}) =>
    outlookOf({ criteria: { I: { max: 86 }, J: j }, awards: { T: {} }, scores, ...more }).awards[0]?.waits.map(
      ({ unit, criterion, place }) => `${unit} ${criterion} ${String(place.row)}:${String(place.column)}`,
    );
  // With a at 81: x at 79, 81 or 83 settles it in two of three; y at 77, 79 or 81 settles nothing by itself.
  test('whichever stands first in the workbook', () => {
    const [a, x, y] = [
      { I: 81, J: 0 },
      { I: 79, J: null },
      { I: 77, J: null },
    ];
    expect(waits({ a, x, y })).toEqual(['x J 3:4', 'y J 3:5']);
    expect(waits({ y, a, x })).toEqual(['x J 3:5', 'y J 3:3']);
  });
  test('a deduction settles the more points it takes', () => {
    const deduction: CriterionInput = { ...LADDER, counts: 'deduction' };
    // x at 85, 83 or 81 against a at 80 and z at 80.5: it leads with each; y at 80, 78 or 76 never does.
    expect(waits({ a: { I: 80 }, x: { I: 85, J: '?' }, y: { I: 80, J: '?' } }, deduction)).toEqual([]);
    // y: 82, 80 or 78 against a at 81; x: 84, 82 or 80, which settles it in one of three by itself.
    expect(waits({ a: { I: 81 }, y: { I: 82, J: '?' }, x: { I: 84, J: '?' } }, deduction)).toEqual([
      'x J 3:5',
      'y J 3:4',
    ]);
  });
  test('the cells of one unit: the larger part of what it lacks first', () => {
    const more: Partial<BookInput> = { criteria: { I: { max: 80 }, J: { max: 2 }, K: { max: 10 } } };
    expect(waits({ a: { I: 75, J: 0, K: 0 }, x: { I: 70, J: null, K: null } }, {}, more)).toEqual([
      'x K 4:4',
      'x J 3:4',
    ]);
  });
  test('nothing where nobody competes, nor of units that cannot', () => {
    expect(waits({ a: { I: 85, J: 0 }, x: { I: 79, J: null } })).toEqual([]);
    expect(waits({ a: { I: 81, J: 0 }, x: { I: 79, J: null }, y: { I: 70, J: null } })).toEqual(['x J 3:4']);
  });
});

test('what of a unit has no points: empty cells are counted, wrong ones are open as well', () => {
  const { units } = outlookOf({
    criteria: { I: { max: 50 }, J: { max: 30 }, K: { max: 20 }, B: { counts: 'bonus', max: 5 } },
    scores: { x: { I: null, J: 'chưa', K: 7, B: null }, y: { I: 1, J: 1, K: 1 }, z: { I: null } },
    units: { z: { notRanked: 'mới' } },
  });
  expect(units.map(({ id, empty, open }) => [id, empty, open])).toEqual([
    ['x', 1, ['I', 'J']],
    ['y', 0, []],
    ['z', 0, []],
  ]);
});

describe('a tie at the limit of a grade, while another unit is still being scored', () => {
  const tied = (decisions: BookInput['decisions'] = []): BookInput => ({
    criteria: { I: { max: 60 }, II: { max: 40 } },
    bands: [
      { ...band('Xuất sắc', 90, 1), limit: { kind: 'number', places: '1' } },
      band('Tốt', 50, 2),
      band('Khá', null, 3),
    ],
    scores: { a: { I: 60, II: 35 }, b: { I: 60, II: 35 }, c: { I: 0, II: null } },
    awards: { T: { quota: 2 }, G: { quota: 2 } },
    conditions: {
      first: { field: 'grade', op: '=', value: 'Xuất sắc', scope: { kind: 'awards', awards: ['T'] } },
      second: { field: 'grade', op: '=', value: 'Tốt', scope: { kind: 'awards', awards: ['G'] } },
    },
    decisions,
  });
  const told = (input: BookInput) =>
    outlookOf(input).awards.map(({ certain, possible, out }) => ({
      certain,
      possible: possible.map(({ unit }) => unit),
      out: out.map(({ unit }) => unit),
    }));

  test('either of them may have the place, and the other one the next grade; the third neither', () => {
    const open = { certain: [], possible: ['a', 'b'], out: ['c'] };
    expect(told(tied())).toEqual([open, open]);
  });
  test('a recorded order settles both awards, whatever the third comes to', () => {
    expect(told(tied([{ kind: 'tie', units: ['b', 'a'] }]))).toEqual([
      { certain: ['b'], possible: [], out: ['a', 'c'] },
      { certain: ['a'], possible: [], out: ['b', 'c'] },
    ]);
  });
});
