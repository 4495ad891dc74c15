/** The chapter "Viết quy chế vào sổ" of the guide: its tables, put together, are a workbook that gives what the clauses say. */
import { readFileSync } from 'node:fs';
import { evaluate } from '../../../src/rules';
import { readBook } from '../../../src/workbook/read';
import { workbook } from '../../support/tables';

const CHAPTER = /^## Viết quy chế vào sổ\n(.*?)(?=^## )/msu.exec(readFileSync('docs/huong-dan.md', 'utf8'))?.[1] ?? '';
const SHEETS = Object.fromEntries(
  [...CHAPTER.matchAll(/^Trang tính `([^`]+)`:\n\n((?:\|.*\n)+)/gmu)].map(([, name = '', table = '']) => [
    name,
    table
      .trim()
      .split('\n')
      .filter((_, index) => index !== 1)
      .map((line) => line.replace(/^\|\s?|\s?\|$/gu, ''))
      .join('\n'),
  ]),
);

function judged(
  change: (sheets: Readonly<Record<string, string>>) => Readonly<Record<string, string>> = (sheets) => sheets,
) {
  const book = readBook(
    workbook(
      change({
        'Thông tin': 'Mục | Giá trị\nMẫu sổ | thidua/2\nTên khối | Khối 1\nNăm | 2025',
        'Đơn vị': `Mã | Tên đơn vị | Số tài khoản mở mới | Tỷ lệ nữ từ 70% | HTXSNV hai năm liền | Tập thể lao động xuất sắc | Kỷ luật | Đang bị thanh tra
A | Sở A | 300 | không | không | không | không | không
B | Sở B | 200 | không | không | có | không | không
C | Sở C | 200 | có | không | không | không | không`,
        'Chấm điểm':
          'Mã | Tiêu chí | Điểm tối đa | A | B | C\nI | | | | |\nII | | | | |\nIII | | | KAD | 20 | 20\nIV | | | 20 | KAD | KAD\nT.1 | | | | |\nT.2 | | | không | không | không',
        'Số liệu': [
          'Mã đơn vị | Mã tiêu chí | Chỉ tiêu | Thực hiện | Số lần',
          ...['A', 'B', 'C'].flatMap((unit) => [
            `${unit} | I | | | 50`,
            `${unit} | II | 100 | ${unit === 'A' ? '100' : '90'} |`,
            `${unit} | T.1 | 100 | 90 |`,
          ]),
        ].join('\n'),
        ...SHEETS,
      }),
    ),
  );
  const { units, awards, issues } = evaluate(book);
  return {
    totals: units.map(({ total }) => total),
    ranks: units.map(({ rank }) => rank),
    awards: awards.map(
      ({ id, status, units: holders, fallback }) =>
        `${id} ${status} ${holders.join(' ')}${fallback.length > 0 ? ` / ${fallback.join(' ')}` : ''}`,
    ),
    issues: issues
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, place }) => `${code} ${place?.sheet ?? ''}`),
  };
}

test('the chapter has a table for each sheet it speaks of', () => {
  expect(Object.keys(SHEETS)).toEqual(['Quy tắc', 'Tiêu chí', 'Khen thưởng', 'Điều kiện', 'Bỏ phiếu']);
});

test('put together they give what the clauses say, without a finding', () => {
  // A: 20 + 40 + đủ 20 + 20 + 3; B, C: (20 + 36 + 20) × 100/80 + 3, the tie parted by the women's share.
  expect(judged()).toEqual({
    totals: ['103', '98', '98'],
    ranks: [1, 3, 2],
    awards: ['CP ok A', 'UBND ok A / A', 'BK ok B'],
    issues: [],
  });
});

test('without the second round the flag is not granted', () => {
  expect(
    judged((sheets) => ({ ...sheets, 'Bỏ phiếu': (sheets['Bỏ phiếu'] ?? '').split('\n').slice(0, 2).join('\n') }))
      .awards,
  ).toEqual(['CP ok ', 'UBND ok A', 'BK ok B']);
});
