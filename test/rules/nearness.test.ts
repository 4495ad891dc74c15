/** Quotients in cells: what was meant is found again, and what cannot be known is not guessed. */
import fc from 'fast-check';
import {
  evaluate,
  margins,
  numeralOfDouble,
  roundNumeral,
  trace,
  type AwardResult,
  type Evaluation,
} from '../../src/rules/index';
import * as q from '../../src/rules/number/rational';
import { RUNS } from './blocs';
import { band, book, type BookInput, type ConditionInput, type CriterionInput } from './books';

/** What a cell with this double says. */
const cell = (double: number): string => numeralOfDouble(double)?.value ?? '';
const read = (double: number): q.Rational => q.read(cell(double)) ?? q.ZERO;
const summed = (cells: readonly number[]): q.Rational => q.sum(cells.map(read));

describe('what was meant is found again', () => {
  test.each<[string, q.Rational, number, string]>([
    ['three cells =2.005/3', summed([2.005 / 3, 2.005 / 3, 2.005 / 3]), 2, '2.01'],
    ['thirteen cells =0.115/13', summed(Array.from({ length: 13 }, () => 0.115 / 13)), 2, '0.12'],
    ['a target =1/6, an actual =0.9/6', q.multiply(q.divide(read(0.9 / 6), read(1 / 6)), q.HUNDRED), 0, '90'],
    ['15 points × 92.7 %', q.multiply({ n: 15n, d: 1n }, q.divide(read(92.7), q.HUNDRED)), 2, '13.91'],
    ['a difference of sevenths', q.subtract(read(8 / 7), read(1 / 7)), 3, '1'],
    ['two thirds, doubled and halved', q.divide(q.multiply(read(2 / 3), q.fromInteger(3)), q.fromInteger(2)), 2, '1'],
  ])('%s', (_, value, decimals, rounded) => {
    expect(q.format(q.round(value, decimals))).toBe(rounded);
    expect(q.format(value)).not.toContain('/');
  });
  test('numbers of up to six decimals and exact fractions carry no error, and stay as they are', () => {
    for (const text of ['9.5', '0.123456', '-2.675', '1/3', '89.999999', '123456789'])
      expect(q.read(text)).toEqual(q.parse(text));
    expect(q.read('0.1234567')).toEqual({ ...q.parse('0.1234567'), e: 5_000_000_000n });
    expect(q.read('3333333.33333333')?.e).toBe(500_000_000_000n);
    expect(q.read('chín')).toBeNull();
  });
  test('without a short decimal within the error nothing becomes one', () => {
    expect(q.settle(read(1 / 3))).toEqual(read(1 / 3));
    expect(q.order(read(1 / 3), read(1 / 3))).toBeNull();
    expect(q.order(read(1 / 3), q.parse('1/3') ?? q.ZERO)).toBeNull();
    expect(q.order(read(1 / 3), read(0.3333333332))).toBeNull();
    expect(q.order(read(1 / 3), read(0.3333333331))).toBe(1);
    expect(q.order(read(1 / 3), q.parse('0.333333') ?? q.ZERO)).toBe(1);
  });
  test('the lower and the higher of two that cannot be told apart is either', () => {
    const [low, high] = [read(0.3333333333), read(0.3333333332)];
    expect(q.ends(q.minimum(low, high)).map(q.format)).toEqual(['0.33333333315', '0.33333333325']);
    expect(q.ends(q.maximum(low, high)).map(q.format)).toEqual(['0.33333333325', '0.33333333335']);
    expect(q.minimum(q.sum([read(2 / 3), read(1 / 3)]), q.ONE)).toEqual(q.ONE);
  });
  test('rounding between two candidates chooses none', () => {
    const open = q.round(read(0.333333335), 8);
    expect(open.e).toBeGreaterThan(0n);
    expect(q.order(open, q.parse('0.33333334') ?? q.ZERO)).toBeNull();
    expect(q.order(open, q.parse('0.33333333') ?? q.ZERO)).toBeNull();
    expect(q.format(q.round(read(0.3333333333), 8))).toBe('0.33333333');
    // Not even where one of the two is a short decimal.
    expect(q.order(q.round(read(0.99999995), 7), q.ONE)).toBeNull();
  });
});

/** Numerators of one leaf for every unit; the cells hold them divided. */
const shortDecimal = fc.integer({ min: 1, max: 99_999 }).map((thousandths) => thousandths / 1000);

test('equal shares of a short decimal make it again, whatever they are divided by', () => {
  fc.assert(
    fc.property(
      shortDecimal,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 4 }),
      (whole, parts, decimals) => {
        const together = summed(Array.from({ length: parts }, () => whole / parts));
        expect(q.format(q.round(together, decimals))).toBe(roundNumeral(cell(whole), decimals));
        expect(q.order(together, read(whole))).toBe(0);
      },
    ),
    RUNS,
  );
});

test.each([
  ['to the same step wherever in its error it is', read(1 / 3), '0.25', '0.25'],
  ['to one of two where the middle between them is within its error', { n: 1n, d: 8n, e: 10n ** 18n }, '0', '0.25'],
  ['half a step on is the next', q.parse('0.375') ?? q.ZERO, '0.5', '0.5'],
])('a quotient is rounded to a step of 0.25: %s', (_, value, from, to) => {
  const rounded = q.roundToStep(value, q.parse('0.25') ?? q.ONE);
  const [low, high] = q.ends(rounded).map(q.toDouble) as [number, number];
  expect(rounded.e === undefined).toBe(from === to);
  expect([low <= Number(from), high >= Number(to)]).toEqual([true, true]);
  if (from === to) expect([low, high]).toEqual([Number(from), Number(to)]);
});

test('what is said of sums, products and quotients holds for the numbers behind them', () => {
  const fraction = fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 99 }))
    .map(([n, d]) => ({ read: read(n / d), true: { n: BigInt(n), d: BigInt(d) } }));
  const operation = fc.constantFrom(q.add, q.subtract, q.multiply, q.divide);
  fc.assert(
    fc.property(fraction, fc.array(fc.tuple(operation, fraction), { maxLength: 6 }), (first, steps) => {
      const [known, real] = steps.reduce<[q.Rational, q.Rational]>(
        ([a, b], [apply, next]) => [apply(a, next.read), apply(b, next.true)],
        [first.read, first.true],
      );
      const [low, high] = q.ends({ ...known, n: known.n });
      // Either the true value lies within the error, or the short decimal that was meant is the value.
      if (known.e === undefined || q.settle(known).e !== undefined)
        expect([q.compare(low, real), q.compare(real, high)].every((order) => order <= 0)).toBe(true);
      else
        expect(Math.abs(q.toDouble(q.subtract(real, q.settle(known))))).toBeLessThanOrEqual(
          (2 * Number(known.e)) / 1e20 + 1e-15 * Math.abs(q.toDouble(real)),
        );
    }),
    RUNS,
  );
});

const THIRDS: Readonly<Record<string, CriterionInput>> = { I: { max: 50 }, II: { max: 50 } };
const UNROUNDED: NonNullable<BookInput['settings']> = { totalDecimals: null };

/** Two units whose totals agree to the tenth decimal, and a third below. */
function near(more: Partial<BookInput> = {}): Evaluation {
  return evaluate(
    book({
      criteria: THIRDS,
      awards: { T: {} },
      settings: { ...UNROUNDED, ...more.settings },
      scores: { a: { I: cell(100 / 3), II: 40 }, b: { I: cell(100 / 3), II: 40 }, c: { I: 30, II: 30 } },
      ...Object.fromEntries(Object.entries(more).filter(([name]) => name !== 'settings')),
    }),
  );
}
const told = ({ issues }: Evaluation): string[] =>
  issues
    .filter(({ code }) => code === 'near-equal')
    .map(({ received, params }) => `${String(received)} @ ${params?.['cells'] ?? ''}`);
const award = ({ awards }: Evaluation): Pick<AwardResult, 'status' | 'units'> => ({
  status: awards[0]?.status ?? 'ok',
  units: awards[0]?.units ?? [],
});

describe('totals that cannot be told apart', () => {
  test('share a provisional rank, and the award waits', () => {
    const evaluation = near();
    expect(evaluation.units.map(({ id, rank, provisional }) => [id, rank, provisional])).toEqual([
      ['a', 1, true],
      ['b', 1, true],
      ['c', 3, false],
    ]);
    expect(award(evaluation)).toEqual({ status: 'pending:unknown', units: [] });
    expect(told(evaluation)).toEqual(['73.333333333; 73.333333333 @ D3']);
    expect(evaluation.ties).toEqual([['a', 'b']]);
  });
  test('rounding as the workbook says parts them or ties them as usual', () => {
    expect(award(near({ settings: { totalDecimals: 2 } }))).toEqual({ status: 'pending:tie', units: [] });
    expect(told(near({ settings: { totalDecimals: 2 } }))).toEqual([]);
  });
  test('of the two only one is ranked: its rank is known', () => {
    const evaluation = near({
      units: { a: { attributes: { K: true } }, b: { attributes: { K: false } }, c: { attributes: { K: false } } },
      conditions: { k: { field: 'attribute K', op: '=', value: 'có', effect: { kind: 'noRank' } } },
    });
    expect(evaluation.units.map(({ id, rank, provisional }) => [id, rank, provisional])).toEqual([
      ['a', null, false],
      ['b', 1, false],
      ['c', 2, false],
    ]);
    expect(award(evaluation)).toEqual({ status: 'ok', units: ['b'] });
    expect(told(evaluation)).toEqual([]);
  });
  test('no tie key decides between them', () => {
    const key = { field: { kind: 'criterion' as const, code: 'II' }, first: 'higher' as const, written: 'tiêu chí II' };
    const scores = { a: { I: cell(100 / 3), II: 40 }, b: { I: cell(103 / 3), II: 39 }, c: { I: 30, II: 30 } };
    expect(near({ settings: { tieKeys: [key] }, scores }).units.map(({ rank }) => rank)).toEqual([1, 1, 3]);
  });
  test.each(['rank', 'T'])('a decision on %s settles it', (scope) => {
    const evaluation = near({ decisions: [{ kind: 'tie', scope, units: ['b', 'a'] }] });
    expect(award(evaluation)).toEqual({ status: 'ok', units: ['b'] });
    expect(evaluation.issues.filter(({ code }) => code === 'decision-stale')).toEqual([]);
    expect(told(evaluation)).toHaveLength(scope === 'rank' ? 0 : 1);
  });
  test.each([
    ['includeAll', 'pending:unknown'],
    ['excludeAll', 'pending:unknown'],
    ['includeAllDebit', 'pending:unknown'],
  ] as const)('they are no tie that %s could take whole', (cutoff, status) => {
    expect(award(near({ awards: { T: { cutoff } } })).status).toBe(status);
  });
  // Read to 10 decimals the two cells differ by as much as is not known of each.
  test.each(['decide', 'includeAll', 'excludeAll'] as const)(
    'nor is the higher reading before the other: %s',
    (cutoff) => {
      const scores = {
        a: { I: cell(33.33333333332), II: 40 },
        b: { I: cell(33.33333333337), II: 40 },
        c: { I: 30, II: 30 },
      };
      const { awards, outlook } = near({ scores, awards: { T: { cutoff }, U: {} } });
      expect(awards.map(({ status }) => status)).toEqual(['pending:unknown', 'pending:upstream']);
      expect(outlook.awards[0]).toMatchObject({ certain: [], competing: ['a', 'b'], out: [{ unit: 'c' }] });
      expect(outlook.units.map(({ rank }) => rank)).toEqual([
        [1, 2],
        [1, 2],
        [3, 3],
      ]);
    },
  );
  test('an award that has places for both is settled', () => {
    expect(award(near({ awards: { T: { quota: 2 } } }))).toEqual({ status: 'ok', units: ['a', 'b'] });
  });
  test.each([
    ['<=', '1', 'pending:unknown'],
    ['<=', '2', 'ok'],
    ['>=', '3', 'ok'],
    ['=', '2', 'pending:unknown'],
    ['in', '1; 2', 'ok'],
  ] as const)('a condition on the rank, %s %s: %s', (op, value, status) => {
    expect(award(near({ awards: { T: { quota: 3 } }, conditions: { k: { field: 'rank', op, value } } })).status).toBe(
      status,
    );
  });
  test('units far enough apart are ranked as ever', () => {
    const evaluation = near({
      scores: { a: { I: cell(100 / 3), II: 40 }, b: { I: '33.333333334', II: 40 }, c: { I: 30, II: 30 } },
    });
    expect(evaluation.units.map(({ rank }) => rank)).toEqual([2, 1, 3]);
    expect(told(evaluation)).toEqual([]);
  });
  test('a chain of near totals shares one rank', () => {
    const evaluation = near({
      scores: {
        a: { I: '33.3333333333', II: 40 },
        b: { I: '33.3333333334', II: 40 },
        c: { I: '33.3333333335', II: 40 },
      },
    });
    expect(evaluation.units.map(({ rank }) => rank)).toEqual([1, 1, 1]);
  });
  test('a limited grade that would take or leave out both is open; one that has room is not', () => {
    const bands = (places: string, cutoff: 'includeAll' | 'decide') => [
      band('X', 70, 1, { limit: { kind: 'number', places }, cutoff }),
      band('Y', null, 2),
    ];
    const grades = (evaluation: Evaluation): (string | null)[] => evaluation.units.map(({ grade }) => grade);
    expect(grades(near({ bands: bands('2', 'decide') }))).toEqual(['X', 'X', 'Y']);
    expect(grades(near({ bands: bands('1', 'decide') }))).toEqual([null, null, 'Y']);
    expect(grades(near({ bands: bands('1', 'includeAll') })).slice(0, 2)).toEqual([null, null]);
  });
  test('a limit that leaves out a tied set as a whole does not leave out those two; a place above them is taken whoever is first', () => {
    const grades = (limit: string, scores: BookInput['scores'], K: Readonly<Record<string, boolean>> = {}) =>
      near({
        scores,
        units: Object.fromEntries(Object.entries(K).map(([unit, value]) => [unit, { attributes: { K: value } }])),
        bands: [
          band('X', 70, 1, { limit: { kind: 'number', places: limit }, cutoff: 'excludeAll' }),
          band('Y', null, 2),
        ],
        ...(Object.keys(K).length === 0
          ? {}
          : {
              conditions: {
                k: { field: 'attribute K', op: '=', value: 'có', scope: { kind: 'grade', grade: 'X' } } as const,
              },
            }),
      }).units.map(({ grade }) => grade);
    const twins = { a: { I: cell(100 / 3), II: 40 }, b: { I: cell(100 / 3), II: 40 } };
    expect(grades('1', { ...twins, c: { I: 30, II: 30 } })).toEqual([null, null, 'Y']);
    expect(grades('1', { ...twins, c: { I: 40, II: 40 } })).toEqual(['Y', 'Y', 'X']);
    expect(grades('3', { ...twins, c: { I: 40, II: 40 } })).toEqual(['X', 'X', 'X']);
    // Neither of them may have X at all: whom its limit leaves out is another question.
    expect(
      grades('1', { ...twins, c: { I: 40, II: 40 }, d: { I: 40, II: 40 } }, { a: false, b: false, c: true, d: true }),
    ).toEqual(['Y', 'Y', 'Y', 'Y']);
  });
  test('margins and traces still answer', () => {
    const input = book({
      criteria: THIRDS,
      awards: { T: {} },
      settings: UNROUNDED,
      scores: { a: { I: cell(100 / 3), II: 40 }, c: { I: 30, II: 30 } },
    });
    expect(margins(input, evaluate(input)).map(({ holder, outside, gap }) => [holder, outside, gap])).toEqual([
      ['a', 'c', '13.333333333'],
    ]);
    expect(trace(input, 'a')?.total).toBe('73.333333333');
  });
});

describe('thresholds, keys and bands beside a quotient', () => {
  const one = (more: Partial<BookInput>): Evaluation =>
    evaluate(
      book({
        criteria: THIRDS,
        awards: { T: {} },
        settings: UNROUNDED,
        scores: { a: { I: cell(100 / 3), II: 40 } },
        ...more,
      }),
    );
  test.each([
    ['73.333333', 'ok', 1, 0],
    ['73.333334', 'ok', 0, 0],
    ['73.3333333333', 'pending:unknown', 0, 1],
    ['73.3333333331', 'ok', 1, 0],
  ])('total ≥ %s: %s', (value, status, holders, said) => {
    const evaluation = one({ conditions: { k: { field: 'total', value } } });
    expect([award(evaluation).status, award(evaluation).units.length, told(evaluation).length]).toEqual([
      status,
      holders,
      said,
    ]);
  });
  test('a percentage of a quotient is what was meant', () => {
    const evaluation = one({
      scores: { a: { I: cell(92.7 / 3), II: 40 } },
      criteria: { I: { max: cell(103 / 3) }, II: { max: 50 } },
      conditions: { k: { field: 'percent I', value: '90' } },
    });
    expect(award(evaluation)).toEqual({ status: 'ok', units: ['a'] });
  });
  test('an attribute that is a quotient, against the same quotient', () => {
    const evaluation = one({
      units: { a: { attributes: { 'Tỷ lệ': cell(2 / 3) } } },
      conditions: { k: { field: 'attribute Tỷ lệ', value: cell(2 / 3) } },
    });
    expect(award(evaluation).status).toBe('pending:unknown');
    expect(told(evaluation)).toHaveLength(1);
  });
  test('a threshold typed as a share of a hundred carries a hundred times the error', () => {
    const threshold = {
      written: '66.67%',
      items: [],
      number: '66.66666667',
      scaled: true as const,
      yesno: null,
      day: null,
      share: null,
    };
    const base = book({
      criteria: { I: { max: 30 } },
      settings: { scale: '30' },
      scores: { a: 20 },
      awards: { T: {} },
      conditions: { k: { field: 'percent I', value: '60' } },
    });
    const evaluation = evaluate({
      ...base,
      conditions: base.conditions.map((condition) => ({ ...condition, value: threshold })),
    });
    expect(award(evaluation).status).toBe('pending:unknown');
  });
  test('a band’s border within the error leaves the grade open', () => {
    const open = one({ bands: [{ ...band('X', 70, 1), from: cell(220 / 3) }, band('Y', null, 2)] });
    expect(open.units.map(({ grade }) => grade)).toEqual([null]);
    expect(told(open)).toHaveLength(1);
    expect(one({ bands: [band('X', 73, 1), band('Y', null, 2)] }).units.map(({ grade }) => grade)).toEqual(['X']);
    // Who misses the band's condition is below it on either side of its border.
    const missed: ConditionInput = { field: 'section II', value: '41', scope: { kind: 'grade', grade: 'X' } };
    expect(
      one({
        bands: [{ ...band('X', 70, 1), from: cell(220 / 3) }, band('Y', null, 2)],
        conditions: { k: missed },
      }).units.map(({ grade }) => grade),
    ).toEqual(['Y']);
  });
  test('a tie key that cannot part them leaves them to a decision', () => {
    const key = { field: { kind: 'criterion' as const, code: 'I' }, first: 'higher' as const, written: 'tiêu chí I' };
    const later = { field: { kind: 'bonus' as const }, first: 'higher' as const, written: 'điểm thưởng' };
    const scores = { a: { I: cell(100 / 3), II: cell(110 / 3) }, b: { I: cell(100 / 3), II: cell(110 / 3) } };
    const evaluation = one({ settings: { totalDecimals: 2, tieKeys: [key, later] }, scores });
    expect(
      evaluation.units.map(({ total, rank, tieBrokenBy, provisional }) => [total, rank, tieBrokenBy, provisional]),
    ).toEqual([
      ['70', 1, null, true],
      ['70', 1, null, true],
    ]);
    expect(award(evaluation).status).toBe('pending:unknown');
  });
  test('typed points that equal the computed ones as far as a cell can say so count', () => {
    const evaluation = evaluate(
      book({
        criteria: { I: { max: 50, way: 'ratio' }, II: { max: 50 } },
        scores: { a: { I: cell(50 / 3), II: 40 } },
        data: [{ unit: 'a', criterion: 'I', target: 3, actual: 1 }],
      }),
    );
    expect(evaluation.units[0]?.total).toBe('56.67');
  });
  test('the maximum, the ladder and the step take what lies within the error', () => {
    const evaluation = evaluate(
      book({
        settings: { scale: '50' },
        criteria: { I: { max: cell(100 / 3) }, II: { max: 50, way: { kind: 'ladder', rungs: ['0', cell(50 / 3)] } } },
        scores: { a: { I: cell(100 / 3), II: cell(50 / 3) }, b: { I: '33.333334', II: 0 } },
      }),
    );
    expect(evaluation.issues.map(({ code, unit }) => `${code} ${unit ?? ''}`)).toEqual([
      'max-sum-differs ',
      'score-above-max b',
    ]);
    expect(evaluation.units.map(({ total }) => total)).toEqual(['50', null]);
  });
  test('a rounding that could go either way is said with both results', () => {
    const evaluation = one({
      settings: { totalDecimals: 8 },
      scores: { a: { I: '33.333333335', II: '0.0000000001' } },
    });
    expect(told(evaluation)).toEqual([]);
    const open = one({ settings: { totalDecimals: 8 }, scores: { a: { I: '33.3333333349', II: '0.0000000001' } } });
    expect(told(open)).toEqual(['33.33333333; 33.33333334 @ D3, D4']);
  });
});

describe('what is said: both values, and the cells to round', () => {
  const THIRD = cell(100 / 3);
  const said = (more: Partial<BookInput>): string[] =>
    evaluate(
      book({ criteria: THIRDS, settings: UNROUNDED, scores: { a: { I: THIRD, II: 40 } }, ...more }),
    ).issues.flatMap(({ code, severity, unit, place, received, expected, basis, params }) =>
      code === 'near-equal'
        ? [
            [
              severity,
              unit,
              String(place?.sheet),
              received,
              expected === null ? '' : `| ${String(expected)} ${basis ?? ''}`.trim(),
              `@ ${String(params?.['cells'])}`,
              params?.['units'] ?? '',
              params?.['condition'] === undefined ? '' : `${params['condition']} ${String(params['field'])}`,
            ]
              .filter((part) => part !== '')
              .join(' '),
          ]
        : [],
    );
  const near = { field: 'total', value: '73.3333333333', basis: 'Điều 5' };

  test.each<[string, Partial<BookInput>, readonly string[]]>([
    [
      'a threshold: the condition, the unit’s cell, then the threshold’s',
      { conditions: { k: near } },
      ['warning a Chấm điểm 73.333333333 | 73.3333333333 Điều 5 @ D3, Điều kiện!E2 k total'],
    ],
    [
      'each condition for itself',
      { conditions: { k: near, l: { field: 'total', value: '50' }, m: { ...near, op: '<' } } },
      [
        'warning a Chấm điểm 73.333333333 | 73.3333333333 Điều 5 @ D3, Điều kiện!E2 k total',
        'warning a Chấm điểm 73.333333333 | 73.3333333333 Điều 5 @ D3, Điều kiện!E4 m total',
      ],
    ],
    [
      'on an attribute: its cell, not the scores',
      {
        units: { a: { attributes: { Khác: THIRD, 'Tỷ lệ': cell(2 / 3) } } },
        conditions: { k: { field: 'attribute Tỷ lệ', value: cell(2 / 3) } },
      },
      ['warning a Đơn vị 0.6666666667 | 0.6666666667 @ D2, Điều kiện!E2 k attribute Tỷ lệ'],
    ],
    [
      'the cells of its own data, target and result',
      {
        criteria: { I: { max: 50, way: 'ratio' }, II: { max: 50 } },
        scores: { a: { I: null, II: 40 }, b: { I: null, II: 10 } },
        data: [
          { unit: 'b', criterion: 'I', target: cell(1 / 7), actual: cell(1 / 14) },
          { unit: 'a', criterion: 'I', target: cell(10 / 3), actual: cell(10 / 9) },
        ],
        conditions: { k: { field: 'total', value: '56.6666666667' } },
      },
      // A third of 50, and 40.
      ['warning a Số liệu 56.666666667 | 56.6666666667 @ C3, D3, Điều kiện!E2 k total'],
    ],
    [
      'no more than six cells',
      {
        criteria: Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`C${String(at)}`, { max: 12.5 }])),
        scores: { a: Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`C${String(at)}`, cell(10 / 7)])) },
        conditions: { k: { field: 'total', value: '11.42857142857' } },
      },
      ['warning a Chấm điểm 11.428571429 | 11.42857142857 @ D3, D4, D5, D6, D7, D8 k total'],
    ],
    [
      'the limit of a band, with the total',
      { bands: [{ ...band('X', 70, 1), from: cell(220 / 3) }, band('Y', 50, 2)] },
      ['warning a Chấm điểm 73.333333333; 73.333333333 @ D3, Xếp loại!A2'],
    ],
    [
      'the units that nobody can tell apart',
      { scores: { a: { I: THIRD, II: 40 }, b: { I: THIRD, II: 40 }, c: { I: 10, II: 10 } } },
      ['warning a Chấm điểm 73.333333333; 73.333333333 @ D3 a; b'],
    ],
    [
      'nothing of a unit that is not ranked by record',
      { units: { a: { notRanked: 'mới' } }, conditions: { k: near } },
      [],
    ],
    [
      'nothing of a unit without total',
      {
        scores: { a: { I: THIRD, II: null } },
        conditions: { k: near },
        bands: [{ ...band('X', 70, 1), from: cell(220 / 3) }],
      },
      [],
    ],
  ])('%s', (_, more, expected) => {
    expect(said(more)).toEqual(expected);
  });

  test('where no cell of the unit holds a quotient, the rule that does is named', () => {
    const criteria = { I: { max: 50, way: 'ratio' }, II: { max: 50 } } as const;
    const rule = {
      criteria: { ...criteria, I: { ...criteria.I, max: THIRD } },
      scores: { a: { I: null, II: 40 } },
      data: [{ unit: 'a', criterion: 'I', target: 1, actual: 1 }],
      conditions: { k: { field: 'total', value: '73.3333333333' } },
    };
    expect(said(rule)).toEqual(['warning a Điều kiện 73.333333333 | 73.3333333333 @ E2, Tiêu chí!C2 k total']);
  });
});

describe('toDouble rounds once', () => {
  test.each([
    ['0.1', 0.1],
    ['2.005', 2.005],
    ['1/3', 1 / 3],
    ['-244/3', -244 / 3],
    ['0', 0],
    ['9007199254740993', 9007199254740992],
    ['9007199254740993/2', 4503599627370496],
    ['123456789012345678901234567890', 1.2345678901234568e29],
  ])('%s', (text, double) => {
    expect(q.toDouble(q.parse(text) ?? q.ZERO)).toBe(double);
  });
  test('the double of a decimal is the one that the decimal names', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 30 }), (n, places) => {
        const value = { n, d: 10n ** BigInt(places) };
        expect(q.toDouble(value)).toBe(Number(q.format(value)) + 0);
      }),
      RUNS,
    );
  });
  test('three roundings would give another double', () => {
    const [n, d] = [9007199254740993n * 3n, 10n ** 17n];
    expect(q.toDouble({ n, d })).toBe(Number(q.format({ n, d })));
    expect(Number(n) / Number(d)).not.toBe(q.toDouble({ n, d }));
  });
});
