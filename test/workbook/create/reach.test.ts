/** Every word that came with today's regulations, at every reader: a new workbook, next year's, the fingerprint, the difference of two workbooks, the Board's comparison. */
import { compareWithStandard } from '../../../src/board/compare-standard';
import { openStandard } from '../../../src/board/standard';
import { MINH_HOA, type Regulation } from '../../../src/regulations';
import { compareWorkbooks } from '../../../src/workbook/compare-workbooks';
import { createWorkbook, type WorkbookContent } from '../../../src/workbook/create';
import { judge } from '../../../src/workbook/job';
import { nextYearWorkbook } from '../../../src/workbook/next-year';
import { WAY_WORDS, type WayWord } from '../../../src/workbook/layout';
import { WAYS } from '../../../src/workbook/ways';
import { cellsOfPlans } from '../../../src/sheets/plan-cells';

const UNITS = [{ code: 'A', name: 'Sở số 1', attributes: { 'Kỷ luật': 'không' } }];
const cellsOf = (regulation: Regulation, content: Partial<WorkbookContent> = {}) =>
  cellsOfPlans(createWorkbook(regulation, UNITS, { content }));
const templateOf = (cells: ReturnType<typeof cellsOf>): unknown =>
  cells.sheets
    .find(({ name }) => name === 'Thông tin')
    ?.rows.flatMap((row) => (row?.[0]?.value === 'Mẫu sổ' ? [row[1]?.value] : []))[0];

const award = (code: string, more: object): Regulation => ({
  ...MINH_HOA,
  awards: MINH_HOA.awards.map((one) => (one.code === code ? { ...one, ...more } : one)),
});
const criterion = (code: string, more: object): Regulation => ({
  ...MINH_HOA,
  criteria: MINH_HOA.criteria.map((one) => (one.code === code ? { ...one, ...more } : one)),
});
const rule = (setting: 'blankAtRanking' | 'levelOrder', value: string): Regulation => ({
  ...MINH_HOA,
  settings: [...MINH_HOA.settings.filter((one) => one.setting !== setting), { setting, value }],
});
const VOTES = { ballot: 'CP', unit: 'A', members: 15, present: 12, issued: 12, returned: 12, valid: 12, favour: 11 };

/** Ways of scoring that the first template had no word for. */
function lateWays(): WayWord[] {
  return (Object.keys(WAYS) as WayWord[]).filter((word) => WAYS[word].since === 2);
}

const NEW_WORDS: readonly (readonly [what: string, asked: Regulation])[] = [
  ['Nếu không được thì', award('CP', { fallback: 'UBND' })],
  ['Không kèm', award('CP', { excludes: 'BK' })],
  ['Không kèm không có', award('BK', { excludes: 'không có' })],
  [
    'tạm hoãn',
    {
      ...MINH_HOA,
      conditions: [...MINH_HOA.conditions, { code: 'H', field: 'Kỷ luật', op: '=', value: 'có', effect: 'tạm hoãn' }],
    },
  ],
  ['Không áp dụng đủ điểm', criterion('III.4', { na: 'đủ điểm' })],
  ['Không áp dụng quy đổi theo tổng', criterion('III.4', { na: 'quy đổi theo tổng' })],
  ...lateWays().map((word): readonly [string, Regulation] => [
    WAY_WORDS[word][0],
    criterion('III.4', { way: WAY_WORDS[word][0], parameter: WAYS[word].example, max: 10, step: undefined }),
  ]),
  ['Ô trống ở cấp xếp hạng', rule('blankAtRanking', 'lấy cấp trước')],
  ['Thứ tự cấp', rule('levelOrder', 'khối chấm; tự chấm; thẩm định')],
];

describe.each(NEW_WORDS)('%s', (_, asked) => {
  const [cells, plain] = [cellsOf(asked), cellsOf(MINH_HOA)];
  const [own, without] = [judge(cells), judge(plain)];

  test('a new workbook says thidua/2, next year’s too, and both read the same rule', () => {
    const next = cellsOfPlans(nextYearWorkbook(own));
    expect([templateOf(plain), templateOf(cells), templateOf(next)]).toEqual(['thidua/1', 'thidua/2', 'thidua/2']);
    expect(compareWithStandard(judge(next), openStandard({ isWorkbook: false, cells }), false)).toEqual([]);
    expect(own.book.findings.map(({ code }) => code)).not.toContain('setting-invalid');
  });
  test('the fingerprint, the difference and the Board see it', () => {
    expect(own.fingerprint).not.toBe(without.fingerprint);
    expect(compareWorkbooks(without, own).inputs.length).toBeGreaterThan(0);
    expect(
      compareWithStandard(own, openStandard({ isWorkbook: false, cells: plain }), false).map(({ code }) => code),
    ).toContainEqual(expect.stringMatching(/^(?:rule|criterion)-changed$/u));
  });
});

test('the ways of the first template are these for ever: another one came later, and its row says so', () => {
  const words = Object.keys(WAYS) as WayWord[];
  expect(words.filter((word) => WAYS[word].since === 1).map((word) => WAY_WORDS[word][0])).toEqual([
    'điểm',
    'bậc',
    'có/không',
    'tỷ lệ',
    'trừ dần',
    'theo lần',
    'so sánh',
    'trung bình',
    'nhóm',
    'nhóm lấy mức cao nhất',
  ]);
});

test.each([
  ['Vòng', { round: 1 }],
  ['Ý kiến bằng văn bản', { written: 3 }],
])('%s of a ballot', (_, more) => {
  const [cells, plain] = [
    cellsOf(MINH_HOA, { ballots: [{ ...VOTES, ...more }] }),
    cellsOf(MINH_HOA, { ballots: [VOTES] }),
  ];
  const [own, without] = [judge(cells), judge(plain)];
  expect([templateOf(plain), templateOf(cells)]).toEqual(['thidua/1', 'thidua/2']);
  expect(own.fingerprint).not.toBe(without.fingerprint);
  expect(compareWorkbooks(without, own).inputs.length).toBeGreaterThan(0);
});

test('a level of its own', () => {
  const [cells, plain] = [cellsOf({ ...MINH_HOA, levels: ['self', 'level Chấm chéo', 'bloc'] }), cellsOf(MINH_HOA)];
  expect([templateOf(plain), templateOf(cells), templateOf(cellsOfPlans(nextYearWorkbook(judge(cells))))]).toEqual([
    'thidua/1',
    'thidua/2',
    'thidua/2',
  ]);
  expect(judge(cells).book.scores.map(({ level }) => level)).toContain('level Chấm chéo');
});
