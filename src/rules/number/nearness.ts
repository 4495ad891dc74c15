/**
 * Numbers that are known only within an error. A quotient in a cell (`=2.005/3`) is stored as a double
 * and read to ten decimals: what stands there may be any value within half a unit of the last of them.
 * That greatest error goes along through sums, products and quotients. Before such a number is rounded
 * or compared it becomes the one decimal of at most six places that lies within the error, if there is
 * one: three cells `=2.005/3` make 2.005 again. Where there is none, an answer that differs within the
 * error is unknown. Numbers without error never come here.
 */
import type { Rational } from './arithmetic';

type Exact = Pick<Rational, 'n' | 'd'>;

/** Errors are counted in parts of this, rounded up: they stay small numbers through any calculation. */
const PARTS = 10n ** 20n;
/** Places of a decimal that people can have meant. */
const MEANT = 10n ** 6n;
/** From this error on (half a millionth) more than one such decimal lies within it: none is meant. */
const TOO_WIDE = PARTS / (2n * MEANT);

const magnitude = (a: bigint): bigint => (a < 0n ? -a : a);

/** The quotient of two positive numbers, rounded up. */
const upward = (n: bigint, d: bigint): bigint => (n + d - 1n) / d;

/** Half a unit of the decimal place `places`, as an error. */
export function halfUnit(places: number): bigint {
  return PARTS / (2n * 10n ** BigInt(places));
}

export const errorOfSum = (a: Rational, b: Rational): bigint => (a.e ?? 0n) + (b.e ?? 0n);

export function errorOfProduct(a: Rational, b: Rational): bigint {
  const [ea, eb] = [a.e ?? 0n, b.e ?? 0n];
  return upward(magnitude(a.n) * eb, a.d) + upward(magnitude(b.n) * ea, b.d) + upward(ea * eb, PARTS);
}

/** |a/b − a'/b'| ≤ (|a|·eb + |b|·ea) / (|b|·(|b| − eb)). A divisor that may be 0 bounds nothing: anything can come. */
export function errorOfQuotient(a: Rational, b: Rational): bigint {
  const [ea, eb] = [a.e ?? 0n, b.e ?? 0n];
  const divisor = (magnitude(b.n) * PARTS) / b.d;
  if (divisor <= eb) return PARTS * PARTS;
  const above = upward(magnitude(a.n) * eb, a.d) + upward(magnitude(b.n) * ea, b.d);
  return upward(upward(above * PARTS * b.d, magnitude(b.n)), divisor - eb);
}

function nearestInteger({ n, d }: Exact): bigint {
  const rounded = (2n * magnitude(n) + d) / (2n * d);
  return n < 0n ? -rounded : rounded;
}

/** Whether two exact numbers lie at most `e` apart. */
function isWithin(a: Exact, b: Exact, e: bigint): boolean {
  return magnitude(a.n * b.d - b.n * a.d) * PARTS <= e * a.d * b.d;
}

/** The decimal of at most six places within the error; null where there is none, or more than one. */
function meantBy(a: Rational, e: bigint): Exact | null {
  if (e >= TOO_WIDE) return null;
  const meant = { n: nearestInteger({ n: a.n * MEANT, d: a.d }), d: MEANT };
  return isWithin(a, meant, e) ? meant : null;
}

/** A number as it is rounded and compared: the decimal that was meant, without error, else as it is. */
export function settle(a: Rational): Rational {
  return a.e === undefined ? a : (meantBy(a, a.e) ?? a);
}

/** The middle of what a number may be, without error. */
export function middle(a: Rational): Rational {
  if (a.e === undefined) return a;
  const { n, d } = settle(a);
  return { n, d };
}

/** The least and the greatest that a number may be. */
export function ends(a: Rational): readonly [Rational, Rational] {
  const { n, d, e } = settle(a);
  if (e === undefined)
    return [
      { n, d },
      { n, d },
    ];
  return [
    { n: n * PARTS - e * d, d: d * PARTS },
    { n: n * PARTS + e * d, d: d * PARTS },
  ];
}

/** Negative, 0 or positive as `a` is below, equal to or above `b`; null where both could be. */
export function orderWithin(a: Rational, b: Rational): number | null {
  const [x, y] = [settle(a), settle(b)];
  const error = errorOfSum(x, y);
  const difference = x.n * y.d - y.n * x.d;
  if (error > 0n && isWithin(x, y, error)) return null;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** Anything from `low` to `high`. */
export function between(low: Exact, high: Exact): Rational {
  const width = high.n * low.d - low.n * high.d;
  const d = low.d * high.d;
  return width === 0n
    ? { n: low.n, d: low.d }
    : { n: low.n * high.d + high.n * low.d, d: 2n * d, e: upward(width * PARTS, 2n * d) };
}

/** One of two numbers, nobody knows which: too wide an error for any decimal to be meant. */
export function oneOf(low: Rational, high: Rational): Rational {
  const open = between(ends(low)[0], ends(high)[1]);
  return open.e === undefined ? open : { ...open, e: open.e < TOO_WIDE ? TOO_WIDE : open.e };
}
