/** Numerals: exact numbers as texts, for those who prepare a book or show an evaluation. */
import { remembered } from '../../base/remembered';
import * as q from './rational';

/**
 * An exact number as text: a decimal in shortest form ("90", "-2.5") or a fraction in lowest terms
 * ("244/3"). A text that is neither is treated as a broken input, never as a number.
 */
export type Numeral = string;

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
  /** The double is not the nearest one to `value`: binary arithmetic has left something. */
  readonly noisy?: true;
  /** The double has more decimals than nine: more than people type. */
  readonly long?: true;
}

/** From here on fifteen significant digits leave fewer than eleven decimals. */
const LARGE = 10_000;
const READ_DECIMALS = 10;
/** The noise of a subtraction stands behind what people meant; a quotient has more decimals than these. */
const MEANT_DECIMALS = 6;
const TYPED_DECIMALS = 9;

const decimalsIn = (text: string): number => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0);

const readDouble = remembered((x: number): ReadDouble | null => {
  if (!Number.isFinite(x)) return null;
  const shortest = withoutExponent(String(x));
  if (shortest.length <= READ_DECIMALS + 1) return { value: shortest };
  const typed = Number(x.toPrecision(15));
  if (!Number.isFinite(typed)) return { value: shortest };
  const digits = withoutExponent(String(typed));
  const value = Math.abs(x) >= LARGE ? (parseNumeral(digits) ?? '0') : roundNumeral(digits, READ_DECIMALS);
  return {
    value,
    ...(decimalsIn(value) <= MEANT_DECIMALS && Number(value) !== x ? { noisy: true } : {}),
    ...(decimalsIn(shortest) > TYPED_DECIMALS ? { long: true } : {}),
  };
});

/**
 * Reads a stored double without the noise of binary arithmetic: to ten decimals, halves away from
 * zero; from 10,000 on to fifteen significant digits. Null for NaN and the infinities. Results are
 * remembered: a bloc has few different scores.
 *
 * @example numeralOfDouble(9.8 - 9.5) // { value: '0.3', noisy: true, long: true }
 */
export function numeralOfDouble(x: number): ReadDouble | null {
  return readDouble(x);
}

/**
 * The numeral in shortest form, or null when the text is none.
 * @example ['9.50', '6/4', '1,5'].map(parseNumeral) // ['9.5', '1.5', null]
 */
export function parseNumeral(text: string): Numeral | null {
  return q.formatOptional(q.parse(text));
}

function exact(numeral: Numeral): q.Rational {
  const value = q.parse(numeral);
  if (value === null) throw new RangeError(`not a numeral: ${numeral}`);
  return value;
}

/**
 * Rounds half away from zero to `decimals` places. Throws a RangeError where the text is no numeral.
 * @example roundNumeral('-2.675', 2) // '-2.68'
 */
export function roundNumeral(numeral: Numeral, decimals: number): Numeral {
  return q.format(q.round(exact(numeral), decimals));
}

/**
 * Negative, 0 or positive as `a` is below, equal to or above `b`. Throws a RangeError where one is no numeral.
 * @example compareNumerals('90', '90.0') // 0
 */
export function compareNumerals(a: Numeral, b: Numeral): number {
  return q.compare(exact(a), exact(b));
}

/**
 * The exact sum. Throws a RangeError where one is no numeral.
 * @example addNumerals('0.1', '0.2') // '0.3'
 */
export function addNumerals(a: Numeral, b: Numeral): Numeral {
  return q.format(q.add(exact(a), exact(b)));
}

/**
 * The exact difference. Throws a RangeError where one is no numeral.
 * @example subtractNumerals('9.8', '9.5') // '0.3'
 */
export function subtractNumerals(a: Numeral, b: Numeral): Numeral {
  return q.format(q.subtract(exact(a), exact(b)));
}

/**
 * The exact product. Throws a RangeError where one is no numeral.
 * @example multiplyNumerals('1/3', '3') // '1'
 */
export function multiplyNumerals(a: Numeral, b: Numeral): Numeral {
  return q.format(q.multiply(exact(a), exact(b)));
}

/**
 * The exact quotient, or null when `b` is 0. Throws a RangeError where one is no numeral.
 * @example divideNumerals('244', '3') // '244/3'
 */
export function divideNumerals(a: Numeral, b: Numeral): Numeral | null {
  return q.sign(exact(b)) === 0 ? null : q.format(q.divide(exact(a), exact(b)));
}
