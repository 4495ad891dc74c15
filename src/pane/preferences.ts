/** What a person chose, for the pane or for one workbook; never anything that a cell holds. */
import type { UiLang } from '../text/ui';

export interface Preferences {
  read: (name: string) => string | null;
  write: (name: string, value: string) => void;
}

export const LANGS = ['vi', 'en'] as const satisfies readonly UiLang[];
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** `?lang=pseudo` shows what is untranslated; otherwise the person's choice, else the host's language. */
export function startLang(preferences: Preferences, host: 'vi' | 'en' | null): UiLang {
  if (new URLSearchParams(location.search).get('lang') === 'pseudo') return 'pseudo';
  const chosen = preferences.read('lang');
  return LANGS.find((lang) => lang === chosen) ?? host ?? 'vi';
}

export function startTheme(preferences: Preferences): Theme {
  const chosen = preferences.read('theme');
  return THEMES.find((theme) => theme === chosen) ?? 'system';
}
