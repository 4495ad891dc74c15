/** What real score sheets do, each alone: forgiven where it does not matter, named by cell where it does. */
import { BASE, inserted, withTexts, type Spoiling } from './base';

export interface Fault {
  readonly fault: string;
  readonly spoil: Spoiling;
  /** Every issue: "code Sheet!A1". */
  readonly issues: readonly string[];
}

const S = 'Chấm điểm';
const SCORES = BASE['Chấm điểm'].table;

/** The score sheet with another table; its merged areas go. */
const scores = (change: (table: string) => string): Spoiling => ({ sheets: { [S]: change(SCORES) } });

/** "Sở Y tế" → another name, in the units and over its columns. */
const named = (units: string, columns: string): Spoiling => ({ set: { 'Đơn vị!B2': units, [`${S}!D2`]: columns } });

export const FAULTS: readonly Fault[] = [
  {
    fault: 'a number as text with comma',
    spoil: { set: { [`${S}!E5`]: '"28,0"' } },
    issues: [`number-as-text ${S}!E5`],
  },
  { fault: 'a number as text with "đ"', spoil: { set: { [`${S}!E5`]: '28 đ' } }, issues: [`number-as-text ${S}!E5`] },
  {
    fault: 'a number as text with "điểm"',
    spoil: { set: { [`${S}!E5`]: '28.0 điểm' } },
    issues: [`number-as-text ${S}!E5`],
  },
  {
    fault: 'comma and point in one sheet',
    spoil: { set: { [`${S}!E5`]: '"28,0"', [`${S}!G5`]: '"25.0"' } },
    issues: [`number-as-text ${S}!E5`, `number-as-text ${S}!G5`],
  },
  {
    fault: 'a number with spaces around it',
    spoil: { set: { [`${S}!E5`]: '" 28 "' } },
    issues: [`number-as-text ${S}!E5`],
  },
  {
    fault: 'three decimals, no rule against them',
    spoil: { set: { [`${S}!E6`]: '18.125', [`${S}!E4`]: '', [`${S}!E16`]: '' } },
    issues: [],
  },
  {
    fault: 'three decimals as text could be thousands',
    spoil: { set: { [`${S}!E6`]: '"18,125"' } },
    issues: [`score-not-number ${S}!E6`],
  },
  {
    fault: 'a percentage as 0.95 in a cell formatted as %',
    spoil: { set: { [`${S}!E6`]: '0.95 @ 0%', [`${S}!E4`]: '', [`${S}!E16`]: '', 'Điều kiện!E8': '38' } },
    issues: [`percent-scale ${S}!E6`],
  },
  {
    fault: 'a percentage as 95 in a cell formatted as %',
    spoil: { set: { [`${S}!E6`]: '95 @ 0%' } },
    issues: [`score-above-max ${S}!E6`, `percent-scale ${S}!E6`],
  },
  { fault: 'a threshold as 60 %, 60 and 0.6 formatted', spoil: { set: { 'Điều kiện!E4': '0.6 @ 0%' } }, issues: [] },
  { fault: 'a threshold as the number 60', spoil: { set: { 'Điều kiện!E4': '60' } }, issues: [] },
  { fault: 'unit headers not merged', spoil: scores((table) => table), issues: [] },
  {
    fault: 'unit headers in every column of their block',
    spoil: scores((table) => table.replace('u1 | |', 'u1 | u1 |')),
    issues: [`header-ambiguous ${S}!E2`],
  },
  {
    fault: 'a header in two rows: key and text merged down',
    spoil: { options: { [S]: { merges: ['A2:A3', 'B2:B3', 'C2:C3'] } } },
    issues: [],
  },
  {
    fault: 'a table’s header in two rows, the counts in the second',
    spoil: {
      sheets: {
        'Bỏ phiếu': `
          Mã phiếu | Mã đơn vị | Kết quả kiểm phiếu
           | | Thành viên | Có mặt | Phát ra | Thu về | Hợp lệ | Đồng ý
          CO | u1 | 15 | 15 | 15 | 15 | 15 | 13
          CO | u2 | 15 | 15 | 15 | 15 | 14 | 12
          CO | u3 | 15 | 15 | 15 | 15 | 15 | 3`,
      },
    },
    issues: [],
  },
  {
    fault: 'a table’s header in two rows, the limits in the second: they are read, and named where they cross',
    spoil: {
      sheets: {
        'Khen thưởng': `
          Mã | Hình thức | Số suất | Giới hạn |
           | | | Suất tối thiểu | Suất tối đa
          CO | Cờ thi đua của UBND tỉnh | 1 | 2 | 1
          BK | Bằng khen | 1 | |`,
      },
    },
    issues: ['quota-invalid Khen thưởng!D3'],
  },
  {
    fault: 'the codes’ header in the row of the levels',
    spoil: {
      set: {
        [`${S}!A2`]: '',
        [`${S}!B2`]: '',
        [`${S}!C2`]: '',
        [`${S}!A3`]: 'Mã',
        [`${S}!B3`]: 'Tiêu chí',
        [`${S}!C3`]: 'Điểm tối đa',
      },
    },
    issues: [],
  },
  {
    fault: 'no level row: every column is the ranking level',
    spoil: {
      sheets: {
        [S]: `
          Mã | Tiêu chí | Điểm tối đa | u1 | u2 | u3
          I.1 | | | 28 | 25 | 27
          I.2 | | | 18 | 17 | 16
          I.3 | | | 10 | 5 | 10
          II.1 | | | | |
          II.2 | | | có | có | không
          II.3 | | | | |
          T.1 | | | | |
          P.1 | | | | 1 |`,
      },
    },
    issues: [],
  },
  {
    fault: 'Roman numerals in lower case with a point',
    spoil: { set: { [`${S}!A4`]: 'i.', [`${S}!A8`]: 'ii)' } },
    issues: [],
  },
  {
    fault: 'a code that is only a dash',
    spoil: { set: { 'Tiêu chí!A13': '-', [`${S}!A15`]: '-' } },
    issues: ['code-generated Tiêu chí!A13'],
  },
  {
    fault: 'a code 1.10 that is not 1.1',
    spoil: {
      set: {
        'Tiêu chí!A11': 'T.10',
        [`${S}!A13`]: 'T.10',
        'Số liệu!B4': 'T.1',
        'Số liệu!B9': 'T.10',
        [`${S}!E13`]: '',
        [`${S}!D16`]: '',
        [`${S}!E16`]: '',
      },
    },
    issues: ['code-unknown Số liệu!B4'],
  },
  {
    fault: 'a merged sub-heading row among the criteria',
    spoil: {
      sheets: {
        'Tiêu chí': BASE['Tiêu chí'].replace('    II | Phong', '    Phần 2: phong trào, 40 điểm\n    II | Phong'),
      },
      options: { 'Tiêu chí': { merges: ['A6:J6'] } },
    },
    issues: [],
  },
  {
    fault: 'a sub-heading row among the scores',
    spoil: scores((table) => table.replace('    II | Phong', '    PHẦN THỨ HAI | | | | | | |\n    II | Phong')),
    issues: [],
  },
  {
    fault: 'a row "Cộng" between the sections',
    spoil: scores((table) =>
      table.replace('    II | Phong', '    Cộng | | 60 | 57 | 56 | 47 | 47 | 53 | 53\n    II | Phong'),
    ),
    issues: [],
  },
  { fault: 'the last row is called "Tổng cộng"', spoil: { set: { [`${S}!A16`]: 'TỔNG CỘNG' } }, issues: [] },
  {
    fault: 'the word of the total in the second column',
    spoil: { set: { [`${S}!A16`]: '', [`${S}!B16`]: 'Tổng điểm' } },
    issues: [],
  },
  {
    fault: 'a signature block right below the table',
    spoil: scores((table) => table.replace(/\n\n/u, '\n')),
    issues: [],
  },
  {
    fault: 'signatures with a date below the total',
    spoil: { set: { [`${S}!E18`]: 'Ninh Bình, ngày 20 tháng 12 năm 2025', [`${S}!A19`]: 'Nguyễn Văn A' } },
    issues: [],
  },
  {
    fault: 'signatures below the criteria, without a total row',
    spoil: { set: { 'Tiêu chí!A16': 'Người lập biểu', 'Tiêu chí!D16': 'Trưởng khối', 'Tiêu chí!A18': '(họ và tên)' } },
    issues: [],
  },
  {
    fault: 'codes of units that are words, and a unit after a blank row',
    spoil: {
      set: {
        'Đơn vị!A2': 'Sở YT',
        [`${S}!D2`]: 'Sở YT',
        'Thông tin!B6': 'Sở YT',
        'Số liệu!A2': 'Sở YT',
        'Số liệu!A3': 'Sở YT',
        'Số liệu!A4': 'Sở YT',
        'Bỏ phiếu!B2': 'Sở YT',
        'Đơn vị!A6': 'SNV',
        'Đơn vị!B6': 'Sở Nội vụ',
        'Đơn vị!F6': 'mới sáp nhập',
      },
    },
    issues: ['unit-not-ranked Đơn vị!A6', 'unit-column-missing Đơn vị!A6'],
  },
  {
    fault: 'signatures below the units',
    spoil: { set: { 'Đơn vị!B7': 'Người lập', 'Đơn vị!E7': 'Trưởng khối' } },
    issues: [],
  },
  { fault: 'a hidden row', spoil: { options: { [S]: { hiddenRows: [7] } } }, issues: [`hidden-data ${S}!A7`] },
  {
    fault: 'a formula replaced by a value',
    spoil: { set: { [`${S}!G16`]: '86' } },
    issues: [`formula-overwritten ${S}!G16`],
  },
  {
    fault: 'a formula replaced by a wrong value',
    spoil: { set: { [`${S}!G16`]: '88' } },
    issues: [`formula-overwritten ${S}!G16`, `sum-differs ${S}!G16`],
  },
  { fault: '#REF! in a score', spoil: { set: { [`${S}!G6`]: '#REF!' } }, issues: [`cell-error ${S}!G6`] },
  {
    fault: '#REF! in a sum',
    spoil: { set: { [`${S}!G4`]: '=SUM(#REF!) -> #REF!', [`${S}!G16`]: '=G4+G8 -> #REF!' } },
    issues: [`cell-error ${S}!G4`],
  },
  { fault: 'spaces and line breaks in a name', spoil: named(' Sở  Y\\ntế ', 'Sở Y tế'), issues: [] },
  {
    fault: 'everything in NFD',
    spoil: { change: (cells) => withTexts(cells, (text) => text.normalize('NFD')) },
    issues: [],
  },
  { fault: 'a name in NFD over the columns', spoil: named('Sở Y tế', 'Sở Y tế'.normalize('NFD')), issues: [] },
  { fault: 'another case over the columns', spoil: named('Sở Y tế', 'SỞ Y TẾ'), issues: [] },
  {
    fault: '"&" for "và"',
    spoil: { set: { [`${S}!F2`]: 'Sở Khoa học & Công nghệ' } },
    issues: [`code-unknown ${S}!F2`],
  },
  { fault: 'an abbreviated name', spoil: { set: { [`${S}!F2`]: 'Sở KHCN' } }, issues: [`code-unknown ${S}!F2`] },
  {
    fault: 'a typing error in a name',
    spoil: { set: { [`${S}!H2`]: 'Ban Quan lý An toàn thực phẩm tỉnh' } },
    issues: [`code-unknown ${S}!H2`],
  },
  {
    fault: 'a name without marks is not the name',
    spoil: named('Sở Y tế', 'So Y te'),
    issues: [`code-unknown ${S}!D2`],
  },
  { fault: 'Bá is not Ba', spoil: named('Hội Bá Đa', 'Hội Ba Đa'), issues: [`code-unknown ${S}!D2`] },
  {
    fault: 'two units of one name, which also stands over their columns',
    spoil: { set: { 'Đơn vị!B2': 'Sở Y tế', 'Đơn vị!B3': 'Sở Y tế', [`${S}!D2`]: 'Sở Y tế', [`${S}!F2`]: 'Sở Y tế' } },
    issues: ['unit-name-duplicate Đơn vị!B3'],
  },
  {
    fault: 'running numbers beside rows that are still empty',
    spoil: { set: { 'Đơn vị!H1': 'STT', 'Đơn vị!H2': '1', 'Đơn vị!H3': '2', 'Đơn vị!H4': '3', 'Đơn vị!H5': '4' } },
    issues: [],
  },
  { fault: 'a date as text', spoil: { set: { 'Thông tin!B8': '20-12-2025' } }, issues: ['date-as-text Thông tin!B8'] },
  {
    fault: 'columns moved',
    spoil: {
      sheets: {
        'Khen thưởng': `
      Số suất | Hình thức | Ghi chú | Mã
      1 | Cờ thi đua của UBND tỉnh | | CO
      40% đơn vị | Bằng khen | | BK`,
      },
    },
    issues: [],
  },
  {
    fault: 'titles above every table',
    spoil: {
      change: (cells) =>
        Object.keys(BASE).reduce((book, sheet) => inserted(inserted(book, sheet, '1'), sheet, '1'), cells),
    },
    issues: [],
  },
  {
    fault: 'a column added to every table',
    spoil: { change: (cells) => Object.keys(BASE).reduce((book, sheet) => inserted(book, sheet, 'B'), cells) },
    issues: [],
  },
  {
    fault: 'sheets and headers without marks and in capitals',
    spoil: { rename: { 'Bỏ phiếu': 'BO PHIEU' }, set: { 'Điều kiện!C1': 'TRUONG', 'Điều kiện!D1': 'Phep so' } },
    issues: [],
  },
  {
    fault: 'a unit called __proto__',
    spoil: {
      set: {
        'Đơn vị!A2': '__proto__',
        [`${S}!D2`]: '__proto__',
        'Thông tin!B6': '__proto__',
        'Số liệu!A2': '__proto__',
        'Số liệu!A3': '__proto__',
        'Số liệu!A4': '__proto__',
        'Bỏ phiếu!B2': '__proto__',
      },
    },
    issues: [],
  },
  {
    fault: 'a sheet called __proto__ and an attribute called constructor',
    spoil: {
      sheets: { ['__proto__x']: 'x' },
      set: { 'Đơn vị!H1': 'constructor', 'Đơn vị!H2': 'x' },
      rename: { __proto__x: '__proto__' },
    },
    issues: [],
  },
  {
    fault: 'a door that cannot see merged areas',
    spoil: { change: (cells) => ({ ...cells, sheets: cells.sheets.map((sheet) => ({ ...sheet, merges: null })) }) },
    issues: [],
  },
  { fault: 'days counted from 1904', spoil: { change: (cells) => ({ ...cells, date1904: true }) }, issues: [] },
];
