/** The words of the Board's summary, whatever it is written as. */
import type { Lang } from './lang';

export const BOARD_WORDS = {
  vi: {
    title: 'Kết quả thẩm định sổ chấm điểm', file: 'Tệp', year: 'Năm', units: 'Số đơn vị', verdict: 'Kết luận', errors: 'Lỗi', warnings: 'Cảnh báo', code: 'Mã số liệu',
    severity: 'Mức', issue: 'Mã lỗi', sheet: 'Trang tính', cell: 'Ô', unit: 'Đơn vị', criterion: 'Tiêu chí', received: 'Đang là', expected: 'Cần là', what: 'Nội dung', how: 'Cách sửa',
    award: 'Hình thức', proposed: 'Đề nghị', limit: 'Giới hạn', total: 'Tổng điểm', rank: 'Xếp hạng', status: 'Tình trạng',
    number: 'STT', summary: 'Tổng hợp', proposals: 'Đề nghị', findings: 'Phát hiện', overall: 'Toàn tỉnh', details: 'Chi tiết', noLimit: '–', unreadable: 'không đọc được',
    valid: 'hợp lệ', wrong: 'có lỗi', listed: 'Danh sách đề nghị', counts: 'Số đề nghị theo hình thức', more: 'chỗ nữa như vậy', toMend: 'Sổ có lỗi, không đọc được', sound: 'Sổ hợp lệ', inDoubt: 'sổ còn lỗi', read: 'Đã đọc',
  },
  en: {
    title: 'Check of the scoring workbooks', file: 'File', year: 'Year', units: 'Units', verdict: 'Verdict', errors: 'Errors', warnings: 'Warnings', code: 'Data code',
    severity: 'Severity', issue: 'Code', sheet: 'Sheet', cell: 'Cell', unit: 'Unit', criterion: 'Criterion', received: 'Is', expected: 'Should be', what: 'What', how: 'How to mend',
    award: 'Award', proposed: 'Proposed', limit: 'Limit', total: 'Total', rank: 'Rank', status: 'Status',
    number: 'No.', summary: 'Summary', proposals: 'Proposals', findings: 'Findings', overall: 'Province', details: 'Details', noLimit: '–', unreadable: 'unreadable',
    valid: 'valid', wrong: 'with errors', listed: 'All proposals', counts: 'Proposals by award', more: 'more of these', toMend: 'With errors or unreadable', sound: 'Valid workbooks', inDoubt: 'workbook with errors', read: 'Read',
  },
} as const satisfies Record<Lang, Record<string, string>>;

/** `valid`: nothing at severity error. `unreadable`: the bytes are no workbook that can be read. */
export type Verdict = 'valid' | 'findings' | 'unreadable';

export function verdictText(verdict: Verdict, lang: Lang): string {
  const words = BOARD_WORDS[lang];
  return { valid: words.valid, findings: words.wrong, unreadable: words.unreadable }[verdict];
}

export const SEVERITY_TEXTS = {
  vi: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Ghi chú' },
  en: { error: 'Error', warning: 'Warning', info: 'Note' },
} as const;
