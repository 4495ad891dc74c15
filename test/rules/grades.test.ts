/** Grades, their limits and conditions, and the sanctions on grades, points and ranks. */
import { evaluate, type Band } from '../../src/rules/index';
import { band, book, type BookInput, type CellInput, type ConditionInput } from './books';

const BANDS: readonly Band[] = [
  band('Xuất sắc', 90, 1),
  band('Tốt', 80, 2),
  band('Khá', 65, 3),
  band('Trung bình', 50, 4),
  band('Yếu', null, 5),
];
const NUMBER = (places: number): Band['limit'] => ({ kind: 'number', places: String(places) });

function judge(scores: Readonly<Record<string, CellInput>>, more: Partial<BookInput> = {}) {
  const { units, issues, awards } = evaluate(book({ scores, bands: BANDS, ...more }));
  return {
    grades: Object.fromEntries(units.map(({ id, grade }) => [id, grade])),
    issues: issues.map(({ code, place }) => `${code} ${place?.sheet ?? ''}!${String(place?.row)}`),
    units,
    awards,
  };
}

test('every limit at equality', () => {
  expect(judge({ a: 90, b: '89.99', c: 80, d: 65, e: 50, f: '49.99' }).grades).toEqual({
    a: 'Xuất sắc',
    b: 'Tốt',
    c: 'Tốt',
    d: 'Khá',
    e: 'Trung bình',
    f: 'Yếu',
  });
});

test('below the last limit there is no grade', () => {
  expect(judge({ a: 90, b: 70 }, { bands: BANDS.slice(0, 2) }).grades).toEqual({ a: 'Xuất sắc', b: null });
});

test('a unit without rank has no grade', () => {
  expect(judge({ a: 90, b: 95 }, { units: { b: { notRanked: 'mới' } } }).grades).toEqual({ a: 'Xuất sắc', b: null });
});

const condition = (
  input: Partial<ConditionInput> & Pick<ConditionInput, 'field' | 'value'>,
): Record<string, ConditionInput> => ({ k: { scope: { kind: 'grade', grade: 'Xuất sắc' }, ...input } });

test('a unit that misses the condition is considered for the next band', () => {
  expect(judge({ a: 95, b: 91 }, { conditions: condition({ field: 'total', value: '92' }) }).grades).toEqual({
    a: 'Xuất sắc',
    b: 'Tốt',
  });
});

test('group V at 60 % of its maximum: exactly 60 % is enough', () => {
  const scores = { a: { I: 89, V: 6 }, b: { I: 90, V: '5.9' } };
  const { units } = evaluate(
    book({
      criteria: { I: { max: 90 }, V: { max: 10 } },
      scores,
      bands: BANDS,
      conditions: condition({ field: 'percent V', value: '60' }),
    }),
  );
  expect(units.map(({ grade }) => grade)).toEqual(['Xuất sắc', 'Tốt']);
});

test('a bar of a band', () => {
  expect(
    judge({ a: 95 }, { conditions: condition({ field: 'total', value: '90', effect: { kind: 'bar' } }) }).grades,
  ).toEqual({ a: 'Tốt' });
});

describe('limits', () => {
  const limited = (limit: Band['limit'], rest: Partial<Band> = {}) => [
    { ...(BANDS[0] as Band), limit, ...rest },
    ...BANDS.slice(1),
  ];

  test('cut in the order of the ranking', () => {
    expect(judge({ a: 95, b: 94, c: 93 }, { bands: limited(NUMBER(2)) }).grades).toEqual({
      a: 'Xuất sắc',
      b: 'Xuất sắc',
      c: 'Tốt',
    });
  });
  test('25 % of the units, rounded down or up', () => {
    const scores = { a: 95, b: 94, c: 93, d: 92, e: 91, f: 90 };
    const count = (rounding: Band['rounding']) =>
      Object.values(
        judge(scores, { bands: limited({ kind: 'percent', percent: '25', of: 'units' }, { rounding }) }).grades,
      ).filter((grade) => grade === 'Xuất sắc').length;
    expect([count('floor'), count('halfUp'), count('ceil')]).toEqual([1, 2, 2]);
  });
  test('of ranked, and of eligible units', () => {
    const count = (of: 'ranked' | 'eligible') =>
      Object.values(
        judge(
          { a: 95, b: 94, c: 60, d: 99 },
          { units: { d: { notRanked: 'mới' } }, bands: limited({ kind: 'percent', percent: '70', of }) },
        ).grades,
      ).filter((grade) => grade === 'Xuất sắc').length;
    expect([count('ranked'), count('eligible')]).toEqual([2, 1]);
  });
  test('a tie at the limit is open until a decision on the rank parts it', () => {
    const open = judge({ a: 95, b: 94, c: 94 }, { bands: limited(NUMBER(2)) });
    expect(open.grades).toEqual({ a: 'Xuất sắc', b: null, c: null });
    expect(open.issues).toContain('tie-at-cutoff Xếp loại!1');
    expect(
      judge({ a: 95, b: 94, c: 94 }, { bands: limited(NUMBER(2)), decisions: [{ kind: 'tie', units: ['c', 'b'] }] })
        .grades,
    ).toEqual({ a: 'Xuất sắc', b: 'Tốt', c: 'Xuất sắc' });
  });
  test.each<[Band['cutoff'], (string | null)[]]>([
    ['includeAll', ['Xuất sắc', 'Xuất sắc', 'Xuất sắc', 'Tốt']],
    ['excludeAll', ['Xuất sắc', 'Tốt', 'Tốt', 'Tốt']],
  ])('%s', (cutoff, grades) => {
    expect(
      Object.values(judge({ a: 95, b: 94, c: 94, d: 85 }, { bands: limited(NUMBER(2), { cutoff }) }).grades),
    ).toEqual(grades);
  });
  test('extra places come off the next band', () => {
    const bands = [
      { ...(BANDS[0] as Band), limit: NUMBER(1), cutoff: 'includeAllDebit' as const },
      { ...(BANDS[1] as Band), limit: NUMBER(2) },
      ...BANDS.slice(2),
    ];
    expect(judge({ a: 95, b: 95, c: 85, d: 84 }, { bands }).grades).toEqual({
      a: 'Xuất sắc',
      b: 'Xuất sắc',
      c: 'Tốt',
      d: 'Khá',
    });
  });
  test('extra places that nobody takes off the next band', () => {
    const bands = [
      { ...(BANDS[0] as Band), limit: NUMBER(1), cutoff: 'includeAll' as const },
      { ...(BANDS[1] as Band), limit: NUMBER(2) },
      ...BANDS.slice(2),
    ];
    expect(judge({ a: 95, b: 95, c: 85, d: 84 }, { bands }).grades).toMatchObject({ c: 'Tốt', d: 'Tốt' });
  });
  test('a tie at the limit is the same whatever an unknown fact below it says', () => {
    const K = (value: CellInput) => ({ attributes: { K: value } });
    const { issues, grades } = judge(
      { a: 95, b: 95, z: 90 },
      {
        bands: limited(NUMBER(1)),
        units: { a: K(true), b: K(true), z: K(null) },
        conditions: condition({ field: 'attribute K', op: '=', value: 'có' }),
      },
    );
    expect(grades).toEqual({ a: null, b: null, z: 'Tốt' });
    expect(issues).toContain('tie-at-cutoff Xếp loại!1');
    // Here the fact decides whether there is a tie at all.
    expect(
      judge(
        { a: 95, b: 95 },
        {
          bands: limited(NUMBER(1)),
          units: { a: K(true), b: K(null) },
          conditions: condition({ field: 'attribute K', op: '=', value: 'có' }),
        },
      ).issues,
    ).not.toContain('tie-at-cutoff Xếp loại!1');
  });
  describe('a limit that cannot be read leaves open what is below it, and no more', () => {
    const BROKEN: Band['limit'] = { kind: 'percent', percent: '250', of: 'units' };
    /** Whether an award that asks for these grades is settled, and its holders. */
    const asks = (value: string, score: number, bands: readonly Band[], more: Partial<BookInput> = {}) => {
      const { awards } = judge(
        { z: 99, a: score },
        {
          bands,
          awards: { T: { quota: 2 } },
          ...more,
          conditions: {
            ...more.conditions,
            t: { field: 'grade', op: 'in', value },
            u: { field: 'total', op: '<', value: '99' },
          },
        },
      );
      return [awards[0]?.status, ...(awards[0]?.units ?? [])].join(' ');
    };
    test('down to the first band that a unit surely has', () => {
      const bands = limited(BROKEN);
      expect(['Xuất sắc; Tốt', 'Tốt', 'Khá'].map((value) => asks(value, 95, bands))).toEqual([
        'ok a',
        'pending:unknown',
        'ok',
      ]);
    });
    test('a fact that nobody knows leaves the band below it open too', () => {
      const more: Partial<BookInput> = {
        units: { z: { attributes: { K: true } }, a: { attributes: { K: null } } },
        conditions: { k: { field: 'attribute K', op: '=', value: 'có', scope: { kind: 'grade', grade: 'Tốt' } } },
      };
      expect(['Tốt; Khá', 'Tốt', 'Khá', 'Trung bình'].map((value) => asks(value, 85, limited(BROKEN), more))).toEqual([
        'ok a',
        'pending:unknown',
        'pending:unknown',
        'ok',
      ]);
    });
    test('below the last limit there is no grade, as ever', () => {
      expect(asks('Tốt', 70, limited(BROKEN).slice(0, 2))).toBe('ok');
      expect(asks('Xuất sắc; Tốt', 95, limited(BROKEN).slice(0, 1))).toBe('pending:unknown');
    });
    test('a band above it has been given', () => {
      const bands = [
        { ...(BANDS[0] as Band), limit: NUMBER(1) },
        { ...(BANDS[1] as Band), limit: BROKEN },
        ...BANDS.slice(2),
      ];
      expect(['Tốt; Khá', 'Xuất sắc', 'Tốt'].map((value) => asks(value, 95, bands))).toEqual([
        'ok a',
        'ok',
        'pending:unknown',
      ]);
    });
  });
  test('an unknown condition leaves those open whom it could push out', () => {
    const units = { a: { attributes: { K: null } }, b: { attributes: { K: false } }, c: { attributes: { K: false } } };
    const open = judge(
      { a: 95, b: 94, c: 93 },
      { bands: limited(NUMBER(2)), units, conditions: condition({ field: 'attribute K', op: '=', value: 'không' }) },
    );
    expect(open.grades).toEqual({ a: null, b: 'Xuất sắc', c: null });
  });
  test('two limits and a tie at the first: who stands below both choices has the same grade either way', () => {
    // Of a and b one is Xuất sắc and the other takes the only Tốt; d is Khá whoever it is.
    const bands = [
      band('Xuất sắc', 6, 1, { limit: NUMBER(1) }),
      band('Tốt', 4, 2, { limit: NUMBER(1) }),
      band('Khá', null, 3),
    ];
    const { grades, issues } = judge({ a: 7, b: 7, d: '6.5', c: 0 }, { bands });
    expect(grades).toEqual({ a: null, b: null, d: 'Khá', c: 'Khá' });
    expect(issues.filter((issue) => issue.startsWith('tie-at-cutoff'))).toEqual(['tie-at-cutoff Xếp loại!1']);
  });
  test('a tie at the limit where the next band takes everyone else: the grade is one of two, never none', () => {
    const bands = [band('Xuất sắc', 90, 1, { limit: NUMBER(1) }), band('Tốt', null, 2)];
    const { awards } = judge(
      { a: 95, b: 95 },
      { bands, awards: { T: { quota: 2 } }, conditions: { g: { field: 'grade', op: 'in', value: 'Xuất sắc; Tốt' } } },
    );
    expect(awards.map(({ status, units }) => [status, ...units])).toEqual([['ok', 'a', 'b']]);
  });
  test('too many ways to fill a band: nobody is sure of it, nor of those below', () => {
    const names = Array.from({ length: 12 }, (_, at) => `u${String(at)}`);
    const scores = Object.fromEntries(names.map((name) => [name, 95]));
    const bands = [
      band('Xuất sắc', 90, 1, { limit: NUMBER(6) }),
      band('Tốt', 80, 2, { limit: NUMBER(6) }),
      band('Khá', null, 3),
    ];
    expect(judge({ ...scores, z: 10 }, { bands }).grades).toEqual({
      ...Object.fromEntries(names.map((name) => [name, null])),
      z: 'Khá',
    });
  });
  test.each<[Band['limit'], string]>([
    [{ kind: 'percent', percent: '250', of: 'units' }, 'quota-invalid Xếp loại!1'],
    [NUMBER(-1), 'quota-invalid Xếp loại!1'],
  ])('a limit of %p cannot be read: nobody is sure of the band', (limit, issue) => {
    const { grades, issues } = judge({ a: 95, b: 70 }, { bands: limited(limit) });
    expect(grades).toEqual({ a: null, b: 'Khá' });
    expect(issues).toContain(issue);
  });
});

test.each<[string, readonly Band[]]>([
  ['not going down', [band('Tốt', 80, 1), band('Xuất sắc', 90, 2)]],
  ['the same limit twice', [band('Tốt', 80, 1), band('Khá', 80, 2)]],
  ['a blank limit inside', [band('Tốt', null, 1), band('Khá', 65, 2)]],
  ['a limit that is no number', [{ ...band('Tốt', 80, 1), from: 'cao' }]],
])('bands out of order: %s', (_, bands) => {
  const { grades, issues } = judge({ a: 85 }, { bands });
  expect(grades).toEqual({ a: null });
  expect(issues.some((issue) => issue.startsWith('band-order'))).toBe(true);
});

describe('sanctions on grades', () => {
  const K = (values: Readonly<Record<string, CellInput>>): NonNullable<BookInput['units']> =>
    Object.fromEntries(Object.entries(values).map(([unit, value]) => [unit, { attributes: { 'Kỷ luật': value } }]));
  const lower: ConditionInput = { field: 'attribute Kỷ luật', op: '=', value: 'có', effect: { kind: 'lowerGrade' } };
  const capped: ConditionInput = {
    field: 'attribute Kỷ luật',
    op: '=',
    value: 'có',
    effect: { kind: 'capGrade', grade: 'Khá' },
  };

  test('one grade lower, each row for itself, never below the last', () => {
    expect(
      judge({ a: 95, b: 95, c: 40 }, { units: K({ a: true, b: false, c: true }), conditions: { k: lower } }).grades,
    ).toEqual({ a: 'Tốt', b: 'Xuất sắc', c: 'Yếu' });
    expect(judge({ a: 95 }, { units: K({ a: true }), conditions: { k: lower, l: lower } }).grades).toEqual({
      a: 'Khá',
    });
  });
  test('a unit without grade has nothing to lose, and gets none by it', () => {
    const { grades } = judge(
      { a: 95, b: 40 },
      { bands: BANDS.slice(0, 2), units: K({ a: false, b: true }), conditions: { k: lower } },
    );
    expect(grades).toEqual({ a: 'Xuất sắc', b: null });
  });
  test('a sanction that surely holds asks for no fact; one that may change one of two possible grades does', () => {
    expect(judge({ a: 95 }, { units: K({ a: true }), conditions: { k: lower } }).issues).toEqual([]);
    const asked = judge(
      { a: 95 },
      {
        units: { a: { attributes: { 'Kỷ luật': null, K: null } } },
        conditions: {
          k: { ...capped, effect: { kind: 'capGrade', grade: 'Tốt' } },
          l: { field: 'attribute K', op: '=', value: 'có', scope: { kind: 'grade', grade: 'Xuất sắc' } },
        },
      },
    );
    expect(asked.issues).toContain('eligibility-unknown Đơn vị!1');
  });
  test('at most a grade', () => {
    expect(
      judge({ a: 95, b: 70, c: 55 }, { units: K({ a: true, b: true, c: true }), conditions: { k: capped } }).grades,
    ).toEqual({ a: 'Khá', b: 'Khá', c: 'Trung bình' });
  });
  test('lower first, then the cap, whatever the order of the rows', () => {
    expect(judge({ a: 70 }, { units: K({ a: true }), conditions: { k: capped, l: lower } }).grades).toEqual({
      a: 'Trung bình',
    });
    expect(judge({ a: 95 }, { units: K({ a: true }), conditions: { k: capped, l: lower } }).grades).toEqual({
      a: 'Khá',
    });
  });
  test('a unit lowered by a sanction does not free its place', () => {
    const bands = [{ ...(BANDS[0] as Band), limit: NUMBER(1) }, ...BANDS.slice(1)];
    expect(
      judge({ a: 95, b: 94 }, { bands, units: K({ a: true, b: false }), conditions: { k: lower } }).grades,
    ).toEqual({ a: 'Tốt', b: 'Tốt' });
  });
  test('an unknown fact leaves the grade open, where it would change it', () => {
    const open = judge({ a: 95, b: 60 }, { units: K({ a: null, b: null }), conditions: { k: capped } });
    expect(open.grades).toEqual({ a: null, b: 'Trung bình' });
    expect(open.issues).toEqual(['eligibility-unknown Đơn vị!1']);
  });
  test('an award that asks for a grade waits only where the grade decides', () => {
    const awards = (value: string) =>
      judge(
        { a: 95, b: 85 },
        {
          units: K({ a: null, b: false }),
          conditions: { k: lower, g: { field: 'grade', op: 'in', value } },
          awards: { T: {} },
        },
      ).awards.map(({ status, units }) => [status, ...units]);
    expect(awards('Xuất sắc; Tốt')).toEqual([['ok', 'a']]);
    expect(awards('Xuất sắc')).toEqual([['pending:unknown']]);
    expect(awards('Khá')).toEqual([['ok']]);
  });
  test('sanctions ask for the criteria as they were before sanctions', () => {
    const conditions: Record<string, ConditionInput> = {
      z: { field: 'attribute Kỷ luật', op: '=', value: 'có', effect: { kind: 'zeroCriterion', criterion: 'II' } },
      l: { field: 'criterion II', op: '=', value: '10', effect: { kind: 'lowerGrade' } },
    };
    const { units } = evaluate(
      book({
        criteria: { I: { max: 90 }, II: { max: 10 } },
        scores: { a: { I: 90, II: 10 } },
        bands: BANDS,
        conditions,
        units: K({ a: true }),
      }),
    );
    expect(units.map(({ total, grade }) => [total, grade])).toEqual([['90', 'Tốt']]);
  });
});

describe('sanctions on points and ranks', () => {
  const criteria = { I: { max: 60 }, II: { way: 'group' as const, max: 40 }, 'II.1': { max: 20 }, 'II.2': { max: 20 } };
  const scores = { a: { I: 50, 'II.1': 18, 'II.2': 15 }, b: { I: 50, 'II.1': 18, 'II.2': 15 } };
  const run = (value: CellInput, effect: ConditionInput['effect'], more: Partial<ConditionInput> = {}) =>
    evaluate(
      book({
        criteria,
        scores,
        units: { a: { attributes: { K: value } }, b: { attributes: { K: false } } },
        awards: { T: { quota: 1 } },
        conditions: {
          k: { field: 'attribute K', op: '=', value: 'có', effect: effect ?? { kind: 'require' }, ...more },
        },
      }),
    );

  test('a criterion is set to 0, a group with all below it', () => {
    expect(
      run(true, { kind: 'zeroCriterion', criterion: 'II.1' }).units.map(({ total, rank }) => [total, rank]),
    ).toEqual([
      ['65', 2],
      ['83', 1],
    ]);
    expect(run(true, { kind: 'zeroCriterion', criterion: 'II' }).units.map(({ total }) => total)).toEqual(['50', '83']);
  });
  test('whatever its cell says', () => {
    const broken = evaluate(
      book({
        criteria,
        scores: { a: { I: 50, 'II.1': 'x', 'II.2': 15 } },
        units: { a: { attributes: { K: true } } },
        conditions: {
          k: { field: 'attribute K', op: '=', value: 'có', effect: { kind: 'zeroCriterion', criterion: 'II.1' } },
        },
      }),
    );
    expect([broken.units[0]?.total, broken.issues.map(({ code }) => code)]).toEqual(['65', ['score-not-number']]);
  });
  test('an unknown fact that changes nothing leaves the total', () => {
    const zero = evaluate(
      book({
        criteria,
        scores: { a: { I: 50, 'II.1': 0, 'II.2': 15 } },
        units: { a: { attributes: { K: null } } },
        conditions: {
          k: { field: 'attribute K', op: '=', value: 'có', effect: { kind: 'zeroCriterion', criterion: 'II.1' } },
        },
      }),
    );
    expect([zero.units[0]?.total, zero.units[0]?.provisional, zero.issues]).toEqual(['65', false, []]);
  });
  describe('several facts that nobody knows', () => {
    const judged = (
      own: Readonly<Record<string, CellInput>>,
      zeroed: readonly string[],
      known: Readonly<Record<string, boolean>> = {},
    ) => {
      const { units, issues } = evaluate(
        book({
          criteria: { ...criteria, B: { counts: 'bonus', max: 5 }, T: { counts: 'deduction', max: 5 } },
          scores: { a: { I: 50, 'II.1': 18, 'II.2': 15, B: 2, T: 1, ...own } },
          units: {
            a: {
              attributes: Object.fromEntries(
                zeroed.map((_, at) => [`K${String(at)}`, known[`K${String(at)}`] ?? null]),
              ),
            },
          },
          conditions: Object.fromEntries(
            zeroed.map((code, at) => [
              `k${String(at)}`,
              {
                field: `attribute K${String(at)}`,
                op: '=' as const,
                value: 'có',
                effect: { kind: 'zeroCriterion' as const, criterion: code },
              },
            ]),
          ),
        }),
      );
      const asked = issues.filter(({ code }) => code === 'eligibility-unknown').length;
      return [units[0]?.total, units[0]?.notRanked, units[0]?.possibleTotals.join('; '), asked];
    };
    const OPEN = 'eligibility-unknown';
    test.each<[string, Parameters<typeof judged>, ReturnType<typeof judged>]>([
      // 50 + 18 + 15 + 2 − 1 = 84.
      [
        'every total that the answers leave, the highest first',
        [{}, ['II.2', 'II.1']],
        [null, OPEN, '84; 69; 66; 51', 2],
      ],
      ['each once', [{ 'II.1': 15 }, ['II.2', 'II.1']], [null, OPEN, '81; 66; 51', 2]],
      ['one that changes nothing beside one that does', [{ 'II.1': 0 }, ['II.1', 'II.2']], [null, OPEN, '66; 51', 2]],
      ['on the bonus', [{}, ['B']], [null, OPEN, '84; 82', 1]],
      ['on the deduction', [{}, ['T']], [null, OPEN, '85; 84', 1]],
      ['none that changes anything', [{ 'II.1': 0, B: 0 }, ['II.1', 'B']], ['64', null, '', 0]],
      ['one answered: the others are open', [{}, ['II.1', 'B'], { K0: true }], [null, OPEN, '66; 64', 1]],
      ['of a unit that lacks a score too: nothing is known', [{ I: null }, ['II.1']], [null, 'score-missing', '', 1]],
      ['a score that a sanction may set to 0', [{ 'II.1': null }, ['II.1']], [null, 'score-missing', '', 1]],
      [
        'five are followed',
        [{ B: 0, T: 0 }, ['II.1', 'II.1', 'II.1', 'II.1', 'II.2']],
        [null, OPEN, '83; 68; 65; 50', 5],
      ],
      [
        'more than five are not',
        [{ B: 0, T: 0 }, ['II.1', 'II.1', 'II.1', 'II.1', 'II.1', 'II.2']],
        [null, OPEN, '', 6],
      ],
    ])('%s', (_, given, expected) => {
      expect(judged(...given)).toEqual(expected);
    });
  });
  test('an unknown fact: no total, an open award, and a rank that neither of the two totals changes', () => {
    const { units, issues, awards } = run(null, { kind: 'zeroCriterion', criterion: 'II.1' });
    expect(units.map(({ total, rank, notRanked, provisional }) => [total, rank, notRanked, provisional])).toEqual([
      [null, null, 'eligibility-unknown', false],
      ['83', 1, null, false],
    ]);
    expect(issues.map(({ code, unit }) => [code, unit])).toEqual([['eligibility-unknown', 'a']]);
    expect(awards[0]?.status).toBe('pending:unknown');
  });
  test('an unknown fact that may take the rank', () => {
    const { units, awards } = run(null, { kind: 'noRank' });
    expect(units.map(({ total, rank, notRanked, provisional }) => [total, rank, notRanked, provisional])).toEqual([
      ['83', null, 'eligibility-unknown', false],
      ['83', 1, null, false],
    ]);
    expect(awards[0]?.status).toBe('pending:unknown');
  });
  test('a ballot that nobody has cast: unknown for each unit, named once', () => {
    const { units, issues, awards } = run(
      false,
      { kind: 'noRank' },
      { field: 'ballot P', op: '<', value: '50% members' },
    );
    expect(units.map(({ rank, notRanked }) => [rank, notRanked])).toEqual([
      [null, 'eligibility-unknown'],
      [null, 'eligibility-unknown'],
    ]);
    expect([issues.map(({ code }) => code), awards[0]?.status]).toEqual([['ballot-missing'], 'pending:unknown']);
  });
  test('a unit without total that a high total would keep from a rank', () => {
    const { awards } = evaluate(
      book({
        scores: { a: 60, x: null },
        awards: { T: {} },
        conditions: { k: { field: 'total', op: '>', value: '60', effect: { kind: 'noRank' } } },
      }),
    );
    expect(awards.map(({ status, units, tied }) => [status, units, tied])).toEqual([['pending:unknown', [], ['x']]]);
    const never = evaluate(
      book({
        scores: { a: 60, x: null },
        awards: { T: {} },
        conditions: { k: { field: 'total', op: '>=', value: '60', effect: { kind: 'noRank' } } },
      }),
    );
    expect(never.awards.map(({ status, units }) => [status, units])).toEqual([['pending:unknown', []]]);
    const known = evaluate(
      book({
        scores: { a: 60, x: null },
        awards: { T: { cutoff: 'includeAll' } },
        conditions: { k: { field: 'total', op: '>', value: '60', effect: { kind: 'noRank' } } },
      }),
    );
    expect(known.awards.map(({ status, units }) => [status, units])).toEqual([['pending:unknown', ['a']]]);
  });
  test('of a unit without rank by record nothing is shown that an unknown fact could change', () => {
    const { units, issues } = evaluate(
      book({
        scores: { a: 90 },
        units: { a: { notRanked: 'mới', attributes: { K: null } } },
        conditions: {
          k: { field: 'attribute K', op: '=', value: 'có', effect: { kind: 'zeroCriterion', criterion: 'I' } },
        },
      }),
    );
    expect([units.map(({ total, notRanked }) => [total, notRanked]), issues.map(({ code }) => code)]).toEqual([
      [[null, 'recorded']],
      ['unit-not-ranked'],
    ]);
  });
  test('no rank by the total, known for those with a total', () => {
    const { units } = run(false, { kind: 'noRank' }, { field: 'total', op: '<', value: '90' });
    expect(units.map(({ rank, notRanked }) => [rank, notRanked])).toEqual([
      [null, 'unit-not-ranked'],
      [null, 'unit-not-ranked'],
    ]);
  });
});
