/**
 * Exact numbers. Binary floats give false ties (nine 9s and a sum of ten tenths that "is" 89.99…),
 * so every sum, product and quotient of a score is a fraction of two big integers, and rounding
 * happens only in `round`. Numbers that a cell holds as a quotient carry their error (`nearness.ts`).
 */
import { between, ends, errorOfProduct, errorOfQuotient, errorOfSum, oneOf, orderWithin, settle } from './nearness';

export { ends, middle, oneOf, settle } from './nearness';

/** A fraction `n / d` with `d > 0`, not always in lowest terms. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
  /** The greatest error, in parts of 10^-20; absent (never 0) where the number is exact. */
  readonly e?: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };
export const HUNDRED: Rational = { n: 100n, d: 1n };
export const HALF: Rational = { n: 1n, d: 2n };

export function fromInteger(value: number): Rational {
  return { n: BigInt(value), d: 1n };
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function reduce(n: bigint, d: bigint): Rational {
  const divisor = gcd(n, d);
  return divisor === 1n ? { n, d } : { n: n / divisor, d: d / divisor };
}

/**
 * Decimal places share denominators (powers of ten), so the usual sum needs no common divisor. Else that of the
 * denominators is looked for, of which one is nearly always short: the sum of 200 shares of primes has 1,400 digits
 * (D. Knuth, The Art of Computer Programming, volume 2, section 4.5.1).
 */
export function add(a: Rational, b: Rational): Rational {
  if (a.e !== undefined || b.e !== undefined)
    return { ...add({ n: a.n, d: a.d }, { n: b.n, d: b.d }), e: errorOfSum(a, b) };
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  const common = gcd(a.d, b.d);
  const n = a.n * (b.d / common) + b.n * (a.d / common);
  const divisor = gcd(n, common);
  return { n: n / divisor, d: (a.d / common) * (b.d / divisor) };
}

export function negate(a: Rational): Rational {
  return a.e === undefined ? { n: -a.n, d: a.d } : { n: -a.n, d: a.d, e: a.e };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  const product = reduce(a.n * b.n, a.d * b.d);
  if (a.e === undefined && b.e === undefined) return product;
  const e = errorOfProduct(a, b);
  return e === 0n ? product : { ...product, e };
}

/** The exact quotient. `b` must not be 0. */
export function divide(a: Rational, b: Rational): Rational {
  if (a.e === undefined && b.e === undefined) return divideExact(a, b);
  const e = errorOfQuotient(a, b);
  return e === 0n ? divideExact(a, b) : { ...divideExact(a, b), e };
}

function divideExact(a: Rational, b: Rational): Rational {
  return b.n > 0n ? reduce(a.n * b.d, a.d * b.n) : reduce(-a.n * b.d, a.d * -b.n);
}

/**
 * Negative, 0 or positive as `a` is below, equal to or above `b`; null where both could be, because an
 * error of theirs leaves it open.
 */
export function order(a: Rational, b: Rational): number | null {
  return a.e === undefined && b.e === undefined ? compare(a, b) : orderWithin(a, b);
}

/** `order` for what decides nothing, or knows no errors: what could be both counts as equal. */
export function compare(a: Rational, b: Rational): number {
  if (a.e !== undefined || b.e !== undefined) return orderWithin(a, b) ?? 0;
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

export function equal(a: Rational, b: Rational): boolean {
  return compare(a, b) === 0;
}

export function sign(a: Rational): number {
  const { n } = a.e === undefined ? a : settle(a);
  return n > 0n ? 1 : n < 0n ? -1 : 0;
}

export function minimum(a: Rational, b: Rational): Rational {
  const which = order(a, b);
  if (which === null) return between(minimum(ends(a)[0], ends(b)[0]), minimum(ends(a)[1], ends(b)[1]));
  return which < 0 || (which === 0 && a.e === undefined) ? a : b;
}

export function maximum(a: Rational, b: Rational): Rational {
  const which = order(a, b);
  if (which === null) return between(maximum(ends(a)[0], ends(b)[0]), maximum(ends(a)[1], ends(b)[1]));
  return which > 0 || (which === 0 && a.e === undefined) ? a : b;
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
  if (a.e !== undefined) {
    const [low, high] = ends(a);
    return oneOf(round(low, decimals), round(high, decimals));
  }
  const scale = 10n ** BigInt(Math.max(0, Math.trunc(decimals)));
  return { n: roundToInteger({ n: a.n * scale, d: a.d }), d: scale };
}

const steps = (count: bigint, step: Rational): Rational => multiply({ n: count, d: 1n }, step);

/** The nearest multiple of `step` (above 0), halves away from zero. */
export function roundToStep(a: Rational, step: Rational): Rational {
  if (a.e === undefined && step.e === undefined) return steps(roundToInteger(divide(a, step)), step);
  const [low, high] = ends(divide(settle(a), settle(step))).map(roundToInteger) as [bigint, bigint];
  return low === high ? steps(low, step) : oneOf(steps(low, step), steps(high, step));
}

/** The largest integer that is not above `a`. */
export function floor(given: Rational): bigint {
  const a = settle(given);
  const quotient = a.n / a.d;
  return a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient;
}

/** The smallest integer that is not below `a`. */
export function ceil(a: Rational): bigint {
  return -floor(negate(a));
}

export function isInteger(a: Rational): boolean {
  const { n, d } = settle(a);
  return n % d === 0n;
}

/** Whether `a` is a whole number of `step`s (above 0), or could be. */
export function isMultiple(a: Rational, step: Rational): boolean {
  if (a.e !== undefined || step.e !== undefined) return equal(a, steps(roundToInteger(divide(a, step)), step));
  return (a.n * step.d) % (a.d * step.n) === 0n;
}

/** Integers up to this are doubles as they are. */
const SAFE = 1n << 53n;

/** The double nearest to `a`: rounded once. For searching, drawing and cells, never for a verdict. */
export function toDouble(a: Rational): number {
  const { n, d } = settle(a);
  const magnitude = n < 0n ? -n : n;
  if (magnitude < SAFE && d < SAFE) return Number(n) / Number(d);
  // Enough binary digits of the quotient that one more, for all the rest of them, decides the rounding.
  const shift = BigInt(Math.max(0, d.toString(2).length - magnitude.toString(2).length + 66));
  const scaled = magnitude << shift;
  const quotient = Number((scaled / d) | (scaled % d === 0n ? 0n : 1n)) / 2 ** Number(shift);
  return n < 0n ? -quotient : quotient;
}
