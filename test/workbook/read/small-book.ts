/** A bloc of three units and three awards as text tables, some of them replaced; and what comes of it in one line. */
import { evaluate, type Evaluation } from '../../../src/rules';
import { readBook } from '../../../src/workbook/read';
import { workbook } from '../../support/tables';

export type Sheets = Readonly<Record<string, string>>;

export const BASE: Sheets = {
  'Thông tin': 'Mục | Giá trị\nMẫu sổ | thidua/2\nTên khối | Khối 1\nNăm | 2025',
  'Tiêu chí': 'Mã | Nội dung | Điểm tối đa\nI | Chuyên môn | 60\nII | Phong trào | 40',
  'Đơn vị': 'Mã | Tên đơn vị\nA | Sở A\nB | Sở B\nC | Sở C',
  'Chấm điểm': 'Mã | Tiêu chí | Điểm tối đa | A | B | C\nI | | | 55 | 50 | 45\nII | | | 40 | 35 | 30',
  'Khen thưởng': 'Mã | Hình thức | Số suất\nCP | Cờ Chính phủ | 1\nUBND | Cờ tỉnh | 1\nBK | Bằng khen | 1',
};

export const evaluationOf = (sheets: Sheets): Evaluation => evaluate(readBook(workbook({ ...BASE, ...sheets })));

/** "A 95; B 85; C 75", then each award with who has it, then what was found beside notes. */
export function judged(sheets: Sheets): string {
  const { units, awards, issues } = evaluationOf(sheets);
  return [
    units.map(({ id, total, grade }) => `${id} ${total ?? '–'}${grade === null ? '' : ` ${grade}`}`).join('; '),
    awards
      .map(({ id, status, units: holders, fallback, postponed }) =>
        [
          `${id}: ${status === 'ok' ? '' : status}`.trim(),
          holders.join(','),
          fallback.length > 0 ? `(giữ ${fallback.join(',')})` : '',
          postponed.length > 0 ? `(hoãn ${postponed.join(',')})` : '',
        ]
          .filter(Boolean)
          .join(' '),
      )
      .join('; '),
    issues
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, unit, received }) => [code, unit ?? received].join(' '))
      .join('; '),
  ]
    .filter(Boolean)
    .join(' | ');
}

export const setting = (name: string, value: string): Sheets => ({
  'Quy tắc': `Quy tắc | Giá trị\n${name} | ${value}`,
});
export const awards = (head: string, ...lines: readonly string[]): Sheets => ({
  'Khen thưởng':
    ['Mã | Hình thức | Số suất', head].filter(Boolean).join(' | ') +
    ['CP | Cờ Chính phủ | 1', 'UBND | Cờ tỉnh | 1', 'BK | Bằng khen | 1']
      .map((line, at) => `\n${line} | ${lines[at] ?? ''}`)
      .join(''),
});
export const condition = (line: string): Sheets => ({
  'Điều kiện': `Mã | Áp dụng cho | Trường | Phép so | Giá trị | Nhóm hoặc | Hệ quả\n${line}`,
});
export const units = (header: string, a: string, b: string, c: string): Sheets => ({
  'Đơn vị': `Mã | Tên đơn vị | ${header}\nA | Sở A | ${a}\nB | Sở B | ${b}\nC | Sở C | ${c}`,
});
export const levels = (...headers: readonly string[]): Sheets => ({
  'Chấm điểm': [
    `Mã | Tiêu chí | Điểm tối đa${['A', 'B', 'C'].map((unit) => ` | ${unit}${' |'.repeat(headers.length - 1)}`).join('')}`,
    ` | | ${` | ${headers.join(' | ')}`.repeat(3)}`,
    ...[
      ['I', [55, 50, 45]],
      ['II', [40, 35, 30]],
    ].map(
      ([code, points]) =>
        `${String(code)} | | ${(points as number[]).map((each) => headers.map((_, at) => ` | ${String(each - at)}`).join('')).join('')}`,
    ),
  ].join('\n'),
});
export const scores = (...lines: readonly string[]): Sheets => ({
  'Chấm điểm': ['Mã | Tiêu chí | Điểm tối đa | A | B | C', ...lines].join('\n'),
});
export const ballots = (...lines: readonly string[]): Sheets => ({
  'Bỏ phiếu': [
    'Mã phiếu | Mã đơn vị | Vòng | Thành viên | Có mặt | Ý kiến bằng văn bản | Phát ra | Thu về | Hợp lệ | Đồng ý',
    ...lines,
  ].join('\n'),
});
export const bands = (parameter: string, ...rows: readonly string[]): Sheets => ({
  'Tiêu chí': `Mã | Nội dung | Điểm tối đa | Tính vào | Cách chấm | Tham số\nI | Chuyên môn | 100\nT | Điểm cộng | 5 | thưởng | bậc theo tỷ lệ | ${parameter}`,
  ...scores('I | | | 90 | 85 | 80', 'T | | | | |'),
  'Số liệu': ['Mã đơn vị | Mã tiêu chí | Chỉ tiêu | Thực hiện', ...rows].join('\n'),
});
