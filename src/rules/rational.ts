/**
 * Exact numbers. Binary floats give false ties (nine 9s and a sum of ten tenths that "is" 89.99…),
 * so every sum, product and quotient of a score is a fraction of two big integers, and rounding
 * happens only in `round`.
 */

/** A fraction `n / d` with `d > 0`, not always in lowest terms. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };
export const HUNDRED: Rational = { n: 100n, d: 1n };
export const HALF: Rational = { n: 1n, d: 2n };

/** Longest numeral that is read: beyond any cell, and short enough to stay fast on hostile input. */
const MAX_NUMERAL_LENGTH = 1200;
const NUMERAL = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/;
const CACHE_LIMIT = 20_000;
const cache = new Map<string, Rational | null>();

function parseUncached(text: string): Rational | null {
  if (text.length > MAX_NUMERAL_LENGTH) return null;
  const match = NUMERAL.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', decimals, denominator] = match;
  const n = BigInt(sign + whole + (decimals ?? ''));
  if (denominator !== undefined) return BigInt(denominator) === 0n ? null : { n, d: BigInt(denominator) };
  return { n, d: decimals === undefined ? 1n : 10n ** BigInt(decimals.length) };
}

/** The number that a numeral writes, or null when the text is no numeral. Results are remembered. */
export function parse(text: string): Rational | null {
  const known = cache.get(text);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  const value = parseUncached(text);
  cache.set(text, value);
  return value;
}

/** `parse` for an optional numeral. */
export function parseOptional(text: string | null): Rational | null {
  return text === null ? null : parse(text);
}

export function fromInteger(value: number): Rational {
  return { n: BigInt(value), d: 1n };
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function reduce(n: bigint, d: bigint): Rational {
  const divisor = gcd(n, d);
  return divisor === 1n ? { n, d } : { n: n / divisor, d: d / divisor };
}

/** Decimal places share denominators (powers of ten), so the usual sum needs no common divisor. */
export function add(a: Rational, b: Rational): Rational {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  return reduce(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  return reduce(a.n * b.n, a.d * b.d);
}

/** The exact quotient. `b` must not be 0. */
export function divide(a: Rational, b: Rational): Rational {
  return b.n > 0n ? reduce(a.n * b.d, a.d * b.n) : reduce(-a.n * b.d, a.d * -b.n);
}

/** Negative, 0 or positive as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

export function equal(a: Rational, b: Rational): boolean {
  return compare(a, b) === 0;
}

export function sign(a: Rational): number {
  return a.n > 0n ? 1 : a.n < 0n ? -1 : 0;
}

export function minimum(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

export function maximum(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

export function sum(values: Iterable<Rational>): Rational {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}

function roundToInteger(a: Rational): bigint {
  const magnitude = a.n < 0n ? -a.n : a.n;
  const rounded = (2n * magnitude + a.d) / (2n * a.d);
  return a.n < 0n ? -rounded : rounded;
}

/** Rounds half away from zero to `decimals` places (0 or more): the only rounding of scores. */
export function round(a: Rational, decimals: number | null): Rational {
  if (decimals === null) return a;
  const scale = 10n ** BigInt(Math.max(0, Math.trunc(decimals)));
  return { n: roundToInteger({ n: a.n * scale, d: a.d }), d: scale };
}

/** The nearest multiple of `step` (above 0), halves away from zero. */
export function roundToStep(a: Rational, step: Rational): Rational {
  return multiply({ n: roundToInteger(divide(a, step)), d: 1n }, step);
}

/** The largest integer that is not above `a`. */
export function floor(a: Rational): bigint {
  const quotient = a.n / a.d;
  return a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient;
}

/** The smallest integer that is not below `a`. */
export function ceil(a: Rational): bigint {
  return -floor(negate(a));
}

export function isInteger(a: Rational): boolean {
  return a.n % a.d === 0n;
}

/** Whether `a` is a whole number of `step`s (above 0). */
export function isMultiple(a: Rational, step: Rational): boolean {
  return (a.n * step.d) % (a.d * step.n) === 0n;
}

/** Decimal places that write a fraction in lowest terms; null when no finite decimal does. */
function decimalsOf({ d }: Rational): number | null {
  let rest = d;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  return rest === 1n ? Math.max(twos, fives) : null;
}

/** The powers of ten that decimals have as denominators, and their number of places. */
const PLACES = new Map(Array.from({ length: 31 }, (_, places) => [10n ** BigInt(places), places] as const));

/** Writes `n / 10^places` without trailing zeros. */
function decimalText(n: bigint, places: number): string {
  const digits = String(n < 0n ? -n : n).padStart(places + 1, '0');
  let end = digits.length;
  const cut = end - places;
  while (end > cut && digits.charCodeAt(end - 1) === 48) end -= 1;
  return `${n < 0n ? '-' : ''}${digits.slice(0, cut)}${end > cut ? `.${digits.slice(cut, end)}` : ''}`;
}

/** The numeral of `a`: the shortest decimal, or a fraction in lowest terms. */
export function format(a: Rational): string {
  const usual = PLACES.get(a.d);
  if (usual !== undefined) return decimalText(a.n, usual);
  const { n, d } = reduce(a.n, a.d);
  const places = decimalsOf({ n, d });
  return places === null ? `${String(n)}/${String(d)}` : decimalText((n * 10n ** BigInt(places)) / d, places);
}

const shortestCache = new Map<string, string | null>();

/** The numeral in shortest form, or null when the text is none. Results are remembered. */
export function shortest(text: string): string | null {
  const known = shortestCache.get(text);
  if (known !== undefined) return known;
  if (shortestCache.size >= CACHE_LIMIT) shortestCache.clear();
  const value = formatOptional(parse(text));
  shortestCache.set(text, value);
  return value;
}

/** `format` for an optional number. */
export function formatOptional(a: Rational | null): string | null {
  return a === null ? null : format(a);
}

/** A double near `a`, for searching and drawing only, never for a verdict. */
export function toDouble(a: Rational): number {
  return Number(a.n) / Number(a.d);
}
