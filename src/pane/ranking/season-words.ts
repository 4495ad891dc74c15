/** The texts and sentences of how things stand, in the language of the pane. */
import type { AwardChances, Possible, ReasonCode, UnitOutlook } from '../../rules';
import type { Lang } from '../../text';
import {
  chanceText,
  needTexts,
  outText,
  placesText,
  rangeText,
  rankRangeText,
  waitsText,
  type Chance,
} from '../../text/outlook';
import { pseudo, type UiLang } from '../../text/ui';
import { seasonText, type SeasonKey, type SeasonParams } from '../../text/ui-season';
import type { namesOf } from '../../workbook/judgement';
import { useLang } from '../lang';

type Names = ReturnType<typeof namesOf>;

export interface SeasonWords {
  s: <Key extends SeasonKey>(key: Key, ...params: SeasonParams<Key>) => string;
  chance: (chance: Chance) => string;
  out: (code: ReasonCode) => string;
  /** What a unit needs for an award, and what it may lose: "còn cần 1,5 điểm ở III.4 để chắc chắn Bằng khen; …". */
  needs: (possible: Possible, own: UnitOutlook, award: string, names: Names) => string;
  waits: (award: AwardChances, name: string) => string;
  places: (award: AwardChances) => string;
  total: (total: UnitOutlook['total'], decimals: number | null) => string;
  rank: (rank: UnitOutlook['rank']) => string;
}

function makeSeasonWords(lang: UiLang): SeasonWords {
  const spoken: Lang = lang === 'en' ? 'en' : 'vi';
  const mark = lang === 'pseudo' ? pseudo : (text: string) => text;
  return {
    s: (key, ...params) => seasonText(lang, key, ...params),
    chance: (chance) => mark(chanceText(chance, spoken)),
    out: (code) => mark(outText(code, spoken)),
    needs: (possible, own, award, names) => mark(needTexts(possible, own, award, names, spoken).join('; ')),
    waits: (award, name) => mark(waitsText(award, name, spoken)),
    places: (award) => mark(placesText(award, spoken)),
    total: (total, decimals) => rangeText(total, decimals, spoken),
    rank: rankRangeText,
  };
}

const made = new Map<UiLang, SeasonWords>();

/** The same object as long as the language is the same. */
export function useSeasonWords(): SeasonWords {
  const lang = useLang();
  const words = made.get(lang) ?? makeSeasonWords(lang);
  made.set(lang, words);
  return words;
}
