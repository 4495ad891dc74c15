/** Why, how close, what changed, and whether two books say the same. */
import {
  compare,
  evaluate,
  levelDifferences,
  margins,
  trace,
  type Book,
  type TraceNode,
  type Way,
} from '../../src/rules/index';
import { at, band, book, type BookInput, type CellInput } from './books';

const INPUT: BookInput = {
  settings: { notApplicable: 'section', bonusCap: '3', totalMax: '60', sectionDecimals: 1, totalDecimals: 0 },
  criteria: {
    I: { way: 'group', max: 60 },
    'I.1': { max: 30, allowsNa: true },
    'I.2': { max: 30, way: { kind: 'ratio', cap: '1', floor: null, cutoff: null, lowerIsBetter: false }, step: '0.25' },
    II: { max: 40, way: 'ladder' },
    B: { way: { kind: 'group', highestOnly: true }, counts: 'bonus', max: null },
    'B.1': { max: 5 },
    'B.2': { max: 5 },
    T: { counts: 'deduction', max: 10 },
  },
  scores: {
    a: { 'I.1': 'N/A', II: 3, 'B.1': 4, 'B.2': 2, T: 1 },
    b: { 'I.1': 20, II: 1.5, 'B.1': null, 'B.2': null, T: null },
    c: { 'I.1': 'x', II: 3 },
  },
  data: [
    { unit: 'a', criterion: 'I.2', target: 1000, actual: 912.4 },
    { unit: 'b', criterion: 'I.2', target: 100, actual: 80 },
    { unit: 'c', criterion: 'I.2', target: 100, actual: 80 },
  ],
  awards: { T: {} },
};

const outline = ({ code, kind, steps, children }: TraceNode): unknown => [
  `${kind} ${code}`.trim(),
  steps.map(({ rule, value }) => `${rule} ${String(value)}`),
  ...children.map(outline),
];

describe('the steps of a row', () => {
  const stepsOf = (input: BookInput): unknown[] =>
    trace(book(input), 'a')?.base.children.map(({ steps }) =>
      steps.map(({ rule, value, params }) => [rule, value, params]),
    ) ?? [];
  const row = (actual: number) => ({ unit: 'a', criterion: 'X', target: 10, actual });

  test('points that rounding would lift above their maximum are cut there', () => {
    expect(
      stepsOf({
        criteria: { X: { max: '2.56', way: 'ratio' } },
        settings: { criterionDecimals: 1 },
        data: [row(10)],
        scores: { a: {} },
      }),
    ).toEqual([
      [
        ['way', '2.56', { way: 'ratio', cap: '1', max: '2.56' }],
        ['decimals', '2.6', { decimals: '1' }],
        ['bound', '2.56', { max: '2.56' }],
      ],
    ]);
  });

  const APART = {
    I: { way: 'group', max: null },
    'I.1': { max: 10, allowsNa: true },
    'I.2': { max: 5 },
  } as const satisfies BookInput['criteria'];
  test.each([
    ['a section says by how much its points count more, be they 0', 'section', 0, true],
    ['and where there are some', 'section', 3, true],
    ['the whole says it of all sections together', 'total', 3, false],
  ] as const)('%s', (_, notApplicable, points, said) => {
    const found = trace(
      book({ criteria: APART, settings: { notApplicable }, scores: { a: { 'I.1': 'N/A', 'I.2': points } } }),
      'a',
    );
    const rescaled = ({ steps }: Pick<TraceNode, 'steps'>) =>
      steps.flatMap(({ rule, value, params }) =>
        rule === 'rescale' ? [[value, params['max'], params['applicable']]] : [],
      );
    const told = [[String(points * 3), '15', '5']];
    expect(found?.base.children.map(rescaled)).toEqual([said ? told : []]);
    expect(found && rescaled(found.base)).toEqual(said ? [] : told);
  });
  test('of 0 points the whole has nothing to say', () => {
    const found = trace(
      book({ criteria: APART, settings: { notApplicable: 'total' }, scores: { a: { 'I.1': 'N/A', 'I.2': 0 } } }),
      'a',
    );
    expect(found?.base.steps.map(({ rule }) => rule)).toEqual(['sum']);
  });

  test('a row of data beside typed points explains nothing of them; cells that say nothing are no inputs', () => {
    const inputsOf = (cell: CellInput) =>
      trace(
        book({
          criteria: { X: { max: 10 } },
          data: [{ ...row(7), evidence: 'QĐ 1' }],
          scores: { a: { X: cell } },
        }),
        'a',
      )?.base.children.flatMap(({ inputs }) => inputs.map(({ name, shown }) => `${name} ${shown}`));
    expect(inputsOf(5)).toEqual(['score 5']);
    expect(inputsOf(null)).toEqual([]);
    expect(inputsOf({ kind: 'absent', code: 'criterion-row-missing', place: at('Chấm điểm', 2, 3) })).toEqual([]);
  });
});

test('a cap that cut the main points of a group is told there, not beside the bonus below it', () => {
  const found = trace(
    book({
      criteria: {
        I: { way: 'group', max: 3 },
        'I.1': { max: 5 },
        'I.2': { max: 5, counts: 'bonus' },
      },
      scores: { a: { 'I.1': 4, 'I.2': 5 } },
    }),
    'a',
  );
  expect(found === null ? null : [found.base, found.bonus].map(outline)).toEqual([
    ['base', ['sum 3'], ['section I', ['sum 4', 'cap 3'], ['leaf I.1', ['typed 4']]]],
    ['bonus', ['sum 5'], ['group I', ['sum 5'], ['leaf I.2', ['typed 5']]]],
  ]);
});

test('a trace names every step from the cells to the total', () => {
  const found = trace(book(INPUT), 'a');
  expect(found === null ? null : [found.base, found.bonus, found.deduction].map(outline)).toEqual([
    [
      'base',
      ['sum 57.5'],
      [
        'section I',
        ['sum 27.25', 'rescale 54.5'],
        ['leaf I.1', ['na-left-out 0']],
        ['leaf I.2', ['way 27.372', 'step 27.25']],
      ],
      ['leaf II', ['typed 3']],
    ],
    [
      'bonus',
      ['sum 4', 'overall-cap 3'],
      ['group B', ['highest-only 4'], ['leaf B.1', ['typed 4']], ['leaf B.2', ['typed 2']]],
    ],
    ['deduction', ['sum 1'], ['leaf T', ['typed 1']]],
  ]);
  expect(found?.steps.map(({ rule, value }) => `${rule} ${String(value)}`)).toEqual([
    'plus-bonus 60.5',
    'minus-deduction 59.5',
    'total-decimals 60',
  ]);
  expect([found?.exact, found?.total]).toEqual(['59.5', '60']);
});

test('inputs carry their cells', () => {
  const [section] = trace(book(INPUT), 'b')?.base.children ?? [];
  expect(section?.children.map(({ code, inputs }) => [code, inputs])).toEqual([
    ['I.1', [{ name: 'score', shown: '20', place: at('Chấm điểm', 2, 4) }]],
    [
      'I.2',
      [
        { name: 'target', shown: '100', place: at('Số liệu', 2, 2) },
        { name: 'actual', shown: '80', place: at('Số liệu', 2, 3) },
      ],
    ],
  ]);
});

test('a leaf without points says which issue keeps it from them', () => {
  const found = trace(book(INPUT), 'c');
  expect(found?.base.children[0]?.children[0]?.steps).toEqual([
    { rule: 'none', value: null, params: { code: 'score-not-number' } },
  ]);
  expect([found?.total, found?.base.value]).toEqual([null, null]);
});

test('caps, section decimals, clamps, sanctions and full points are steps too', () => {
  const one = book({
    settings: { notApplicable: 'full', sectionDecimals: 0, totalMin: '10' },
    criteria: { I: { way: 'group', max: 8 }, 'I.1': { max: 5, allowsNa: true }, 'I.2': { max: 5 }, II: { max: 92 } },
    scores: { a: { 'I.1': 'N/A', 'I.2': '3.5', II: 50 } },
    units: { a: { attributes: { K: true } } },
    conditions: {
      z: { field: 'attribute K', op: '=', value: 'có', effect: { kind: 'zeroCriterion', criterion: 'II' } },
    },
  });
  const found = trace(one, 'a');
  expect(found?.base.children.map(outline)).toEqual([
    ['section I', ['sum 8.5', 'section-decimals 9', 'cap 8'], ['leaf I.1', ['na-full 5']], ['leaf I.2', ['typed 3.5']]],
    ['leaf II', ['sanction 0']],
  ]);
  expect(found?.base.children[1]?.steps[0]?.params).toEqual({ field: 'attribute K', expected: '= có' });
  expect(found?.steps.map(({ rule, value }) => `${rule} ${String(value)}`)).toEqual([
    'plus-bonus 8',
    'minus-deduction 8',
    'clamp 10',
  ]);
});

test('a leaf that is a section of its own is rounded as one, never above its maximum', () => {
  const one = book({
    settings: { sectionDecimals: 0, scale: '99.6' },
    criteria: { I: { max: '59.6' }, II: { max: 40 } },
    scores: { a: { I: '59.6', II: '30.5' }, b: { I: '59.4', II: '30.4' } },
  });
  expect(['a', 'b'].map((unit) => trace(one, unit)?.base.children.map(outline))).toEqual([
    [
      ['leaf I', ['typed 59.6']],
      ['leaf II', ['typed 30.5', 'section-decimals 31']],
    ],
    [
      ['leaf I', ['typed 59.4', 'section-decimals 59']],
      ['leaf II', ['typed 30.4', 'section-decimals 30']],
    ],
  ]);
  expect(evaluate(one).units.map(({ total }) => total)).toEqual(['90.6', '89']);
});

test('a relative leaf names the best of the bloc', () => {
  const one = book({
    criteria: { X: { way: 'relative', max: 10 } },
    scores: { a: null, b: null },
    data: [
      { unit: 'a', criterion: 'X', target: 100, actual: 105 },
      { unit: 'b', criterion: 'X', target: 100, actual: 120 },
    ],
  });
  expect(trace(one, 'a')?.base.children[0]?.steps).toEqual([
    { rule: 'way', value: '6.25', params: { way: 'relative', max: '10', bestExcess: '0.2', bestActual: '0' } },
  ]);
});

/** What the step of each way names beside the cells and the maximum; null: its points are typed, or it has none. */
const TOLD: {
  readonly [Kind in Way['kind']]: readonly [Extract<Way, { kind: Kind }>, Readonly<Record<string, string>>] | null;
} = {
  points: null,
  ladder: null,
  yesno: null,
  ratio: [
    { kind: 'ratio', cap: '1.2', floor: '0.5', cutoff: '0.25', lowerIsBetter: true },
    { cap: '1.2', floor: '0.5', cutoff: '0.25', lowerIsBetter: 'true' },
  ],
  bands: [
    {
      kind: 'bands',
      bands: [
        { from: '88', points: '2' },
        { from: '90', points: '3.5' },
      ],
    },
    { bands: '88:2; 90:3.5' },
  ],
  minus: [{ kind: 'minus', each: '0.5' }, { each: '0.5' }],
  count: [{ kind: 'count', each: '0.25' }, { each: '0.25' }],
  relative: [{ kind: 'relative' }, { bestExcess: '0', bestActual: '0' }],
  average: [{ kind: 'average' }, {}],
  group: null,
  invalid: null,
};

test.each(Object.entries(TOLD).flatMap(([kind, told]) => (told === null ? [] : [[kind, ...told] as const])))(
  'the step of %s names all that its points hang on',
  (kind, way, told) => {
    const one = book({
      criteria: { X: { way, max: 10 } },
      scores: { a: null },
      data: [{ unit: 'a', criterion: 'X', target: 4, actual: 4, count: 4 }],
    });
    expect(trace(one, 'a')?.base.children[0]?.steps).toMatchObject([{ rule: 'way', params: { way: kind, ...told } }]);
  },
);

test('what a ratio does not set it does not name', () => {
  const way = { kind: 'ratio', cap: '1', floor: null, cutoff: null, lowerIsBetter: false } as const;
  const one = book({
    criteria: { X: { way, max: 10 } },
    scores: { a: null },
    data: [{ unit: 'a', criterion: 'X', target: 4, actual: 4 }],
  });
  expect(trace(one, 'a')?.base.children[0]?.steps[0]?.params).toEqual({ way: 'ratio', cap: '1', max: '10' });
});

test('no such unit, no such level', () => {
  expect([trace(book(INPUT), 'x'), trace(book(INPUT), 'a', 'self')]).toEqual([null, null]);
});

test('a reason names the cell of the points it speaks of, else its own row in the conditions', () => {
  const { awards } = evaluate(
    book({
      criteria: { I: { max: 60 }, II: { way: 'group', max: 40 }, 'II.1': { max: 40 } },
      scores: { a: { I: 50, 'II.1': 30 } },
      stated: { a: { II: 30, '': 80 } },
      awards: { T: {} },
      conditions: {
        k: { field: 'criterion I', value: '55' },
        l: { field: 'percent II', value: '80' },
        m: { field: 'total', value: '90' },
        n: { field: 'base', value: '90' },
      },
    }),
  );
  expect(awards[0]?.why.get('a')?.map(({ condition, place }) => [condition, place])).toEqual([
    ['k', at('Chấm điểm', 2, 3)],
    ['l', at('Chấm điểm', 100, 3)],
    ['m', at('Chấm điểm', 101, 3)],
    ['n', at('Điều kiện', 4)],
  ]);
});

describe('margins', () => {
  const marginsOf = (input: BookInput) => {
    const one = book(input);
    return margins(one, evaluate(one));
  };
  const SECTIONS = { I: { max: 60, step: '0.5' }, II: { max: 40, step: '0.1' } };

  test('the smallest change of the total, and the criteria where one step would do', () => {
    expect(
      marginsOf({
        criteria: SECTIONS,
        scores: { a: { I: 50, II: 30 }, b: { I: '49.8', II: 30 }, c: { I: 10, II: 1 } },
        awards: { T: {} },
      }),
    ).toEqual([
      {
        award: 'T',
        holder: 'a',
        outside: 'b',
        gap: '0.2',
        needed: '0.21',
        more: false,
        criteria: [
          { criterion: 'I', unit: 'b', from: '49.8', to: '50.3' },
          { criterion: 'I', unit: 'a', from: '50', to: '49.5' },
        ],
      },
    ]);
  });
  test('a tie key that would favour the unit outside: the same total is enough', () => {
    const tieKeys = [{ field: { kind: 'section', code: 'II' }, first: 'higher', written: 'nhóm II' }] as const;
    expect(
      marginsOf({
        settings: { tieKeys },
        criteria: SECTIONS,
        scores: { a: { I: 50, II: 30 }, b: { I: 49, II: '30.8' } },
        awards: { T: {} },
      })[0],
    ).toMatchObject({ gap: '0.2', needed: '0.2' });
  });
  test('without rounding anything above the gap', () => {
    expect(
      marginsOf({ settings: { totalDecimals: null }, scores: { a: 90, b: '89.999' }, awards: { T: {} } })[0],
    ).toMatchObject({ needed: '0.001', more: true, criteria: [] });
  });
  test('one border per award; a deduction counts the other way; a maximum cannot be passed', () => {
    const criteria = {
      I: { max: 90, step: '1' },
      II: { way: 'yesno' as const, max: 10 },
      T: { counts: 'deduction' as const, max: 5, step: '1' },
    };
    const found = marginsOf({
      criteria,
      scores: { a: { I: 90, II: true, T: 2 }, b: { I: 90, II: true, T: '2.5' }, c: { I: 80, II: false, T: 0 } },
      awards: { T: {}, U: {} },
    });
    expect(
      found.map(({ award, holder, outside, gap, criteria: own }) => [
        award,
        holder,
        outside,
        gap,
        own.map(({ criterion, unit, to }) => `${unit} ${criterion} ${to}`),
      ]),
    ).toEqual([
      ['T', 'a', 'b', '0.5', ['b T 1.5', 'a I 89', 'a II 0', 'a T 3']],
      ['U', 'b', 'c', '17.5', []],
    ]);
  });
  test('open awards, and those without anyone in line, have none', () => {
    expect(marginsOf({ scores: { a: 90, b: 90 }, awards: { T: {} } })).toEqual([]);
    expect(marginsOf({ scores: { a: 90 }, awards: { T: {} } })).toEqual([]);
  });
});

describe('compare', () => {
  const judged = (input: BookInput) => {
    const one = book(input);
    return { book: one, evaluation: evaluate(one) };
  };
  const before: BookInput = {
    scores: { a: 90, b: 85, c: 80 },
    awards: { T: { quota: 1 } },
    bands: [band('Tốt', 88, 1)],
    decisions: [],
  };

  test('nothing changed', () => {
    expect(compare(judged(before), judged(before))).toEqual({ inputs: [], units: [], awards: [] });
  });
  test('one score: the cell, the totals, the ranks, the award', () => {
    expect(compare(judged(before), judged({ ...before, scores: { a: 90, b: 95, c: 80 } }))).toEqual({
      inputs: [
        {
          kind: 'score',
          row: 'I',
          what: 'bloc',
          before: '85',
          after: '95',
          place: at('Chấm điểm', 2, 4),
          placeBefore: at('Chấm điểm', 2, 4),
          unit: 'b',
          criterion: 'I',
          level: 'bloc',
        },
      ],
      units: [
        { unit: 'a', rank: { before: 1, after: 2 } },
        {
          unit: 'b',
          total: { before: '85', after: '95' },
          rank: { before: 2, after: 1 },
          grade: { before: null, after: 'Tốt' },
        },
      ],
      awards: [{ award: 'T', gained: ['b'], lost: ['a'] }],
    });
  });
  test('a unit that came and one that went; rows are matched by key, not by position', () => {
    const { units, inputs } = compare(judged(before), judged({ ...before, scores: { d: 70, b: 85, a: 90 } }));
    expect(units.map(({ unit, presence }) => [unit, presence])).toEqual([
      ['d', { before: false, after: true }],
      ['c', { before: true, after: false }],
    ]);
    expect(
      inputs.filter(({ kind }) => kind === 'score').map(({ unit, before: was, after: is }) => [unit, was, is]),
    ).toEqual([
      ['d', null, '70'],
      ['c', '80', null],
    ]);
  });
  test('settings, awards and decisions', () => {
    const { inputs, awards } = compare(
      judged(before),
      judged({
        ...before,
        settings: { totalDecimals: 1 },
        awards: { T: { quota: 2 }, U: {} },
        decisions: [{ kind: 'deny', scope: 'T', units: ['a'] }],
      }),
    );
    expect(
      inputs
        .filter(({ kind, what }) => kind === 'setting' || (kind === 'award' && what === 'quota'))
        .map(({ row, what, before: was, after: is }) => [row, what, was, is]),
    ).toEqual([
      ['', 'totalDecimals', '2', '1'],
      ['T', 'quota', '{"kind":"number","places":"1"}', '{"kind":"number","places":"2"}'],
      ['U', 'quota', null, '{"kind":"number","places":"1"}'],
    ]);
    expect(awards.map(({ award, presence, places, gained, lost }) => [award, presence, places, gained, lost])).toEqual([
      ['T', undefined, { before: 1, after: 2 }, ['b', 'c'], ['a']],
      ['U', { before: false, after: true }, { before: null, after: 1 }, ['a'], []],
    ]);
  });
});

test('self and bloc scores side by side', () => {
  const one = book({
    criteria: { I: { max: 60 }, II: { max: 40 } },
    scores: { a: { I: 50, II: 30 } },
    others: { self: { a: { I: 55, II: 30 } } },
    data: [{ unit: 'a', criterion: 'I', remark: 'thiếu minh chứng' }],
  });
  expect(levelDifferences(one)).toEqual([
    {
      unit: 'a',
      criterion: 'I',
      self: '55',
      bloc: '50',
      difference: '-5',
      remark: 'thiếu minh chứng',
      place: at('Chấm điểm', 2, 3),
    },
    { unit: 'a', criterion: null, self: '85', bloc: '80', difference: '-5', remark: null, place: at('Đơn vị', 1) },
  ]);
});

describe('the canonical text', () => {
  const input: BookInput = {
    ...INPUT,
    bands: [band('Tốt', 50, 1)],
    ballots: [{ ballot: 'P', unit: 'a', favour: 3 }],
    conditions: { k: { field: 'total', value: '5' } },
    decisions: [{ kind: 'deny', scope: 'T', units: ['c'] }],
    units: { a: { attributes: { K: true } } },
  };
  const text = (change: (one: Book) => Book = (one) => one) => evaluate(change(book(input))).canonical;

  test.each<[string, (one: Book) => Book]>([
    ['the order of units', (one) => ({ ...one, units: [...one.units].reverse() })],
    ['of columns', (one) => ({ ...one, scores: [...one.scores].reverse() })],
    ['of criteria', (one) => ({ ...one, criteria: [...one.criteria].reverse() })],
    ['of data', (one) => ({ ...one, data: [...one.data].reverse() })],
    [
      'of cells',
      (one) => ({
        ...one,
        scores: one.scores.map((column) => ({ ...column, entries: new Map([...column.entries].reverse()) })),
      }),
    ],
    [
      'where things stand',
      (one) => ({
        ...one,
        criteria: one.criteria.map((own) => ({ ...own, place: at('X', 9), places: {} })),
        sheetOrder: [],
      }),
    ],
    ['how a number is written', (one) => ({ ...one, settings: { ...one.settings, scale: '100.00' } })],
    [
      'Unicode form and outer spaces',
      (one) => ({ ...one, units: one.units.map((own) => ({ ...own, name: ` ${own.name.normalize('NFD')} ` })) }),
    ],
    [
      'what the reader found',
      (one) => ({
        ...one,
        findings: [{ code: 'hidden-data', severity: 'info', place: null, received: null, expected: null }],
      }),
    ],
  ])('does not depend on %s', (_, change) => {
    expect(text(change)).toBe(text());
  });

  test.each<[string, (one: Book) => Book]>([
    [
      'a score',
      (one) => ({
        ...one,
        scores: one.scores.map((column, number) =>
          number === 1
            ? {
                ...column,
                entries: new Map(column.entries).set('I.1', {
                  kind: 'number',
                  value: '20.1',
                  place: at('Chấm điểm', 2, 4),
                }),
              }
            : column,
        ),
      }),
    ],
    [
      'the level of a column',
      (one) => ({ ...one, scores: one.scores.map((column) => ({ ...column, level: 'self' })) }),
    ],
    ['a setting', (one) => ({ ...one, settings: { ...one.settings, bonusCap: '4' } })],
    ['a maximum', (one) => ({ ...one, criteria: one.criteria.map((own) => ({ ...own, max: '7' })) })],
    [
      'a quota',
      (one) => ({ ...one, awards: one.awards.map((own) => ({ ...own, quota: { kind: 'number', places: '2' } })) }),
    ],
    [
      'a threshold',
      (one) => ({
        ...one,
        conditions: one.conditions.map((own) => ({ ...own, value: { ...own.value, number: '6' } })),
      }),
    ],
    ['a band', (one) => ({ ...one, bands: one.bands.map((own) => ({ ...own, from: '51' })) })],
    ['a name', (one) => ({ ...one, units: one.units.map((own) => ({ ...own, name: 'khác' })) })],
    ['an attribute', (one) => ({ ...one, units: one.units.map((own) => ({ ...own, attributes: new Map() })) })],
    ['an input', (one) => ({ ...one, data: one.data.slice(1) })],
    ['a ballot', (one) => ({ ...one, ballots: [] })],
    [
      'the round of a ballot',
      (one) => ({
        ...one,
        ballots: one.ballots.map((own) => ({
          ...own,
          round: { kind: 'number', value: '2', place: at('Biểu quyết', 1, 8) },
        })),
      }),
    ],
    ['a decision', (one) => ({ ...one, decisions: [] })],
    [
      'the order of awards',
      (one) => ({ ...one, awards: [...one.awards, ...one.awards.map((own) => ({ ...own, id: 'U' }))].reverse() }),
    ],
  ])('depends on %s', (_, change) => {
    expect(text(change)).not.toBe(text());
  });
});
