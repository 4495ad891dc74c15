/** From the leaves to the total: caps, bonus, deduction, clamps and roundings, in their order. */
import { evaluate, type Settings } from '../../src/rules/index';
import { at, book, type BookInput, type CellInput, type CriterionInput } from './books';

interface Case {
  readonly name: string;
  readonly settings?: Partial<Settings>;
  readonly criteria: Readonly<Record<string, CriterionInput>>;
  readonly scores: Readonly<Record<string, CellInput>>;
  readonly expected: { base?: string; bonus?: string; deduction?: string; exact?: string; total?: string };
  readonly caps?: number;
}

const BASE: Readonly<Record<string, CriterionInput>> = { I: { max: 100 } };
const bonusGroup = (highestOnly: boolean, max: number | null): Readonly<Record<string, CriterionInput>> => ({
  ...BASE,
  B: { way: { kind: 'group', highestOnly }, counts: 'bonus', max },
  'B.1': { max: 4 },
  'B.2': { max: 3 },
  'B.3': { max: 6 },
});
const ALL = { I: 90, 'B.1': 4, 'B.2': 3, 'B.3': 6 };

const CASES: readonly Case[] = [
  {
    name: 'base + bonus − deduction',
    criteria: { ...BASE, B: { counts: 'bonus', max: 5 }, T: { counts: 'deduction', max: 5 } },
    scores: { I: 90, B: 4, T: 1.5 },
    expected: { base: '90', bonus: '4', deduction: '1.5', exact: '92.5', total: '92.5' },
  },
  {
    name: 'the total may exceed the scale',
    criteria: { ...BASE, B: { counts: 'bonus', max: 10 } },
    scores: { I: 97, B: 10 },
    expected: { total: '107' },
  },
  {
    name: 'and may be negative',
    criteria: { ...BASE, T: { counts: 'deduction', max: 20 } },
    scores: { I: 5, T: 20 },
    expected: { total: '-15' },
  },
  {
    name: 'bonus items of 13 under a group cap of 10',
    criteria: bonusGroup(false, 10),
    scores: ALL,
    expected: { bonus: '10', total: '100' },
    caps: 1,
  },
  { name: 'a group without cap', criteria: bonusGroup(false, null), scores: ALL, expected: { bonus: '13' } },
  { name: 'highest only', criteria: bonusGroup(true, null), scores: ALL, expected: { bonus: '6' } },
  {
    name: 'highest only, under its cap',
    criteria: bonusGroup(true, 5),
    scores: ALL,
    expected: { bonus: '5' },
    caps: 1,
  },
  {
    name: 'group cap, then overall cap',
    settings: { bonusCap: '8' },
    criteria: bonusGroup(false, 10),
    scores: ALL,
    expected: { bonus: '8' },
    caps: 2,
  },
  {
    name: 'a cap that is just reached cuts nothing',
    settings: { bonusCap: '13' },
    criteria: bonusGroup(false, 13),
    scores: ALL,
    expected: { bonus: '13' },
    caps: 0,
  },
  {
    name: 'overall cap of the deduction',
    settings: { deductionCap: '3' },
    criteria: { ...BASE, T: { counts: 'deduction', max: 5 }, U: { counts: 'deduction', max: 5 } },
    scores: { I: 90, T: 2, U: 4 },
    expected: { deduction: '3', total: '87' },
    caps: 1,
  },
  {
    name: 'a bonus leaf under a main section counts as bonus',
    criteria: { I: { way: 'group', max: 100 }, 'I.1': { max: 100 }, 'I.2': { max: 5, counts: 'bonus' } },
    scores: { 'I.1': 90, 'I.2': 5 },
    expected: { base: '90', bonus: '5', total: '95' },
  },
  {
    name: 'the cap of a main parent does not touch bonus below it',
    criteria: { I: { way: 'group', max: 4 }, 'I.1': { max: 4 }, 'I.2': { max: 5, counts: 'bonus' } },
    scores: { 'I.1': 4, 'I.2': 5 },
    expected: { base: '4', bonus: '5', total: '9' },
    caps: 0,
  },
  {
    name: 'a main parent caps its sum',
    criteria: { I: { way: 'group', max: 100 }, 'I.1': { max: 80 }, 'I.2': { max: 80 } },
    scores: { 'I.1': 70, 'I.2': 70 },
    expected: { base: '100' },
    caps: 1,
  },
  {
    name: 'caps from the inside out',
    criteria: {
      I: { way: 'group', max: 12 },
      'I.1': { way: 'group', max: 8 },
      'I.1.a': { max: 5 },
      'I.1.b': { max: 5 },
      'I.2': { max: 6 },
    },
    scores: { 'I.1.a': 5, 'I.1.b': 5, 'I.2': 6 },
    expected: { base: '12' },
    caps: 2,
  },
  {
    name: 'clamped from above',
    settings: { totalMax: '110' },
    criteria: { ...BASE, B: { counts: 'bonus', max: 20 } },
    scores: { I: 97, B: 20 },
    expected: { exact: '110', total: '110' },
    caps: 1,
  },
  {
    name: 'clamped from below',
    settings: { totalMin: '0' },
    criteria: { ...BASE, T: { counts: 'deduction', max: 20 } },
    scores: { I: 5, T: 20 },
    expected: { exact: '0', total: '0' },
    caps: 1,
  },
  {
    name: 'the total is rounded once, halves away from zero',
    settings: { totalDecimals: 2 },
    criteria: BASE,
    scores: { I: '8.575' },
    expected: { exact: '8.575', total: '8.58' },
  },
  {
    name: 'a negative half too',
    settings: { totalDecimals: 0 },
    criteria: { ...BASE, T: { counts: 'deduction', max: 5 } },
    scores: { I: 0, T: 2.5 },
    expected: { total: '-3' },
  },
  {
    name: 'no rounding',
    settings: { totalDecimals: null },
    criteria: BASE,
    scores: { I: '90.12345' },
    expected: { total: '90.12345' },
  },
  {
    name: 'sections are rounded before they are added',
    settings: { sectionDecimals: 1, totalDecimals: null },
    criteria: { I: { max: 50 }, II: { max: 50 } },
    scores: { I: '10.25', II: '10.25' },
    expected: { base: '20.6' },
  },
];

test.each(CASES)('$name', ({ settings = {}, criteria, scores, expected, caps = 0 }) => {
  const { units, issues } = evaluate(book({ settings, criteria, scores: { a: scores } }));
  expect(units[0]).toMatchObject(expected);
  expect(issues.filter(({ code }) => code === 'cap-applied')).toHaveLength(caps);
});

test('a main leaf under a bonus group counts toward the base, of no section', () => {
  const { units } = evaluate(
    book({
      criteria: {
        I: { max: 100 },
        B: { way: 'group', counts: 'bonus', max: 3 },
        'B.1': { max: 5 },
        'B.2': { max: 10, counts: 'main' },
      },
      scores: { a: { I: 80, 'B.1': 4, 'B.2': 7 }, b: { I: 80, 'B.1': 4, 'B.2': null } },
    }),
  );
  expect(units.map(({ base, bonus, total, sections }) => [base, bonus, total, [...sections]])).toEqual([
    ['87', '3', '90', [['I', '80']]],
    [null, '3', null, [['I', '80']]],
  ]);
});

test('every cap that cuts is named, with what it cut', () => {
  const criteria: Readonly<Record<string, CriterionInput>> = {
    I: { way: 'group', max: 60 },
    'I.1': { max: 70 },
    B: { max: 30, counts: 'bonus' },
    T: { max: 90, counts: 'deduction' },
  };
  const sources = Object.fromEntries(
    ['bonusCap', 'deductionCap', 'totalMin', 'totalMax'].map((name, row) => [
      name,
      { place: at('Quy tắc', row, 1), basis: null },
    ]),
  );
  const caps = (settings: Partial<Settings>, scores: Readonly<Record<string, CellInput>>) =>
    evaluate(book({ settings: { ...settings, sources }, criteria, scores: { a: scores } }))
      .issues.filter(({ code }) => code === 'cap-applied')
      .map(
        ({ criterion, params, received, expected }) =>
          `${criterion ?? params?.['setting'] ?? ''} ${received ?? ''} → ${expected ?? ''}`,
      );
  expect(caps({ bonusCap: '10', totalMax: '65' }, { 'I.1': 70, B: 30, T: 0 })).toEqual([
    'bonusCap 30 → 10',
    'totalMax 70 → 65',
    'I 70 → 60',
  ]);
  expect(caps({ deductionCap: '80', totalMin: '-5' }, { 'I.1': 60, B: 0, T: 90 })).toEqual([
    'deductionCap 90 → 80',
    'totalMin -20 → -5',
  ]);
  expect(caps({ totalMin: '60', totalMax: '60', bonusCap: '0', deductionCap: '0' }, { 'I.1': 60, B: 0, T: 0 })).toEqual(
    [],
  );
});

test('without criteria there is nothing to score', () => {
  const { units } = evaluate({ ...book({ scores: { a: 50 } }), criteria: [] });
  expect(units.map(({ base, total, notRanked }) => [base, total, notRanked])).toEqual([
    [null, null, 'criterion-row-missing'],
  ]);
});

test('a unit that stands there twice: the second has no points', () => {
  const one = book({ scores: { a: 50, b: 60 } });
  const [first, second] = one.units;
  if (first === undefined || second === undefined) throw new Error('no units');
  const { units, issues } = evaluate({
    ...one,
    units: [first, second, { ...first, place: { ...first.place, row: 9 } }],
  });
  expect(units.map(({ id, total, rank, notRanked }) => [id, total, rank, notRanked])).toEqual([
    ['a', '50', 2, null],
    ['b', '60', 1, null],
    ['a', null, null, 'code-duplicate'],
  ]);
  expect(issues.map(({ code, place, unit, received }) => [code, place?.row, unit, received])).toEqual([
    ['code-duplicate', 9, 'a', 'a'],
  ]);
});

test("codes that are each other's parents stand at the top, and are named", () => {
  const one = book({
    criteria: {
      I: { way: 'group', max: null, parent: 'I.1' },
      'I.1': { way: 'group', max: null, parent: 'I' },
      'I.1.a': { max: 60 },
      II: { max: 40 },
      'III.9.a': { max: 10 },
    },
    scores: { a: { 'I.1.a': 50, II: 30, 'III.9.a': 5 } },
  });
  const { units, issues } = evaluate(one);
  expect(
    issues.filter(({ code }) => code === 'code-unknown').map(({ criterion, received }) => [criterion, received]),
  ).toEqual([
    ['I', 'I.1'],
    ['I.1', 'I'],
    ['III.9.a', 'III.9'],
  ]);
  expect(units.map(({ base }) => base)).toEqual(['85']);
});

test('a group without rows below it brings nothing, a step of 0 is none', () => {
  const { units, issues } = evaluate(
    book({
      criteria: { I: { max: 100, step: '0' }, II: { way: 'group', max: null }, III: { max: 0, step: '-1' } },
      scores: { a: { I: '50.3', III: 0 } },
    }),
  );
  expect([units.map(({ base }) => base), issues]).toEqual([['50.3'], []]);
});

test('a section is a top-level row that counts toward main, a leaf being its own', () => {
  const { units } = evaluate(
    book({
      criteria: { I: { way: 'group', max: null }, 'I.1': { max: 60 }, II: { max: 40 }, B: { counts: 'bonus', max: 5 } },
      scores: { a: { 'I.1': 50, II: 30, B: 5 } },
    }),
  );
  expect([...(units[0]?.sections ?? [])]).toEqual([
    ['I', '50'],
    ['II', '30'],
  ]);
});

test('every level that has columns has its own total; only one ranks', () => {
  const { units } = evaluate(
    book({
      scores: { a: 90, b: 80 },
      others: { self: { a: { I: 91 }, b: { I: 99 } }, board: { a: { I: 70 }, b: { I: null } } },
    }),
  );
  expect(units.map(({ levels, rank }) => [Object.fromEntries(levels), rank])).toEqual([
    [{ self: '91', bloc: '90', board: '70' }, 1],
    [{ self: '99', bloc: '80', board: null }, 2],
  ]);
});

test('the self score ranks where the regulation says so', () => {
  const { units } = evaluate(
    book({
      settings: { rankingLevel: 'self' },
      scores: { a: 90, b: 95 },
      others: { bloc: { a: { I: 99 }, b: { I: 1 } } },
    }),
  );
  expect(units.map(({ total, rank }) => [total, rank])).toEqual([
    ['90', 2],
    ['95', 1],
  ]);
});

test('a blank cell of another level is no error, a fault there is', () => {
  const { issues } = evaluate(
    book({ scores: { a: 90 }, others: { self: { a: { I: null } }, board: { a: { I: 101 } } } }),
  );
  expect(issues.map(({ code }) => code)).toEqual(['score-above-max']);
});

test('a leaf without points leaves the unit without total and rank, and names the first fault', () => {
  const { units } = evaluate(
    book({
      criteria: { I: { max: 60 }, II: { max: 40 } },
      scores: { a: { I: 50, II: 'x' }, b: { I: 61, II: 'x' }, c: { I: 50, II: 30 } },
    }),
  );
  expect(units.map(({ total, rank, notRanked, provisional }) => ({ total, rank, notRanked, provisional }))).toEqual([
    { total: null, rank: null, notRanked: 'score-not-number', provisional: false },
    { total: null, rank: null, notRanked: 'score-above-max', provisional: false },
    { total: '80', rank: 1, notRanked: null, provisional: true },
  ]);
});

test('a unit without a column of the ranking level', () => {
  const one = book({ scores: { a: 90, b: 80 } });
  const { units, issues } = evaluate({ ...one, scores: one.scores.filter(({ unit }) => unit !== 'b') });
  expect(units[1]).toMatchObject({ total: null, notRanked: 'unit-column-missing' });
  expect(issues.map(({ code, place }) => [code, place?.sheet, place?.row])).toEqual([
    ['unit-column-missing', 'Đơn vị', 2],
  ]);
});

test('a recorded reason takes a unit out of the ranking, and its scores give no errors', () => {
  const { units, issues, awards } = evaluate(
    book({
      scores: { a: 90, b: 'chưa có', c: 80 },
      units: { b: { notRanked: 'mới thành lập' } },
      awards: { T: { quota: 2 } },
    }),
  );
  expect(units.map(({ rank, notRanked, provisional }) => [rank, notRanked, provisional])).toEqual([
    [1, null, false],
    [null, 'recorded', false],
    [2, null, false],
  ]);
  expect(issues.map(({ code }) => code)).toEqual(['unit-not-ranked']);
  expect(awards[0]).toMatchObject({ status: 'ok', units: ['a', 'c'] });
});

describe('sums that the workbook states', () => {
  const criteria: Readonly<Record<string, CriterionInput>> = {
    I: { way: 'group', max: 50 },
    'I.1': { max: 40 },
    'I.2': { max: 40 },
    II: { max: 50 },
    B: { counts: 'bonus', max: 5 },
    T: { counts: 'deduction', max: 5 },
  };
  const differs = (
    stated: Readonly<Record<string, CellInput>>,
    scores: Readonly<Record<string, CellInput>> = { 'I.1': 30, 'I.2': 30, II: 40, B: 2, T: 1 },
    settings: Partial<Settings> = {},
  ) =>
    evaluate(book({ settings, criteria, scores: { a: scores }, stated: { a: stated } }))
      .issues.filter(({ code }) => code === 'sum-differs')
      .map(({ received, expected }) => [received, expected]);

  test.each([
    ['the plain sum', 60],
    ['the capped sum', 50],
    ['within a millionth', '60.0000005'],
  ])('a parent may state %s', (_, stated) => {
    expect(differs({ I: stated })).toEqual([]);
  });
  test('anything else differs', () => {
    expect(differs({ I: 55 })).toEqual([['55', '60']]);
    expect(differs({ I: '60.000002' })).toEqual([['60.000002', '60']]);
  });
  test.each([
    ['after the caps', 91],
    ['of the cells as they stand', 101],
  ])('the total may state the sum %s', (_, stated) => {
    expect(differs({ '': stated })).toEqual([]);
  });
  test('a wrong total', () => {
    expect(differs({ '': 90 })).toEqual([['90', '91']]);
  });
  test('nothing is checked above a broken leaf', () => {
    expect(differs({ I: 55, '': 1 }, { 'I.1': 'x', 'I.2': 30, II: 40, B: 2, T: 1 })).toEqual([]);
  });
  test('before or after rescaling', () => {
    const rescaled = { ...criteria, 'I.1': { max: 40, allowsNa: true } };
    const judged = (stated: number) =>
      evaluate(
        book({
          settings: { notApplicable: 'total' },
          criteria: rescaled,
          scores: { a: { 'I.1': 'N/A', 'I.2': 30, II: 40, B: 2, T: 1 } },
          stated: { a: { '': stated } },
        }),
      ).issues.filter(({ code }) => code === 'sum-differs').length;
    expect([judged(71), judged(78.78), judged(75)]).toEqual([0, 0, 1]);
  });
});

describe('evidence and remarks', () => {
  const criteria: Readonly<Record<string, CriterionInput>> = {
    I: { max: 60, evidenceRequired: true },
    II: { max: 40 },
  };
  const codes = (settings: Partial<Settings>, data: NonNullable<Parameters<typeof book>[0]['data']>) =>
    evaluate(
      book({
        settings,
        criteria,
        scores: { a: { I: 50, II: 30 }, b: { I: 0, II: 30 } },
        others: { self: { a: { I: 55, II: 30 }, b: { I: 0, II: 30 } } },
        data,
      }),
    ).issues.map(({ code, unit, criterion }) => `${code} ${unit ?? ''} ${criterion ?? ''}`);

  test('points without evidence, where the setting and the criterion ask for it', () => {
    expect(codes({ evidenceRequired: true }, [])).toEqual(['evidence-missing a I']);
    expect(codes({ evidenceRequired: true }, [{ unit: 'a', criterion: 'I', evidence: 'QĐ 12/QĐ-UBND' }])).toEqual([]);
    expect(codes({ evidenceRequired: true }, [{ unit: 'a', criterion: 'I', evidence: '  ' }])).toEqual([
      'evidence-missing a I',
    ]);
    expect(codes({}, [])).toEqual([]);
  });
  test('a bloc score that differs from the self score, without a remark', () => {
    expect(codes({ remarkRequired: true }, [])).toEqual(['remark-missing a I']);
    expect(codes({ remarkRequired: true }, [{ unit: 'a', criterion: 'I', remark: 'thiếu minh chứng' }])).toEqual([]);
  });
  test('only where both levels have points, and they differ; the finding says how far', () => {
    const told = (self: CellInput, bloc: CellInput, more: Partial<BookInput> = {}) =>
      evaluate(
        book({
          settings: { remarkRequired: true },
          scores: { a: bloc },
          others: { self: { a: { I: self } } },
          ...more,
        }),
      ).issues.flatMap(({ code, place, received, expected, params }) =>
        code === 'remark-missing'
          ? [
              `${String(place?.sheet)} ${String(place?.column)} ${String(received)} / ${String(expected)} ${String(params?.['difference'])}`,
            ]
          : [],
      );
    expect([told(90, 85), told(85, 90), told(90, 90), told(null, 85), told(90, null), told('x', 85)]).toEqual([
      ['Chấm điểm 3 85 / 90 -5'],
      ['Chấm điểm 3 90 / 85 5'],
      [],
      [],
      [],
      [],
    ]);
    expect(told(90, 85, { units: { a: { notRanked: 'mới' } } })).toEqual([]);
  });
  test('nothing is asked of a unit that is not ranked by record', () => {
    expect(
      evaluate(
        book({
          settings: { evidenceRequired: true },
          criteria: { I: { max: 100, evidenceRequired: true } },
          scores: { a: 90 },
          units: { a: { notRanked: 'mới' } },
        }),
      ).issues.map(({ code }) => code),
    ).toEqual(['unit-not-ranked']);
  });
});

test('a section left out as a whole is named at its first criterion that counts toward the base', () => {
  const { issues } = evaluate(
    book({
      settings: { notApplicable: 'section' },
      criteria: {
        I: { way: 'group', max: null },
        'I.1': { max: 5, counts: 'bonus' },
        'I.2': { way: 'group', max: null },
        'I.2.a': { max: 5, counts: 'bonus' },
        'I.2.b': { max: 30, allowsNa: true },
        'I.3': { max: 30, allowsNa: true },
        II: { max: 40 },
      },
      scores: { a: { 'I.1': 1, 'I.2.a': 1, 'I.2.b': 'N/A', 'I.3': 'N/A', II: 30 } },
    }),
  );
  // The cells of the sheet: I.1, I.2.a, I.2.b, I.3, II from row 2 on.
  expect(
    issues.flatMap(({ code, unit, criterion, place }) =>
      code === 'section-na' ? [`${String(unit)} ${String(criterion)} ${String(place?.row)}`] : [],
    ),
  ).toEqual(['a I 4']);
});

test('everything not applicable is said of the unit', () => {
  const { issues } = evaluate(
    book({
      settings: { notApplicable: 'total' },
      criteria: { I: { max: 100, allowsNa: true } },
      scores: { a: 90, b: 'N/A' },
    }),
  );
  expect(issues.map(({ code, unit, place }) => `${code} ${String(unit)} ${String(place?.row)}`)).toEqual([
    'na-all b 2',
  ]);
});
