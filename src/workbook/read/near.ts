/** Names that are nearly a known one: sheets, headers, rows of `Thông tin` and `Quy tắc`. */
import { remembered } from '../../base/remembered';
import { editDistance, searched } from '../../base/folding';

/** In a short name two other letters make another word already. */
const SHORT = 4;
const LONGEST = 80;

/** Letters and digits without marks and case, words with one space between. */
const loose = remembered((text) =>
  searched(text.slice(0, LONGEST))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);

/** At most two letters apart, marks not counted; in short names one. */
export function isNearByLetters(written: string, known: string): boolean {
  const [own, other] = [loose(written), loose(known)];
  const limit = Math.min(own.length, other.length) <= SHORT ? 1 : 2;
  return own !== '' && editDistance(own, other, limit) <= limit;
}

const holds = (long: string, short: string): boolean => short.length > 1 && ` ${long} `.includes(` ${short} `);

/** The same words but for one, of at least three: another one, one more or one less. */
function sharesWords(written: string, known: string): boolean {
  const [own, other] = [written.split(' '), known.split(' ')];
  const [longer, shorter] = own.length >= other.length ? [own, other] : [other, own];
  if (shorter.length < 3 || longer.length - shorter.length > 1) return false;
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at++;
  return longer.slice(at + 1).join(' ') === shorter.slice(longer.length === shorter.length ? at + 1 : at).join(' ');
}

/** The same words in another order. */
const sameWords = (written: string, known: string): boolean =>
  written.split(' ').sort().join(' ') === known.split(' ').sort().join(' ');

/** Near by letters, or the same words in another order, or all but one of them: what a sub-heading hardly is. */
export function isAlmost(written: string, known: string): boolean {
  if (isNearByLetters(written, known)) return true;
  const [own, other] = [loose(written), loose(known)];
  return sharesWords(own, other) || sameWords(own, other);
}

/** The same, or one text holds the other. */
export function isNearHeader(written: string, known: string): boolean {
  if (isAlmost(written, known)) return true;
  const [own, other] = [loose(written), loose(known)];
  return holds(own, other) || (own.length > 3 && holds(other, own));
}

/** What people put before or behind a sheet's name: " (2)", "KT ", " 2024", " mới", " - copy". */
const LONGEST_ADDITION = 8;

/** Near by letters, or the known name with some characters before or behind it. */
export function isNearSheet(written: string, known: string): boolean {
  if (isNearByLetters(written, known)) return true;
  const [own, other] = [searched(written), searched(known)];
  const [tight, otherTight] = [own.replace(/[\s_-]+/gu, ''), other.replace(/\s+/gu, '')];
  if (tight === otherTight) return true;
  const added = own.length - other.length;
  return added > 0 && added <= LONGEST_ADDITION + 1 && (own.startsWith(other) || own.endsWith(other));
}

/** The closest of the known names that the written one is near to; by letters first. */
export function nearestOf<Known>(
  written: string,
  known: readonly Known[],
  nameOf: (one: Known) => string,
  isNear: (written: string, known: string) => boolean,
): Known | null {
  let best: Known | null = null;
  let least = Infinity;
  for (const one of known) {
    const name = nameOf(one);
    if (!isNear(written, name)) continue;
    const distance = editDistance(loose(written), loose(name), LONGEST);
    if (distance < least) [best, least] = [one, distance];
  }
  return best;
}
