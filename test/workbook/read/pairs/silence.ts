/** Nothing in silence: names that are nearly known ones, rows and columns that nobody reads. */
import { BASE } from '../base';
import type { Pair } from './pair';

const CONDITIONS = BASE['Điều kiện'];

export const SILENCE_PAIRS: readonly Pair[] = [
  {
    code: 'sheet-near',
    what: 'a suffix behind the name of a sheet that is missing; an own sheet of another name is none',
    fires: { rename: { 'Điều kiện': 'Điều kiện (2)' } },
    issues: ['sheet-near Điều kiện (2)!A1'],
    nearly: { sheets: { 'Ghi nhớ': 'x | 1' } },
  },
  {
    code: 'sheet-near',
    what: 'a copy beside the sheet itself; a sheet named as unused',
    fires: { sheets: { 'Điều kiện mới': CONDITIONS } },
    issues: ['sheet-near Điều kiện mới!A1'],
    nearly: {
      sheets: { 'Điều kiện mới': CONDITIONS },
      set: { 'Thông tin!A9': 'Trang tính không dùng', 'Thông tin!B9': 'ĐIỀU KIỆN MỚI' },
    },
  },
  {
    code: 'sheet-near',
    what: 'another letter: Qui tắc; other case and white space are nothing',
    fires: { rename: { 'Quy tắc': 'Qui tắc' } },
    issues: ['sheet-near Qui tắc!A1', 'setting-invalid Tiêu chí!H4'],
    nearly: { rename: { 'Quy tắc': 'QUY  TẮC ' } },
  },
  {
    code: 'sheet-near',
    what: 'a required sheet that is nearly there is said once',
    fires: { rename: { 'Đơn vị': 'Đơn vị 2025' } },
    issues: ['sheet-near Đơn vị 2025!A1'],
    nearly: { rename: { 'Đơn vị': 'Ðơn\u200B vị' } },
  },
  {
    code: 'sheet-near',
    what: 'another name over the columns of the conditions; two of them are not enough',
    fires: { rename: { 'Điều kiện': 'Xét thưởng' } },
    issues: ['sheet-near Xét thưởng!A1'],
    nearly: { sheets: { 'Tra cứu': 'Trường | Phép so\n x | y' } },
  },
  {
    code: 'sheet-near',
    what: 'another name over the rows of the rules',
    fires: { rename: { 'Quy tắc': 'Cách tính' } },
    issues: ['sheet-near Cách tính!A1', 'setting-invalid Tiêu chí!H4'],
    nearly: { sheets: { 'Cách tính': 'Thang điểm | 100' } },
  },
  {
    code: 'header-near',
    what: 'Hậu quả for Hệ quả; in other case it is the same',
    fires: { set: { 'Điều kiện!G1': 'Hậu quả' } },
    issues: ['header-near Điều kiện!G1'],
    nearly: { set: { 'Điều kiện!G1': 'HỆ  QUẢ' } },
  },
  {
    code: 'header-near',
    what: 'more behind the known text; an attribute of its own is none',
    fires: { set: { 'Đơn vị!F1': 'Không xếp hạng (lý do)' } },
    issues: ['header-near Đơn vị!F1'],
    nearly: { set: { 'Đơn vị!H1': 'Không xếp hạng năm trước' } },
  },
  {
    code: 'header-near',
    what: 'less than the known text; while the known one stands there another near one is the user’s own',
    fires: { set: { 'Khen thưởng!F1': 'Tối đa' } },
    issues: ['header-near Khen thưởng!F1'],
    nearly: { set: { 'Khen thưởng!J1': 'Tối đa', 'Khen thưởng!J2': '1' } },
    instead: ['column-unread Khen thưởng!J1'],
  },
  {
    code: 'header-near',
    what: 'the key’s header: the sheet is not read',
    fires: { set: { 'Đơn vị!A1': 'Mã số' } },
    issues: ['header-near Đơn vị!A1'],
    nearly: { set: { 'Đơn vị!A1': 'mã' } },
  },
  {
    code: 'header-near',
    what: 'a row of Thông tin, where only printing hangs on it; a row of the user’s own',
    fires: { set: { 'Thông tin!A4': 'Tên khối thi đua' } },
    issues: ['header-near Thông tin!A4'],
    nearly: { set: { 'Thông tin!A9': 'Số điện thoại', 'Thông tin!B9': '0229' } },
    instead: ['row-unread Thông tin!A9'],
  },
  {
    code: 'header-near',
    what: 'a row of Quy tắc',
    fires: { set: { 'Quy tắc!A3': 'Cấp điểm để xếp hạng' } },
    issues: ['header-near Quy tắc!A3'],
    nearly: { set: { 'Quy tắc!A3': 'CẤP ĐIỂM XẾP HẠNG' } },
  },
  {
    code: 'header-near',
    what: 'a level by its letters, once for all columns; its synonyms are levels',
    fires: { set: { 'Chấm điểm!E3': 'Khối chấmm', 'Chấm điểm!G3': 'Khối chấmm', 'Chấm điểm!I3': 'Khối chấmm' } },
    issues: ['header-near Chấm điểm!E3'],
    nearly: {
      set: {
        'Chấm điểm!D3': 'Điểm tự chấm',
        'Chấm điểm!E3': 'Cụm chấm',
        'Chấm điểm!G3': 'Điểm thống nhất',
        'Chấm điểm!I3': 'ĐIỂM KHỐI CHẤM',
      },
    },
  },
  {
    code: 'row-unread',
    what: 'a total row where no totals are: what stands below it counts',
    fires: { set: { 'Khen thưởng!A4': 'Tổng', 'Khen thưởng!C4': '2' } },
    issues: ['row-unread Khen thưởng!A4'],
    nearly: { set: { 'Khen thưởng!B4': 'Tổng kết phong trào thi đua' } },
  },
  {
    code: 'row-unread',
    what: 'texts in two columns that make no record; one text is a note',
    fires: { set: { 'Điều kiện!B9': 'xem lại', 'Điều kiện!C9': 'các mức' } },
    issues: ['row-unread Điều kiện!A9'],
    nearly: { set: { 'Điều kiện!B9': 'xem lại các mức' } },
  },
  {
    code: 'column-unread',
    what: 'a column of the user’s own, once for the sheet; a title is none',
    fires: { set: { 'Khen thưởng!J1': 'Người theo dõi', 'Khen thưởng!J2': 'x', 'Khen thưởng!K3': 'y' } },
    issues: ['column-unread Khen thưởng!J1'],
    nearly: { set: { 'Khen thưởng!J1': 'Người theo dõi' } },
  },
  {
    code: 'column-unread',
    what: 'a column that seems to have lost its header',
    fires: { set: { 'Khen thưởng!G1': '' } },
    issues: ['column-unread Khen thưởng!G1'],
    nearly: { set: { 'Khen thưởng!G1': '', 'Khen thưởng!G3': '' } },
  },
  {
    code: 'column-unread',
    what: 'a word of the standard workbook under a header nobody knows, while a known one is missing',
    fires: { set: { 'Khen thưởng!D1': 'Cách tính' } },
    issues: ['column-unread Khen thưởng!D1'],
    nearly: { set: { 'Khen thưởng!D1': 'Cách tính', 'Khen thưởng!D3': '' } },
  },
];
