/** Numbers and days as people read them: "8,75" and 30/01/2024 in Vietnamese. */
import { parseNumeral, roundNumeral, type Numeral } from '../rules';
import type { Lang } from './lang';

/** Fractions without a finite decimal are shown with this many decimals. */
const SHOWN_DECIMALS = 4;
/** Nothing is shown with more decimals than these: what lies behind them is how a computer stores a quotient. */
const MOST_DECIMALS = 9;

/**
 * A score with exactly `decimals` decimals, or in its shortest form of at most nine where `decimals` is null.
 * @example formatScore('8.75', null, 'vi') // "8,75"
 */
export function formatScore(numeral: Numeral, decimals: number | null, lang: Lang): string {
  if (parseNumeral(numeral) === null) return numeral;
  const shown = decimals === null ? 0 : Math.min(decimals, MOST_DECIMALS);
  const rounded = roundNumeral(
    numeral,
    decimals === null ? (numeral.includes('/') ? SHOWN_DECIMALS : MOST_DECIMALS) : shown,
  );
  const [whole = '', fraction = ''] = rounded.split('.');
  const padded = fraction.padEnd(shown, '0');
  return padded === '' ? whole : `${whole}${lang === 'vi' ? ',' : '.'}${padded}`;
}

/** An ISO day ("2024-01-30") as 30/01/2024, in both languages: days are read beside those of the workbook. */
export function formatDay(day: string): string {
  return day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');
}
