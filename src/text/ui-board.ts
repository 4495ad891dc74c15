/** The texts of the view *Hội đồng*, which travel with it. */
import { fillUi, type TextParams, type UiLang } from './ui';

const VI = {
  intro: 'Chọn sổ nộp của các khối: mỗi sổ được đọc, chấm lại, đối chiếu với kết quả ghi trong sổ và với bộ chuẩn. Tệp không rời khỏi máy này.',
  files: 'Chọn các tệp…',
  folder: 'Chọn thư mục…',
  options: 'Bộ chuẩn, danh sách khối, giới hạn',
  standard: 'Bộ chuẩn',
  standardNone: 'Không đối chiếu',
  standardWorkbook: 'Sổ chuẩn: {file}',
  standardChoose: 'Chọn sổ chuẩn…',
  limits: 'Giới hạn toàn tỉnh theo mã hình thức',
  limitsHint: 'CP=3; BK=40',
  limitsWrong: 'Giới hạn viết dạng MÃ=SỐ, ngăn cách bằng dấu chấm phẩy.',
  blocs: 'Các khối phải nộp, mỗi dòng: Tên khối | đơn vị; đơn vị',
  stop: 'Dừng',
  progress: 'Đã thẩm định {n}/{all} sổ',
  cancelled: 'Đã dừng sau {n}/{all} sổ.',
  summary: '{n} sổ: {valid} hợp lệ, {wrong} có lỗi, {unreadable} không đọc được.',
  refused: 'Bộ chuẩn chưa dùng được nên chưa thẩm định sổ nào.',
  onlyWrong: 'Chỉ sổ có lỗi',
  table: 'Các sổ đã thẩm định',
  bloc: 'Khối',
  verdict: 'Kết luận',
  findings: 'Lỗi / cảnh báo',
  valid: 'hợp lệ',
  wrong: 'có lỗi',
  unreadable: 'không đọc được',
  nothing: 'Không có phát hiện nào.',
  more: 'và {n} mục nữa, xem trong bản tổng hợp',
  moreFiles: 'Xem thêm {n} sổ',
  totals: 'Số đề nghị',
  limited: '{n}, giới hạn {limit}',
  download: 'Tải bản tổng hợp (.xlsx)',
  write: 'Ghi bản tổng hợp vào sổ này',
  written: 'Đã ghi các trang: {sheets}.',
  downloaded: 'Đã tải về {file}.',
  fileName: 'tham-dinh',
} as const;

const EN: Readonly<Record<keyof typeof VI, string>> = {
  intro: 'Choose the workbooks that the blocs handed in: each is read, judged again, and compared with its own results and with the standard. No file leaves this machine.',
  files: 'Choose files…',
  folder: 'Choose a folder…',
  options: 'Standard, list of blocs, limits',
  standard: 'Standard',
  standardNone: 'No comparison',
  standardWorkbook: 'Reference workbook: {file}',
  standardChoose: 'Choose a reference workbook…',
  limits: 'Limits of the province by award code',
  limitsHint: 'CP=3; BK=40',
  limitsWrong: 'Write limits as CODE=NUMBER, parted by semicolons.',
  blocs: 'Blocs that must hand in, one a line: Name | unit; unit',
  stop: 'Stop',
  progress: 'Checked {n} of {all} workbooks',
  cancelled: 'Stopped after {n} of {all} workbooks.',
  summary: '{n} workbooks: {valid} valid, {wrong} with errors, {unreadable} unreadable.',
  refused: 'The standard cannot be used; no workbook was checked.',
  onlyWrong: 'Only those with errors',
  table: 'Checked workbooks',
  bloc: 'Bloc',
  verdict: 'Verdict',
  findings: 'Errors / warnings',
  valid: 'valid',
  wrong: 'with errors',
  unreadable: 'unreadable',
  nothing: 'Nothing was found.',
  more: 'and {n} more, see the summary',
  moreFiles: 'Show {n} more workbooks',
  totals: 'Proposals',
  limited: '{n}, limit {limit}',
  download: 'Download the summary (.xlsx)',
  write: 'Write the summary into this workbook',
  written: 'Written: {sheets}.',
  downloaded: 'Downloaded {file}.',
  fileName: 'board-check',
};

export type BoardKey = keyof typeof VI;

/** The text of a key, as `uiText`. */
export function boardText<Key extends BoardKey>(lang: UiLang, key: Key, ...[params]: TextParams<(typeof VI)[Key]>): string {
  return fillUi(lang, (lang === 'en' ? EN : VI)[key], params ?? {});
}

export type BoardParams<Key extends BoardKey> = TextParams<(typeof VI)[Key]>;
