/** The texts and sentences of adopting an old table, in the language of the pane. */
import type { Lang } from '../../text';
import { adoptText, choiceText, leftText, questionText } from '../../text/adopt';
import { pseudo, type UiLang } from '../../text/ui';
import { adoptUiText, type AdoptKey, type AdoptParams } from '../../text/ui-adopt';
import { levelHeader } from '../../workbook/layout';
import type { BlocKind, Level } from '../../rules';
import type { OldDifference, Proposal, Question } from '../../workbook/adopt';
import { useLang } from '../lang';

export interface AdoptWords {
  a: <Key extends AdoptKey>(key: Key, ...params: AdoptParams<Key>) => string;
  line: (...args: LineArguments) => string;
  question: (question: Question) => string;
  choice: (choice: string) => string;
  left: (reason: Proposal['unread'][number]['reason']) => string;
  what: (difference: OldDifference) => string;
  level: (level: Level | null, kind: BlocKind | null) => string;
}

type LineArguments =
  Parameters<typeof adoptText> extends [infer Line, unknown, ...infer Rest] ? [Line, ...Rest] : never;

function makeAdoptWords(lang: UiLang): AdoptWords {
  const spoken: Lang = lang === 'en' ? 'en' : 'vi';
  const mark = lang === 'pseudo' ? pseudo : (text: string) => text;
  return {
    a: (key, ...params) => adoptUiText(lang, key, ...params),
    line: (line, params) => mark(adoptText(line, spoken, params)),
    question: ({ about, params }) => mark(questionText(about, params, spoken)),
    choice: (choice) => mark(choiceText(choice, spoken)),
    left: (reason) => mark(leftText(reason, spoken)),
    what: ({ what, criterion }) => mark(adoptText(what, spoken, { criterion: criterion ?? '' })),
    level: (level, kind) => (level === null ? adoptUiText(lang, 'unknown') : mark(levelHeader(level, kind))),
  };
}

const made = new Map<UiLang, AdoptWords>();

/** The same object as long as the language is the same. */
export function useAdoptWords(): AdoptWords {
  const lang = useLang();
  const words = made.get(lang) ?? makeAdoptWords(lang);
  made.set(lang, words);
  return words;
}
