/** `Dự họp`: a row per person at the meeting, for its minutes. */
import type { Attendee } from '../../rules';
import { INPUT_SHEETS } from './sheet-names';
import { choice, codesOf, explained, firstWords, sheet, text, type RowColumns } from './column';
import { ATTENDANCE } from './words';

export const ATTENDEE_COLUMNS = {
  unit: {
    header: 'Đơn vị',
    required: true,
    help: { text: 'Mã đơn vị.' },
    look: codesOf('units', 12),
    read: 'reader',
    compared: null,
  },
  person: {
    header: 'Họ tên',
    text: true,
    printed: true,
    help: { text: 'Họ tên người dự, in ở biên bản.' },
    look: text(30),
    read: (cell) => ({ person: cell.text() ?? '' }),
    compared: null,
  },
  post: {
    header: 'Chức vụ',
    text: true,
    printed: true,
    help: { text: 'Chức vụ người dự.' },
    look: text(30),
    read: (cell) => ({ post: cell.text() ?? '' }),
    compared: null,
  },
  attendance: {
    header: 'Tham dự',
    printed: true,
    help: {
      text: 'Người ấy dự thế nào.',
      words: explained(ATTENDANCE, { present: 'dự họp', absent: 'vắng', written: 'vắng, gửi ý kiến bằng văn bản' }),
    },
    look: choice(22, firstWords(ATTENDANCE)),
    read: 'reader',
    compared: null,
  },
} as const satisfies RowColumns<Attendee>;

export const ATTENDEES = sheet(INPUT_SHEETS.attendees, false, 'unit', ATTENDEE_COLUMNS, {
  records: [['unit']],
  paper: {
    title: 'THÀNH PHẦN DỰ HỌP',
    remark: 'Dùng cho biên bản, không ảnh hưởng đến kết quả. Mỗi người một dòng; một đơn vị có thể có nhiều dòng.',
    spare: 10,
  },
});
