/** The names of the ways of scoring on the screen: one row for each. Their words in cells stand in `src/workbook/layout/ways.ts`. */
import type { Way } from '../rules';
import type { Lang } from './lang';
import { fillUi, type UiLang } from './ui';

/** `highest` is a group of which only the highest child counts. */
export type WayWord = Exclude<Way['kind'], 'invalid'> | 'highest';

type Said = Readonly<Record<Lang, string>>;

interface WayTexts {
  /** In the list to choose from. */
  readonly choice: Said;
  /** What is typed as its parameter; null: it has none. */
  readonly hint: Said | null;
  /** Its name in an explanation; null: its points are typed. */
  readonly computed: Said | null;
}

const TEXTS: Readonly<Record<WayWord, WayTexts>> = {
  points: {
    choice: { vi: 'Chấm điểm từ 0 đến điểm tối đa', en: 'Points from 0 to the maximum' },
    hint: null,
    computed: null,
  },
  ladder: {
    choice: { vi: 'Chọn một trong các mức điểm', en: 'One of the steps of points' },
    hint: {
      vi: 'Các mức điểm, cách nhau bằng dấu chấm phẩy: 0; 1,5; 3',
      en: 'The steps, separated by semicolons: 0; 1,5; 3',
    },
    computed: null,
  },
  bands: {
    choice: {
      vi: 'Mức điểm theo tỷ lệ thực hiện so với chỉ tiêu',
      en: 'Steps of points by what was done of the target',
    },
    hint: {
      vi: 'Từ tỷ lệ nào được bao nhiêu điểm: 88%: 2; 90%: 3; 100%: 5',
      en: 'From which share how many points: 88%: 2; 90%: 3; 100%: 5',
    },
    computed: { vi: 'bậc theo tỷ lệ', en: 'bands by percentage' },
  },
  yesno: {
    choice: { vi: 'Có thì đủ điểm, không thì 0 điểm', en: 'All points or none' },
    hint: null,
    computed: null,
  },
  ratio: {
    choice: { vi: 'Điểm theo tỷ lệ thực hiện so với chỉ tiêu', en: 'Points by what was done of the target' },
    hint: {
      vi: 'Có thể để trống, hoặc ghi: trần 100%; sàn 50%; dưới 50% không điểm; thấp hơn là tốt',
      en: 'Blank, or: trần 100%; sàn 50%; dưới 50% không điểm; thấp hơn là tốt',
    },
    computed: { vi: 'tỷ lệ', en: 'ratio' },
  },
  minus: {
    choice: { vi: 'Trừ dần theo số lần', en: 'Points taken off each time' },
    hint: { vi: 'Số điểm trừ mỗi lần: 0,5', en: 'Points taken off each time: 0,5' },
    computed: { vi: 'trừ dần', en: 'minus per item' },
  },
  count: {
    choice: { vi: 'Cộng theo số lần', en: 'Points for each time' },
    hint: { vi: 'Số điểm mỗi lần: 0,5', en: 'Points for each time: 0,5' },
    computed: { vi: 'theo lần', en: 'per item' },
  },
  relative: {
    choice: {
      vi: 'Theo mức vượt chỉ tiêu, so với đơn vị vượt cao nhất',
      en: 'By what exceeds the target, against the highest unit',
    },
    hint: null,
    computed: { vi: 'so sánh', en: 'relative to the best' },
  },
  average: {
    choice: { vi: 'Trung bình điểm các lần chấm', en: 'Mean of the points of each time' },
    hint: null,
    computed: { vi: 'trung bình', en: 'average' },
  },
  group: {
    choice: { vi: 'Nhóm: cộng điểm các tiêu chí', en: 'Group: the sum of its criteria' },
    hint: null,
    computed: null,
  },
  highest: {
    choice: { vi: 'Nhóm: chỉ lấy tiêu chí cao điểm nhất', en: 'Group: only its highest criterion' },
    hint: null,
    computed: null,
  },
};

const said = (lang: UiLang, text: Said | null): string =>
  text === null ? '' : fillUi(lang, text[lang === 'en' ? 'en' : 'vi'], {});

export const wayChoice = (lang: UiLang, way: WayWord): string => said(lang, TEXTS[way].choice);
export const wayHint = (lang: UiLang, way: WayWord): string => said(lang, TEXTS[way].hint);

/** "tỷ lệ", as an explanation names what computed the points. */
export const computedWay = (lang: Lang, way: string | undefined): string =>
  TEXTS[(way ?? 'points') as WayWord].computed?.[lang] ?? '';
