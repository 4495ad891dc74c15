/** The language of the pane and its own texts: all that the first paint needs. */
import { createContext, useCallback, useContext, type ReactNode } from 'react';
import { uiText, type UiKey, type UiLang, type UiParams } from '../text/ui';

export type Translate = <Key extends UiKey>(key: Key, ...params: UiParams<Key>) => string;

const LangContext = createContext<UiLang>('vi');

export function LangProvider({ lang, children }: { readonly lang: UiLang; readonly children: ReactNode }) {
  return <LangContext.Provider value={lang}>{children}</LangContext.Provider>;
}

export const useLang = (): UiLang => useContext(LangContext);

export function useTranslate(): Translate {
  const lang = useLang();
  return useCallback<Translate>((key, ...params) => uiText(lang, key, ...params), [lang]);
}
