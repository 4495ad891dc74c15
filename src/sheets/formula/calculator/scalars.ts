/** Functions of single values: within SUMPRODUCT they are taken for every cell of a block. */
import type { Value } from '../evaluate';
import { difference, dayOf, endOfMonth, monthsLater, serialOf, weekday, workdays } from './dates';
import { showInText } from './text-formats';
import {
  fault,
  floor,
  isError,
  numberInText,
  power,
  rounded,
  scaled,
  toNumber,
  toText,
  unproven,
  whole,
  type Signs,
} from './values';

export interface ScalarFunction {
  readonly least: number;
  readonly most: number;
  /** Sees errors; of all others an error is the value. */
  readonly takesErrors?: true;
  readonly of: (values: readonly Value[], signs: Signs) => Value;
}

type Numbers = readonly [number, number, number, ...number[]];

const numbers = (least: number, most: number, of: (...values: Numbers) => number): ScalarFunction => ({
  least,
  most,
  of: (values, signs) => {
    const [a = 0, b = 0, c = 0, ...more] = values.map((value) => toNumber(value, signs));
    return of(a, b, c, ...more);
  },
});

const dates = (least: number, most: number, of: (...values: Numbers) => number): ScalarFunction => ({
  least,
  most,
  of: (values, signs) => {
    // A text that is a day in one country is another day, or none, elsewhere. A blank cell is day 0.
    if (values.some((value) => typeof value === 'string' || value === null)) return unproven();
    const [a = 0, b = 0, c = 0] = values.map((value) => toNumber(value, signs));
    return of(a, b, c);
  },
});

const about = (of: (value: Value) => boolean): ScalarFunction => ({
  least: 1,
  most: 1,
  takesErrors: true,
  of: ([value = null]) => of(value),
});

const texts = (
  least: number,
  most: number,
  of: (text: string, others: readonly Value[], signs: Signs) => Value,
): ScalarFunction => ({
  least,
  most,
  of: ([first = null, ...others], signs) => of(simple(toText(first, signs)), others, signs),
});

/** Letters of several units count once for one program and twice for another. */
const simple = (text: string): string => (/[\u{10000}-\u{10FFFF}\p{M}\p{Cs}]/u.test(text) ? unproven() : text);

/** A count of letters. */
function count(value: Value | undefined, signs: Signs, otherwise: number): number {
  const number = value === undefined ? otherwise : whole(toNumber(value, signs));
  return number < 0 ? fault('#VALUE!') : number;
}

function step(value: number, unit: number, round: (share: number) => number): number {
  if (unit === 0) return 0;
  if (value < 0 || unit < 0) return unproven();
  const share = value / unit;
  const near = Math.round(share);
  if (near !== share && Math.abs(near - share) < 1e-9 * Math.max(1, Math.abs(share))) return unproven();
  return Number((round(share) * unit).toPrecision(15));
}

/** Away from zero or towards it, at the decimals asked for. */
function cut(value: number, places: number, isUp: boolean): number {
  const unit = Math.abs(scaled(value, places));
  const near = Math.round(unit);
  if (near !== unit && Math.abs(near - unit) < 1e-6) return unproven();
  return Math.sign(value) * Number(`${String(isUp ? Math.ceil(unit) : Math.floor(unit))}e${String(-places)}`) || 0;
}

/** With the divisor's sign. Of numbers with decimals what remains is noise. */
function remainder(value: number, by: number): number {
  if (by === 0) return fault('#DIV/0!');
  if (!Number.isSafeInteger(value) || !Number.isSafeInteger(by)) return unproven();
  return value - by * Math.floor(value / by);
}

function find(what: string, text: string, from: number): number {
  if (from < 1 || from > text.length + 1) return fault('#VALUE!');
  if (what === '') return unproven();
  const at = text.indexOf(what, from - 1);
  return at < 0 ? fault('#VALUE!') : at + 1;
}

/** 1234567 as 1.234.567. */
function inThrees(digits: string, sign: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(sign);
}

function fixed(value: number, places: number, isPlain: boolean, signs: Signs): string {
  const number = rounded(value, places);
  if (Math.abs(number) >= 1e15) return unproven();
  const [digits = '', decimals = ''] = Math.abs(number).toFixed(Math.max(0, places)).split('.');
  const grouped = isPlain ? digits : inThrees(digits, signs.decimal === ',' ? '.' : ',');
  if (grouped !== digits || decimals !== '') signs.matters = true;
  return (number < 0 ? '-' : '') + grouped + (decimals === '' ? '' : signs.decimal + decimals);
}

function substitute(text: string, [from = null, to = null, which]: readonly Value[], signs: Signs): string {
  const [old, fresh] = [toText(from, signs), toText(to, signs)];
  if (old === '') return text;
  if (which === undefined) return text.replaceAll(old, () => fresh);
  const wanted = whole(toNumber(which, signs));
  if (wanted < 1) return fault('#VALUE!');
  const parts = text.split(old);
  return parts.length <= wanted ? text : parts.slice(0, wanted).join(old) + fresh + parts.slice(wanted).join(old);
}

const isBlankOrText = (value: Value): value is string | null => value === null || typeof value === 'string';
const parity = (rest: number): ScalarFunction =>
  numbers(1, 1, (value) => (Math.abs(whole(value)) % 2 === rest ? 1 : 0));

export const SCALAR_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  ABS: numbers(1, 1, Math.abs),
  SIGN: numbers(1, 1, Math.sign),
  INT: numbers(1, 1, floor),
  TRUNC: numbers(1, 2, (value, places) => cut(value, places, false)),
  ROUND: numbers(2, 2, rounded),
  ROUNDUP: numbers(2, 2, (value, places) => cut(value, places, true)),
  ROUNDDOWN: numbers(2, 2, (value, places) => cut(value, places, false)),
  CEILING: numbers(2, 2, (value, unit) => step(value, unit, Math.ceil)),
  FLOOR: numbers(2, 2, (value, unit) => (unit === 0 ? unproven() : step(value, unit, Math.floor))),
  MROUND: numbers(2, 2, (value, unit) => step(value, unit, (share) => rounded(share, 0))),
  MOD: numbers(2, 2, remainder),
  QUOTIENT: numbers(2, 2, (value, by) => (by === 0 ? fault('#DIV/0!') : whole(value / by))),
  SQRT: numbers(1, 1, (value) => (value < 0 ? fault('#NUM!') : Math.sqrt(value))),
  POWER: numbers(2, 2, power),
  PI: numbers(0, 0, () => Math.PI),
  EXP: numbers(1, 1, Math.exp),
  LN: numbers(1, 1, (value) => (value <= 0 ? fault('#NUM!') : Math.log(value))),
  LOG10: numbers(1, 1, (value) => (value <= 0 ? fault('#NUM!') : Math.log10(value))),

  ISBLANK: about((value) => value === null),
  // Yes and no are numbers for LibreOffice.
  ISNUMBER: about((value) => (typeof value === 'boolean' ? unproven() : typeof value === 'number')),
  ISTEXT: about((value) => typeof value === 'string'),
  ISNONTEXT: about((value) => typeof value !== 'string'),
  ISERROR: about(isError),
  ISERR: about((value) => isError(value) && value.error !== '#N/A'),
  ISNA: about((value) => isError(value) && value.error === '#N/A'),
  ISEVEN: { ...parity(0), of: (values, signs) => parity(0).of(values, signs) === 1 },
  ISODD: { ...parity(1), of: (values, signs) => parity(1).of(values, signs) === 1 },
  N: { least: 1, most: 1, of: ([value = null]) => (isBlankOrText(value) ? 0 : Number(value)) },
  T: { least: 1, most: 1, of: ([value = null]) => (typeof value === 'string' ? value : '') },
  NA: { least: 0, most: 0, of: () => fault('#N/A') },

  LEN: texts(1, 1, (text) => text.length),
  LEFT: texts(1, 2, (text, [length], signs) => text.slice(0, count(length, signs, 1))),
  RIGHT: texts(1, 2, (text, [length], signs) => {
    const letters = count(length, signs, 1);
    return letters === 0 ? '' : text.slice(-letters);
  }),
  MID: texts(3, 3, (text, [from, length], signs) => {
    const first = count(from, signs, 1);
    const letters = count(length, signs, 0);
    return first < 1 ? fault('#VALUE!') : text.slice(first - 1, first - 1 + letters);
  }),
  TRIM: texts(1, 1, (text) => text.split(' ').filter(Boolean).join(' ')),
  UPPER: texts(1, 1, (text) => text.toUpperCase()),
  LOWER: texts(1, 1, (text) => text.toLowerCase()),
  PROPER: texts(1, 1, (text) =>
    text.toLowerCase().replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1)),
  ),
  SUBSTITUTE: texts(3, 4, substitute),
  REPLACE: texts(4, 4, (text, [from, length, fresh = null], signs) => {
    const first = count(from, signs, 1);
    if (first < 1) return fault('#VALUE!');
    return text.slice(0, first - 1) + toText(fresh, signs) + text.slice(first - 1 + count(length, signs, 0));
  }),
  FIND: texts(2, 3, (what, [text = null, from], signs) =>
    find(what, simple(toText(text, signs)), count(from, signs, 1)),
  ),
  SEARCH: texts(2, 3, (what, [text = null, from], signs) =>
    /[*?~]/.test(what)
      ? unproven()
      : find(what.toLowerCase(), simple(toText(text, signs)).toLowerCase(), count(from, signs, 1)),
  ),
  REPT: texts(2, 2, (text, [times], signs) => {
    const wanted = count(times, signs, 0);
    return text.length * wanted > 32_767 ? unproven() : text.repeat(wanted);
  }),
  EXACT: { least: 2, most: 2, of: ([a = null, b = null], signs) => toText(a, signs) === toText(b, signs) },
  VALUE: texts(1, 1, (text, _others, signs) =>
    text === '' ? unproven() : (numberInText(text, signs) ?? fault('#VALUE!')),
  ),
  FIXED: {
    least: 1,
    most: 3,
    of: ([value = null, places, plain = false], signs) =>
      fixed(
        toNumber(value, signs),
        places === undefined ? 2 : whole(toNumber(places, signs)),
        toNumber(plain, signs) !== 0,
        signs,
      ),
  },
  TEXT: {
    least: 2,
    most: 2,
    of: ([value = null, format = null]) =>
      typeof format === 'string' && typeof value === 'number' ? showInText(value, format) : unproven(),
  },
  CHAR: numbersToText((code) => (code === 10 || (code >= 32 && code < 127) ? String.fromCharCode(code) : unproven())),
  CODE: texts(1, 1, (text) => (/^[ -~]/.test(text) ? text.charCodeAt(0) : unproven())),

  DATE: dates(3, 3, (year, month, day) => serialOf({ year: whole(year), month: whole(month), day: whole(day) })),
  YEAR: dates(1, 1, (serial) => dayOf(serial).year),
  MONTH: dates(1, 1, (serial) => dayOf(serial).month),
  DAY: dates(1, 1, (serial) => dayOf(serial).day),
  WEEKDAY: {
    ...dates(1, 2, (serial, kind) => weekday(serial, kind)),
    of: ([serial = null, kind = 1], signs) =>
      typeof serial === 'number' ? weekday(serial, whole(toNumber(kind, signs))) : unproven(),
  },
  EDATE: dates(2, 2, (serial, months) => monthsLater(serial, whole(months))),
  EOMONTH: dates(2, 2, (serial, months) => endOfMonth(serial, whole(months))),
  DAYS: dates(2, 2, (to, from) => floor(to) - floor(from)),
  NETWORKDAYS: dates(2, 2, workdays),
  DATEDIF: {
    least: 3,
    most: 3,
    of: ([from = null, to = null, unit = null], signs) =>
      typeof from === 'number' && typeof to === 'number' ? difference(from, to, toText(unit, signs)) : unproven(),
  },
};

function numbersToText(of: (value: number) => string): ScalarFunction {
  return { least: 1, most: 1, of: ([value = null], signs) => of(whole(toNumber(value, signs))) };
}
