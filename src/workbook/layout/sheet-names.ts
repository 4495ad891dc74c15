/** The names of all sheets and the headers of codes: what is known of a workbook before a table is looked at. */

/** Every input sheet, in the order in which a new workbook has them. */
export const INPUT_SHEETS = {
  info: 'Thông tin',
  settings: 'Quy tắc',
  criteria: 'Tiêu chí',
  units: 'Đơn vị',
  scores: 'Chấm điểm',
  data: 'Số liệu',
  awards: 'Khen thưởng',
  conditions: 'Điều kiện',
  bands: 'Xếp loại',
  ballots: 'Bỏ phiếu',
  attendees: 'Dự họp',
  decisions: 'Quyết định',
} as const;

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

/** Headers of columns that hold codes of other tables, or a threshold or setting whose number format counts. */
export const CODE_HEADERS = [
  'Mục',
  'Giá trị',
  'Quy tắc',
  'Mã',
  'Mã đơn vị',
  'Mã tiêu chí',
  'Áp dụng cho',
  'Xếp loại',
  'Mã phiếu',
  'Đơn vị',
  'Loại',
  'Phạm vi',
] as const;
