/** The language of the pane and its own texts: all that the first paint needs. */
import { createContext, useCallback, useContext, type ReactNode } from 'react';
import type { BlocKind } from '../rules';
import { uiTextFor, type UiKey, type UiLang, type UiParams } from '../text/ui';

export type Translate = <Key extends UiKey>(key: Key, ...params: UiParams<Key>) => string;

const LangContext = createContext<UiLang>('vi');

export function LangProvider({ lang, children }: { readonly lang: UiLang; readonly children: ReactNode }) {
  return <LangContext.Provider value={lang}>{children}</LangContext.Provider>;
}

/** Bloc or cluster: what the open workbook calls itself. */
const KindContext = createContext<BlocKind>('bloc');
export const KindProvider = KindContext.Provider;
export const useKind = (): BlocKind => useContext(KindContext);

export const useLang = (): UiLang => useContext(LangContext);

export function useTranslate(): Translate {
  const lang = useLang();
  const kind = useKind();
  return useCallback<Translate>((key, ...params) => uiTextFor(kind, lang, key, ...params), [kind, lang]);
}
