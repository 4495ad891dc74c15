/** `Chấm điểm`: a row per criterion. To the right stand the units, a column for each level: `read/matrix.ts` reads them. */
import { INPUT_SHEETS } from './sheet-names';
import { MAX, sheet } from './column';

export const SCORES = sheet(
  INPUT_SHEETS.scores,
  true,
  'code',
  {
    code: { header: 'Mã', required: true, help: { text: 'Mã tiêu chí, như trang tính Tiêu chí.' } },
    name: {
      header: 'Tiêu chí',
      text: true,
      printed: true,
      help: { text: 'Nội dung tiêu chí, như trang tính Tiêu chí.' },
    },
    max: {
      ...MAX,
      help: {
        text: 'Điểm tối đa, như trang tính Tiêu chí. Bên phải: mỗi đơn vị một cột cho từng cấp chấm; ô trống là chưa chấm, khác với 0; KAD là không áp dụng.',
      },
    },
  },
  { records: [], totals: true },
);
