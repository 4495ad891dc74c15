/** `Số liệu`: a row per unit and criterion; several where every time counts. */
import type { DataRow } from '../../rules';
import { INPUT_SHEETS } from './sheet-names';
import { codesOf, free, number, sheet, text, type RowColumns } from './column';

export const DATA_COLUMNS = {
  unit: {
    header: 'Mã đơn vị',
    required: true,
    help: { text: 'Mã đơn vị.' },
    look: codesOf('units', 12),
    read: 'reader',
    compared: null,
  },
  criterion: {
    header: 'Mã tiêu chí',
    required: true,
    help: { text: 'Mã tiêu chí đầy đủ, ví dụ I.1 hoặc A.I.1.' },
    look: text(12),
    read: 'reader',
    compared: null,
  },
  target: {
    header: 'Chỉ tiêu',
    help: { text: 'Chỉ tiêu được giao, lớn hơn 0; để trống là không được giao.' },
    look: free(12),
    read: (cell) => ({ target: cell.entry(true) }),
    compared: null,
  },
  actual: {
    header: 'Thực hiện',
    help: { text: 'Kết quả thực hiện; với cách chấm trung bình thì mỗi lần một dòng, điểm ghi ở đây.' },
    look: free(12),
    read: (cell) => ({ actual: cell.entry(true) }),
    compared: null,
  },
  count: {
    header: 'Số lần',
    help: { text: 'Số lần, số việc; không có lần nào thì ghi 0, ô trống không phải là 0.' },
    look: number(10),
    read: (cell) => ({ count: cell.entry(true) }),
    compared: null,
  },
  evidence: {
    header: 'Minh chứng',
    text: true,
    printed: true,
    help: { text: 'Số, ngày văn bản minh chứng, ví dụ Quyết định số 12/QĐ-UBND.' },
    look: text(36),
    read: (cell) => ({ evidence: cell.text() }),
    compared: null,
  },
  remark: {
    header: 'Giải trình',
    text: true,
    printed: true,
    help: { text: 'Lý do điểm khối chấm khác điểm tự chấm.' },
    look: text(36),
    read: (cell) => ({ remark: cell.text() }),
    compared: null,
  },
} as const satisfies RowColumns<DataRow>;

export const DATA = sheet(INPUT_SHEETS.data, false, 'unit', DATA_COLUMNS, {
  records: [['unit', 'criterion']],
  paper: {
    title: 'SỐ LIỆU, MINH CHỨNG, GIẢI TRÌNH',
    orientation: 'landscape',
    remark: 'Số liệu cho tiêu chí chấm theo tỷ lệ, trừ dần, theo lần, so sánh, trung bình. Ô trống không phải là 0.',
    spare: 40,
  },
});
