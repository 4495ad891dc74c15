/** The texts of the view *Hội đồng*, which travel with it. */
import type { BlocKind } from '../rules';
import { inKind } from './bloc-word';
import { fillUi, type TextParams, type UiLang } from './ui';

const VI = {
  intro:
    'Chọn, hoặc thả vào đây, sổ nộp của các khối: mỗi sổ được đọc, chấm lại, đối chiếu với kết quả ghi trong sổ và với bộ chuẩn. Tệp không rời khỏi máy này.',
  files: 'Chọn các tệp…',
  folder: 'Chọn thư mục…',
  options: 'Bộ chuẩn, danh sách khối, giới hạn',
  standard: 'Bộ chuẩn',
  standardNone: 'Không đối chiếu',
  standardWorkbook: 'Sổ chuẩn: {file}',
  standardChoose: 'Chọn sổ chuẩn…',
  limits: 'Giới hạn toàn tỉnh theo mã hình thức',
  limitsHint: 'CP=3; BK=40',
  noWorkbooks: 'Trong các tệp đã chọn không có sổ Excel nào.',
  limitsWrong: 'Giới hạn viết dạng MÃ=SỐ, ngăn cách bằng dấu chấm phẩy.',
  blocs: 'Các khối phải nộp, mỗi dòng: Tên khối | đơn vị; đơn vị',
  stop: 'Dừng',
  progress: 'Đã thẩm định {n}/{all} sổ',
  cancelled: 'Đã dừng sau {n}/{all} sổ.',
  summary: '{n} sổ: {valid} hợp lệ, {wrong} có lỗi, {unreadable} không đọc được.',
  refused: 'Bộ chuẩn chưa dùng được nên chưa thẩm định sổ nào.',
  changed: 'Bộ chuẩn, danh sách khối hoặc giới hạn đã đổi sau lần thẩm định này.',
  again: 'Thẩm định lại',
  search: 'Tìm khối, tệp, mã lỗi',
  table: 'Các sổ đã thẩm định',
  bloc: 'Khối',
  cluster: 'Cụm',
  blocsAndClusters: 'Khối, cụm',
  verdict: 'Kết luận',
  counts: '{errors} lỗi, {warnings} cảnh báo',
  workbooks: '{n} sổ',
  errors: '{n} lỗi',
  warnings: '{n} cảnh báo',
  valid: 'hợp lệ',
  wrong: 'có lỗi',
  unreadable: 'không đọc được',
  open: 'Mở sổ này để xem',
  gone: 'Tệp đã đổi hoặc không còn ở đó từ lúc chọn. Chọn lại tệp.',
  nothing: 'Không có phát hiện nào.',
  more: 'và {n} mục nữa, xem trong bản tổng hợp',
  moreFiles: 'Xem thêm {n} sổ',
  read: '{units} đơn vị, {criteria} tiêu chí, {conditions} điều kiện, {awards} hình thức, {ballots} lần bỏ phiếu, {decisions} quyết định',
  totals: 'Số đề nghị',
  limited: '{n}, giới hạn {limit}',
  inDoubt: '(trong đó {n} của sổ còn lỗi)',
  elsewhere: '(không tính {n} của sổ năm khác, tỉnh khác)',
  rankInBloc: 'Hạng trong khối',
  notCompared:
    'Mỗi khối có thang điểm và cách chấm riêng nên điểm của hai khối không so sánh được với nhau: trong mỗi hình thức, đề nghị xếp theo khối, mỗi đơn vị kèm hạng trong khối.',
  commonLine: 'Ở {n}/{all} sổ, ví dụ {file}: {what}',
  follows: 'kéo theo {n} chỗ: {cells}',
  followsNumber: '{number}, kéo theo',
  letters: 'Đã ghi {n} phiếu đề nghị chỉnh sửa vào {folder}.',
  download: 'Tải bản tổng hợp (.xlsx)',
  page: 'Tải trang HTML để in',
  write: 'Ghi bản tổng hợp vào sổ này',
  written: 'Đã ghi các trang tính: {sheets}.',
  downloaded: 'Đã tải về {file}.',
  fileName: 'tham-dinh',
} as const;

const EN: Readonly<Record<keyof typeof VI, string>> = {
  intro:
    'Choose the workbooks that the blocs handed in, or drop them here: each is read, judged again, and compared with its own results and with the standard. No file leaves this machine.',
  files: 'Choose files…',
  folder: 'Choose a folder…',
  options: 'Standard, list of blocs, limits',
  standard: 'Standard',
  standardNone: 'No comparison',
  standardWorkbook: 'Reference workbook: {file}',
  standardChoose: 'Choose a reference workbook…',
  limits: 'Limits of the province by award code',
  limitsHint: 'CP=3; BK=40',
  noWorkbooks: 'None of the chosen files is a workbook.',
  limitsWrong: 'Write limits as CODE=NUMBER, parted by semicolons.',
  blocs: 'Blocs that must hand in, one a line: Name | unit; unit',
  stop: 'Stop',
  progress: 'Checked {n} of {all} {all|workbook|workbooks}',
  cancelled: 'Stopped after {n} of {all} {all|workbook|workbooks}.',
  summary: '{n} {n|workbook|workbooks}: {valid} valid, {wrong} with errors, {unreadable} unreadable.',
  refused: 'The standard cannot be used; no workbook was checked.',
  changed: 'The standard, the list of blocs or the limits were changed after this check.',
  again: 'Check again',
  search: 'Find a bloc, file or code',
  table: 'Checked workbooks',
  bloc: 'Bloc',
  cluster: 'Cluster',
  blocsAndClusters: 'Bloc, cluster',
  verdict: 'Verdict',
  counts: '{errors} {errors|error|errors}, {warnings} {warnings|warning|warnings}',
  workbooks: '{n} {n|workbook|workbooks}',
  errors: '{n} {n|error|errors}',
  warnings: '{n} {n|warning|warnings}',
  valid: 'valid',
  wrong: 'with errors',
  unreadable: 'unreadable',
  open: 'Open this workbook',
  gone: 'The file has changed or gone since it was chosen. Choose it again.',
  nothing: 'Nothing was found.',
  more: 'and {n} more, see the summary',
  moreFiles: 'Show {n} more {n|workbook|workbooks}',
  read: '{units} {units|unit|units}, {criteria} {criteria|criterion|criteria}, {conditions} {conditions|condition|conditions}, {awards} {awards|award|awards}, {ballots} {ballots|ballot|ballots}, {decisions} {decisions|decision|decisions}',
  totals: 'Proposals',
  limited: '{n}, limit {limit}',
  inDoubt: '({n} of workbooks with errors)',
  elsewhere: '(without {n} of another year or province)',
  rankInBloc: 'Rank in the bloc',
  notCompared:
    'Each bloc has a scale and scorers of its own, so points of two blocs cannot be compared: within an award the proposals stand by bloc, each unit with its rank there.',
  commonLine: 'In {n} of {all} {all|workbook|workbooks}, such as {file}: {what}',
  follows: 'upsets {n} {n|place|places}: {cells}',
  followsNumber: '{number}, follows',
  letters: 'Wrote {n} {n|letter|letters} to {folder}.',
  download: 'Download the summary (.xlsx)',
  page: 'Download the HTML page to print',
  write: 'Write the summary into this workbook',
  written: 'Written: {sheets}.',
  downloaded: 'Downloaded {file}.',
  fileName: 'board-check',
};

export type BoardKey = keyof typeof VI;

/** The text of a key, as `uiTextFor`. */
export function boardTextFor<Key extends BoardKey>(
  kind: BlocKind,
  lang: UiLang,
  key: Key,
  ...[params]: TextParams<(typeof VI)[Key]>
): string {
  return fillUi(lang, inKind((lang === 'en' ? EN : VI)[key], kind, lang === 'en' ? 'en' : 'vi'), params ?? {});
}

/** The text of a key where no single workbook is meant. */
export function boardText<Key extends BoardKey>(
  lang: UiLang,
  key: Key,
  ...params: TextParams<(typeof VI)[Key]>
): string {
  return boardTextFor('bloc', lang, key, ...params);
}

export type BoardParams<Key extends BoardKey> = TextParams<(typeof VI)[Key]>;
