/** `Khen thưởng`: a row per award, in order of precedence. */
import type { Award } from '../../rules';
import { fold } from '../../base/folding';
import { INPUT_SHEETS } from './sheet-names';
import {
  basis,
  choice,
  CODE_HELP,
  codesOf,
  CUTOFF_HELP,
  explained,
  firstWords,
  free,
  number,
  quotaMeaning,
  ROUNDING_HELP,
  sheet,
  text,
  UNUSED_HELP,
  type RowColumns,
} from './column';
import { CUTOFF_POLICIES, QUOTA_BASES, ROUNDINGS, UNUSED_PLACES } from './words';

export const AWARD_COLUMNS = {
  code: {
    header: 'Mã',
    required: true,
    help: { text: `${CODE_HELP}: CP, UBND, BK.` },
    look: text(8),
    read: 'reader',
    compared: null,
  },
  name: {
    header: 'Hình thức',
    text: true,
    printed: true,
    help: { text: 'Tên hình thức khen thưởng, từ cao xuống thấp.' },
    look: text(31),
    read: (cell) => ({ name: cell.text() ?? cell.code }),
    compared: { meaning: ({ name }) => fold(name) },
  },
  quota: {
    header: 'Số suất',
    required: true,
    help: {
      text: 'Một số, hoặc một tỷ lệ kèm cơ sở, ví dụ 20% đơn vị.',
      words: explained(QUOTA_BASES, {
        units: 'của mọi đơn vị',
        ranked: 'của các đơn vị được xếp hạng',
        eligible: 'của các đơn vị được xếp hạng và đủ điều kiện',
      }),
    },
    look: free(18),
    read: (cell) => ({ quota: cell.neededQuota() }),
    placed: true,
    compared: { meaning: ({ quota }) => quotaMeaning(quota) },
  },
  rounding: {
    header: 'Làm tròn',
    help: { text: 'Làm tròn số suất khi ghi tỷ lệ; để trống là xuống.', words: ROUNDING_HELP },
    look: choice(10, firstWords(ROUNDINGS)),
    read: (cell) => ({ rounding: cell.word(ROUNDINGS) ?? 'floor' }),
    compared: { meaning: ({ rounding }) => rounding, blank: ({ rounding }) => ROUNDINGS[rounding][0] },
  },
  min: {
    header: 'Suất tối thiểu',
    help: { text: 'Số suất ít nhất khi ghi tỷ lệ.' },
    look: number(8),
    read: (cell) => ({ minPlaces: cell.places() }),
    placed: true,
    compared: { meaning: ({ minPlaces }) => minPlaces ?? '' },
  },
  max: {
    header: 'Suất tối đa',
    help: { text: 'Số suất nhiều nhất khi ghi tỷ lệ.' },
    look: number(8),
    read: (cell) => ({ maxPlaces: cell.places() }),
    placed: true,
    compared: { meaning: ({ maxPlaces }) => maxPlaces ?? '' },
  },
  cutoff: {
    header: 'Bằng điểm ở suất cuối',
    help: { text: 'Khi nhiều đơn vị bằng điểm ở suất cuối; để trống là quyết định.', words: CUTOFF_HELP },
    look: choice(18, firstWords(CUTOFF_POLICIES)),
    read: (cell) => ({ cutoff: cell.word(CUTOFF_POLICIES) ?? 'decide' }),
    compared: { meaning: ({ cutoff }) => cutoff, blank: ({ cutoff }) => CUTOFF_POLICIES[cutoff][0] },
  },
  unused: {
    header: 'Suất không dùng',
    help: { text: 'Suất không dùng của riêng hình thức này; để trống thì theo Quy tắc.', words: UNUSED_HELP },
    look: choice(14, firstWords(UNUSED_PLACES)),
    read: (cell) => ({ unusedPlaces: cell.word(UNUSED_PLACES) }),
    compared: { meaning: ({ unusedPlaces }) => unusedPlaces ?? '' },
  },
  fallback: {
    header: 'Nếu không được thì',
    late: true,
    help: { text: 'Mã hình thức xếp dưới mà đơn vị giữ nếu không được hình thức này, ví dụ ở dòng CP ghi UBND.' },
    look: codesOf('awards', 11),
    read: 'reader',
    placed: true,
    compared: { meaning: ({ fallback }) => fold(fallback ?? '') },
  },
  excludes: {
    header: 'Không kèm',
    late: true,
    help: {
      text: 'Mã các hình thức không trao kèm, cách nhau bằng dấu chấm phẩy; trống thì theo dòng “Mỗi đơn vị một hình thức”.',
      words: [['không có', 'được trao kèm mọi hình thức khác']],
    },
    look: codesOf('awards', 11, false),
    read: 'reader',
    placed: true,
    compared: {
      meaning: ({ excludes }) => (excludes === undefined ? 'setting' : JSON.stringify(excludes.map(fold).sort())),
    },
  },
  basis: basis(18),
} as const satisfies RowColumns<Award>;

export const AWARDS = sheet(INPUT_SHEETS.awards, true, 'code', AWARD_COLUMNS, {
  records: [['code', 'quota']],
  paper: {
    title: 'HÌNH THỨC KHEN THƯỞNG, THEO THỨ TỰ CAO ĐẾN THẤP',
    orientation: 'landscape',
    remark: 'Số suất: một số, hoặc “20% đơn vị”, “20% đơn vị được xếp hạng”, “20% đơn vị đủ điều kiện”.',
    spare: 5,
  },
});
