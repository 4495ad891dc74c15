/** The order of the bloc: totals, tie keys, recorded decisions, shared ranks. */
import { evaluate, type Field, type TieKey } from '../../src/rules/index';
import { book, field, type BookInput, type CellInput, type ConditionInput } from './books';

const key = (written: string, first: TieKey['first'] = 'higher'): TieKey => ({ field: field(written), first, written });

function judge(input: Partial<BookInput> & Pick<BookInput, 'scores'>) {
  const { units, ties, issues } = evaluate(book({ settings: {}, ...input }));
  return {
    ranks: Object.fromEntries(units.map(({ id, rank }) => [id, rank])),
    broken: Object.fromEntries(
      units.filter(({ tieBrokenBy }) => tieBrokenBy !== null).map(({ id, tieBrokenBy }) => [id, tieBrokenBy]),
    ),
    tiedWith: Object.fromEntries(
      units.filter(({ tiedWith }) => tiedWith.length > 0).map(({ id, tiedWith }) => [id, tiedWith]),
    ),
    ties,
    issues: issues.map(({ code, unit }) => `${code} ${unit ?? ''}`.trim()),
  };
}

test('1, 2, 2, 4: shared ranks, never broken by name, code or row', () => {
  expect(judge({ scores: { d: 80, a: 90, c: 85, b: 85 } })).toEqual({
    ranks: { a: 1, b: 2, c: 2, d: 4 },
    broken: {},
    tiedWith: { b: ['c'], c: ['b'] },
    ties: [['c', 'b']],
    issues: ['tie-unresolved c'],
  });
});

const SECTIONS = {
  I: { max: 60 },
  II: { max: 30 },
  B: { counts: 'bonus' as const, max: 5 },
  T: { counts: 'deduction' as const, max: 5 },
  III: { max: 10 },
};
/** All have 80 points. */
const TIED: Readonly<Record<string, Readonly<Record<string, CellInput>>>> = {
  a: { I: 50, II: 25, III: 5, B: 2, T: 2 },
  b: { I: 52, II: 23, III: 5, B: 2, T: 2 },
  c: { I: 50, II: 23, III: 5, B: 4, T: 2 },
  d: { I: 50, II: 24, III: 4, B: 5, T: 3 },
};

test.each<[string, readonly TieKey[], Record<string, number>, Record<string, string>]>([
  ['a section', [key('section I')], { b: 1, a: 2, c: 2, d: 2 }, { b: 'section I' }],
  ['the bonus', [key('bonus')], { d: 1, c: 2, a: 3, b: 3 }, { c: 'bonus', d: 'bonus' }],
  ['the deduction, the lower first', [key('deduction', 'lower')], { a: 1, b: 1, c: 1, d: 4 }, { d: 'deduction' }],
  ['the base', [key('base')], { a: 1, b: 1, c: 3, d: 3 }, {}],
  [
    'two keys in their order',
    [key('base'), key('section II')],
    { a: 1, b: 2, d: 3, c: 4 },
    { a: 'section II', b: 'section II', c: 'section II', d: 'section II' },
  ],
  ['turned round', [key('section I', 'lower')], { a: 1, c: 1, d: 1, b: 4 }, { b: 'section I' }],
  [
    'the second key only where the first left a tie',
    [key('bonus'), key('section I')],
    { d: 1, c: 2, b: 3, a: 4 },
    { d: 'bonus', c: 'bonus', a: 'section I', b: 'section I' },
  ],
])('a tie broken by %s', (_, tieKeys, ranks, broken) => {
  expect(judge({ settings: { tieKeys }, criteria: SECTIONS, scores: TIED })).toMatchObject({ ranks, broken });
});

const attributes = (values: Readonly<Record<string, CellInput>>): BookInput['units'] =>
  Object.fromEntries(Object.entries(values).map(([unit, value]) => [unit, { attributes: { Cột: value } }]));
const day = (iso: string): CellInput => ({ kind: 'date', day: iso, place: { sheet: 'Đơn vị', row: 1, column: 2 } });
const byAttribute = (values: Readonly<Record<string, CellInput>>, first: TieKey['first'] = 'higher') =>
  judge({
    settings: { tieKeys: [key('attribute Cột', first)] },
    scores: Object.fromEntries(Object.keys(values).map((unit) => [unit, 80])),
    units: attributes(values),
  });

test.each<[string, Readonly<Record<string, CellInput>>, TieKey['first'], readonly string[]]>([
  ['numbers', { a: 1, b: 3, c: 2 }, 'higher', ['b', 'c', 'a']],
  ['numbers, the lower first', { a: 1, b: 3, c: 2 }, 'lower', ['a', 'c', 'b']],
  [
    'days, the earlier first',
    { a: day('2025-12-02'), b: day('2025-11-30'), c: day('2025-12-01') },
    'lower',
    ['b', 'c', 'a'],
  ],
  ['yes before no', { a: false, b: 'có' }, 'higher', ['b', 'a']],
  ['task grades', { a: 'HTNV', b: 'HTXSNV', c: 'Hoàn thành tốt nhiệm vụ', d: 'KHTNV' }, 'higher', ['b', 'c', 'a', 'd']],
])('an attribute: %s', (_, values, first, order) => {
  expect(byAttribute(values, first).ranks).toEqual(Object.fromEntries(order.map((unit, at) => [unit, at + 1])));
});

test('a key that is blank for one of the tied breaks nothing', () => {
  expect(byAttribute({ a: 1, b: null, c: 2 })).toMatchObject({
    ranks: { a: 1, b: 1, c: 1 },
    issues: ['tie-unresolved a', 'tie-key-missing b'],
  });
});

test('nor does one whose values cannot be compared', () => {
  expect(byAttribute({ a: 2, b: true }).ranks).toEqual({ a: 1, b: 1 });
  expect(byAttribute({ a: 'nhiều', b: 'ít' })).toMatchObject({ ranks: { a: 1, b: 1 } });
  // Words that have no order are blank to a key: they stand not below yes, nor level with no.
  for (const answer of ['có', 'không'])
    expect(byAttribute({ a: 'nhiều', b: answer })).toMatchObject({
      ranks: { a: 1, b: 1 },
      issues: ['tie-key-missing a', 'tie-unresolved a'],
    });
});

test('an attribute that some units lack is a key all the same', () => {
  const { ranks, issues } = judge({
    settings: { tieKeys: [key('attribute Cột')] },
    scores: { a: 90, b: 80, c: 80 },
    units: attributes({ b: 1, c: 2 }),
  });
  expect({ ranks, issues }).toEqual({ ranks: { a: 1, c: 2, b: 3 }, issues: [] });
});

test('an impossible ballot breaks nothing', () => {
  const ballots = [
    { ballot: 'P', unit: 'a', members: 9, favour: 5 },
    { ballot: 'P', unit: 'b', members: 9, favour: 10 },
  ];
  expect(judge({ settings: { tieKeys: [key('ballot P')] }, scores: { a: 80, b: 80 }, ballots })).toMatchObject({
    ranks: { a: 1, b: 1 },
    issues: ['tie-unresolved a', 'tie-key-missing b', 'ballot-impossible b'],
  });
});

test('the next key is asked all the same', () => {
  const { ranks, broken } = judge({
    settings: { tieKeys: [key('attribute Cột'), key('section I')] },
    criteria: SECTIONS,
    scores: { a: TIED['a'] ?? {}, b: TIED['b'] ?? {} },
    units: attributes({ a: 5, b: null }),
  });
  expect({ ranks, broken }).toEqual({ ranks: { a: 2, b: 1 }, broken: { a: 'section I', b: 'section I' } });
});

test('the votes in favour of a ballot', () => {
  const ballots = [
    { ballot: 'P', unit: 'a', members: 9, favour: 5 },
    { ballot: 'P', unit: 'b', members: 9, favour: 8 },
  ];
  expect(judge({ settings: { tieKeys: [key('ballot P')] }, scores: { a: 80, b: 80 }, ballots }).ranks).toEqual({
    a: 2,
    b: 1,
  });
  expect(
    judge({ settings: { tieKeys: [key('ballot P')] }, scores: { a: 80, b: 80 }, ballots: ballots.slice(0, 1) }),
  ).toMatchObject({ ranks: { a: 1, b: 1 }, issues: ['tie-unresolved a', 'tie-key-missing b'] });
});

test.each<Field['kind'] | string>(['section IX', 'attribute Kỷ cương', 'rank', 'total', 'percent I', 'gì đó'])(
  'the key "%s" is unknown',
  (written) => {
    const place = { sheet: 'Quy tắc', row: 9, column: 1 };
    const { issues, awards } = evaluate(
      book({
        settings: { tieKeys: [key(written)], sources: { tieKeys: { place, basis: null } } },
        scores: { a: 80, b: 80, c: 70 },
        awards: { T: { quota: 1 }, U: { quota: 1 } },
      }),
    );
    expect(issues.filter(({ code }) => code === 'tie-key-unknown').map((issue) => issue.place)).toEqual([place]);
    expect(awards[0]?.status).toBe('pending:unknown');
    // It is no ballot that could be cast.
    expect(issues.filter(({ code }) => code === 'ballot-needed')).toEqual([]);
  },
);

test('an unknown key that no tie asks leaves the awards settled', () => {
  const { awards } = evaluate(
    book({ settings: { tieKeys: [key('section IX')] }, scores: { a: 90, b: 80 }, awards: { T: { quota: 1 } } }),
  );
  expect(awards[0]).toMatchObject({ status: 'ok', units: ['a'] });
});

describe('a recorded decision', () => {
  const decided = (units: readonly string[], more: Partial<NonNullable<BookInput['decisions']>[number]> = {}) =>
    judge({ scores: { a: 80, b: 80, c: 80, d: 70 }, decisions: [{ kind: 'tie', units, ...more }] });

  test('orders exactly the tied set', () => {
    expect(decided(['c', 'a', 'b'])).toMatchObject({
      ranks: { c: 1, a: 2, b: 3, d: 4 },
      broken: { a: 'quyết định', b: 'quyết định', c: 'quyết định' },
      ties: [],
      issues: [],
    });
  });
  test.each([[['a', 'b']], [['a', 'b', 'c', 'd']], [['a', 'b', 'd']], [['a', 'b', 'x']], [['a']]])(
    'for %p is stale',
    (units) => {
      expect(decided(units)).toMatchObject({
        ranks: { a: 1, b: 1, c: 1, d: 4 },
        issues: ['tie-unresolved a', 'decision-stale'],
      });
    },
  );
  test('that names a unit twice is said, and stale', () => {
    expect(decided(['a', 'b', 'b'])).toMatchObject({
      ranks: { a: 1, b: 1, c: 1, d: 4 },
      issues: ['tie-unresolved a', 'code-duplicate', 'decision-stale'],
    });
  });
  test('without a reason is not applied', () => {
    expect(decided(['c', 'a', 'b'], { reason: ' ' })).toMatchObject({
      ranks: { a: 1, b: 1, c: 1 },
      issues: ['tie-unresolved a', 'decision-without-reason'],
    });
  });
  test.each([{ by: null }, { on: null }, { by: ' ' }])('without who or when it is applied and named: %p', (more) => {
    expect(decided(['c', 'a', 'b'], more)).toMatchObject({
      ranks: { c: 1, a: 2, b: 3 },
      issues: ['decision-incomplete'],
    });
  });
  test('comes after the keys, for what they left', () => {
    const { ranks, broken } = judge({
      settings: { tieKeys: [key('base')] },
      criteria: SECTIONS,
      scores: TIED,
      decisions: [{ kind: 'tie', units: ['b', 'a'] }],
    });
    expect({ ranks, broken }).toEqual({
      ranks: { b: 1, a: 2, c: 3, d: 3 },
      broken: { a: 'quyết định', b: 'quyết định' },
    });
  });
  test('two that contradict each other: neither is applied', () => {
    expect(
      judge({
        scores: { a: 80, b: 80 },
        decisions: [
          { kind: 'tie', units: ['a', 'b'] },
          { kind: 'tie', units: ['b', 'a'] },
        ],
      }),
    ).toMatchObject({ ranks: { a: 1, b: 1 }, issues: ['tie-unresolved a', 'decision-stale', 'decision-stale'] });
  });
  test('two that order three units alike but for two of them contradict each other too', () => {
    const ties = (...orders: readonly (readonly string[])[]) =>
      judge({ scores: { a: 80, b: 80, c: 80 }, decisions: orders.map((units) => ({ kind: 'tie', units })) });
    expect(ties(['a', 'b', 'c'], ['a', 'c', 'b'])).toMatchObject({
      ranks: { a: 1, b: 1, c: 1 },
      issues: ['tie-unresolved a', 'decision-stale', 'decision-stale'],
    });
  });
  /** T has two places, c leads, a and b are tied behind it. */
  const ofAward = (...decisions: NonNullable<BookInput['decisions']>) => {
    const { awards, issues } = evaluate(
      book({ scores: { c: 90, a: 80, b: 80, d: 70 }, awards: { T: { quota: 2 } }, decisions }),
    );
    return {
      award: `${awards[0]?.status ?? ''} ${awards[0]?.units.join() ?? ''}`,
      issues: issues.flatMap(({ code, place, received, award: of }) =>
        place?.sheet === 'Quyết định' ? [`${code} ${String(place.row)} ${String(received)} ${of ?? '–'}`] : [],
      ),
    };
  };
  const T = { scope: 'T' } as const;
  test.each<[string, NonNullable<BookInput['decisions']>, ReturnType<typeof ofAward>]>([
    [
      'an order and a denial do not contradict each other: the order has nothing left to part',
      [
        { kind: 'tie', units: ['b', 'a'], ...T },
        { kind: 'deny', units: ['a'], ...T },
      ],
      { award: 'ok c,b', issues: ['decision-stale 1 b; a T'] },
    ],
    [
      'nor where the denial names all of the tied',
      [
        { kind: 'deny', units: ['a', 'b'], ...T },
        { kind: 'tie', units: ['b', 'a'], ...T },
      ],
      { award: 'ok c,d', issues: ['decision-stale 2 b; a T'] },
    ],
    [
      'a grant and a denial of one unit do',
      [
        { kind: 'grant', units: ['d'], ...T },
        { kind: 'deny', units: ['d', 'a'], ...T },
      ],
      { award: 'pending:tie c', issues: ['decision-stale 1 d T', 'decision-stale 2 d; a T'] },
    ],
    [
      'not of different units',
      [
        { kind: 'grant', units: ['d'], ...T },
        { kind: 'deny', units: ['c'], ...T },
      ],
      { award: 'pending:tie d', issues: [] },
    ],
    [
      'an order of the rank and another one of the award do not either: the rank leaves no tie',
      [
        { kind: 'tie', units: ['b', 'a'] },
        { kind: 'tie', units: ['a', 'b'], ...T },
      ],
      { award: 'ok c,b', issues: ['decision-stale 2 a; b T'] },
    ],
    [
      'one that names a unit which is not there is not applied to the others',
      [{ kind: 'deny', units: ['c', 'x'], ...T }],
      { award: 'pending:tie c', issues: ['decision-stale 1 c; x T'] },
    ],
    [
      'a unit granted twice holds one place, and the second time is said',
      [
        { kind: 'grant', units: ['d'], ...T },
        { kind: 'grant', units: ['b', 'd'], ...T },
      ],
      { award: 'ok d,b', issues: ['code-duplicate 2 d T'] },
    ],
    [
      'twice in one decision too',
      [{ kind: 'grant', units: ['d', 'b', 'd'], ...T }],
      { award: 'ok d,b', issues: ['code-duplicate 1 d T'] },
    ],
    [
      'an order of the rank that stands twice is about no award',
      [
        { kind: 'tie', units: ['b', 'a'] },
        { kind: 'tie', units: ['b', 'a'] },
      ],
      { award: 'ok c,b', issues: ['code-duplicate 2 b; a –'] },
    ],
    [
      'a stale order of the rank is about no award',
      [{ kind: 'tie', units: ['c', 'd'] }],
      { award: 'pending:tie c', issues: ['decision-stale 1 c; d –'] },
    ],
  ])('of an award: %s', (_, decisions, expected) => {
    expect(ofAward(...decisions)).toEqual(expected);
  });
  test('grant or deny without an award is stale', () => {
    expect(judge({ scores: { a: 80 }, decisions: [{ kind: 'grant', units: ['a'] }] }).issues).toEqual([
      'decision-stale',
    ]);
  });
});

test('rounding that made a tie is named with both exact totals', () => {
  const { issues } = evaluate(book({ scores: { a: '90.004', b: '90.001', c: '80.004', d: '80.004' } }));
  expect(
    issues
      .filter(({ code }) => code === 'tie-by-rounding')
      .map(({ received, params, place }) => [received, params, place?.row]),
  ).toEqual([['90.004; 90.001', { units: 'a; b' }, 1]]);
});

test('rounding and a key that undo the exact order are named too', () => {
  const { issues, units } = evaluate(
    book({
      settings: { tieKeys: [key('section I')] },
      criteria: { I: { max: 50 }, II: { max: 50 } },
      scores: { a: { I: '40.004', II: 40 }, b: { I: 41, II: 39 } },
    }),
  );
  expect(units.map(({ rank }) => rank)).toEqual([2, 1]);
  expect(issues.map(({ code }) => code)).toEqual(['tie-by-rounding']);
});

test('a unit that a rule keeps from a rank stays in the table, and the others move up', () => {
  const { units, issues } = evaluate(
    book({
      scores: { a: 90, b: 85, c: 80 },
      units: {
        a: { attributes: { 'Kỷ luật': true } },
        b: { attributes: { 'Kỷ luật': false } },
        c: { attributes: { 'Kỷ luật': false } },
      },
      conditions: { k: { field: 'attribute Kỷ luật', op: '=', value: 'có', effect: { kind: 'noRank' } } },
    }),
  );
  expect(units.map(({ total, rank, notRanked, provisional }) => [total, rank, notRanked, provisional])).toEqual([
    ['90', null, 'unit-not-ranked', false],
    ['85', 1, null, false],
    ['80', 2, null, false],
  ]);
  expect(issues.map(({ code, severity }) => [code, severity])).toEqual([['unit-not-ranked', 'info']]);
});

describe('a ballot as a key that nobody has cast yet', () => {
  const place = { sheet: 'Quy tắc', row: 9, column: 1 };
  const withKeys = (keys: readonly string[], more: Partial<BookInput> = {}) =>
    evaluate(
      book({
        settings: { tieKeys: keys.map((written) => key(written)), sources: { tieKeys: { place, basis: null } } },
        scores: { a: 80, b: 80, c: 70 },
        awards: { T: { quota: 1 } },
        ...more,
      }),
    );
  const asked = (input: ReturnType<typeof withKeys>) =>
    input.issues
      .filter(({ code }) => code.startsWith('ballot-') || code === 'tie-key-unknown')
      .map((issue) => [issue.code, issue.place, issue.params?.['units']]);

  test('is asked for with the units of the tie that waits for it; the award waits too', () => {
    const judged = withKeys(['ballot P']);
    expect([asked(judged), judged.awards[0]?.status]).toEqual([[['ballot-needed', place, 'a; b']], 'pending:unknown']);
  });
  test('is not asked for where nothing is tied', () => {
    const judged = withKeys(['ballot P'], { scores: { a: 90, b: 80, c: 70 } });
    expect([asked(judged), judged.awards[0]?.status]).toEqual([[], 'ok']);
  });
  test('is not asked for where a key before it parts the tie; a key after it does not stand in for it', () => {
    const more = { criteria: SECTIONS, scores: { a: TIED['a'] ?? {}, b: TIED['b'] ?? {} } };
    const [before, after] = [withKeys(['section I', 'ballot P'], more), withKeys(['ballot P', 'section I'], more)];
    expect([asked(before), before.awards[0]?.status]).toEqual([[], 'ok']);
    expect([asked(after), after.awards[0]?.status]).toEqual([[['ballot-needed', place, 'a; b']], 'pending:unknown']);
  });
  test('takes nobody out of a tie that is left out as a whole: it waits', () => {
    expect(withKeys(['ballot P'], { awards: { T: { quota: 1, cutoff: 'excludeAll' } } }).awards[0]?.status).toBe(
      'pending:unknown',
    );
    expect(withKeys(['ballot P'], { awards: { T: { quota: 1, cutoff: 'includeAll' } } }).awards[0]?.status).toBe(
      'pending:unknown',
    );
  });
});

describe('a key that is blank only until a fact comes', () => {
  /** T leaves out whom no key parts; U asks the fact, which so has to come before U is settled. */
  const waits = (written: string, conditions: BookInput['conditions'], more: Partial<BookInput> = {}) =>
    evaluate(
      book({
        settings: { tieKeys: [key(written)] },
        scores: { a: 80, b: 80, c: 70 },
        awards: { T: { cutoff: 'excludeAll' }, U: {} },
        ...(conditions === undefined ? {} : { conditions }),
        ...more,
      }),
    ).awards[0]?.status;
  const scope: ConditionInput['scope'] = { kind: 'awards', awards: ['U'] };
  const [blank, known] = [{ attributes: { K: null, L: null } }, { attributes: { K: 5, L: 5 } }];
  const units = { a: blank, b: known, c: known };

  test.each<[string, BookInput['conditions'], ReturnType<typeof waits>]>([
    // Nobody asks for it: the key breaks nothing, and the tied set is left out as a whole.
    ['nobody asks', {}, 'ok'],
    ['a condition asks', { k: { field: 'attribute K', value: '3', scope } }, 'pending:unknown'],
    [
      'the second condition asks',
      { l: { field: 'total', value: '50', scope }, k: { field: 'attribute K', value: '3', scope } },
      'pending:unknown',
    ],
    ['a condition asks for another attribute', { l: { field: 'attribute L', value: '3', scope } }, 'ok'],
    ['a condition asks for a ballot of that name', { l: { field: 'ballot K', value: '50% valid', scope } }, 'ok'],
  ])('an attribute: %s', (_, conditions, status) => {
    expect(waits('attribute K', conditions, { units })).toBe(status);
  });

  test('words that have no order are there all the same', () => {
    const words = Object.fromEntries(['a', 'b', 'c'].map((unit) => [unit, { attributes: { K: 'nhiều' } }]));
    expect(
      waits('attribute K', { k: { field: 'attribute K', op: '=', value: 'nhiều', scope } }, { units: words }),
    ).toBe('ok');
  });

  const P = { ballot: 'P', members: 9, present: 9, issued: 9, returned: 9, valid: 9 };
  const cast = [
    { ...P, unit: 'b', favour: 6 },
    { ...P, unit: 'c', favour: 6 },
    { ...P, ballot: 'Q', unit: 'b', favour: 6 },
  ];
  test.each<[string, BookInput['conditions'], ReturnType<typeof waits>]>([
    ['nobody asks', {}, 'ok'],
    ['a condition asks', { k: { field: 'ballot P', value: '50% valid', scope } }, 'pending:unknown'],
    ['a condition asks for another ballot', { k: { field: 'ballot Q', value: '50% valid', scope } }, 'ok'],
    ['a condition asks for an attribute of that name', { k: { field: 'attribute P', value: '3', scope } }, 'ok'],
  ])('a ballot without row of one tied unit: %s', (_, conditions, status) => {
    const named = Object.fromEntries(['a', 'b', 'c'].map((unit) => [unit, { attributes: { P: null } }]));
    expect(waits('ballot P', conditions, { ballots: cast, units: named })).toBe(status);
  });
});

describe('a key whose points a sanction may set to 0, though the total is the same either way', () => {
  // The group is cut at 50 with the criterion and without it: only the key asks whether it counts.
  const waits = (own: number, cutoff: 'decide' | 'excludeAll', K: CellInput = null) => {
    const { units, awards, issues } = evaluate(
      book({
        settings: { tieKeys: [key('criterion I.1')] },
        criteria: { I: { way: 'group', max: 50 }, 'I.1': { max: 40 }, 'I.2': { max: 50 }, II: { max: 50 } },
        scores: { a: { 'I.1': own, 'I.2': 50, II: 30 }, b: { 'I.1': 30, 'I.2': 50, II: 30 } },
        units: { a: { attributes: { K } }, b: { attributes: { K: false } } },
        awards: { T: { cutoff } },
        conditions: {
          k: { field: 'attribute K', op: '=', value: 'có', effect: { kind: 'zeroCriterion', criterion: 'I.1' } },
        },
      }),
    );
    return {
      ranks: units.map(({ total, rank, provisional }) => `${String(total)} ${String(rank)}${provisional ? '?' : ''}`),
      award: `${awards[0]?.status ?? ''} ${awards[0]?.units.join() ?? ''}`.trim(),
      place: awards[0]?.why.get('b')?.[0]?.place ?? null,
      issues: issues.flatMap(({ code, unit }) => (/^(tie|eligibility)/.test(code) ? [`${code} ${String(unit)}`] : [])),
    };
  };
  test.each(['decide', 'excludeAll'] as const)(
    'nobody knows who stands first, and the cell is asked for: %s',
    (cutoff) => {
      expect(waits(40, cutoff)).toEqual({
        ranks: ['80 1?', '80 1?'],
        award: 'pending:unknown',
        place: { sheet: 'Đơn vị', row: 1, column: 2 },
        issues: ['tie-unresolved a', 'eligibility-unknown a'],
      });
    },
  );
  test('known, the key parts them', () => {
    expect(
      [waits(40, 'decide', false), waits(40, 'decide', true)].map(({ ranks, award }) => [...ranks, award]),
    ).toEqual([
      ['80 1', '80 2', 'ok a'],
      ['80 2', '80 1', 'ok b'],
    ]);
  });
  test('where the key finds 0 either way it is known', () => {
    expect(waits(0, 'decide')).toMatchObject({ ranks: ['80 2', '80 1'], award: 'ok b', issues: [] });
  });
});
