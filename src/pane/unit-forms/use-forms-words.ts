/** The texts of the forms of units, in the language of the pane. */
import type { Lang } from '../../text';
import { pseudo, type UiLang } from '../../text/ui';
import { formsText, type FormsKey, type FormsParams } from '../../text/ui-forms';
import { useLang } from '../lang';

export interface FormsWords {
  readonly spoken: Lang;
  f: <Key extends FormsKey>(key: Key, ...params: FormsParams<Key>) => string;
  /** A sentence that was made elsewhere. */
  mark: (text: string) => string;
}

const wordsOf = (lang: UiLang): FormsWords => ({
  spoken: lang === 'en' ? 'en' : 'vi',
  mark: lang === 'pseudo' ? pseudo : (text) => text,
  f: (key, ...params) => formsText(lang, key, ...params),
});

export const useFormsWords = (): FormsWords => wordsOf(useLang());
