/** The texts of the view *Diễn biến*, which travel with it. */
import { fillUi, type TextParams, type UiLang } from './ui';

const VI = {
  views: 'Cách xem',
  ranking: 'Bảng xếp hạng',
  season: 'Diễn biến',
  back: 'Về diễn biến',
  untouched:
    'Chưa có điểm nào, mọi đơn vị còn như nhau. Chấm đến đâu, ở đây hiện đến đó: ai đã chắc chắn, ai còn có thể, ai không còn khả năng và còn cần gì.',
  complete: 'Mọi đơn vị đã đủ điểm.',
  errors: 'Còn {n} lỗi, xem ở phần Kiểm tra. Ô có lỗi được coi như chưa có điểm.',
  places: 'Suất đã chắc chắn: {settled}/{all}',
  standing: 'Đơn vị, theo hạng cao nhất còn đạt được',
  scored: 'đã chấm {done}/{cells} ô',
  wrong: '{n} ô có lỗi',
  allAwards: 'mọi hình thức',
  awards: 'Từng hình thức khen thưởng',
  competing: 'Các đơn vị còn tranh suất này',
  more: 'và {n} đơn vị nữa',
  outOf: '{n} đơn vị không còn khả năng',
} as const;

const EN: Readonly<Record<keyof typeof VI, string>> = {
  views: 'View',
  ranking: 'Ranking table',
  season: 'How things stand',
  back: 'Back to how things stand',
  untouched:
    'No scores yet, all units stand alike. As scores come in, this shows who is certain, who is possible, who is out of reach, and what is still needed.',
  complete: 'Every unit has all its points.',
  errors: '{n} {n|error|errors}, see Check. A cell in error counts as one without points.',
  places: 'Places certain: {settled} of {all}',
  standing: 'Units, by the best rank in reach',
  scored: '{done} of {cells} cells scored',
  wrong: '{n} in error',
  allAwards: 'every award',
  awards: 'Award by award',
  competing: 'Units that compete for this award',
  more: 'and {n} more {n|unit|units}',
  outOf: '{n} {n|unit|units} out of reach',
};

export type SeasonKey = keyof typeof VI;
export type SeasonParams<Key extends SeasonKey> = TextParams<(typeof VI)[Key]>;

/** The text of a key, as `uiText`. */
export function seasonText<Key extends SeasonKey>(lang: UiLang, key: Key, ...[params]: SeasonParams<Key>): string {
  return fillUi(lang, (lang === 'en' ? EN : VI)[key], params ?? {});
}
