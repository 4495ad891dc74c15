/** Numbers and days as people read them: "8,75" and 30/01/2024 in Vietnamese. */
import { roundNumeral, type Numeral } from '../rules';
import type { Lang } from './lang';

/** Fractions without a finite decimal are shown with this many decimals. */
const SHOWN_DECIMALS = 4;

/**
 * A score with exactly `decimals` decimals, or in its shortest form where `decimals` is null.
 * @example formatScore('8.75', null, 'vi') // "8,75"
 */
export function formatScore(numeral: Numeral, decimals: number | null, lang: Lang): string {
  const rounded = decimals !== null ? roundNumeral(numeral, decimals) : numeral.includes('/') ? roundNumeral(numeral, SHOWN_DECIMALS) : numeral;
  const [whole = '', fraction = ''] = rounded.split('.');
  const padded = decimals === null ? fraction : fraction.padEnd(decimals, '0');
  return padded === '' ? whole : `${whole}${lang === 'vi' ? ',' : '.'}${padded}`;
}

/** An ISO day ("2024-01-30") as 30/01/2024; English keeps the ISO form, which nobody misreads. */
export function formatDay(day: string, lang: Lang): string {
  return lang === 'vi' ? day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1') : day;
}
