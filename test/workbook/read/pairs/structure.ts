/** Sheets, headers, codes, names, merged and hidden cells. */
import { BASE, inserted } from '../base';
import type { Pair } from './pair';

/** A grant of the Bằng khen in a row of `Quyết định`. */
const decision = (row: number, units: string): Readonly<Record<string, string>> => ({
  [`Quyết định!A${String(row)}`]: 'cho', [`Quyết định!B${String(row)}`]: 'BK', [`Quyết định!C${String(row)}`]: units,
  [`Quyết định!D${String(row)}`]: 'Hội nghị thống nhất', [`Quyết định!E${String(row)}`]: 'Hội nghị', [`Quyết định!F${String(row)}`]: '2025-12-20',
});

const without = (sheet: string): { sheets: Record<string, null> } => ({ sheets: { [sheet]: null } });

export const STRUCTURE_PAIRS: readonly Pair[] = [
  {
    code: 'sheet-missing', what: 'the scores are missing; without a sheet that is not required nothing is said',
    fires: without('Chấm điểm'), issues: ['sheet-missing Thông tin!A1'],
    nearly: without('Quyết định'),
  },
  {
    code: 'sheet-missing', what: 'the criteria are missing: nothing that follows from it is said; a name without marks is found',
    fires: without('Tiêu chí'), issues: ['sheet-missing Thông tin!A1'],
    nearly: { rename: { 'Tiêu chí': 'TIEU  CHI ' } },
  },
  {
    code: 'sheet-missing', what: 'the units are missing; a name in another Unicode form and case is found',
    fires: without('Đơn vị'), issues: ['sheet-missing Thông tin!A1'],
    nearly: { rename: { 'Đơn vị': 'ĐƠN VỊ'.normalize('NFD') } },
  },
  {
    code: 'sheet-missing', what: 'the awards are missing; a sheet before it in the book does not matter',
    fires: without('Khen thưởng'), issues: ['sheet-missing Thông tin!A1'],
    nearly: { change: (cells) => ({ ...cells, sheets: [...cells.sheets].reverse() }) },
  },
  {
    code: 'sheet-missing', what: 'the bloc is nobody’s: Thông tin itself is missing',
    fires: without('Thông tin'), issues: ['sheet-missing Thông tin!A1'],
    nearly: { rename: { 'Thông tin': 'thông tin' } },
  },
  {
    code: 'sheet-ambiguous', what: 'two sheets bear one name; one of them without marks is no rival',
    fires: { sheets: { 'tiêu chí ': BASE['Tiêu chí'] } }, issues: ['sheet-ambiguous tiêu chí !A1'],
    nearly: { sheets: { 'tieu chi': BASE['Tiêu chí'] } }, instead: ['sheet-near tieu chi!A1'],
  },
  {
    code: 'header-missing', what: 'no maximum in Tiêu chí; a synonym is the same header',
    fires: { set: { 'Tiêu chí!C1': 'Hệ số' } }, issues: ['header-missing Tiêu chí!A1', 'column-unread Tiêu chí!C1'],
    nearly: { set: { 'Tiêu chí!C1': 'Điểm chuẩn', 'Chấm điểm!C2': 'Thang\\n điểm' } },
  },
  {
    code: 'header-missing', what: 'no key in Đơn vị; a header without marks is found',
    fires: { set: { 'Đơn vị!A1': 'Ký hiệu' } }, issues: ['header-missing Đơn vị!A1'],
    nearly: { set: { 'Đơn vị!A1': 'MA' } },
  },
  {
    code: 'header-missing', what: 'no quota in Khen thưởng; a missing optional column means its default',
    fires: { set: { 'Khen thưởng!C1': '' } }, issues: ['header-missing Khen thưởng!A1', 'column-unread Khen thưởng!C1'],
    nearly: { set: { 'Khen thưởng!D1': '', 'Khen thưởng!D3': '' } },
  },
  {
    code: 'header-missing', what: 'no threshold in Điều kiện; columns moved and a title row above are found',
    fires: { set: { 'Điều kiện!E1': 'Ngưỡng' } }, issues: ['header-missing Điều kiện!A1'],
    nearly: { change: (cells) => inserted(inserted(cells, 'Điều kiện', '1'), 'Điều kiện', 'C') },
  },
  {
    code: 'header-missing', what: 'no votes in favour; without the other counts the ballots are still read',
    fires: { set: { 'Bỏ phiếu!H1': 'Phiếu' } }, issues: ['header-missing Bỏ phiếu!A1', 'column-unread Bỏ phiếu!H1'],
    nearly: { set: { 'Bỏ phiếu!D1': '', 'Bỏ phiếu!E1': '' } }, instead: ['column-unread Bỏ phiếu!D1', 'column-unread Bỏ phiếu!E1'],
  },
  {
    code: 'header-missing', what: 'a level nobody knows; a level without marks is known',
    fires: { set: { 'Chấm điểm!E3': 'Khối tự đánh giá' } }, issues: ['header-missing Chấm điểm!E3'],
    nearly: { set: { 'Chấm điểm!E3': 'KHOI  CHAM' } },
  },
  {
    code: 'header-missing', what: 'the level of a unit’s column is blank',
    fires: { set: { 'Chấm điểm!G3': '' } }, issues: ['header-missing Chấm điểm!G3'],
    nearly: { change: (cells) => inserted(cells, 'Chấm điểm', 'J') },
  },
  {
    code: 'header-missing', what: 'no column of the ranking level at all: one issue, not one for each unit',
    fires: { set: { 'Quy tắc!B3': 'thẩm định' } }, issues: ['header-missing Chấm điểm!A3'],
    nearly: { set: { 'Quy tắc!B3': 'KHỐI CHẤM' } },
  },
  {
    code: 'header-ambiguous', what: 'two columns match the maximum; one without marks is no rival',
    fires: { set: { 'Tiêu chí!K1': 'Điểm chuẩn' } }, issues: ['header-ambiguous Tiêu chí!K1'],
    nearly: { set: { 'Tiêu chí!K1': 'Diem chuan' } },
  },
  {
    code: 'header-ambiguous', what: 'a unit has two blocks',
    fires: { set: { 'Chấm điểm!J2': 'Sở Y tế', 'Chấm điểm!J3': 'Khối chấm' } }, issues: ['header-ambiguous Chấm điểm!J2'],
    nearly: { set: { 'Chấm điểm!J2': 'Bình quân', 'Chấm điểm!J5': '26.7' } }, instead: ['column-unread Chấm điểm!J2'],
  },
  {
    code: 'header-ambiguous', what: 'an attribute’s header is a fixed field word',
    fires: { set: { 'Đơn vị!H1': 'Hạng', 'Đơn vị!H2': '1' } }, issues: ['header-ambiguous Đơn vị!H1'],
    nearly: { set: { 'Đơn vị!H1': 'Hạng năm trước', 'Đơn vị!H2': '1' } },
  },
  {
    code: 'header-ambiguous', what: 'an attribute stands there twice',
    fires: { set: { 'Đơn vị!H1': 'KỶ LUẬT' } }, issues: ['header-ambiguous Đơn vị!H1'],
    nearly: { set: { 'Đơn vị!H1': 'Kỷ luật năm trước' } },
  },
  {
    code: 'header-ambiguous', what: 'a level stands twice under one unit',
    fires: { set: { 'Chấm điểm!D3': 'Khối chấm' } }, issues: ['header-ambiguous Chấm điểm!E3'],
    nearly: { set: { 'Chấm điểm!D3': 'Thẩm định' } },
  },
  {
    code: 'template-newer', what: 'a later template is not read at all',
    fires: { set: { 'Thông tin!B2': 'thidua/3', 'Chấm điểm!E5': 'x' } }, issues: ['template-newer Thông tin!B2'],
    nearly: { set: { 'Thông tin!B2': ' THIDUA/1 ' } },
  },
  {
    code: 'template-missing', what: 'the row is blank',
    fires: { set: { 'Thông tin!B2': '' } }, issues: ['template-missing Thông tin!B2'],
    nearly: { set: { 'Thông tin!B3': '' } },
  },
  {
    code: 'template-missing', what: 'there is no such row; the row may stand anywhere',
    fires: { set: { 'Thông tin!A2': 'Phiên bản' } }, issues: ['template-missing Thông tin!A1', 'row-unread Thông tin!A2'],
    nearly: { set: { 'Thông tin!A2': 'Ghi chú', 'Thông tin!A9': 'MẪU SỔ', 'Thông tin!B9': 'thidua/1' } },
  },
  {
    code: 'code-missing', what: 'a criterion without code; a text alone is no record',
    fires: { set: { 'Tiêu chí!A3': '' } }, issues: ['code-missing Tiêu chí!A3'],
    nearly: { set: { 'Tiêu chí!B15': 'Ghi chú: chấm theo Quy chế năm 2025' } },
  },
  {
    code: 'code-missing', what: 'a row of scores without code',
    fires: { set: { 'Chấm điểm!A5': '' } }, issues: ['code-missing Chấm điểm!A5'],
    nearly: { set: { 'Chấm điểm!B17': 'Điểm đã thống nhất ngày 15/12/2025' } },
  },
  {
    code: 'code-missing', what: 'an award without code; a signature in its columns is none',
    fires: { set: { 'Khen thưởng!A3': '' } }, issues: ['code-missing Khen thưởng!A3'],
    nearly: { set: { 'Khen thưởng!C5': 'Trưởng khối' } },
  },
  {
    code: 'code-missing', what: 'a condition without code, though all its texts are without digits',
    fires: { set: { 'Điều kiện!A3': '' } }, issues: ['code-missing Điều kiện!A3'],
    nearly: { set: { 'Điều kiện!C10': 'Trưởng khối', 'Điều kiện!E10': 'Người lập biểu' } },
  },
  {
    code: 'code-duplicate', what: 'a criterion twice: its twin’s row in the scores gives no second issue; 1.10 is not 1.1',
    fires: { set: { 'Tiêu chí!A4': 'I.1' } }, issues: ['code-duplicate Tiêu chí!A4'],
    nearly: { set: { 'Tiêu chí!A4': '"I.10"', 'Chấm điểm!A6': 'I.10.' } },
  },
  {
    code: 'code-duplicate', what: 'a row of scores twice',
    fires: { set: { 'Chấm điểm!A6': 'I.1' } }, issues: ['code-duplicate Chấm điểm!A6'],
    nearly: { set: { 'Chấm điểm!A6': 'i.2)' } },
  },
  {
    code: 'code-duplicate', what: 'a unit twice; a code with one more letter is another',
    fires: { set: { 'Đơn vị!A3': 'u1', 'Đơn vị!B3': 'Sở X', 'Chấm điểm!F2': 'Sở X' } },
    issues: ['code-duplicate Đơn vị!A3'],
    nearly: { set: { 'Đơn vị!A3': 'u1a', 'Chấm điểm!F2': 'u1a', 'Thông tin!B7': 'u1a', 'Số liệu!A5': 'u1a', 'Số liệu!A6': 'u1a', 'Bỏ phiếu!B3': 'u1a' } },
  },
  {
    code: 'code-duplicate', what: 'codes that differ by case only are one code twice',
    fires: { set: { 'Tiêu chí!A4': 'i.1' } }, issues: ['code-duplicate Tiêu chí!A4'],
    nearly: { set: { 'Tiêu chí!A4': 'i.2' } },
  },
  {
    code: 'code-duplicate', what: 'a grant recorded twice: one place',
    fires: { set: { ...decision(2, 'u3'), ...decision(3, 'u3') } }, issues: ['code-duplicate Quyết định!A3'],
    nearly: { set: decision(2, 'u3') },
  },
  {
    code: 'code-duplicate', what: 'a row of Thông tin with another value',
    fires: { set: { 'Thông tin!A9': 'Tên khối', 'Thông tin!B9': 'Khối thi đua số 2' } }, issues: ['code-duplicate Thông tin!A9'],
    nearly: { set: { 'Thông tin!A9': 'Tên khối', 'Thông tin!B9': 'Khối thi đua số 1' } },
  },
  {
    code: 'code-duplicate', what: 'a setting twice',
    fires: { set: { 'Quy tắc!A8': 'Thang điểm', 'Quy tắc!B8': '100' } }, issues: ['code-duplicate Quy tắc!A8'],
    nearly: { set: { 'Quy tắc!A8': 'Suất không dùng', 'Quy tắc!B8': 'bỏ' } },
  },
  {
    code: 'code-duplicate', what: 'two rows of data for one leaf; an average has as many as there are events',
    fires: { set: { 'Số liệu!A10': 'u3', 'Số liệu!B10': 'T.1', 'Số liệu!E10': '0' } }, issues: ['code-duplicate Số liệu!A10'],
    nearly: {
      set: {
        'Tiêu chí!E11': 'trung bình', 'Tiêu chí!F11': '', 'Số liệu!D4': '2', 'Số liệu!D9': '1', 'Số liệu!A10': 'u3', 'Số liệu!B10': 'T.1', 'Số liệu!D10': '1',
      },
    },
  },
  {
    code: 'code-duplicate', what: 'a unit twice in one ballot',
    fires: { set: { 'Bỏ phiếu!A5': 'CO', 'Bỏ phiếu!B5': 'u3', 'Bỏ phiếu!H5': '3' } }, issues: ['code-duplicate Bỏ phiếu!A5'],
    nearly: { set: { 'Bỏ phiếu!A5': 'TRUONG_KHOI', 'Bỏ phiếu!B5': 'u3', 'Bỏ phiếu!H5': '3' } },
  },
  {
    code: 'code-unknown', what: 'a parent that is no row is said once',
    fires: { set: { 'Tiêu chí!A6': 'III' } },
    issues: ['code-unknown Tiêu chí!A7'],
    nearly: { set: { 'Tiêu chí!A6': 'ii.', 'Chấm điểm!A8': 'II' } },
  },
  {
    code: 'code-unknown', what: 'a row of scores nobody knows; a sub-heading in the code’s column is no row',
    fires: { set: { 'Chấm điểm!A17': 'I.9', 'Chấm điểm!E17': '1', 'Chấm điểm!A16': '', 'Chấm điểm!B16': 'x' } }, issues: ['code-unknown Chấm điểm!A17', 'code-missing Chấm điểm!A16'],
    nearly: { set: { 'Chấm điểm!A14': 'Phần 3: điểm trừ', 'Chấm điểm!B14': '', 'Chấm điểm!G14': '' } },
  },
  {
    code: 'code-unknown', what: 'a typing error in a unit’s name over its columns: did you mean',
    fires: { set: { 'Chấm điểm!H2': 'Ban Quan lý An toàn thực phẩm tỉnh' } }, issues: ['code-unknown Chấm điểm!H2'],
    nearly: { set: { 'Chấm điểm!H2': ' Ban Quản lý  An toàn\\nthực phẩm tỉnh'.normalize('NFD') } },
  },
  {
    code: 'code-unknown', what: '"&" for "và" is near, never equal',
    fires: { set: { 'Chấm điểm!F2': 'Sở Khoa học & Công nghệ' } }, issues: ['code-unknown Chấm điểm!F2'],
    nearly: { set: { 'Chấm điểm!F2': 'U2' } },
  },
  {
    code: 'code-unknown', what: 'a leader nobody knows',
    fires: { set: { 'Thông tin!B6': 'u9' } }, issues: ['code-unknown Thông tin!B6'],
    nearly: { set: { 'Thông tin!B6': '' } },
  },
  {
    code: 'code-unknown', what: 'an extra row of data for a unit nobody knows',
    fires: { set: { 'Số liệu!A10': 'u4', 'Số liệu!B10': 'II.1', 'Số liệu!C10': '1' } }, issues: ['code-unknown Số liệu!A10'],
    nearly: { set: { 'Số liệu!F10': 'Nguồn: báo cáo của đơn vị' } },
  },
  {
    code: 'code-unknown', what: 'a decision about a unit nobody knows',
    fires: { set: { 'Quyết định!A2': 'bỏ', 'Quyết định!B2': 'BK', 'Quyết định!C2': 'u7', 'Quyết định!D2': 'rút đề nghị', 'Quyết định!E2': 'Hội nghị', 'Quyết định!F2': '2025-12-20' } },
    issues: ['code-unknown Quyết định!C2'],
    nearly: { set: { 'Quyết định!A2': 'bỏ', 'Quyết định!B2': 'bk', 'Quyết định!C2': 'U3', 'Quyết định!D2': 'rút đề nghị', 'Quyết định!E2': 'Hội nghị', 'Quyết định!F2': '2025-12-20' } },
  },
  {
    code: 'code-is-number', what: 'a code stored as 1.1 under General could be 1.10; its number format tells',
    fires: { set: { 'Tiêu chí!A10': '1', 'Tiêu chí!A11': '1.1', 'Chấm điểm!A12': '"1"', 'Chấm điểm!A13': '"1.1"', 'Số liệu!B4': '"1.1"', 'Số liệu!B9': '"1.1"' } },
    issues: ['code-is-number Tiêu chí!A11'],
    nearly: { set: { 'Tiêu chí!A10': '1', 'Tiêu chí!A11': '1.1 @ 0.00', 'Chấm điểm!A12': '1', 'Chấm điểm!A13': '"1.10"', 'Số liệu!B4': '"1.10"', 'Số liệu!B9': '"1.10"' } },
  },
  {
    code: 'codes-by-place', what: 'printed codes that repeat are the paths to their places, told once; whole codes need no word, with or without a stop behind them',
    fires: {
      set: Object.fromEntries(['I', '1', '2', '3', 'II', '1', '2', '3', 'T', '1', 'P', '1'].flatMap((code, at) =>
        [[`Tiêu chí!A${String(at + 2)}`, `"${code}"`], [`Chấm điểm!A${String(at + 4)}`, `"${code}"`]])),
    },
    issues: ['codes-by-place Tiêu chí!A3'],
    nearly: { set: { 'Tiêu chí!A3': 'I.1.', 'Tiêu chí!A4': 'I.2)' } },
  },
  {
    code: 'code-generated', what: 'a leaf whose code is a dash gets its parent’s code and its place',
    fires: { set: { 'Tiêu chí!A13': '-', 'Chấm điểm!A15': '–' } }, issues: ['code-generated Tiêu chí!A13'],
    nearly: { set: { 'Tiêu chí!A13': 'P.1.' } },
  },
  {
    code: 'unit-name-duplicate', what: 'two units of one name; marks make another name',
    fires: { set: { 'Đơn vị!B3': 'Sở  Y TẾ', 'Chấm điểm!F2': 'u2' } }, issues: ['unit-name-duplicate Đơn vị!B3'],
    nearly: { set: { 'Đơn vị!B3': 'Sở Y te', 'Chấm điểm!F2': 'u2' } },
  },
  {
    code: 'unit-column-missing', what: 'a unit without columns: a header without a level is an unknown column',
    fires: { set: { 'Chấm điểm!H2': 'Ghi chú', 'Chấm điểm!H3': '', 'Chấm điểm!I3': '' } }, issues: ['unit-column-missing Đơn vị!A4', 'column-unread Chấm điểm!H2'],
    nearly: { set: { 'Chấm điểm!H2': 'u3', 'Chấm điểm!H3': 'Khối chấm', 'Chấm điểm!I2': 'Ghi chú', 'Chấm điểm!I3': '', 'Chấm điểm!H9': '16' }, change: (cells) => inserted(cells, 'Chấm điểm', 'B') },
    instead: ['column-unread Chấm điểm!J2'],
  },
  {
    code: 'header-missing', what: 'a unit has only its self score',
    fires: { set: { 'Chấm điểm!I3': 'Thẩm định' } }, issues: ['header-missing Chấm điểm!H2'],
    nearly: { set: { 'Chấm điểm!H3': 'Thẩm định' } },
  },
  {
    code: 'criterion-row-missing', what: 'a leaf without row; a parent needs none',
    fires: { set: Object.fromEntries([...'ABCDEFGHI'].map((column) => [`Chấm điểm!${column}15`, ''])) }, issues: ['criterion-row-missing Chấm điểm!A2'],
    nearly: { set: { 'Chấm điểm!A14': '', 'Chấm điểm!B14': '', 'Chấm điểm!G14': '' } },
  },
  {
    code: 'merged-data', what: 'merged areas carry no meaning: a hint where they lie over several inputs',
    fires: { options: { 'Chấm điểm': { merges: ['E5:F5'] } } }, issues: ['merged-data Chấm điểm!E5'],
    nearly: { options: { 'Tiêu chí': { merges: ['J3:J5'] } } },
  },
  {
    code: 'legacy-encoding', what: 'a name typed in TCVN3; a French word is none',
    fires: { set: { 'Đơn vị!B4': 'Së Néi vô' } }, issues: ['legacy-encoding Đơn vị!B4'],
    nearly: { set: { 'Đơn vị!B4': 'Café Müller' } },
  },
  {
    code: 'hidden-data', what: 'a hidden row of scores; a hidden title row is none',
    fires: { options: { 'Chấm điểm': { hiddenRows: [6] } } }, issues: ['hidden-data Chấm điểm!A6'],
    nearly: { options: { 'Chấm điểm': { hiddenRows: [1, 17] } } },
  },
  {
    code: 'hidden-data', what: 'a hidden column of a unit; a hidden unknown column is none',
    fires: { options: { 'Chấm điểm': { hiddenColumns: ['F'] } } }, issues: ['hidden-data Chấm điểm!F2'],
    nearly: { options: { 'Chấm điểm': { hiddenColumns: ['K'] }, 'Tiêu chí': { hiddenColumns: ['J'] } } },
  },
  {
    code: 'hidden-data', what: 'a hidden input sheet; a hidden sheet of the user’s own is none',
    fires: { options: { 'Số liệu': { state: 'veryHidden' } } }, issues: ['hidden-data Số liệu!A1'],
    nearly: { sheets: { 'Nháp': 'x | 1' }, options: { 'Nháp': { state: 'hidden' } } },
  },
  {
    code: 'manual-calculation', what: 'formulas are calculated at a key press only; automatic calculation is nothing to speak of',
    fires: { change: (cells) => ({ ...cells, manualCalculation: true }) }, issues: ['manual-calculation Thông tin!A1'],
    nearly: { change: (cells) => ({ ...cells, manualCalculation: false }) },
  },
];
