/** The languages of everything users see; Vietnamese first. */
export type Lang = 'vi' | 'en';

export const LANGS: readonly Lang[] = ['vi', 'en'];

export const isLang = (text: string): text is Lang => LANGS.some((lang) => lang === text);
