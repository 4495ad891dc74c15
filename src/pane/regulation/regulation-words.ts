/** The texts and sentences of the view *Quy chế*, in the language of the pane. */
import type { Award, BallotRow, Band, BookNames, Condition } from '../../rules';
import type { Lang } from '../../text';
import { awardLines, ballotLine, bandLine, conditionLine } from '../../text/regulation';
import { pseudo, type UiLang } from '../../text/ui';
import { regulationText, type RegulationKey, type RegulationParams } from '../../text/ui-regulation';
import { useLang } from '../lang';

export interface RegulationWords {
  readonly spoken: Lang;
  r: <Key extends RegulationKey>(key: Key, ...params: RegulationParams<Key>) => string;
  /** A sentence that was made elsewhere. */
  mark: (text: string) => string;
  award: (award: Award, names: BookNames) => string[];
  condition: (condition: Condition, names: BookNames) => string;
  ballot: (row: BallotRow, names: BookNames) => string;
  band: (band: Band) => string;
}

function makeWords(lang: UiLang): RegulationWords {
  const spoken: Lang = lang === 'en' ? 'en' : 'vi';
  const mark = lang === 'pseudo' ? pseudo : (text: string) => text;
  return {
    spoken,
    mark,
    r: (key, ...params) => regulationText(lang, key, ...params),
    award: (award, names) => awardLines(award, names, spoken).map(mark),
    condition: (condition, names) => mark(conditionLine(condition, names, spoken)),
    ballot: (row, names) => mark(ballotLine(row, names, spoken)),
    band: (band) => mark(bandLine(band, spoken)),
  };
}

const made = new Map<UiLang, RegulationWords>();

/** The same object as long as the language is the same. */
export function useRegulationWords(): RegulationWords {
  const lang = useLang();
  const words = made.get(lang) ?? makeWords(lang);
  made.set(lang, words);
  return words;
}
