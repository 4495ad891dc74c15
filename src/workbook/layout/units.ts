/** `Đơn vị`: a row per unit. Behind the name stand the attributes, columns that only this workbook has. */
import type { Unit } from '../../rules';
import { INPUT_SHEETS } from './sheet-names';
import { CODE_HELP, explained, sheet, text, type RowColumns } from './column';
import { TASK_GRADES } from './words';

export const UNIT_COLUMNS = {
  code: {
    header: 'Mã',
    required: true,
    help: { text: `${CODE_HELP}, không đổi trong năm; các trang tính khác gọi đơn vị bằng mã này.` },
    look: text(12),
    read: 'reader',
    compared: null,
  },
  name: {
    header: 'Tên đơn vị',
    text: true,
    printed: true,
    help: {
      text: 'Tên đơn vị như in trên giấy tờ; trùng với tên ở đầu cột của Chấm điểm. Các cột thuộc tính (Xếp loại nhiệm vụ, Kỷ luật, …) đặt sau cột này, tên cột do quy chế đặt.',
      words: explained(TASK_GRADES, {
        HTXSNV: 'hoàn thành xuất sắc nhiệm vụ',
        HTTNV: 'hoàn thành tốt nhiệm vụ',
        HTNV: 'hoàn thành nhiệm vụ',
        KHTNV: 'không hoàn thành nhiệm vụ',
      }),
    },
    look: text(42),
    read: (cell) => ({ name: cell.text() ?? cell.code }),
    compared: null,
  },
  notRanked: {
    header: 'Không xếp hạng',
    text: true,
    help: { text: 'Lý do đơn vị không xếp hạng năm nay; để trống là xếp hạng bình thường.' },
    look: text(20),
    read: 'reader',
    compared: null,
  },
  note: {
    header: 'Ghi chú',
    text: true,
    printed: true,
    help: { text: 'Ghi chú của người lập sổ, không ảnh hưởng đến cách tính.' },
    look: text(20),
    read: (cell) => ({ note: cell.text() ?? '' }),
    compared: null,
  },
} as const satisfies RowColumns<Unit>;

export const UNITS = sheet(INPUT_SHEETS.units, true, 'code', UNIT_COLUMNS, {
  records: [['code', 'name']],
  paper: {
    title: 'CÁC ĐƠN VỊ TRONG KHỐI',
    orientation: 'landscape',
    remark:
      'Mỗi đơn vị một mã riêng, không đổi trong năm. Tên ở đây phải trùng với tên ở đầu cột của trang tính Chấm điểm. “Không xếp hạng” ghi lý do, nếu có.',
    spare: 0,
  },
});
