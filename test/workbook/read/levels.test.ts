/** Score levels beyond the usual three, and a level that ranks in part (regulations.md 11; workbook.md, `Chấm điểm`). */
import { evaluate } from '../../../src/rules';
import { readBook } from '../../../src/workbook/read';
import { workbook } from '../../support/tables';

function judged(
  levels: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  settings: Readonly<Record<string, string>> = {},
) {
  const units = ['A', 'B'];
  const line = (cells: readonly (string | number)[]): string => cells.join(' | ');
  const book = readBook(
    workbook({
      'Thông tin': 'Mục | Giá trị\nMẫu sổ | thidua/2\nTên khối | Khối 1\nNăm | 2025',
      'Quy tắc': ['Quy tắc | Giá trị', ...Object.entries(settings).map(line)].join('\n'),
      'Tiêu chí':
        'Mã | Nội dung | Điểm tối đa | Tính vào\nI | Chuyên môn | 60\nII | Phong trào | 40\nT | Thưởng | 5 | thưởng',
      'Đơn vị': 'Mã | Tên đơn vị\nA | Sở A\nB | Sở B',
      'Chấm điểm': [
        line(['Mã', 'Tiêu chí', 'Điểm tối đa', ...units.flatMap((unit) => [unit, ...levels.slice(1).map(() => '')])]),
        line(['', '', '', ...units.flatMap(() => levels)]),
        ...['I', 'II', 'T'].map((code, at) => line([code, '', '', ...(rows[at] ?? [])])),
      ].join('\n'),
      'Khen thưởng': 'Mã | Hình thức | Số suất\nCO | Cờ | 1',
    }),
  );
  const { units: results, issues, awards } = evaluate(book);
  return {
    book,
    totals: results.map(({ total }) => total),
    levels: results.map((unit) => Object.fromEntries(unit.levels)),
    status: awards[0]?.status,
    issues: issues.map(({ code, severity, place, received }) => [severity, code, place?.sheet, received].join(' ')),
  };
}

const FOUR = ['Tự chấm', 'Chấm chéo', 'Cụm chấm', 'Tổ kiểm tra chấm'];

test('a text over a column of points inside a unit’s block is a level of that name, kept and shown', () => {
  const { levels, totals, issues } = judged(FOUR, [
    [55, 54, 53, 52, 50, 50, 50, 50],
    [40, 39, 38, 37, 30, 30, 30, 30],
  ]);
  expect(issues).toEqual([]);
  expect(totals).toEqual(['91', '80']);
  expect(levels[0]).toEqual({ self: '95', bloc: '91', 'level Chấm chéo': '93', 'level Tổ kiểm tra chấm': '89' });
});

test('a seventh level', () => {
  const seven = ['Tự chấm', 'Chấm chéo', 'Khối chấm', 'Tổ kiểm tra chấm', 'Hội đồng cơ sở', 'Liên ngành', 'Thẩm định'];
  const points = seven.map((_, at) => 50 - at);
  const { levels, issues } = judged(seven, [
    [...points, ...points.map((each) => each - 1)],
    [...points.map((each) => each - 20), ...points.map((each) => each - 20)],
  ]);
  expect([issues, Object.keys(levels[0] ?? {}).length]).toEqual([[], 7]);
});

test('its findings are notes unless it ranks; `Cấp điểm xếp hạng` may name it', () => {
  const rows = [
    [55, 54, 53, 61, 50, 50, 50, 50],
    [40, 39, 38, 37, 30, 30, 30, 30],
  ];
  expect(judged(FOUR, rows).issues).toEqual(['info score-above-max Chấm điểm 61']);
  const ranked = judged(FOUR, rows, { 'Cấp điểm xếp hạng': 'tổ kiểm tra chấm' });
  expect([ranked.totals, ranked.issues, ranked.status]).toEqual([
    [null, '80'],
    ['error score-above-max Chấm điểm 61'],
    'pending:unknown',
  ]);
});

test.each<[string, string, readonly string[]]>([
  ['no such level', 'Hội đồng xã', ['error setting-invalid Quy tắc Hội đồng xã']],
  ['a usual one by another word', 'cụm chấm', []],
  ['without marks', 'tu cham', []],
])('ranking by %s', (_, level, expected) => {
  expect(
    judged(
      FOUR,
      [
        [55, 54, 53, 52, 50, 50, 50, 50],
        [40, 39, 38, 37, 30, 30, 30, 30],
      ],
      { 'Cấp điểm xếp hạng': level },
    ).issues,
  ).toEqual(expected);
});

test('a level twice in a unit is ambiguous', () => {
  expect(
    judged(
      ['Tự chấm', 'Chấm chéo', 'Chấm  chéo'],
      [
        [55, 54, 53, 50, 50, 50],
        [40, 39, 38, 30, 30, 30],
      ],
      { 'Cấp điểm xếp hạng': 'tự chấm' },
    ).issues,
  ).toEqual(['error header-ambiguous Chấm điểm Chấm  chéo', 'error header-ambiguous Chấm điểm Chấm  chéo']);
});

test('remarks, differences and texts beside the scores are no levels', () => {
  expect(
    judged(
      ['Tự chấm', 'Khối chấm', 'Lệch', 'Lý do'],
      [
        [55, 54, 1, 'thiếu hồ sơ', 50, 50, 0, ''],
        [40, 39, 1, '', 30, 30, 0, ''],
      ],
    ),
  ).toMatchObject({ totals: ['93', '80'], issues: ['info column-unread Chấm điểm F; G; J'] });
});

describe('a Board that scores some items only', () => {
  const LEVELS = ['Tự chấm', 'Khối chấm', 'Thẩm định'];
  const TAKE = { 'Cấp điểm xếp hạng': 'thẩm định', 'Ô trống ở cấp xếp hạng': 'lấy cấp trước' };
  const rows = [
    [55, 54, 50, 50, 49, ''],
    [40, 39, '', 30, 30, 28],
    [2, 1, '', '', '', ''],
  ];

  test('blank cells take the level before, bonus too, counted once for each unit', () => {
    expect(judged(LEVELS, rows, TAKE)).toMatchObject({
      totals: ['90', '77'],
      issues: ['info level-taken Đơn vị 2', 'info level-taken Đơn vị 1'],
      status: 'ok',
    });
  });
  test('without the rule a blank cell is missing', () => {
    expect(judged(LEVELS, rows, { 'Cấp điểm xếp hạng': 'thẩm định' })).toMatchObject({
      totals: [null, null],
      status: 'pending:unknown',
    });
  });
  test('a unit with nothing at all at that level takes nothing, and that is said once', () => {
    const { totals, issues } = judged(
      LEVELS,
      [
        [55, 54, 50, 50, 49, ''],
        [40, 39, '', 30, 30, ''],
      ],
      TAKE,
    );
    expect([totals, issues]).toEqual([
      ['89', null],
      ['info level-taken Đơn vị 1', 'error score-missing Chấm điểm '],
    ]);
  });
  test('the order of the levels says which one is before', () => {
    expect(judged(LEVELS, rows, { ...TAKE, 'Thứ tự cấp': 'khối chấm; tự chấm; thẩm định' }).totals).toEqual([
      '92',
      '78',
    ]);
  });
  test.each([
    ['khối chấm; khối chấm', 'khối chấm'],
    ['khối chấm; xã chấm', 'xã chấm'],
  ])('an order such as "%s" is invalid, and nothing is settled', (order, received) => {
    expect(judged(LEVELS, rows, { ...TAKE, 'Thứ tự cấp': order })).toMatchObject({
      issues: expect.arrayContaining([`error setting-invalid Quy tắc ${received}`]) as unknown,
      status: 'pending:unknown',
    });
  });
});
