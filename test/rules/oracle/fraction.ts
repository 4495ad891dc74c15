/** The oracle's own exact fractions. Plain and slow on purpose: nothing here is shared with `src`. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

function fraction(over: bigint, under = 1n): Fraction {
  const sign = under < 0n ? -1n : 1n;
  const common = gcd(over, under) || 1n;
  return { over: (sign * over) / common, under: (sign * under) / common };
}

export const ZERO = fraction(0n);
export const ONE = fraction(1n);
export const HALF = fraction(1n, 2n);
export const HUNDRED = fraction(100n);
export const whole = (count: number): Fraction => fraction(BigInt(count));

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under - b.over * a.under, a.under * b.under);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);
export const divided = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under, a.under * b.over);
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, ZERO);

/** Negative, zero or positive, as a − b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const equal = (a: Fraction, b: Fraction): boolean => compare(a, b) === 0;
export const lesser = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const greater = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);
export const greatest = (all: readonly Fraction[]): Fraction => all.reduce(greater, ZERO);

export function floor(a: Fraction): bigint {
  return a.over >= 0n || a.over % a.under === 0n ? a.over / a.under : a.over / a.under - 1n;
}

/** To whole numbers, halves up. */
export const halfUp = (a: Fraction): bigint => floor(plus(a, HALF));
export const ceiling = (a: Fraction): bigint => -floor(minus(ZERO, a));

/** Half away from zero, at `decimals` places; `null`: as it is. */
export function rounded(a: Fraction, decimals: number | null): Fraction {
  if (decimals === null) return a;
  const unit = fraction(10n ** BigInt(decimals));
  const size = fraction(halfUp(times(a.over < 0n ? minus(ZERO, a) : a, unit)));
  return divided(a.over < 0n ? minus(ZERO, size) : size, unit);
}

export const toStep = (a: Fraction, step: Fraction): Fraction => times(fraction(halfUp(divided(a, step))), step);

const parsed = new Map<string, Fraction | null>();

/** `null` for a text that is neither a plain decimal nor a fraction. */
export function parse(text: string): Fraction | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const value = parseAnew(text);
  parsed.set(text, value);
  return value;
}

function parseAnew(text: string): Fraction | null {
  const quotient = /^(-?\d+)\/(\d+)$/.exec(text);
  if (quotient)
    return BigInt(quotient[2] ?? '0') === 0n ? null : fraction(BigInt(quotient[1] ?? ''), BigInt(quotient[2] ?? ''));
  const decimal = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!decimal) return null;
  const behind = decimal[3] ?? '';
  const digits = BigInt(`${decimal[2] ?? ''}${behind}`);
  return fraction(decimal[1] === '-' ? -digits : digits, 10n ** BigInt(behind.length));
}

/** For texts that the generators made themselves and that must be numbers. */
export function number(text: string): Fraction {
  const value = parse(text);
  if (value === null) throw new Error(`not a number: ${text}`);
  return value;
}

/** Shortest decimal where there is a finite one, else a fraction in lowest terms. */
export function write(a: Fraction): string {
  for (let decimals = 0; decimals <= 40; decimals += 1) {
    const shifted = times(a, fraction(10n ** BigInt(decimals)));
    if (shifted.under !== 1n) continue;
    const digits = (shifted.over < 0n ? -shifted.over : shifted.over).toString().padStart(decimals + 1, '0');
    const point = digits.length - decimals;
    return `${a.over < 0n ? '-' : ''}${digits.slice(0, point)}${decimals > 0 ? `.${digits.slice(point)}` : ''}`;
  }
  return `${a.over.toString()}/${a.under.toString()}`;
}
