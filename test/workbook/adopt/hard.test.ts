/** Small old tables, each with one thing that is easily read wrong. */
import { checkOld, findOldTables, openQuestions, settle } from '../../../src/workbook/adopt';
import { ODD, type Hard } from './odd-cases';
import { cellsOf } from './shapes';

const CASES: readonly Hard[] = [
  {
    name: 'I / 1 / 1.1 / a, bonus and deduction under one heading, grades',
    sheets: {
      S: [
        ['BẢNG ĐIỂM NĂM 2025'],
        [],
        ['TT', 'Nội dung', 'Điểm chuẩn', 'Sở A', 'Sở B'],
        ['I', 'Nhiệm vụ chính trị', 60, null, null],
        ['1', 'Kinh tế', 40, null, null],
        ['1.1', 'Thu ngân sách', 25, 20, 22],
        ['1.2', 'Đầu tư công', 15, 14, 13],
        ['2', 'Xã hội', 20, null, null],
        ['a)', 'Y tế', 10, 9, 8],
        ['b)', 'Giáo dục', 10, 8, 9],
        ['II', 'Xây dựng Đảng', 40, null, null],
        ['1', 'Tổ chức', 20, 18, 19],
        ['2', 'Kiểm tra', 20, 17, 16],
        ['III', 'Điểm cộng, điểm trừ', null, null, null],
        ['1', 'Điểm cộng', 5, 1, 2],
        ['2', 'Điểm trừ', 5, 0, 1],
        [null, 'Tổng cộng', null, 87, 88],
        [null, 'Xếp loại', null, 'Tốt', 'Xuất sắc'],
      ],
    },
    units: 'Sở A; Sở B',
    criteria: [
      'I Nhiệm vụ chính trị 60:',
      'I.1 Kinh tế 40:',
      'I.1.1 Thu ngân sách 25: 20 22',
      'I.1.2 Đầu tư công 15: 14 13',
      'I.2 Xã hội 20:',
      'I.2.a Y tế 10: 9 8',
      'I.2.b Giáo dục 10: 8 9',
      'II Xây dựng Đảng 40:',
      'II.1 Tổ chức 20: 18 19',
      'II.2 Kiểm tra 20: 17 16',
      'IV Điểm cộng 5 bonus: 1 2',
      'V Điểm trừ 5 deduction: 0 1',
    ],
    asked: 'level',
    left: 'heading heading',
    totals: '87 88',
    others: 'Tốt; Xuất sắc',
    differences: 0,
  },
  {
    name: 'A / 1 with numbers that run on, maxima in words, ranks below',
    sheets: {
      S: [
        ['STT', 'TIÊU CHÍ CHẤM ĐIỂM', 'KHUNG ĐIỂM', 'UBND xã A', 'UBND xã B', 'UBND xã C'],
        ['A', 'PHẦN I: PHÁT TRIỂN KINH TẾ', '50 điểm'],
        [1, 'Thu ngân sách', '20 điểm', 20, '19,5', 18],
        [2, 'Nông thôn mới', '30 điểm', 28, 27, 30],
        ['B', 'PHẦN II: VĂN HÓA XÃ HỘI', '50 điểm'],
        [3, 'Y tế', '25 điểm', 25, 24, 23],
        [4, 'Giáo dục (25 điểm)', '25 điểm', 25, 24, 23],
        ['C', 'ĐIỂM THƯỞNG', '10 điểm', 1, 0, 2],
        ['D', 'ĐIỂM TRỪ', '10 điểm', 0, -1, 0],
        [null, 'TỔNG ĐIỂM (A+B+C-D)', '100 + 10 = 110', 99, 93.5, 96],
        [null, 'XẾP HẠNG', null, 1, 3, 2],
      ],
    },
    units: 'UBND xã A; UBND xã B; UBND xã C',
    criteria: [
      'A Phần I: phát triển kinh tế 50:',
      'A.1 Thu ngân sách 20: 20 19.5 18',
      'A.2 Nông thôn mới 30: 28 27 30',
      'B Phần II: văn hóa xã hội 50:',
      'B.3 Y tế 25: 25 24 23',
      'B.4 Giáo dục 25: 25 24 23',
      'C Điểm thưởng 10 bonus: 1 0 2',
      'D Điểm trừ 10 deduction: 0 1 0',
    ],
    asked: 'level',
    left: '',
    totals: '99 93.5 96',
    others: '1; 3; 2',
    differences: 0,
  },
  {
    name: 'one header cell for both, ranks in words, a dash',
    sheets: {
      S: [
        ['Đơn vị / Tiêu chí', 'Chuyên môn (40đ)', 'Xây dựng Đảng (30đ)', 'Phong trào (30đ)', 'Cộng', 'Hạng'],
        ['Xã Tân An', 38, 28, 27, 93, 'Nhất'],
        ['Xã Bình Hòa', 35, 29, 25, 89, 'Nhì'],
        ['Phường 3', 36, 27, '-', 63, 'Ba'],
      ],
    },
    units: 'Xã Tân An; Xã Bình Hòa; Phường 3',
    criteria: ['I Chuyên môn 40: 38 35 36', 'II Xây dựng Đảng 30: 28 29 27', 'III Phong trào 30: 27 25 dash'],
    asked: 'level dash',
    left: '',
    totals: '93 89 63',
    others: 'Nhất; Nhì; Ba',
    differences: 0,
  },
  {
    name: 'one unit that nothing names, its level in the title',
    sheets: {
      Sheet1: [
        ['PHIẾU TỰ CHẤM ĐIỂM'],
        ['Nội dung', 'Điểm tối đa', 'Điểm đạt'],
        ['I. Chuyên môn', 60, null],
        ['1. Nhiệm vụ A', 40, 38],
        ['2. Nhiệm vụ B', 20, 19],
        ['II. Phong trào', 40, 36],
        ['Tổng', 100, 93],
      ],
    },
    units: '',
    criteria: ['I Chuyên môn 60:', 'I.1 Nhiệm vụ A 40: 38', 'I.2 Nhiệm vụ B 20: 19', 'II Phong trào 40: 36'],
    asked: 'unit',
    left: '',
    totals: '93',
    others: '',
    differences: 0,
  },
  {
    name: 'two tables beside each other',
    sheets: {
      S: [
        ['TT', 'Đơn vị', 'I (50 đ)', 'II (50 đ)', 'Tổng', null, 'TT', 'Đơn vị', 'I (50 đ)', 'II (50 đ)', 'Tổng'],
        [1, 'Sở A', 45, 44, 89, null, 1, 'Xã A', 40, 41, 81],
        [2, 'Sở B', 44, 46, 90, null, 2, 'Xã B', 42, 41, 83],
      ],
    },
    units: 'Sở A; Sở B',
    criteria: ['I Nhóm I 50: 45 44', 'II Nhóm II 50: 44 46'],
    asked: 'table level',
    left: '',
    totals: '89 90',
    others: '',
    differences: 0,
  },
  {
    name: 'signed in January: the year before is only likely',
    sheets: {
      S: [
        ['BẢNG ĐIỂM'],
        ['TT', 'Nội dung', 'Điểm chuẩn', 'Sở A', 'Sở B'],
        [1, 'A việc', 50, 40, 45],
        [2, 'B việc', 50, 41, 45],
        [null, 'Tổng', 100, 81, 90],
        [],
        [null, 'Hà Nội, ngày 10 tháng 01 năm 2026'],
      ],
    },
    units: 'Sở A; Sở B',
    criteria: ['1 A việc 50: 40 45', '2 B việc 50: 41 45'],
    asked: 'level',
    left: '',
    totals: '81 90',
    others: '',
    differences: 0,
  },
  {
    name: 'clusters above the units',
    sheets: {
      S: [
        ['TT', 'Tiêu chí', 'Điểm tối đa', 'Cụm số 1', null, 'Cụm số 2', null],
        [null, null, null, 'Xã A', 'Xã B', 'Xã C', 'Xã D'],
        ['I', 'Kinh tế', 60, 50, 51, 52, 53],
        ['II', 'Xã hội', 40, 30, 31, 32, 33],
        [null, 'Tổng', 100, 80, 82, 84, 86],
      ],
    },
    units: 'Xã A (Cụm số 1); Xã B (Cụm số 1); Xã C (Cụm số 2); Xã D (Cụm số 2)',
    criteria: ['I Kinh tế 60: 50 51 52 53', 'II Xã hội 40: 30 31 32 33'],
    asked: 'level group',
    left: '',
    totals: '80 82 84 86',
    others: '',
    differences: 0,
  },
  {
    name: 'the steps of a scale below a criterion',
    sheets: {
      S: [
        ['TT', 'Nội dung', 'Điểm chuẩn', 'Sở A', 'Sở B'],
        ['1', 'Thu ngân sách', 60, 55, 50],
        ['-', 'Đạt 100% trở lên', 60, null, null],
        ['-', 'Đạt 90%', 40, null, null],
        ['2', 'Xã hội', 40, 40, 39],
        [null, 'Cộng', null, 95, 89],
      ],
    },
    units: 'Sở A; Sở B',
    criteria: ['1 Thu ngân sách 60: 55 50', '2 Xã hội 40: 40 39'],
    asked: 'level',
    left: 'explaining explaining',
    totals: '95 89',
    others: '',
    differences: 0,
  },
  {
    name: 'points at the group alone',
    sheets: {
      S: [
        ['TT', 'Nội dung', 'Điểm chuẩn', 'Sở A', 'Sở B'],
        ['I', 'Kinh tế', 60, 55, 50],
        ['1', 'Thu', null, null, null],
        ['2', 'Chi', null, null, null],
        ['II', 'Xã hội', 40, 40, 39],
        [null, 'Cộng', null, 95, 89],
      ],
    },
    units: 'Sở A; Sở B',
    criteria: ['I Kinh tế 60: 55 50', 'II Xã hội 40: 40 39'],
    asked: 'level',
    left: 'explaining explaining',
    totals: '95 89',
    others: '',
    differences: 0,
  },
  {
    name: 'a column "Điểm" of maxima, units in capitals, a group that reads like a signature',
    sheets: {
      S: [
        ['TT', 'Nội dung', 'Điểm', 'SỞ NỘI VỤ', 'SỞ TÀI CHÍNH'],
        ['I', 'Hội đồng, ban chỉ đạo', null, null, null],
        ['1', 'Kinh tế', 60, 55, 50],
        ['2', 'Xã hội', 40, 40, 39],
        [null, 'Cộng', 100, 95, 89],
      ],
    },
    units: 'SỞ NỘI VỤ; SỞ TÀI CHÍNH',
    criteria: ['I Hội đồng, ban chỉ đạo ?:', 'I.1 Kinh tế 60: 55 50', 'I.2 Xã hội 40: 40 39'],
    asked: 'level',
    left: '',
    totals: '95 89',
    others: '',
    differences: 0,
  },
  {
    name: 'sums over points that are still missing',
    sheets: {
      S: [
        ['TT', 'Nội dung', 'Điểm chuẩn', 'Sở A', 'Sở B'],
        ['I', 'Kinh tế', 60, { f: 'SUM(D3:D4)', v: 0 }, { f: 'SUM(E3:E4)', v: 0 }],
        ['1', 'Thu', 30, null, null],
        ['2', 'Chi', 30, null, null],
        ['II', 'Xã hội', 40, 40, 39],
        [null, 'Cộng', null, 40, 39],
      ],
    },
    units: 'Sở A; Sở B',
    criteria: ['I Kinh tế 60:', 'I.1 Thu 30:', 'I.2 Chi 30:', 'II Xã hội 40: 40 39'],
    asked: 'level',
    left: '',
    totals: '40 39',
    others: '',
    differences: 2,
  },
  {
    name: 'remarks beside criteria and total',
    sheets: {
      S: [
        ['TT', 'Nội dung', 'Điểm chuẩn', 'Sở A', 'Sở B', 'Ghi chú'],
        ['1', 'Kinh tế', 60, 55, 50, 'Theo QĐ 12'],
        ['2', 'Xã hội', 40, 40, 39, null],
        [null, 'Cộng', 100, 95, 89, 'đã rà soát'],
      ],
    },
    units: 'Sở A; Sở B',
    criteria: ['1 Kinh tế 60: 55 50', '2 Xã hội 40: 40 39'],
    asked: 'level',
    left: '',
    totals: '95 89',
    others: '/1 Theo QĐ 12; / đã rà soát',
    differences: 0,
  },
  {
    name: 'grades and remarks of units',
    sheets: {
      S: [
        ['TT', 'Đơn vị', 'Kinh tế', 'Xã hội', 'Tổng', 'Xếp loại', 'Ghi chú'],
        [null, 'Điểm tối đa', 60, 40, 100, null, null],
        [1, 'Sở A', 55, 40, 95, 'Tốt', 'Chậm báo cáo'],
        [2, 'Sở B', 50, 39, 89, 'Khá', null],
      ],
    },
    units: 'Sở A; Sở B',
    criteria: ['I Kinh tế 60: 55 50', 'II Xã hội 40: 40 39'],
    asked: 'level',
    left: '',
    totals: '95 89',
    others: 'Tốt; Khá; Sở A/ Chậm báo cáo',
    differences: 0,
  },
  {
    name: 'levels below the criteria, totals at each',
    sheets: {
      S: [
        ['TT', 'Đơn vị', 'Nhóm I (60 điểm)', null, 'Nhóm II (40 điểm)', null, 'Tổng', null],
        [null, null, 'Tự chấm', 'Thẩm định', 'Tự chấm', 'Thẩm định', 'Tự chấm', 'Thẩm định'],
        [1, 'Xã A', 55, 54, 40, 39, 95, 93],
        [2, 'Xã B', 50, 49, 39, 38, 89, 87],
      ],
    },
    units: 'Xã A; Xã B',
    criteria: ['I Nhóm I 60: 55 50 54 49', 'II Nhóm II 40: 40 39 39 38'],
    asked: '',
    left: '',
    totals: '95 89 93 87',
    others: '',
    differences: 0,
  },
];

test.each([...CASES, ...ODD].map((hard) => [hard.name, hard] as const))('%s', (_, { sheets, ...wanted }) => {
  const {
    tables: [proposal],
    question,
  } = findOldTables(cellsOf(sheets));
  if (proposal === undefined) throw new Error('no table');
  const { units, criteria, scores, questions, unread, totals, ranks, awards, remarks } = proposal;
  const answers = new Map(
    openQuestions(questions, new Map()).map(({ key, suggestion, choices }) => [
      key,
      suggestion ?? choices[0] ?? (key === 'unit' ? 'Sở X' : '5'),
    ]),
  );
  expect({
    name: wanted.name,
    units: units.map(({ name, group }) => `${name}${group === null ? '' : ` (${group})`}`).join('; '),
    criteria: criteria.map(({ code, name, max, counts }) =>
      `${code} ${name} ${max ?? '?'}${counts === 'main' ? '' : ` ${counts}`}: ${scores
        .filter(({ criterion }) => criterion === code)
        .map(({ value }) => value)
        .join(' ')}`.trim(),
    ),
    asked: [...(question === null ? [] : [question]), ...questions]
      .filter(({ needed }) => needed)
      .map(({ key }) => key)
      .join(' '),
    left: unread.map(({ reason }) => reason).join(' '),
    totals: totals.map(({ value }) => value).join(' '),
    others: [
      ...ranks.map(({ value }) => value),
      ...awards.map(({ text }) => text),
      ...remarks.map(({ unit, criterion, text }) => `${unit ?? ''}/${criterion ?? ''} ${text}`),
    ].join('; '),
    differences: checkOld(proposal, settle(proposal, answers)).differences.length,
  }).toEqual(wanted);
});
