/** `Xếp loại`: a row per grade, highest first. */
import type { Band } from '../../rules';
import { INPUT_SHEETS } from './sheet-names';
import {
  choice,
  CUTOFF_HELP,
  firstWords,
  free,
  number,
  quotaMeaning,
  ROUNDING_HELP,
  sheet,
  text,
  type RowColumns,
} from './column';
import { CUTOFF_POLICIES, ROUNDINGS } from './words';

export const BAND_COLUMNS = {
  name: {
    header: 'Xếp loại',
    required: true,
    help: { text: 'Tên mức xếp loại, cao nhất ở trên.' },
    look: text(20),
    read: 'reader',
    compared: null,
  },
  from: {
    header: 'Từ điểm',
    help: {
      text: 'Tổng điểm từ mức này trở lên; “trên 90” thì ghi 90 và thêm điều kiện của mức ở Điều kiện: tổng điểm > 90. Mức cuối để trống.',
    },
    look: number(12),
    read: 'reader',
    placed: true,
    compared: { meaning: ({ from }) => from ?? '' },
  },
  limit: {
    header: 'Số đơn vị tối đa',
    help: { text: 'Số đơn vị nhiều nhất của mức, ví dụ 25% đơn vị.' },
    look: free(22),
    read: (cell) => ({ limit: cell.quota() }),
    placed: true,
    compared: { meaning: ({ limit }) => quotaMeaning(limit) },
  },
  rounding: {
    header: 'Làm tròn',
    help: { text: 'Làm tròn số đơn vị khi ghi tỷ lệ; để trống là xuống.', words: ROUNDING_HELP },
    look: choice(10, firstWords(ROUNDINGS)),
    read: (cell) => ({ rounding: cell.word(ROUNDINGS) ?? 'floor' }),
    compared: { meaning: ({ rounding }) => rounding, blank: ({ rounding }) => ROUNDINGS[rounding][0] },
  },
  cutoff: {
    header: 'Bằng điểm ở suất cuối',
    help: { text: 'Khi nhiều đơn vị bằng điểm ở chỗ cuối; để trống là quyết định.', words: CUTOFF_HELP },
    look: choice(18, firstWords(CUTOFF_POLICIES)),
    read: (cell) => ({ cutoff: cell.word(CUTOFF_POLICIES) ?? 'decide' }),
    compared: { meaning: ({ cutoff }) => cutoff, blank: ({ cutoff }) => CUTOFF_POLICIES[cutoff][0] },
  },
} as const satisfies RowColumns<Band>;

export const BANDS = sheet(INPUT_SHEETS.bands, false, 'name', BAND_COLUMNS, {
  records: [
    ['name', 'from'],
    ['name', 'limit'],
  ],
  paper: {
    title: 'XẾP LOẠI',
    remark:
      'Mức cao nhất ở trên; mức cuối để trống “Từ điểm” để nhận mọi đơn vị còn lại. Không xếp loại thì để trống cả bảng.',
    spare: 5,
  },
});
