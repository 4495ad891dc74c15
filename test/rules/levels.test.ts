/** Score levels in their order, and a level that ranks in part (rules.md section 2: `Ô trống ở cấp xếp hạng`). */
import { evaluate, issue, type Book, type Level, type Settings } from '../../src/rules/index';
import { furtherLevel, headerOfLevel, levelsOf } from '../../src/rules/score/levels';
import { at, book, type BookInput, type CellInput } from './books';

const CROSS = furtherLevel('Chấm chéo');
const TEAM = furtherLevel('Tổ kiểm tra');

test('a further level bears its header; the usual ones have none', () => {
  expect([CROSS, 'self', 'bloc', 'board'].map((level) => headerOfLevel(level as Level))).toEqual([
    'Chấm chéo',
    null,
    null,
    null,
  ]);
});

test.each<[string, readonly Level[], Partial<Settings>, readonly Level[]]>([
  ['self, bloc, board, however the columns stand', ['board', 'bloc', 'self'], {}, ['self', 'bloc', 'board']],
  ['further ones stand before the Board', [TEAM, 'board', 'self', CROSS], {}, ['self', 'bloc', TEAM, CROSS, 'board']],
  ['as the setting says', ['self', 'board'], { levelOrder: ['board', 'bloc', 'self'] }, ['board', 'bloc', 'self']],
  [
    'those that the setting does not name come last',
    ['self', CROSS, 'board'],
    { levelOrder: ['board', 'bloc'] },
    ['board', 'bloc', 'self', CROSS],
  ],
  ['named, but without a column', ['self'], { levelOrder: ['self', TEAM, 'bloc'] }, ['self', 'bloc']],
  ['the level that ranks, without a column too', ['self'], { rankingLevel: 'board' }, ['self', 'board']],
])('levels: %s', (_, columns, settings, expected) => {
  const scores = columns.map((level) => ({ unit: 'a', level, entries: new Map(), stated: new Map() }));
  expect(levelsOf({ settings: { ...book({ scores: {} }).settings, ...settings }, scores })).toEqual(expected);
});

type Cells = Readonly<Record<string, CellInput>>;

/** The bloc ranks and may be partial; each unit scored itself before. Total, and how many cells were taken from where. */
function taken(own: Cells, before: Cells | null, settings: Partial<Settings>) {
  const { units, issues } = evaluate(
    book({
      criteria: {
        I: { max: 50, allowsNa: true },
        II: { max: 40 },
        III: { max: 10, way: 'ratio' },
        B: { max: 5, counts: 'bonus' },
        T: { max: 5, counts: 'deduction' },
      },
      scores: { a: own },
      others: before === null ? {} : { self: { a: before } },
      data: [{ unit: 'a', criterion: 'III', target: 10, actual: 5 }],
      settings,
    }),
  );
  return [
    units[0]?.total ?? null,
    ...issues
      .filter(({ code }) => code === 'level-taken' || code === 'score-missing' || code === 'score-not-number')
      .map(({ severity, code, unit, received, criterion, params }) =>
        code === 'level-taken'
          ? `${severity} ${code} ${String(unit)} ${String(received)} ${String(params?.['level'])} from ${String(params?.['from'])}`
          : `${code} ${criterion ?? '–'}`,
      ),
  ];
}

const SELF = { I: 45, II: 35, III: 9, B: 3, T: 1 };

const TAKES: Partial<Settings> = { blankAtRanking: 'before' };

test.each<[string, Cells, Cells | null, Partial<Settings>, readonly (string | null)[]]>([
  // 45 + 30 + 5 (of the data) + 3 − 1
  ['blank cells', { II: 30 }, SELF, TAKES, ['82', 'info level-taken a 3 bloc from self']],
  [
    'a cell of spaces is blank',
    { I: 40, II: '  ', B: 0, T: 0 },
    SELF,
    TAKES,
    ['80', 'info level-taken a 1 bloc from self'],
  ],
  ['what is computed is computed', { I: 40, II: 30, B: 0, T: 0 }, SELF, TAKES, ['75']],
  ['a 0 is a score', { I: 0, II: 0, B: 0, T: 0 }, SELF, TAKES, ['5']],
  [
    'a text is not blank',
    { I: 'x', II: 30 },
    SELF,
    TAKES,
    [null, 'info level-taken a 2 bloc from self', 'score-not-number I'],
  ],
  [
    'blank there too',
    { I: 40 },
    { ...SELF, II: null, B: ' ' },
    TAKES,
    [null, 'info level-taken a 1 bloc from self', 'score-missing II'],
  ],
  [
    'what stands there is taken as it stands',
    { II: 30 },
    { I: 'N/A' },
    { ...TAKES, notApplicable: 'full' },
    ['85', 'info level-taken a 1 bloc from self'],
  ],
  [
    'nothing at all at the level that ranks takes nothing, which is said once',
    {},
    SELF,
    TAKES,
    [null, 'score-missing I'],
  ],
  ['nor do cells of spaces', { I: ' ', II: null }, SELF, TAKES, [null, 'score-missing I']],
  ['without a column before', { II: 30 }, null, TAKES, [null, 'score-missing I']],
  ['not so set', { II: 30 }, SELF, {}, [null, 'score-missing I']],
  ['not so set, of nothing at all each cell is named', {}, SELF, {}, [null, 'score-missing I', 'score-missing II']],
])('a level that ranks in part: %s', (_, own, before, settings, expected) => {
  expect(taken(own, before, settings)).toEqual(expected);
});

test('the level before, in the order of the setting, gives the points; only the level that ranks takes any', () => {
  const criteria = { I: { max: 50 }, II: { max: 50 } };
  const others = {
    self: { a: { I: 10, II: 11 }, b: { I: 20, II: null } },
    board: { a: { I: 30, II: null }, b: { I: 40, II: 41 } },
  };
  const totals = (settings: Partial<Settings>) =>
    evaluate(
      book({
        criteria,
        others,
        scores: { a: { I: 1, II: null }, b: { I: null, II: 2 } },
        settings: { blankAtRanking: 'before', ...settings },
      }),
    ).units.map(({ levels }) => Object.fromEntries(levels));
  expect([totals({}), totals({ levelOrder: ['self', 'board', 'bloc'] })]).toEqual([
    [
      { self: '21', bloc: '12', board: null },
      { self: null, bloc: '22', board: '81' },
    ],
    [
      { self: '21', bloc: null, board: null },
      { self: null, bloc: '42', board: '81' },
    ],
  ]);
});

describe('what a unit lacks at the level that ranks', () => {
  const one = (more: Partial<BookInput> = {}) =>
    book({
      criteria: { I: { max: 50 }, II: { max: 50 } },
      scores: { a: { I: 40, II: 40 }, b: { I: 30, II: 30 } },
      ...more,
    });
  const told = (given: Book) => {
    const { units, issues } = evaluate(given);
    return [
      units.map(({ notRanked }) => notRanked).join(),
      ...issues.map(({ code, unit, place }) => `${code} ${unit ?? '–'} ${String(place?.sheet)} ${String(place?.row)}`),
    ];
  };
  const withoutColumn = (given: Book, unit: string): Book => ({
    ...given,
    scores: given.scores.filter((column) => column.unit !== unit),
  });
  const withoutRow = (given: Book, code: string): Book => ({
    ...given,
    scores: given.scores.map((column) => ({
      ...column,
      entries: new Map([...column.entries].filter(([own]) => own !== code)),
    })),
  });

  test('a column: said at its row', () => {
    expect(told(withoutColumn(one(), 'b'))).toEqual([',unit-column-missing', 'unit-column-missing b Đơn vị 2']);
  });
  test('not of a unit that is not ranked by record: it gives no score errors', () => {
    expect(told(withoutColumn(one({ units: { b: { notRanked: 'mới' } } }), 'b'))).toEqual([
      ',recorded',
      'unit-not-ranked b Đơn vị 2',
    ]);
  });
  test('not where the reader has said why', () => {
    const read = issue('header-near', at('Chấm điểm', 0, 4));
    expect(told({ ...withoutColumn(one(), 'b'), findings: [read] })).toEqual([
      ',unit-column-missing',
      'header-near – Chấm điểm 0',
    ]);
    // Another finding explains nothing.
    expect(told({ ...withoutColumn(one(), 'b'), findings: [issue('hidden-data', at('Chấm điểm', 0, 4))] })).toEqual([
      ',unit-column-missing',
      'unit-column-missing b Đơn vị 2',
      'hidden-data – Chấm điểm 0',
    ]);
  });
  test('a column, where blank cells take the level before', () => {
    expect(told(withoutColumn(one({ settings: TAKES, others: { self: { a: { I: 1, II: 1 } } } }), 'b'))).toEqual([
      ',unit-column-missing',
      'unit-column-missing b Đơn vị 2',
    ]);
  });
  test('the row of a criterion', () => {
    expect(told(withoutRow(one(), 'II'))).toEqual(['criterion-row-missing,criterion-row-missing']);
  });
  test('a row of data, and the cell too: the cell says it', () => {
    const computed = one({ criteria: { I: { max: 50 }, II: { max: 50, way: 'ratio' } }, scores: { a: { I: 40 } } });
    expect([told(computed), told(withoutRow(computed, 'II'))]).toEqual([
      ['data-missing', 'data-missing a Chấm điểm 3'],
      ['criterion-row-missing'],
    ]);
    expect(evaluate(computed).issues[0]).toMatchObject({ unit: 'a', criterion: 'II' });
  });
  test('what lacks nothing there is not asked for at another level', () => {
    const given = one({
      settings: { notApplicable: 'total' },
      criteria: { I: { max: 50 }, II: { max: 50, way: 'ratio', allowsNa: true } },
      scores: { a: { I: 40, II: 'N/A' } },
      others: { self: { a: { I: 40, II: null } } },
    });
    expect(told(given)).toEqual(['']);
  });
  test('of a column that is blank as a whole other faults are told beside it, whichever comes first', () => {
    const blank = (criteria: BookInput['criteria']) =>
      told(
        book({
          settings: TAKES,
          ...(criteria === undefined ? {} : { criteria }),
          scores: { a: {} },
        }),
      );
    const [typed, events] = [{ max: 40 }, { max: 20, way: 'average' as const }];
    expect([blank({ I: typed, II: typed, A: events }), blank({ A: events, I: typed, II: typed })]).toEqual([
      ['score-missing', 'score-missing a Chấm điểm 2', 'na-not-allowed a Chấm điểm 4'],
      ['na-not-allowed', 'na-not-allowed a Chấm điểm 2', 'score-missing a Chấm điểm 3'],
    ]);
  });
});

test('faults at a level that does not rank: of a further one they are notes, of the usual ones they are none', () => {
  const { units, issues } = evaluate(
    book({
      scores: { a: 90, b: 80 },
      others: { self: { a: { I: 101 } }, [CROSS]: { a: { I: 102 } }, [TEAM]: { b: { I: -1 } } },
    }),
  );
  expect(issues.map(({ severity, code, unit, received }) => [severity, code, unit, received].join(' '))).toEqual([
    'error score-above-max a 101',
    'info score-above-max a 102',
    'info score-negative b -1',
  ]);
  // A level stands where the unit has a column of it.
  expect(units.map(({ levels }) => Object.fromEntries(levels))).toEqual([
    { self: null, bloc: '90', [CROSS]: null },
    { bloc: '80', [TEAM]: null },
  ]);
});
