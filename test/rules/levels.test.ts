/** Score levels in their order, and a level that ranks in part (rules.md section 2: `Ô trống ở cấp xếp hạng`). */
import { evaluate, type Level, type Settings } from '../../src/rules/index';
import { furtherLevel, headerOfLevel, levelsOf } from '../../src/rules/score/levels';
import { book, type CellInput } from './books';

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

/** The bloc ranks and may be partial; each unit scored itself before. Total, and how many cells were taken from where. */
function taken(
  own: Readonly<Record<string, CellInput>>,
  before: Readonly<Record<string, CellInput>> | null,
  settings: Partial<Settings> = { blankAtRanking: 'before' },
) {
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

test.each<[string, ReturnType<typeof taken>, readonly (string | null)[]]>([
  // 45 + 30 + 5 (of the data) + 3 − 1
  ['blank cells', taken({ II: 30 }, SELF), ['82', 'info level-taken a 3 bloc from self']],
  [
    'a cell of spaces is blank',
    taken({ I: 40, II: '  ', B: 0, T: 0 }, SELF),
    ['80', 'info level-taken a 1 bloc from self'],
  ],
  ['what is computed is computed', taken({ I: 40, II: 30, B: 0, T: 0 }, SELF), ['75']],
  ['a 0 is a score', taken({ I: 0, II: 0, B: 0, T: 0 }, SELF), ['5']],
  [
    'a text is not blank',
    taken({ I: 'x', II: 30 }, SELF),
    [null, 'info level-taken a 2 bloc from self', 'score-not-number I'],
  ],
  [
    'blank there too',
    taken({ I: 40 }, { ...SELF, II: null, B: ' ' }),
    [null, 'info level-taken a 1 bloc from self', 'score-missing II'],
  ],
  [
    'what stands there is taken as it stands',
    taken({ II: 30 }, { I: 'N/A' }, { blankAtRanking: 'before', notApplicable: 'full' }),
    ['85', 'info level-taken a 1 bloc from self'],
  ],
  [
    'nothing at all at the level that ranks takes nothing, which is said once',
    taken({}, SELF),
    [null, 'score-missing I'],
  ],
  ['nor do cells of spaces', taken({ I: ' ', II: null }, SELF), [null, 'score-missing I']],
  ['without a column before', taken({ II: 30 }, null), [null, 'score-missing I']],
  ['not so set', taken({ II: 30 }, SELF, {}), [null, 'score-missing I']],
])('a level that ranks in part: %s', (_, found, expected) => {
  expect(found).toEqual(expected);
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
