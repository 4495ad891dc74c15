/**
 * What every column, rule and closed word of the input sheets means, for `Hướng dẫn` and the hints on
 * headers: one sentence each, in the order of writing. The types hold it complete.
 */
import type { SettingName } from '../rules';
import {
  BLANK_AT_RANKING,
  BLOC_KINDS,
  LEVELS,
  NA_TREATMENTS,
  SHEETS,
  type Column,
  type Help,
  type SheetKey,
} from './layout';
import { explained, NA_HELP, UNUSED_HELP, yesNoHelp } from './layout/column';

const BASIS = { text: 'Điều, khoản của quy chế, in ra cùng kết quả; không ảnh hưởng đến cách tính.' };
/** Of the sheets whose columns do not tell it themselves. */
export const COLUMN_HELP: {
  readonly [Sheet in 'info' | 'settings']: Readonly<Record<keyof (typeof SHEETS)[Sheet]['columns'], Help>>;
} = {
  info: {
    item: { text: 'Tên mục, giữ nguyên; riêng “Căn cứ”, “Nơi nhận” được lặp lại nhiều dòng.' },
    value: {
      text: 'Giá trị của mục. Mục “Loại” quyết định mọi chữ trong sổ và giấy tờ dùng từ khối hay cụm.',
      words: explained(BLOC_KINDS, { bloc: 'khối thi đua', cluster: 'cụm thi đua' }),
    },
  },
  settings: {
    item: { text: 'Tên quy tắc, giữ nguyên; ý nghĩa từng dòng ở dưới.' },
    value: { text: 'Giá trị của quy tắc; để trống là theo mặc định.' },
    basis: BASIS,
  },
};

export const SETTING_HELP: Readonly<Record<SettingName, Help>> = {
  scale: {
    text: 'Tổng điểm tối đa in trong quy chế, ví dụ 100, 1000; 115 gồm 100 điểm và 15 điểm thưởng. Mặc định 100.',
  },
  rankingLevel: {
    text: 'Cấp điểm dùng để xếp hạng: một trong các cấp dưới đây, hoặc tên một cấp riêng ở Chấm điểm (Chấm chéo, Tổ kiểm tra).',
    words: explained(LEVELS, {
      bloc: 'điểm khối thống nhất',
      self: 'điểm đơn vị tự chấm',
      board: 'điểm cơ quan thẩm định',
    }),
  },
  notApplicable: {
    text: 'Cách tính tiêu chí được ghi có ở cột Không áp dụng.',
    words: explained(NA_TREATMENTS, { forbid: 'không được ghi KAD', ...NA_HELP }),
  },
  totalDecimals: {
    text: 'Số chữ số sau dấu phẩy của tổng điểm, từ 0 đến 10; mặc định 2.',
    words: [['không làm tròn', 'giữ nguyên tổng chính xác']],
  },
  sectionDecimals: { text: 'Số chữ số sau dấu phẩy của điểm nhóm; mặc định không làm tròn.' },
  criterionDecimals: { text: 'Số chữ số sau dấu phẩy của điểm tiêu chí; mặc định không làm tròn.' },
  bonusCap: { text: 'Điểm thưởng nhiều nhất; trống là không giới hạn.' },
  deductionCap: { text: 'Điểm trừ nhiều nhất; trống là không giới hạn.' },
  totalMin: { text: 'Tổng điểm thấp hơn thì lấy mức này, ví dụ 0.' },
  totalMax: { text: 'Tổng điểm cao hơn thì lấy mức này, ví dụ 110.' },
  tieKeys: {
    text: 'Khi bằng điểm, so lần lượt: điểm thưởng; nhóm I; tiêu chí I.1; tên cột thuộc tính; phiếu BK. Giá trị cao hơn xếp trên; ghi (thấp hơn) phía sau để đảo lại.',
  },
  oneAwardPerUnit: {
    text: 'Mỗi đơn vị chỉ được một hình thức.',
    words: yesNoHelp('đã được hình thức trên thì không xét hình thức dưới', 'được nhiều hình thức'),
  },
  unusedPlaces: { text: 'Suất không dùng của mọi hình thức.', words: UNUSED_HELP },
  evidenceRequired: { text: 'Nhắc khi điểm thiếu minh chứng.', words: yesNoHelp('nhắc', 'không nhắc') },
  remarkRequired: {
    text: 'Nhắc khi điểm khối chấm khác điểm tự chấm mà không giải trình.',
    words: yesNoHelp('nhắc', 'không nhắc'),
  },
  blankAtRanking: {
    text: 'Ô trống ở cấp xếp hạng, khi cấp đó chỉ chấm một số nội dung.',
    words: explained(BLANK_AT_RANKING, { error: 'là thiếu điểm', before: 'lấy điểm của cấp ngay trước' }),
  },
  levelOrder: {
    text: 'Các cấp chấm từ trước đến sau, cách nhau bằng dấu chấm phẩy; trống là tự chấm; khối chấm; các cấp riêng; thẩm định.',
  },
};

const told: Readonly<Record<string, Readonly<Record<string, Help>>>> = COLUMN_HELP;
/** What is told of each column of a sheet. */
export const columnHelps = (sheet: SheetKey): (readonly [key: string, help: Help])[] =>
  Object.entries<Column>(SHEETS[sheet].columns).map(([key, { help }]) => [
    key,
    help ?? told[sheet]?.[key] ?? { text: '' },
  ]);
