/** The input sheets of the standard workbook, version 1: their names and headers in the order of writing. */

/** The template this program writes and reads: `Mẫu sổ` = `thidua/1`. */
export const TEMPLATE = { name: 'thidua', version: 1 } as const;

/** A column of a table. */
export interface Column {
  readonly header: string;
  /** Other headers people use for the same column. */
  readonly synonyms?: readonly string[];
  /** Its absence is `header-missing`. */
  readonly required?: boolean;
  /** A name or a remark: alone it does not make a row a record. */
  readonly text?: boolean;
}

export interface SheetLayout<Key extends string> {
  readonly name: string;
  readonly required: boolean;
  /** The column that names a record. */
  readonly key: Key;
  /** In the order in which they are written. */
  readonly columns: Readonly<Record<Key, Column>>;
}

const MAX: Column = { header: 'Điểm tối đa', synonyms: ['Điểm chuẩn', 'Thang điểm', 'Điểm'], required: true };
const BASIS: Column = { header: 'Căn cứ', text: true };
const NOTE: Column = { header: 'Ghi chú', text: true };
const ROUNDING: Column = { header: 'Làm tròn' };
const CUTOFF: Column = { header: 'Bằng điểm ở suất cuối' };
const key = (header: string): Column => ({ header, required: true });

function sheet<Key extends string>(name: string, required: boolean, keyColumn: NoInfer<Key>, columns: Record<Key, Column>): SheetLayout<Key> {
  return { name, required, key: keyColumn, columns };
}

/** Every input sheet, in the order in which a new workbook has them. */
export const SHEETS = {
  info: sheet('Thông tin', true, 'item', {
    item: key('Mục'),
    value: { header: 'Giá trị', required: true },
  }),
  settings: sheet('Quy tắc', false, 'item', {
    item: key('Quy tắc'),
    value: { header: 'Giá trị', required: true },
    basis: BASIS,
  }),
  criteria: sheet('Tiêu chí', true, 'code', {
    code: key('Mã'),
    name: { header: 'Nội dung', text: true },
    max: MAX,
    counts: { header: 'Tính vào' },
    way: { header: 'Cách chấm' },
    parameter: { header: 'Tham số' },
    step: { header: 'Bước điểm' },
    na: { header: 'Không áp dụng' },
    evidence: { header: 'Minh chứng' },
    basis: BASIS,
  }),
  units: sheet('Đơn vị', true, 'code', {
    code: key('Mã'),
    name: { header: 'Tên đơn vị', text: true },
    notRanked: { header: 'Không xếp hạng', text: true },
    note: NOTE,
  }),
  scores: sheet('Chấm điểm', true, 'code', {
    code: key('Mã'),
    name: { header: 'Tiêu chí', text: true },
    max: MAX,
  }),
  data: sheet('Số liệu', false, 'unit', {
    unit: key('Mã đơn vị'),
    criterion: { header: 'Mã tiêu chí', required: true },
    target: { header: 'Chỉ tiêu' },
    actual: { header: 'Thực hiện' },
    count: { header: 'Số lần' },
    evidence: { header: 'Minh chứng', text: true },
    remark: { header: 'Giải trình', text: true },
  }),
  awards: sheet('Khen thưởng', true, 'code', {
    code: key('Mã'),
    name: { header: 'Hình thức', text: true },
    quota: { header: 'Số suất', required: true },
    rounding: ROUNDING,
    min: { header: 'Suất tối thiểu' },
    max: { header: 'Suất tối đa' },
    cutoff: CUTOFF,
    unused: { header: 'Suất không dùng' },
    basis: BASIS,
  }),
  conditions: sheet('Điều kiện', false, 'code', {
    code: key('Mã'),
    scope: { header: 'Áp dụng cho' },
    field: { header: 'Trường', required: true },
    op: { header: 'Phép so', required: true },
    value: { header: 'Giá trị', required: true },
    orGroup: { header: 'Nhóm hoặc' },
    effect: { header: 'Hệ quả' },
    basis: BASIS,
  }),
  bands: sheet('Xếp loại', false, 'name', {
    name: key('Xếp loại'),
    from: { header: 'Từ điểm' },
    limit: { header: 'Số đơn vị tối đa' },
    rounding: ROUNDING,
    cutoff: CUTOFF,
  }),
  ballots: sheet('Bỏ phiếu', false, 'ballot', {
    ballot: key('Mã phiếu'),
    unit: { header: 'Mã đơn vị', required: true },
    round: { header: 'Vòng' },
    members: { header: 'Thành viên' },
    present: { header: 'Có mặt' },
    written: { header: 'Ý kiến bằng văn bản' },
    issued: { header: 'Phát ra' },
    returned: { header: 'Thu về' },
    valid: { header: 'Hợp lệ' },
    favour: { header: 'Đồng ý', required: true },
  }),
  decisions: sheet('Quyết định', false, 'kind', {
    kind: key('Loại'),
    scope: { header: 'Phạm vi', required: true },
    units: { header: 'Đơn vị', required: true },
    reason: { header: 'Lý do', text: true },
    by: { header: 'Người quyết định', text: true },
    on: { header: 'Ngày' },
  }),
} as const;

export type SheetKey = keyof typeof SHEETS;

/** The last row of the matrix, and the key of its entries in `ScoreColumn.stated`. */
export const TOTAL_ROW = { text: 'Tổng điểm', key: '' } as const;

/** A row whose first text is one of these is a total, never a record. */
export const TOTAL_ROW_WORDS = ['Cộng', 'Tổng', 'Tổng cộng', TOTAL_ROW.text] as const;

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

/** The ballots of the elections of next year's leader and deputy. */
export const ELECTION_BALLOTS = { leader: 'TRUONG_KHOI', deputy: 'PHO_TRUONG_KHOI' } as const;
