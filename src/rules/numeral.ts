/** Numerals: exact numbers as texts, for those who prepare a book or show an evaluation. */
import type { Numeral } from './book';
import * as q from './rational';

const EXPONENT = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/;

/** Writes a double's text such as "1.5e+21" without exponent. */
function withoutExponent(text: string): string {
  const match = EXPONENT.exec(text);
  if (match === null) return text;
  const [, minus = '', whole = '', decimals = '', exponent = '0'] = match;
  const shift = Number(exponent);
  if (shift >= 0) return `${minus}${whole}${decimals.padEnd(shift, '0')}`;
  return `${minus}0.${'0'.repeat(-shift - 1)}${whole}${decimals}`;
}

interface ReadDouble {
  readonly value: Numeral;
  readonly noisy?: string;
}

const KNOWN_LIMIT = 20_000;
const known = new Map<number, ReadDouble | null>();

/**
 * Reads a stored double as people typed it: fifteen significant digits, then the shortest text.
 * `noisy` is the text of the double itself where that changed it. Null for NaN and the infinities.
 * Results are remembered: a bloc has few different scores.
 *
 * @example numeralOfDouble(0.1 + 0.2) // { value: '0.3', noisy: '0.30000000000000004' }
 */
export function numeralOfDouble(x: number): ReadDouble | null {
  const before = known.get(x);
  if (before !== undefined) return before;
  if (known.size >= KNOWN_LIMIT) known.clear();
  const read = readDouble(x);
  known.set(x, read);
  return read;
}

function readDouble(x: number): ReadDouble | null {
  if (!Number.isFinite(x)) return null;
  const shortest = String(x);
  if (shortest.length <= 15 && !shortest.includes('e')) return { value: shortest };
  const typed = Number(x.toPrecision(15));
  if (!Number.isFinite(typed)) return { value: withoutExponent(String(x)) };
  const value = parseNumeral(withoutExponent(String(typed))) ?? '0';
  return typed === x ? { value } : { value, noisy: withoutExponent(String(x)) };
}

/** The numeral in shortest form ("9.50" → "9.5", "6/4" → "1.5"), or null when the text is none. */
export function parseNumeral(text: string): Numeral | null {
  return q.formatOptional(q.parse(text));
}

function exact(numeral: Numeral): q.Rational {
  const value = q.parse(numeral);
  if (value === null) throw new RangeError(`not a numeral: ${numeral}`);
  return value;
}

/** Rounds half away from zero to `decimals` places: "8.575" → "8.58", "-2.675" → "-2.68". */
export function roundNumeral(numeral: Numeral, decimals: number): Numeral {
  return q.format(q.round(exact(numeral), decimals));
}

/** Negative, 0 or positive as `a` is below, equal to or above `b`. Both must be numerals. */
export function compareNumerals(a: Numeral, b: Numeral): number {
  return q.compare(exact(a), exact(b));
}

export function addNumerals(a: Numeral, b: Numeral): Numeral {
  return q.format(q.add(exact(a), exact(b)));
}

export function subtractNumerals(a: Numeral, b: Numeral): Numeral {
  return q.format(q.subtract(exact(a), exact(b)));
}

export function multiplyNumerals(a: Numeral, b: Numeral): Numeral {
  return q.format(q.multiply(exact(a), exact(b)));
}

/** The exact quotient, or null when `b` is 0. */
export function divideNumerals(a: Numeral, b: Numeral): Numeral | null {
  return q.sign(exact(b)) === 0 ? null : q.format(q.divide(exact(a), exact(b)));
}
