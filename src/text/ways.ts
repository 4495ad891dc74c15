/** The names of the ways of scoring on the screen: one row for each. Their words in cells stand in `src/workbook/layout/ways.ts`. */
import { multiplyNumerals, type Numeral, type TraceStep, type Way } from '../rules';
import type { Lang } from './lang';
import { formatScore } from './numbers';
import { fillUi, type UiLang } from './ui';

/** `highest` is a group of which only the highest child counts. */
export type WayWord = Exclude<Way['kind'], 'invalid'> | 'highest';

type Said = Readonly<Record<Lang, string>>;

/** What an explanation says of one field of a way: `{told}` as `shown` gives it; null: it says nothing. */
interface Phrase extends Said {
  readonly shown: (told: string, lang: Lang) => string | null;
}
type FieldsOf<Word extends WayWord> = Exclude<keyof Extract<Way, { kind: Word }>, 'kind'>;

interface WayTexts<Word extends WayWord> {
  /** In the list to choose from. */
  readonly choice: Said;
  /** What is typed as its parameter; null: it has none. */
  readonly hint: Said | null;
  /** Its name in an explanation; null: its points are typed. */
  readonly computed: (Said & { readonly told: { readonly [Field in FieldsOf<Word>]: Phrase } }) | null;
}

const inPoints = (told: Numeral, lang: Lang): string => formatScore(told, null, lang);

/** A share as people read it: "1.2" is 120%. */
export function inPercent(share: Numeral, lang: Lang): string {
  const percent = multiplyNumerals(share, '100');
  return `${formatScore(percent, percent.includes('/') ? 2 : null, lang)}%`;
}

/** "dưới 88%: 0, từ 88%: 2, từ 90%: 3", of "88:2; 90:3". */
function inBands(told: string, lang: Lang): string {
  const [below, from] = lang === 'vi' ? ['dưới', 'từ'] : ['below', 'from'];
  const bands = told.split('; ').map((band) => band.split(':').map((number) => formatScore(number, null, lang)));
  const lowest = bands[0]?.[0] ?? '0';
  return [
    ...(lowest === '0' ? [] : [`${below} ${lowest}%: 0`]),
    ...bands.map(([percent = '', points = '']) => `${from} ${percent}%: ${points}`),
  ].join(', ');
}

const TEXTS: { readonly [Word in WayWord]: WayTexts<Word> } = {
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
    computed: {
      vi: 'bậc theo tỷ lệ',
      en: 'bands by percentage',
      told: { bands: { shown: inBands, vi: 'mức điểm {told}', en: 'points {told}' } },
    },
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
    computed: {
      vi: 'tỷ lệ',
      en: 'ratio',
      told: {
        // 100 % is what the maximum says already.
        cap: {
          shown: (told, lang) => (told === '1' ? null : inPercent(told, lang)),
          vi: 'trần {told}',
          en: 'cap {told}',
        },
        floor: { shown: inPercent, vi: 'sàn {told}', en: 'floor {told}' },
        cutoff: { shown: inPercent, vi: 'dưới {told} không điểm', en: 'no points below {told}' },
        lowerIsBetter: { shown: () => '', vi: 'thấp hơn là tốt', en: 'lower is better' },
      },
    },
  },
  minus: {
    choice: { vi: 'Trừ dần theo số lần', en: 'Points taken off each time' },
    hint: { vi: 'Số điểm trừ mỗi lần: 0,5', en: 'Points taken off each time: 0,5' },
    computed: {
      vi: 'trừ dần',
      en: 'minus per item',
      told: { each: { shown: inPoints, vi: 'mỗi lần trừ {told} điểm', en: '{told} off each time' } },
    },
  },
  count: {
    choice: { vi: 'Cộng theo số lần', en: 'Points for each time' },
    hint: { vi: 'Số điểm mỗi lần: 0,5', en: 'Points for each time: 0,5' },
    computed: {
      vi: 'theo lần',
      en: 'per item',
      told: { each: { shown: inPoints, vi: 'mỗi lần {told} điểm', en: '{told} each time' } },
    },
  },
  relative: {
    choice: {
      vi: 'Theo mức vượt chỉ tiêu, so với đơn vị vượt cao nhất',
      en: 'By what exceeds the target, against the highest unit',
    },
    hint: null,
    computed: { vi: 'so sánh', en: 'relative to the best', told: {} },
  },
  average: {
    choice: { vi: 'Trung bình điểm các lần chấm', en: 'Mean of the points of each time' },
    hint: null,
    computed: { vi: 'trung bình', en: 'average', told: {} },
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

/** "mỗi lần 0,5 điểm": what its points hang on, each as a part of the sentence. */
export function wayTold(lang: Lang, params: TraceStep['params']): string[] {
  const told: Readonly<Record<string, Phrase>> = TEXTS[(params['way'] ?? 'points') as WayWord].computed?.told ?? {};
  return Object.entries(told).flatMap(([field, phrase]) => {
    const written = params[field];
    const shown = written === undefined ? null : phrase.shown(written, lang);
    return shown === null ? [] : [phrase[lang].replace('{told}', () => shown)];
  });
}
