/** `Nếu không được thì` and `Không kèm` as a workbook writes them, and what is refused. */
import { evaluate } from '../../../src/rules';
import { readBook } from '../../../src/workbook/read';
import { workbook } from '../../support/tables';

function judged(links: readonly (readonly [fallback: string, excludes: string])[]) {
  const [cp = ['', ''], ubnd = ['', ''], bk = ['', '']] = links;
  const book = readBook(
    workbook({
      'Thông tin': 'Mục | Giá trị\nMẫu sổ | thidua/2\nTên khối | Khối 1\nNăm | 2025',
      'Tiêu chí': 'Mã | Nội dung | Điểm tối đa\nI | Chuyên môn | 100',
      'Đơn vị': 'Mã | Tên đơn vị\nA | Sở A\nB | Sở B\nC | Sở C',
      'Chấm điểm': 'Mã | Tiêu chí | Điểm tối đa | A | B | C\nI | Chuyên môn | 100 | 95 | 90 | 85',
      'Khen thưởng': `Mã | Hình thức | Số suất | Nếu không được thì | Không kèm
CP | Cờ Chính phủ | 1 | ${cp[0]} | ${cp[1]}
UBND | Cờ tỉnh | 1 | ${ubnd[0]} | ${ubnd[1]}
BK | Bằng khen | 1 | ${bk[0]} | ${bk[1]}`,
    }),
  );
  const { awards, issues } = evaluate(book);
  return {
    awards: awards.map(({ id, status, units }) => `${id} ${status === 'ok' ? units.join(' ') : status}`),
    issues: issues.map(
      ({ code, place, received, expected }) => `${code} ${String(place?.column)} ${received ?? ''} / ${expected ?? ''}`,
    ),
  };
}

test('codes, by `;`, or that nothing is excluded', () => {
  expect(judged([['ubnd', 'BK']])).toEqual({ awards: ['CP A', 'UBND A', 'BK B'], issues: [] });
  expect(
    judged([
      ['UBND', ''],
      ['', ''],
      ['', 'không có'],
    ]),
  ).toEqual({ awards: ['CP A', 'UBND A', 'BK A'], issues: [] });
  expect(judged([['', 'UBND; BK']])).toEqual({ awards: ['CP A', 'UBND B', 'BK C'], issues: [] });
});

test.each<[string, readonly (readonly [string, string])[], readonly string[], string]>([
  [
    'an award above it',
    [
      ['', ''],
      ['CP', ''],
    ],
    ['setting-invalid 3 CP / BK'],
    'UBND',
  ],
  ['itself', [['CP', '']], ['setting-invalid 3 CP / UBND; BK'], 'CP'],
  [
    'a circle',
    [
      ['UBND', ''],
      ['CP', ''],
    ],
    ['setting-invalid 3 CP / BK'],
    'UBND',
  ],
  ['no award', [['HK', '']], ['setting-invalid 3 HK / UBND; BK'], 'CP'],
  [
    'the last one falls back to nothing',
    [
      ['', ''],
      ['', ''],
      ['CP', ''],
    ],
    ['setting-invalid 3 CP / để trống'],
    'BK',
  ],
  ['an award that excludes itself', [['', 'CP']], ['setting-invalid 4 CP / UBND; BK; không có'], 'CP'],
  ['an unknown award excluded', [['', 'BK; HK']], ['setting-invalid 4 HK / UBND; BK; không có'], 'CP'],
])('%s is refused, and no award rests on it', (_, links, expected, award) => {
  const { issues, awards } = judged(links);
  expect(issues).toEqual(expected);
  expect(awards).toContain(`${award} pending:unknown`);
});
