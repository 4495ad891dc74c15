/** Self beside bloc, told where they differ. */
import type { BookNames, LevelDifference } from '../rules';
import { inKind } from './bloc-word';
import { fill } from './fill';
import type { Lang } from './lang';
import { formatScore } from './numbers';

const SENTENCE = {
  vi: '{what} – tự chấm {self}, khối chấm {bloc} ({difference})[; giải trình: {remark}]',
  en: '{what} – self {self}, bloc {bloc} ({difference})[; remark: {remark}]',
} as const satisfies Record<Lang, string>;
const WHOLE = { vi: 'Tổng điểm', en: 'Total' } as const satisfies Record<Lang, string>;
const TITLE = {
  vi: 'Tự chấm và khối chấm lệch nhau',
  en: 'Self and bloc scores that differ',
} as const satisfies Record<Lang, string>;

export const levelDifferencesTitle = ({ kind }: BookNames, lang: Lang): string => inKind(TITLE[lang], kind, lang);

/** With its sign: "+0,5", "−0,25". */
export const signedScore = (numeral: string, lang: Lang): string =>
  numeral.startsWith('-') ? `−${formatScore(numeral.slice(1), null, lang)}` : `+${formatScore(numeral, null, lang)}`;

/** "I.2 Cải cách hành chính – tự chấm 14,25, khối chấm 14 (−0,25); giải trình: thiếu minh chứng". */
export function levelDifferenceText(found: LevelDifference, names: BookNames, lang: Lang): string {
  const values = new Map([
    ['what', found.criterion === null ? WHOLE[lang] : names.criterion(found.criterion)],
    ['self', formatScore(found.self, null, lang)],
    ['bloc', formatScore(found.bloc, null, lang)],
    ['difference', signedScore(found.difference, lang)],
    ...(found.remark === null ? [] : [['remark', found.remark.trim()] as const]),
  ]);
  return fill(inKind(SENTENCE[lang], names.kind, lang), values);
}

/** Of those that are not listed. */
export const smallerDifferencesText = (n: number, lang: Lang): string =>
  fill(SMALLER[lang], new Map([['n', String(n)]]));

const SMALLER = {
  vi: 'và {n} tiêu chí lệch ít hơn',
  en: 'and {n} criteria that differ less',
} as const satisfies Record<Lang, string>;
