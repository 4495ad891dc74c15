/** Exact numbers as texts: numerals read and written. */
import { remembered } from '../../base/remembered';
import { reduce, round, type Rational } from './arithmetic';
import { halfUnit, middle } from './nearness';

/** Longest numeral that is read: beyond any cell, and short enough to stay fast on hostile input. */
const MAX_NUMERAL_LENGTH = 1200;
const NUMERAL = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/;

/** The number that a numeral writes, or null when the text is no numeral. */
export const parse = remembered((text: string): Rational | null => {
  if (text.length > MAX_NUMERAL_LENGTH) return null;
  const match = NUMERAL.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', decimals, denominator] = match;
  const n = BigInt(sign + whole + (decimals ?? ''));
  if (denominator !== undefined) return BigInt(denominator) === 0n ? null : { n, d: BigInt(denominator) };
  return { n, d: decimals === undefined ? 1n : 10n ** BigInt(decimals.length) };
});

/** `parse` for an optional numeral. */
export function parseOptional(text: string | null): Rational | null {
  return text === null ? null : parse(text);
}

/** Up to so many decimals a number in a cell is what was typed there; with more it may be a quotient. */
const TYPED_PLACES = 1_000_000n;

/**
 * The number of a numeral that was read from a cell. With more than six decimals it is known to half
 * a unit of the last place that was read only: the tenth, or the fifteenth significant digit.
 */
export const read = remembered((text: string): Rational | null => {
  const exact = parse(text);
  return exact === null || exact.d <= TYPED_PLACES || text.includes('/')
    ? exact
    : { ...exact, e: halfUnit(placesRead(text)) };
});

/** To so many decimals a double with these digits before the point is read. */
function placesRead(text: string): number {
  const whole = /^-?(\d+)/.exec(text)?.[1]?.length ?? 1;
  return Math.max(0, Math.min(10, 15 - whole));
}

/** `read` for an optional numeral. */
export function readOptional(text: string | null): Rational | null {
  return text === null ? null : read(text);
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

/** What lies behind the ninth decimal of a number with an error says nothing. */
const SAID_PLACES = 9;

/** The numeral of `a`: the shortest decimal, or a fraction in lowest terms; of a number with an error at most nine decimals. */
export function format(a: Rational): string {
  if (a.e !== undefined) return format(round(middle(a), SAID_PLACES));
  const usual = PLACES.get(a.d);
  if (usual !== undefined) return decimalText(a.n, usual);
  const { n, d } = reduce(a.n, a.d);
  const places = decimalsOf({ n, d });
  return places === null ? `${String(n)}/${String(d)}` : decimalText((n * 10n ** BigInt(places)) / d, places);
}

/** The numeral in shortest form, or null when the text is none. */
export const shortest = remembered((text: string): string | null => formatOptional(parse(text)));

/** `format` for an optional number. */
export function formatOptional(a: Rational | null): string | null {
  return a === null ? null : format(a);
}
