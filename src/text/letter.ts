/** The words of the letter that goes back to a bloc with the faults of its workbook. */
import type { BlocKind } from '../rules';
import { inKind } from './bloc-word';
import type { Lang } from './lang';
import { fillUi, type TextParams } from './ui';

const VI = {
  title: 'PHIẾU ĐỀ NGHỊ CHỈNH SỬA SỔ CHẤM ĐIỂM',
  sheet: 'Phiếu chỉnh sửa',
  fileName: 'phieu-sua',
  to: 'Kính gửi: {bloc}',
  toNobody: 'Kính gửi: Khối thi đua đã nộp sổ',
  file: 'Sổ: {file}',
  season: 'Năm: {year}',
  code: 'Mã số liệu: {code}',
  opening:
    'Qua thẩm định, sổ chấm điểm nêu trên còn {n} lỗi cần sửa. Đề nghị khối kiểm tra, chỉnh sửa theo bảng dưới đây và gửi lại sổ.',
  openingUnreadable: 'Sổ nêu trên chưa đọc được nên chưa thẩm định. Đề nghị khối gửi lại sổ theo chỉ dẫn dưới đây.',
  mend: 'Lỗi cần sửa',
  look: 'Nội dung đề nghị kiểm tra lại',
  number: 'STT',
  where: 'Trang tính, ô',
  cell: '{sheet}, ô {cell}',
  whole: 'Cả sổ',
  is: 'Đang ghi',
  should: 'Cần là',
  what: 'Nội dung',
  how: 'Cách sửa',
  also: 'Kéo theo {n} chỗ khác: {cells}.',
  alsoPlain: 'Kéo theo {n} chỗ khác.',
  more: 'và {n} chỗ nữa',
  alsoNote: 'Những chỗ kéo theo tự đúng lại sau khi sửa lỗi gốc và ghi lại kết quả; không cần sửa từng chỗ.',
  closing: 'Sau khi sửa, đề nghị khối tính và ghi lại kết quả trong sổ, kiểm tra không còn lỗi rồi gửi lại.',
  until: 'Gửi lại trước ngày: …… / …… / …………',
  receiver: 'Nơi nhận sổ, điện thoại: ……………………………………………',
  checker: 'Người thẩm định: ……………………………………',
  day: 'Ngày …… tháng …… năm …………',
  sign: 'NGƯỜI THẨM ĐỊNH',
  signNote: '(Ký, ghi rõ họ tên)',
} as const;

const EN: Readonly<Record<keyof typeof VI, string>> = {
  title: 'REQUEST TO CORRECT A SCORING WORKBOOK',
  sheet: 'Corrections',
  fileName: 'corrections',
  to: 'To: {bloc}',
  toNobody: 'To: the bloc that handed in the workbook',
  file: 'Workbook: {file}',
  season: 'Year: {year}',
  code: 'Data code: {code}',
  opening:
    'The check found {n} {n|error|errors} to be corrected in the workbook named above. Please check it, correct it by the table below and send it again.',
  openingUnreadable:
    'The workbook named above could not be read, so it was not checked. Please send it again as said below.',
  mend: 'Errors to correct',
  look: 'Please look at these too',
  number: 'No.',
  where: 'Sheet, cell',
  cell: '{sheet}, cell {cell}',
  whole: 'The whole workbook',
  is: 'It says',
  should: 'It should say',
  what: 'What',
  how: 'How to correct',
  also: 'It upsets {n} other {n|place|places}: {cells}.',
  alsoPlain: 'It upsets {n} other {n|place|places}.',
  more: 'and {n} more',
  alsoNote:
    'The other places come right by themselves once the error is corrected and the results are written again; they need no correction of their own.',
  closing:
    'Afterwards please compute and write the results in the workbook again, see that no errors are left, and send it.',
  until: 'Please send it before: …… / …… / …………',
  receiver: 'Send it to, telephone: ……………………………………………',
  checker: 'Checked by: ……………………………………',
  day: 'Date: …… / …… / …………',
  sign: 'CHECKED BY',
  signNote: '(Signature and full name)',
};

type LetterKey = keyof typeof VI;

export function letterWord<Key extends LetterKey>(
  kind: BlocKind,
  lang: Lang,
  key: Key,
  ...[params]: TextParams<(typeof VI)[Key]>
): string {
  return fillUi(lang, inKind((lang === 'en' ? EN : VI)[key], kind, lang), params ?? {});
}
