/** How close an award was: one step on each way's own scale, and whose border it is. */
import { emptyBook, evaluate, margins, type TieKey, type Way } from '../../src/rules/index';
import { book, field, type BookInput, type CellInput, type CriterionInput } from './books';

function lines(input: BookInput): string[] {
  const one = book(input);
  return margins(one, evaluate(one)).map(({ award, holder, outside, gap, needed, more, criteria }) =>
    `${award} ${holder}/${outside} ${gap} ${needed}${more ? '+' : ''} ${criteria.map(({ unit, criterion, from, to }) => `${unit} ${criterion} ${from}→${to}`).join(', ')}`.trim(),
  );
}

/** a leads b; the leaf X of b can go one step up, that of a one step down; the leaf I cannot move: its step is larger than its maximum. */
function step(
  x: CriterionInput,
  own: { readonly a: string | boolean; readonly b: string | boolean },
  rest: { readonly a: number | string; readonly b: number },
  settings: BookInput['settings'] = {},
): string[] {
  return lines({
    settings,
    criteria: { I: { max: 80, step: '81' }, X: x },
    scores: { a: { I: rest.a, X: own.a }, b: { I: rest.b, X: own.b } },
    awards: { T: {} },
  });
}

test.each<
  [
    string,
    CriterionInput,
    { a: string | boolean; b: string | boolean },
    { a: number | string; b: number },
    readonly string[],
  ]
>([
  [
    'points by their step',
    { max: 20, step: '0.5' },
    { a: '10', b: '9.7' },
    { a: 0, b: 0 },
    ['T a/b 0.3 0.31 b X 9.7→10.2, a X 10→9.5'],
  ],
  ['points without a step: the last decimal', { max: 20 }, { a: '10', b: '10' }, { a: 0, b: 0 }, []],
  [
    'a ladder: the next rung, whatever the order of the rungs',
    { max: 20, way: { kind: 'ladder', rungs: ['20', '0', '5', '10'] } },
    { a: '10', b: '5' },
    { a: 0, b: 0 },
    ['T a/b 5 5.01'],
  ],
  [
    'a ladder: two rungs close together',
    { max: 20, way: { kind: 'ladder', rungs: ['20', '0', '5', '10', '11'] } },
    { a: '10', b: '5' },
    { a: 0, b: 1 },
    ['T a/b 4 4.01 b X 5→10, a X 10→5'],
  ],
  [
    'a ladder: no rung above, none below',
    { max: 20, way: { kind: 'ladder', rungs: ['5', '20'] } },
    { a: '5', b: '20' },
    { a: 16, b: 0 },
    ['T a/b 1 1.01'],
  ],
  [
    'a ladder: no rung above the maximum',
    { max: 20, way: { kind: 'ladder', rungs: ['0', '20', '25'] } },
    { a: '0', b: '20' },
    { a: 21, b: 0 },
    ['T a/b 1 1.01'],
  ],
  [
    'yes or no',
    { max: 20, way: 'yesno' },
    { a: true, b: false },
    { a: 0, b: 10 },
    ['T a/b 10 10.01 b X 0→20, a X 20→0'],
  ],
  ['yes already, no already', { max: 20, way: 'yesno' }, { a: false, b: true }, { a: 30, b: 0 }, ['T a/b 10 10.01']],
  ['not above the maximum', { max: 20, step: '1' }, { a: '0', b: '19.5' }, { a: 20, b: 0 }, ['T a/b 0.5 0.51']],
  [
    'just up to the maximum, just down to 0',
    { max: 20, step: '1' },
    { a: '1', b: '19' },
    { a: '18.5', b: 0 },
    ['T a/b 0.5 0.51 b X 19→20, a X 1→0'],
  ],
])('%s', (_, x, own, rest, expected) => {
  expect(step(x, own, rest)).toEqual(expected);
});

test('on a ladder no rung above the maximum', () => {
  const ladder = { max: 20, way: { kind: 'ladder', rungs: ['0', '20', '25'] } } as const;
  const input: BookInput = {
    criteria: { I: { max: 80, step: '81' }, G: { way: 'group', max: null }, 'G.1': ladder },
    awards: { T: {} },
    scores: { a: { I: 21, 'G.1': 0 }, b: { I: 0, 'G.1': 20 } },
  };
  expect(lines(input)).toEqual(['T a/b 1 1.01']);
});

interface OneStep {
  readonly way: Way;
  /** What is typed for a and for b, or their rows of data. */
  readonly typed?: readonly [CellInput, CellInput];
  readonly data?: readonly [Inputs, Inputs];
  readonly line: string;
}
interface Inputs {
  readonly target?: number;
  readonly actual?: number;
  readonly count?: number;
}

/** A lead of 0.05 points at one decimal, which one step of the leaf X takes away; null: no leaf is scored so. The compiler asks for every way. */
const ONE_STEP: Readonly<Record<Way['kind'], OneStep | null>> = {
  points: { way: { kind: 'points' }, typed: [5, 5], line: 'b X 5→5.1, a X 5→4.9' },
  ladder: { way: { kind: 'ladder', rungs: ['0', '5', '10'] }, typed: [5, 5], line: 'b X 5→10, a X 5→0' },
  yesno: { way: { kind: 'yesno' }, typed: [true, true], line: 'a X 10→0' },
  ratio: {
    way: { kind: 'ratio', cap: '1', floor: null, cutoff: null, lowerIsBetter: false },
    data: [
      { target: 2, actual: 1 },
      { target: 2, actual: 1 },
    ],
    line: 'b X 5→5.1, a X 5→4.9',
  },
  bands: {
    way: {
      kind: 'bands',
      bands: [
        { from: '50', points: '5' },
        { from: '80', points: '9' },
      ],
    },
    data: [
      { target: 2, actual: 1 },
      { target: 2, actual: 1 },
    ],
    line: 'b X 5→9, a X 5→0',
  },
  minus: { way: { kind: 'minus', each: '2' }, data: [{ count: 2 }, { count: 2 }], line: 'b X 6→8, a X 6→4' },
  count: { way: { kind: 'count', each: '2' }, data: [{ count: 2 }, { count: 2 }], line: 'b X 4→6, a X 4→2' },
  // It is the bloc that moves.
  relative: {
    way: { kind: 'relative' },
    data: [
      { target: 2, actual: 1 },
      { target: 2, actual: 1 },
    ],
    line: '',
  },
  average: { way: { kind: 'average' }, data: [{ actual: 5 }, { actual: 5 }], line: 'b X 5→5.1, a X 5→4.9' },
  group: null,
  invalid: null,
};

test.each(Object.values(ONE_STEP).filter((one) => one !== null))(
  'one step of $way.kind',
  ({ way, typed, data, line }) => {
    const input: BookInput = {
      settings: { criterionDecimals: 1 },
      criteria: { I: { max: 90, step: '91' }, X: { max: 10, way } },
      awards: { T: {} },
      scores: { a: { I: '0.05', X: typed?.[0] ?? null }, b: { I: 0, X: typed?.[1] ?? null } },
      data: (data ?? []).map((row, at) => ({ unit: at === 0 ? 'a' : 'b', criterion: 'X', ...row })),
    };
    expect(lines(input)).toEqual([`T a/b 0.05 0.06 ${line}`.trim()]);
  },
);

test('items of a count and of missing things', () => {
  const counted = (way: 'count' | 'minus', a: number, b: number) =>
    lines({
      criteria: { I: { max: 90, step: '91' }, X: { max: 10, way: { kind: way, each: '2' } } },
      scores: { a: { I: 50, X: null }, b: { I: 50, X: null } },
      data: [
        { unit: 'a', criterion: 'X', count: a },
        { unit: 'b', criterion: 'X', count: b },
      ],
      awards: { T: {} },
    });
  expect([counted('count', 2, 1), counted('minus', 1, 2)]).toEqual([['T a/b 2 2.01'], ['T a/b 2 2.01']]);
});

test.each(['count', 'minus'] as const)('one item of a %s is a step, whatever its decimals', (kind) => {
  const way = { kind, each: '2' } as const;
  const [a, b] = kind === 'count' ? [2, 1] : [1, 2];
  const input: BookInput = {
    settings: { criterionDecimals: 1 },
    criteria: { I: { max: 90, step: '91' }, X: { max: 10, way } },
    awards: { T: {} },
    scores: { a: { I: 0, X: null }, b: { I: '0.5', X: null } },
    data: [
      { unit: 'a', criterion: 'X', count: a },
      { unit: 'b', criterion: 'X', count: b },
    ],
  };
  expect(lines(input)).toEqual([
    kind === 'count' ? 'T a/b 1.5 1.51 b X 2→4, a X 4→2' : 'T a/b 1.5 1.51 b X 6→8, a X 8→6',
  ]);
});

test('points without a step go by the decimals of the criteria, else of the total; without either there is no step', () => {
  const free = (settings: BookInput['settings'], b: string) =>
    lines({ settings: settings ?? {}, criteria: { I: { max: 100 } }, scores: { a: '50', b }, awards: { T: {} } });
  expect([free({ criterionDecimals: 0 }, '49.5'), free({}, '49.995'), free({ totalDecimals: null }, '49.99')]).toEqual([
    ['T a/b 0.5 0.51 b I 49.5→50.5, a I 50→49'],
    [],
    ['T a/b 0.01 0.01+'],
  ]);
});

test('a relative criterion has no step of its own: it is the bloc that moves', () => {
  expect(
    lines({
      criteria: { X: { way: 'relative', max: 100 } },
      scores: { a: null, b: null },
      data: [
        { unit: 'a', criterion: 'X', target: 100, actual: 120 },
        { unit: 'b', criterion: 'X', target: 100, actual: '119.9' },
      ],
      awards: { T: {} },
    }),
  ).toEqual(['T a/b 0.25 0.26']);
});

describe('whose border', () => {
  const FIVE = { a: 95, b: 90, c: 85, d: 80, e: 75 };
  const border = (more: Partial<BookInput>) =>
    lines({ scores: FIVE, awards: { T: { quota: 2 } }, ...more }).map((line) => line.split(' ').slice(0, 2).join(' '));
  test('the last by rank against the first outside', () => {
    expect(border({})).toEqual(['T b/c']);
  });
  test('not those who hold it by decision', () => {
    expect(border({ decisions: [{ kind: 'grant', scope: 'T', units: ['e'] }] })).toEqual(['T a/b']);
  });
  test('nobody by rank at all', () => {
    expect(border({ awards: { T: { quota: 1 } }, decisions: [{ kind: 'grant', scope: 'T', units: ['e'] }] })).toEqual(
      [],
    );
  });
  test('everyone next in line', () => {
    expect(border({ scores: { a: 95, b: 90, c: 85, d: 85 }, awards: { T: { quota: 2 } } })).toEqual(['T b/c', 'T b/d']);
  });
  test('an award that grew: one of those who share the last rank', () => {
    expect(
      border({ scores: { a: 95, b: 90, c: 90, d: 85 }, awards: { T: { quota: 2, cutoff: 'includeAll' } } }),
    ).toEqual(['T b/d']);
  });
  test('not of an open award', () => {
    expect(border({ scores: { a: 95, b: 90, c: 90, d: 85 } })).toEqual([]);
  });
  test('the tie keys decide at the same total', () => {
    const tieKeys: TieKey[] = [{ field: field('attribute N'), first: 'higher', written: 'N' }];
    const own = (a: number, b: number) =>
      lines({
        settings: { tieKeys },
        scores: { a: 90, b: '89.5' },
        units: { a: { attributes: { N: a } }, b: { attributes: { N: b } } },
        awards: { T: {} },
      });
    expect([own(1, 2), own(2, 1), own(1, 1)]).toEqual([['T a/b 0.5 0.5'], ['T a/b 0.5 0.51'], ['T a/b 0.5 0.51']]);
  });
});

test('a book to build on', () => {
  const { settings, info, sheetOrder, ...lists } = emptyBook();
  expect([
    Object.values(lists).every((list) => Array.isArray(list) && list.length === 0),
    sheetOrder,
    info.name,
    info.legalBases,
    info.leader,
  ]).toEqual([true, [], '', [], null]);
  expect(settings).toEqual({
    scale: '100',
    rankingLevel: 'bloc',
    notApplicable: 'forbid',
    totalDecimals: 2,
    sectionDecimals: null,
    criterionDecimals: null,
    bonusCap: null,
    deductionCap: null,
    totalMin: null,
    totalMax: null,
    tieKeys: [],
    oneAwardPerUnit: true,
    unusedPlaces: 'lost',
    evidenceRequired: false,
    remarkRequired: false,
    sources: {},
  });
});
