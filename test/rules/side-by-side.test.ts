/** Two books side by side, two levels side by side, and what the steps of a trace name. */
import {
  compare,
  evaluate,
  largestFirst,
  levelDifferences,
  trace,
  type Book,
  type Entry,
  type InputChange,
  type TraceNode,
} from '../../src/rules/index';
import { at, band, book, type BookInput, type CellInput } from './books';

const between = (before: Book, after: Book) =>
  compare({ book: before, evaluation: evaluate(before) }, { book: after, evaluation: evaluate(after) });
const inputs = (before: BookInput, after: BookInput): readonly InputChange[] =>
  between(book(before), book(after)).inputs;
const line = ({ kind, row, what, before, after }: InputChange): string =>
  `${kind} ${row}/${what}: ${String(before)} → ${String(after)}`;

const cell = at('Chấm điểm', 2, 3);
test.each<[string, CellInput, string | null]>([
  ['a number', '7.5', '7.5'],
  ['a text', 'chưa rõ', 'chưa rõ'],
  ['spaces are a blank cell', { kind: 'text', text: '  ', place: cell }, null],
  ['yes', true, 'có'],
  ['no', false, 'không'],
  ['not applicable', 'N/A', 'N/A'],
  ['a day', { kind: 'date', day: '2025-11-30', place: cell }, '2025-11-30'],
  ['an error', { kind: 'error', error: '#REF!', place: cell } as Entry, '#REF!'],
  ['a formula without value', { kind: 'uncalculated', place: cell } as Entry, '=?'],
  ['blank', null, null],
])('a changed cell as it is told: %s', (_, value, told) => {
  const of = (own: CellInput): BookInput => ({ criteria: { I: { max: 9 } }, scores: { a: { I: own } } });
  expect(inputs(of(5), of(value))).toEqual([
    {
      kind: 'score',
      row: 'I',
      what: 'bloc',
      before: '5',
      after: told,
      place: cell,
      placeBefore: cell,
      unit: 'a',
      criterion: 'I',
      level: 'bloc',
    },
  ]);
  expect(inputs(of(value), of(value))).toEqual([]);
});

describe('one change in each table', () => {
  const before: BookInput = {
    criteria: { I: { max: 50 } },
    scores: { a: { I: 1 } },
    units: { a: { attributes: { K: true } } },
    data: [{ unit: 'a', criterion: 'I', actual: 1 }],
    awards: { T: {} },
    conditions: { k: { field: 'total', value: '5' } },
    bands: [band('Tốt', 5, 1)],
    ballots: [{ ballot: 'P', unit: 'a', favour: 1 }],
    decisions: [{ kind: 'deny', scope: 'T', units: ['a'] }],
  };
  const after: BookInput = {
    ...before,
    settings: { totalDecimals: 1 },
    criteria: { I: { max: 60 } },
    units: { a: { name: 'Sở Y tế', attributes: { K: false } } },
    data: [{ unit: 'a', criterion: 'I', actual: 2 }],
    awards: { T: { minPlaces: '1' } },
    conditions: { k: { field: 'total', value: '5', op: '>' } },
    bands: [band('Tốt', 6, 1)],
    ballots: [{ ballot: 'P', unit: 'a', favour: 2 }],
    decisions: [{ kind: 'deny', scope: 'T', units: ['a'], reason: 'khác' }],
  };
  const changed: readonly (readonly [string, Partial<InputChange>])[] = [
    ['info /year: 2025 → 2026', { place: null }],
    ['setting /totalDecimals: 2 → 1', { place: null }],
    ['criterion I/max: 50 → 60', { place: at('Tiêu chí', 1), criterion: 'I' }],
    ['unit a/name: Đơn vị a → Sở Y tế', { place: at('Đơn vị', 1), unit: 'a' }],
    ['unit a/K: có → không', { place: at('Đơn vị', 1, 2), unit: 'a' }],
    ['data a I/actual: 1 → 2', { place: at('Số liệu', 1, 3), unit: 'a', criterion: 'I' }],
    ['award T/minPlaces: null → 1', { place: at('Khen thưởng', 1) }],
    ['condition k/op: >= → >', { place: at('Điều kiện', 1) }],
    ['band Tốt/from: 5 → 6', { place: at('Xếp loại', 1) }],
    ['ballot P a/favour: 1 → 2', { place: at('Bỏ phiếu', 1, 7), unit: 'a' }],
    ['decision deny a/reason: hội nghị thống nhất → khác', { place: at('Quyết định', 1) }],
  ];
  const one = book(after);
  const found = between(book(before), { ...one, info: { ...one.info, year: '2026' } }).inputs;
  test('is told in the order of the sheets, with its cell, its unit and its criterion', () => {
    expect(found.map(line)).toEqual(changed.map(([told]) => told));
    found.forEach(({ place, unit, criterion }, number) => {
      expect({ place, ...(unit && { unit }), ...(criterion && { criterion }) }).toEqual(changed[number]?.[1]);
    });
  });
  test('where it stood before is told where it stood anywhere', () => {
    expect(found.map(({ placeBefore }) => placeBefore ?? null)).toEqual(changed.map(([, { place }]) => place));
  });
  test('a setting with the cell it was read from', () => {
    const sources = { totalDecimals: { place: at('Quy tắc', 4, 1), basis: null } };
    expect(
      inputs({ ...before, settings: { sources } }, { ...before, settings: { totalDecimals: 0, sources } }),
    ).toEqual([
      {
        kind: 'setting',
        row: '',
        what: 'totalDecimals',
        before: '2',
        after: '0',
        place: at('Quy tắc', 4, 1),
        placeBefore: at('Quy tắc', 4, 1),
      },
    ]);
  });
  test('a row that only moved is no change', () => {
    const moved = book({ ...before, units: { a: { attributes: { K: true }, place: at('Đơn vị', 9) } } });
    expect(between(book(before), moved).inputs).toEqual([]);
  });
  test('a row that is gone: blank cells of it are not told', () => {
    const gone = inputs(before, { ...before, data: [], ballots: [] });
    expect(gone.map(line)).toEqual([
      'data a I/unit: a → null',
      'data a I/criterion: I → null',
      'data a I/actual: 1 → null',
      'ballot P a/ballot: P → null',
      'ballot P a/unit: a → null',
      'ballot P a/favour: 1 → null',
    ]);
    expect(gone.map(({ place, placeBefore }) => [place, placeBefore])[2]).toEqual([
      at('Số liệu', 1, 3),
      at('Số liệu', 1, 3),
    ]);
  });
});

test('rows of one unit and criterion are told apart by their number', () => {
  const events = (...points: readonly number[]): BookInput => ({
    criteria: { I: { max: 10, way: 'average' } },
    scores: { a: { I: null } },
    data: points.map((actual) => ({ unit: 'a', criterion: 'I', actual })),
  });
  expect(inputs(events(4, 5, 6), events(4, 7, 6)).map(line)).toEqual(['data a I (2)/actual: 5 → 7']);
  expect(inputs(events(4, 5, 6), events(3, 5, 6)).map(line)).toEqual(['data a I/actual: 4 → 3']);
});

test('the order of awards and bands, of those that are there on both sides', () => {
  const scores = { a: 5 };
  const bands = (...names: readonly string[]) => names.map((name, row) => band(name, 9 - row, row + 1));
  const order = (before: Omit<BookInput, 'scores'>, after: Omit<BookInput, 'scores'>) =>
    inputs({ scores, ...before }, { scores, ...after }).filter(({ what }) => what === 'order');
  expect(order({ awards: { T: {}, V: {}, U: {} } }, { awards: { U: {}, W: {}, T: {} } })).toEqual([
    { kind: 'award', row: '', what: 'order', before: 'T; U', after: 'U; T', place: at('Khen thưởng', 1) },
  ]);
  expect(order({ awards: { T: {}, U: {} } }, { awards: { W: {}, T: {}, U: {} } })).toEqual([]);
  expect(order({ bands: bands('A', 'B') }, { bands: bands('B', 'A') })).toEqual([
    { kind: 'band', row: '', what: 'order', before: 'A; B', after: 'B; A', place: at('Xếp loại', 1) },
  ]);
  expect(order({}, {})).toEqual([]);
});

test('a unit that lost its total, and an award that went', () => {
  const before: BookInput = { scores: { a: 9, b: 5 }, awards: { T: {}, U: {} } };
  const { units, awards } = between(book(before), book({ scores: { a: 9, b: null }, awards: { T: {} } }));
  expect(units).toEqual([
    {
      unit: 'b',
      total: { before: '5', after: null },
      rank: { before: 2, after: null },
      notRanked: { before: null, after: 'score-missing' },
    },
  ]);
  // b may still come to 100 points.
  expect(awards).toEqual([
    { award: 'T', status: { before: 'ok', after: 'pending:unknown' }, gained: [], lost: ['a'] },
    {
      award: 'U',
      presence: { before: true, after: false },
      status: { before: 'ok', after: null },
      places: { before: 1, after: null },
      gained: [],
      lost: ['b'],
    },
  ]);
});

describe('self and bloc scores side by side', () => {
  const differences = (
    self: Readonly<Record<string, CellInput>>,
    bloc: Readonly<Record<string, CellInput>>,
    data: BookInput['data'] = [],
  ) =>
    levelDifferences(
      book({ criteria: { I: { max: 60 }, II: { max: 40 } }, scores: { a: bloc }, others: { self: { a: self } }, data }),
    );
  const told = (...both: Parameters<typeof differences>) =>
    differences(...both).map(
      ({ criterion, self, bloc, difference }) => `${criterion ?? 'total'} ${self} ${bloc} ${difference}`,
    );
  test('only what is known at both and differs', () => {
    expect(told({ I: 50, II: 30 }, { I: 50, II: 30 })).toEqual([]);
    expect(told({ I: 50, II: 30 }, { I: '50.5', II: '29.5' })).toEqual(['I 50 50.5 0.5', 'II 30 29.5 -0.5']);
    expect(told({ I: 'x', II: 30 }, { I: 50, II: 31 })).toEqual(['II 30 31 1']);
    expect(told({ I: 50, II: 30 }, { I: null, II: 31 })).toEqual(['II 30 31 1']);
    expect(levelDifferences(book({ scores: { a: 5 } }))).toEqual([]);
  });
  test('the first remark on the criterion that says something', () => {
    const remarks = ['', '  ', 'thiếu minh chứng', 'khác'].map((remark) => ({ unit: 'a', criterion: 'I', remark }));
    const other = { unit: 'a', criterion: 'II', remark: ' ' };
    expect(
      differences({ I: 1, II: 1 }, { I: 2, II: 2 }, [...remarks, other]).map(({ criterion, remark }) => [
        criterion,
        remark,
      ]),
    ).toEqual([
      ['I', 'thiếu minh chứng'],
      ['II', null],
      [null, null],
    ]);
  });
  test('the largest first, whatever its sign; equal ones as they stood', () => {
    const one = book({
      criteria: { I: { max: 10 }, II: { max: 10 }, III: { max: 10 }, IV: { max: 10 } },
      scores: { a: { I: 4, II: 8, III: 2, IV: '5.5' } },
      others: { self: { a: { I: 5, II: 5, III: 5, IV: 5 } } },
    });
    // The total: 20 against 19.5.
    expect(
      largestFirst(levelDifferences(one)).map(({ criterion, difference }) => `${criterion ?? 'total'} ${difference}`),
    ).toEqual(['II 3', 'III -3', 'I -1', 'IV 0.5', 'total -0.5']);
  });
});

describe('what the steps of a trace name', () => {
  const params = (node: TraceNode | undefined): unknown => node?.steps.map((step) => [step.rule, step.params]);
  test('maxima, caps, limits and decimals', () => {
    const found = trace(
      book({
        settings: {
          notApplicable: 'section',
          bonusCap: '3',
          totalMax: '60',
          totalMin: '1',
          totalDecimals: 0,
          sectionDecimals: 1,
        },
        criteria: {
          I: { way: 'group', max: 58 },
          'I.1': { max: 30, allowsNa: true },
          'I.2': { max: 30, way: 'ratio', step: '0.25' },
          II: { max: 40, allowsNa: true },
          B: { counts: 'bonus', max: 5 },
          P: { counts: 'deduction', max: 5 },
        },
        scores: { a: { 'I.1': 'N/A', 'I.2': null, II: 9, B: 4, P: '0.5' } },
        data: [{ unit: 'a', criterion: 'I.2', target: 1000, actual: '912.4' }],
      }),
      'a',
    );
    const [first] = found?.base.children ?? [];
    // 30 × 91.24 % = 27.372 → 27.25; × 58 / 30 = 52.68333… → 52.7; 9 more, 3 bonus, half a point off: 64.2.
    expect(params(first?.children[1])).toEqual([
      ['way', { way: 'ratio', cap: '1', max: '30' }],
      ['step', { step: '0.25' }],
    ]);
    expect(params(first)).toEqual([
      ['sum', {}],
      ['rescale', { max: '58', applicable: '30' }],
      ['section-decimals', { decimals: '1' }],
    ]);
    expect(params(found?.bonus)).toEqual([
      ['sum', {}],
      ['overall-cap', { cap: '3' }],
    ]);
    expect(found?.steps.map(({ rule, value, params: named }) => [rule, value, named])).toEqual([
      ['plus-bonus', '64.7', { bonus: '3' }],
      ['minus-deduction', '64.2', { deduction: '0.5' }],
      ['clamp', '60', { setting: 'totalMax', limit: '60' }],
    ]);
  });
  test('the points that stand for what does not apply, the cap of a group, the least total', () => {
    const found = trace(
      book({
        settings: { notApplicable: 'full', totalMin: '20' },
        criteria: { I: { way: 'group', max: 8 }, 'I.1': { max: 5, allowsNa: true }, 'I.2': { max: 5 } },
        scores: { a: { 'I.1': 'N/A', 'I.2': 4 } },
      }),
      'a',
    );
    const [section] = found?.base.children ?? [];
    expect([section, section?.children[0]].map(params)).toEqual([
      [
        ['sum', {}],
        ['cap', { cap: '8' }],
      ],
      [['na-full', { max: '5' }]],
    ]);
    expect(found?.steps.at(-1)).toEqual({ rule: 'clamp', value: '20', params: { setting: 'totalMin', limit: '20' } });
  });
  test('the sanction on a whole group, at each of its leaves', () => {
    const found = trace(
      book({
        criteria: { I: { way: 'group', max: null }, 'I.1': { max: 5 }, II: { max: 5 } },
        scores: { a: { 'I.1': 4, II: 3 } },
        units: { a: { attributes: { K: true } } },
        conditions: {
          z: { field: 'attribute K', op: '=', value: 'có', effect: { kind: 'zeroCriterion', criterion: 'I' } },
        },
      }),
      'a',
    );
    expect(found?.base.children[0]?.children.map(params)).toEqual([
      [['sanction', { field: 'attribute K', expected: '= có' }]],
    ]);
    expect(found?.base.children[1]?.steps).toEqual([{ rule: 'typed', value: '3', params: {} }]);
  });
  test('while a leaf lacks its points there is no step from the base to the total', () => {
    const found = trace(book({ criteria: { I: { max: 5 }, II: { max: 5 } }, scores: { a: { I: 4, II: null } } }), 'a');
    expect([found?.steps, found?.exact, found?.total]).toEqual([[], null, null]);
  });
  test('inputs as they stand in their cells; blank ones and those of others are none', () => {
    const shown = (value: CellInput) =>
      trace(book({ criteria: { I: { max: 5 } }, scores: { a: { I: value } } }), 'a')?.base.children[0]?.inputs.map(
        (input) => `${input.name} ${input.shown}`,
      );
    expect([
      shown(null),
      shown('x'),
      shown(true),
      shown('N/A'),
      shown({ kind: 'date', day: '2025-11-30', place: cell }),
      shown({ kind: 'error', error: '#REF!', place: cell } as Entry),
    ]).toEqual([[], ['score x'], ['score true'], ['score N/A'], ['score 2025-11-30'], ['score #REF!']]);
    const events = book({
      criteria: { I: { max: 10, way: 'average' }, J: { max: 10, way: 'average' } },
      scores: { a: { I: null, J: null }, b: { I: null, J: null } },
      data: [
        { unit: 'a', criterion: 'I', actual: 5 },
        { unit: 'b', criterion: 'I', actual: 6 },
        { unit: 'a', criterion: 'J', actual: 7 },
        { unit: 'a', criterion: 'I', actual: 8 },
        { unit: 'b', criterion: 'J', actual: 9 },
      ],
    });
    expect(
      trace(events, 'a')?.base.children.map(({ inputs: own }) => own.map(({ name, shown: text }) => `${name} ${text}`)),
    ).toEqual([['event 5', 'event 8'], ['event 7']]);
  });
});
