/** Grades that could still change are marked; no mark is missing whatever comes. */
import fc from 'fast-check';
import { evaluate, type Band, type CutoffPolicy, type UnitResult } from '../../src/rules/index';
import { RUNS } from './blocs';
import { band, book, type BookInput, type CellInput, type ConditionInput } from './books';

const limit = (places: number): Band['limit'] => ({ kind: 'number', places: String(places) });
const grades = (input: BookInput): readonly UnitResult[] => evaluate(book(input)).units;
const shown = (input: BookInput) =>
  Object.fromEntries(
    grades(input).map(({ id, grade, gradeProvisional }) => [id, `${grade ?? '–'}${gradeProvisional ? '*' : ''}`]),
  );

const BANDS: readonly Band[] = [
  { ...band('Xuất sắc', 90, 1), limit: limit(1) },
  band('Tốt', 80, 2),
  band('Khá', null, 3),
];

describe('a limit hangs on who may still come', () => {
  test('the last place in a band is open while a rival may reach it; a band without limit is settled', () => {
    expect(shown({ bands: BANDS, scores: { a: 93, b: 'x', c: 85, d: 70 } })).toEqual({
      a: 'Xuất sắc*',
      b: '–*',
      c: 'Tốt',
      d: 'Khá',
    });
  });
  test('a rival that cannot reach it changes nothing', () => {
    const criteria = { I: { max: 60 }, II: { max: 40 } };
    expect(
      shown({
        criteria,
        bands: BANDS,
        settings: { totalMax: '92' },
        scores: { a: { I: 60, II: 33 }, b: { I: 'x', II: 0 } },
      })['a'],
    ).toBe('Xuất sắc');
    expect(
      shown({
        criteria,
        bands: BANDS,
        settings: { totalMax: '92' },
        scores: { a: { I: 60, II: 33 }, b: { I: 'x', II: 33 } },
      })['a'],
    ).toBe('Xuất sắc*');
    expect(shown({ bands: BANDS, scores: { a: 93, b: null }, units: { b: { notRanked: 'mới' } } })).toEqual({
      a: 'Xuất sắc',
      b: '–',
    });
  });
  test('room enough for all that may come', () => {
    expect(
      shown({
        bands: [{ ...band('Xuất sắc', 90, 1), limit: limit(2) }, band('Tốt', null, 2)],
        scores: { a: 93, b: null },
      })['a'],
    ).toBe('Xuất sắc');
  });
  test('a share of the ranked units grows with them', () => {
    const bands = [
      { ...band('Xuất sắc', 90, 1), limit: { kind: 'percent', percent: '50', of: 'ranked' } as const },
      band('Tốt', null, 2),
    ];
    expect(shown({ bands, scores: { a: 93, c: 91, b: null } })).toEqual({ a: 'Xuất sắc*', c: 'Tốt', b: '–*' });
  });
  test('a share of the candidates: whoever has a better grade is none', () => {
    const half = { kind: 'percent', percent: '50', of: 'eligible' } as const;
    const given = (x: CellInput): BookInput => ({
      criteria: { I: { max: 80 }, II: { max: 20 } },
      bands: [band('Tốt', 90, 1), { ...band('Khá', null, 2), limit: half }],
      scores: { a: { I: 80, II: 15 }, b: { I: 80, II: 0 }, c: { I: 70, II: 0 }, x: { I: x, II: null } },
      awards: { T: { quota: 4 } },
      conditions: { k: { field: 'grade', op: '=', value: 'Khá' } },
    });
    const [low, high] = [given(0), given(75)];
    // Three candidates, one place.
    expect(shown(low)).toEqual({ a: 'Tốt', b: 'Khá', c: '–', x: '–' });
    expect(evaluate(book(low)).outlook.awards).toMatchObject([{ certain: ['b'], possible: [], out: { length: 3 } }]);
    // From 90 on x is no candidate: two are left, and the place is for b.
    expect(shown(high)).toEqual({ a: 'Tốt', b: 'Khá*', c: '–', x: '–*' });
  });
  test('a tie at the limit that waits for a decision', () => {
    expect(shown({ bands: BANDS, scores: { a: 93, b: 93 } })).toEqual({ a: '–*', b: '–*' });
  });
});

test('a sanction on the grade asks for the points before a criterion is set to 0, also while another unit is open', () => {
  const given: BookInput = {
    criteria: { I: { max: 90 }, II: { max: 5 }, III: { max: 5 } },
    bands: BANDS.slice(1),
    scores: { a: { I: 85, II: 3, III: 0 }, x: { I: 10, II: 0, III: null } },
    units: { a: { attributes: { K: true } }, x: { attributes: { K: false } } },
    awards: { T: { quota: 2 } },
    conditions: {
      zero: { field: 'attribute K', op: '=', value: 'có', effect: { kind: 'zeroCriterion', criterion: 'II' } },
      lower: { field: 'criterion II', op: '>=', value: '3', effect: { kind: 'lowerGrade' } },
      good: { field: 'grade', op: '=', value: 'Tốt' },
    },
  };
  expect(shown(given)['a']).toBe('Khá');
  expect(evaluate(book(given)).outlook.awards).toMatchObject([
    { certain: [], possible: [], out: [{ unit: 'a' }, { unit: 'x' }] },
  ]);
});

describe('an unknown fact', () => {
  const K: Record<string, ConditionInput> = {
    k: { field: 'attribute K', op: '=', value: 'có', effect: { kind: 'lowerGrade' } },
  };
  const units = (value: CellInput) => ({ a: { attributes: { K: value } }, b: { attributes: { K: false } } });
  test('that may lower the grade leaves it open, of that unit alone', () => {
    expect(shown({ bands: BANDS.slice(1), scores: { a: 93, b: 92 }, units: units(null), conditions: K })).toEqual({
      a: '–*',
      b: 'Tốt',
    });
  });
  test('where there are no bands there is nothing to mark', () => {
    expect(shown({ scores: { a: 93, b: null } })).toEqual({ a: '–', b: '–' });
  });
  test('of a sanction that sets a criterion to 0: exactly the two totals', () => {
    const zero: Record<string, ConditionInput> = {
      k: { field: 'attribute K', op: '=', value: 'có', effect: { kind: 'zeroCriterion', criterion: 'II' } },
    };
    const given = {
      criteria: { I: { max: 95 }, II: { max: 5 } },
      scores: { a: { I: 40, II: 3 }, b: { I: 90, II: 5 } },
      units: units(null),
      conditions: zero,
    };
    expect(grades(given).map(({ total, possibleTotals }) => [total, possibleTotals])).toEqual([
      [null, ['43', '40']],
      ['95', []],
    ]);
    // 43 is out of reach of 90: the place in the band of the other is settled.
    expect(shown({ ...given, bands: BANDS })).toEqual({ a: '–*', b: 'Xuất sắc' });
    expect(grades({ ...given, scores: { ...given.scores, a: { I: 'x', II: 3 } } })[0]?.possibleTotals).toEqual([]);
  });
});

test('whatever an open unit gets, a grade without mark stays (every completion of random blocs)', () => {
  const POLICIES: readonly CutoffPolicy[] = ['decide', 'includeAll', 'includeAllDebit', 'excludeAll'];
  const aBand = fc.record({
    places: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
    cutoff: fc.constantFrom(...POLICIES),
  });
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 6 }),
      fc.tuple(aBand, aBand, aBand),
      fc.integer({ min: 1, max: 2 }),
      (scores, [first, second, third], missing) => {
        const bands = [first, second, third].map(({ places, cutoff }, at): Band => ({
          ...band(['A', 'B', 'C'][at] ?? '', [4, 2, null][at] ?? null, at + 1),
          limit: places === null ? null : limit(places),
          cutoff,
        }));
        const known = Object.fromEntries(scores.map((score, at) => [`u${String(at)}`, score]));
        const open = ['x', 'y'].slice(0, missing);
        const judged = (values: readonly CellInput[]) =>
          grades({
            criteria: { I: { max: 6 } },
            bands,
            scores: { ...known, ...Object.fromEntries(open.map((unit, at) => [unit, values[at] ?? null])) },
          });
        const settled = judged([]).filter(({ gradeProvisional }) => !gradeProvisional);
        const values = [0, 1, 2, 3, 4, 5, 6];
        for (const completion of missing === 1
          ? values.map((one) => [one])
          : values.flatMap((one) => values.map((other) => [one, other]))) {
          const after = new Map(judged(completion).map((unit) => [unit.id, unit]));
          for (const { id, grade } of settled) {
            expect([id, completion, after.get(id)?.gradeProvisional, after.get(id)?.grade]).toEqual([
              id,
              completion,
              false,
              grade,
            ]);
          }
        }
      },
    ),
    { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 4) },
  );
});
