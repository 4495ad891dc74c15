/** The input sheets of the standard workbook, version 1: their names and headers in the order of writing. */

import { AWARDS } from './awards';
import { MAX, sheet, type Column } from './column';

/**
 * The templates this program reads: `Mẫu sổ` = `thidua/1` or `thidua/2`. The second is written where a
 * workbook uses what the first had no word for, so that an older program refuses it and guesses nothing.
 */
export const TEMPLATE = { name: 'thidua', first: 1, version: 2 } as const;

const BASIS: Column = { header: 'Căn cứ', text: true, printed: true };
const NOTE: Column = { header: 'Ghi chú', text: true, printed: true };
const ROUNDING: Column = { header: 'Làm tròn' };
const CUTOFF: Column = { header: 'Bằng điểm ở suất cuối' };
const key = (header: string): Column => ({ header, required: true });

/** Every input sheet, in the order in which a new workbook has them. */
export const SHEETS = {
  info: sheet(
    'Thông tin',
    true,
    'item',
    {
      item: key('Mục'),
      value: { header: 'Giá trị', required: true },
    },
    { records: [['item', 'value']] },
  ),
  settings: sheet(
    'Quy tắc',
    false,
    'item',
    {
      item: key('Quy tắc'),
      value: { header: 'Giá trị', required: true },
      basis: BASIS,
    },
    { records: [['item', 'value']] },
  ),
  criteria: sheet(
    'Tiêu chí',
    true,
    'code',
    {
      code: key('Mã'),
      name: { header: 'Nội dung', text: true, printed: true },
      max: MAX,
      counts: { header: 'Tính vào' },
      way: { header: 'Cách chấm' },
      parameter: { header: 'Tham số' },
      step: { header: 'Bước điểm' },
      na: { header: 'Không áp dụng' },
      evidence: { header: 'Minh chứng' },
      basis: BASIS,
    },
    {
      records: [
        ['code', 'max'],
        ['code', 'way'],
        ['code', 'counts'],
      ],
      totals: true,
    },
  ),
  units: sheet(
    'Đơn vị',
    true,
    'code',
    {
      code: key('Mã'),
      name: { header: 'Tên đơn vị', text: true, printed: true },
      notRanked: { header: 'Không xếp hạng', text: true },
      note: NOTE,
    },
    { records: [['code', 'name']] },
  ),
  scores: sheet(
    'Chấm điểm',
    true,
    'code',
    {
      code: key('Mã'),
      name: { header: 'Tiêu chí', text: true, printed: true },
      max: MAX,
    },
    { records: [], totals: true },
  ),
  data: sheet(
    'Số liệu',
    false,
    'unit',
    {
      unit: key('Mã đơn vị'),
      criterion: { header: 'Mã tiêu chí', required: true },
      target: { header: 'Chỉ tiêu' },
      actual: { header: 'Thực hiện' },
      count: { header: 'Số lần' },
      evidence: { header: 'Minh chứng', text: true, printed: true },
      remark: { header: 'Giải trình', text: true, printed: true },
    },
    { records: [['unit', 'criterion']] },
  ),
  awards: AWARDS,
  conditions: sheet(
    'Điều kiện',
    false,
    'code',
    {
      code: key('Mã'),
      scope: { header: 'Áp dụng cho' },
      field: { header: 'Trường', required: true },
      op: { header: 'Phép so', required: true },
      value: { header: 'Giá trị', required: true },
      orGroup: { header: 'Nhóm hoặc' },
      effect: { header: 'Hệ quả' },
      basis: BASIS,
    },
    {
      records: [
        ['field', 'op'],
        ['field', 'effect'],
      ],
    },
  ),
  bands: sheet(
    'Xếp loại',
    false,
    'name',
    {
      name: key('Xếp loại'),
      from: { header: 'Từ điểm' },
      limit: { header: 'Số đơn vị tối đa' },
      rounding: ROUNDING,
      cutoff: CUTOFF,
    },
    {
      records: [
        ['name', 'from'],
        ['name', 'limit'],
      ],
    },
  ),
  ballots: sheet(
    'Bỏ phiếu',
    false,
    'ballot',
    {
      ballot: key('Mã phiếu'),
      unit: { header: 'Mã đơn vị', required: true },
      round: { header: 'Vòng', late: true },
      members: { header: 'Thành viên' },
      present: { header: 'Có mặt' },
      written: { header: 'Ý kiến bằng văn bản', late: true },
      issued: { header: 'Phát ra' },
      returned: { header: 'Thu về' },
      valid: { header: 'Hợp lệ' },
      favour: { header: 'Đồng ý', required: true },
    },
    { records: [['ballot', 'unit']] },
  ),
  attendees: sheet(
    'Dự họp',
    false,
    'unit',
    {
      unit: key('Đơn vị'),
      person: { header: 'Họ tên', text: true, printed: true },
      post: { header: 'Chức vụ', text: true, printed: true },
      attendance: { header: 'Tham dự', printed: true },
    },
    { records: [['unit']] },
  ),
  decisions: sheet(
    'Quyết định',
    false,
    'kind',
    {
      kind: key('Loại'),
      scope: { header: 'Phạm vi', required: true },
      units: { header: 'Đơn vị', required: true },
      reason: { header: 'Lý do', text: true },
      by: { header: 'Người quyết định', text: true, printed: true },
      on: { header: 'Ngày', printed: true },
    },
    { records: [['scope', 'units']] },
  ),
} as const;

export type SheetKey = keyof typeof SHEETS;

/** The last row of the matrix, and the key of its entries in `ScoreColumn.stated`. */
export const TOTAL_ROW = { text: 'Tổng điểm', key: '' } as const;

/** What a row of totals begins with, and what may stand behind it beside codes and brackets. */
export const TOTAL_ROW_WORDS = {
  first: ['tổng', 'cộng'],
  behind: ['cộng', 'số', 'điểm', 'nhóm', 'chính', 'và'],
} as const;
/** In other tables than criteria and scores a row that is nothing but this is no record. */
export const MERE_TOTALS = ['Tổng', 'Tổng cộng', 'Tổng số', 'Cộng'] as const;
/** Rows below the last criterion that people add to a score sheet. */
export const RESULT_ROW_WORDS = ['xếp hạng', 'xếp thứ', 'xếp loại', 'quy đổi'] as const;

/** How the texts of a signature block begin. */
export const SIGNATURE_WORDS = [
  'người lập',
  'người ký',
  'người tổng hợp',
  'người kiểm tra',
  'thủ trưởng',
  'trưởng khối',
  'phó trưởng khối',
  'trưởng cụm',
  'phó trưởng cụm',
  'chủ tịch',
  'phó chủ tịch',
  'giám đốc',
  'phó giám đốc',
  'chánh văn phòng',
  'trưởng ban',
  'trưởng phòng',
  'hội đồng',
  'đại diện',
  'lãnh đạo',
  'thư ký',
  'chủ trì',
  'chủ tọa',
  'tổ trưởng',
  'tổ kiểm phiếu',
  'xác nhận',
  'ký',
  'đã ký',
  'họ và tên',
  'họ tên',
  'đóng dấu',
  'tm.',
  'kt.',
  'tl.',
  'tuq.',
  'q.',
] as const;

/** Headers of running numbers: no attribute, and a number below them alone makes no record. */
export const ORDINAL_HEADERS = ['STT', 'TT', 'Số TT', 'Số thứ tự'] as const;

/** The sheets the program writes. */
export const OUTPUT_SHEETS = {
  results: 'Kết quả',
  report: 'Báo cáo',
  issues: 'Kiểm tra',
  explanations: 'Giải trình',
  log: 'Nhật ký',
  guide: 'Hướng dẫn',
} as const;

/** Where the user has sheets of these names, ours get a word behind. */
export const OTHER_NAMES = Object.fromEntries(
  Object.entries(OUTPUT_SHEETS).map(([kind, name]) => [kind, `${name} (thi đua)`]),
) as Readonly<Record<keyof typeof OUTPUT_SHEETS, string>>;
