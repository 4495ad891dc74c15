/** `Quyết định`: a row per decision of the meeting. */
import type { Decision } from '../../rules';
import { INPUT_SHEETS } from './sheet-names';
import { choice, codesOf, explained, firstWords, sheet, text, type RowColumns } from './column';
import { DECISION_KINDS } from './words';

export const DECISION_COLUMNS = {
  kind: {
    header: 'Loại',
    required: true,
    help: {
      text: 'Hội nghị quyết định gì.',
      words: explained(DECISION_KINDS, {
        tie: 'thứ tự của đúng các đơn vị bằng điểm',
        grant: 'cho đơn vị một hình thức',
        deny: 'không cho đơn vị một hình thức',
      }),
    },
    look: choice(12, firstWords(DECISION_KINDS)),
    read: 'reader',
    compared: null,
  },
  scope: {
    header: 'Phạm vi',
    required: true,
    help: { text: 'Mã hình thức khen thưởng, hoặc hạng.', words: [['hạng', 'thứ tự trong bảng xếp hạng']] },
    look: codesOf('awards', 12, false),
    read: 'reader',
    compared: null,
  },
  units: {
    header: 'Đơn vị',
    required: true,
    help: { text: 'Mã đơn vị theo thứ tự, cách nhau bằng dấu chấm phẩy.' },
    look: text(26),
    read: 'reader',
    compared: null,
  },
  reason: {
    header: 'Lý do',
    text: true,
    help: { text: 'Lý do; thiếu lý do thì quyết định không được áp dụng.' },
    look: text(44),
    read: (cell) => ({ reason: cell.text() }),
    compared: null,
  },
  by: {
    header: 'Người quyết định',
    text: true,
    printed: true,
    help: { text: 'Ai quyết định, ví dụ Hội nghị tổng kết.' },
    look: text(24),
    read: (cell) => ({ by: cell.text() }),
    compared: null,
  },
  on: {
    header: 'Ngày',
    printed: true,
    help: { text: 'Ngày quyết định.' },
    look: { width: 13, holds: 'day' },
    read: (cell) => ({ on: cell.day() }),
    compared: null,
  },
} as const satisfies RowColumns<Decision>;

export const DECISIONS = sheet(INPUT_SHEETS.decisions, false, 'kind', DECISION_COLUMNS, {
  records: [['scope', 'units']],
  paper: {
    title: 'QUYẾT ĐỊNH CỦA HỘI NGHỊ',
    orientation: 'landscape',
    remark:
      '“phân hạng”: thứ tự của đúng các đơn vị bằng điểm, cách nhau bằng dấu chấm phẩy. “cho”, “bỏ”: một hình thức cho một đơn vị. Phải ghi lý do, người quyết định, ngày.',
    spare: 12,
  },
});
