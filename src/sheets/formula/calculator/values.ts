/** Values on their way through a formula, and what Excel and LibreOffice agree to make of them. */
import { numeralOfDouble, roundNumeral } from '../../../rules';
import type { CellError } from '../../cells';
import { Unproven, type Block } from '../block';
import type { Value } from '../evaluate';

export { Unproven };
export type { Block };

/** An error of a cell on its way up, until a function such as IFERROR takes it. */
export class Fault extends Error {
  constructor(readonly value: CellError) {
    super(value.error);
  }
}

export const unproven = (): never => {
  throw new Unproven();
};
export const fault = (error: '#VALUE!' | '#DIV/0!' | '#N/A' | '#NUM!'): never => {
  throw new Fault({ error });
};

export type Outcome = Value | Block;

export const isBlock = (outcome: Outcome): outcome is Block =>
  typeof outcome === 'object' && outcome !== null && 'rows' in outcome;
export const isError = (value: Value): value is CellError => typeof value === 'object' && value !== null;

export function* valuesOf({ rows }: Block): Generator<Value> {
  for (const row of rows) yield* row;
}

/** Every cell, also those that nobody filled: not for whole columns. */
export function* allOf(block: Block): Generator<Value> {
  if (block.height * block.width > MOST_CELLS) unproven();
  for (let row = 0; row < block.height; row++)
    for (let column = 0; column < block.width; column++) yield block.rows[row]?.[column] ?? null;
}
const MOST_CELLS = 200_000;

/** The sign of decimals of the office for which is calculated. What differs between offices is not shown. */
export interface Signs {
  readonly decimal: ',' | '.';
  /** Set where a value depends on it. */
  matters: boolean;
}

const DIGITS = /^[+-]?\d+$/;
/** What some program in some country takes for a number, a day or a time. */
const NUMBER_SIGNS = /^[\s\d.,/:%+\-()eE$₫]+$/u;
const isNumberLike = (text: string): boolean => NUMBER_SIGNS.test(text) && /\d/.test(text);

/** The number a text stands for; null: it is a mere text. */
export function numberInText(text: string, signs: Signs): number | null {
  if (DIGITS.test(text) && text.length <= 15) return Number(text);
  if (!isNumberLike(text)) {
    // A month's or a currency's name makes a number too, somewhere.
    return /\d/.test(text) && /^[\d\s/.,:-]*[A-Za-z]{3,9}[\d\s/.,:-]*$/.test(text) ? unproven() : null;
  }
  signs.matters = true;
  const [whole = '', decimals = '', ...more] = text.split(signs.decimal);
  return more.length === 0 && DIGITS.test(whole) && /^\d+$/.test(decimals) && text.length <= 15
    ? Number(`${whole}.${decimals}`)
    : unproven();
}

export function toNumber(value: Value, signs: Signs): number {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string') return numberInText(value, signs) ?? fault('#VALUE!');
  throw new Fault(value);
}

/** General format keeps eleven digits in a cell; in a text programs keep 15, but not all write them alike. */
const MOST_DIGITS = 11;

export function toText(value: Value, signs: Signs): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'number') throw new Fault(value);
  const kept = Number(value.toPrecision(15));
  const text = String(kept);
  if (text.replace(/\D/g, '').length > MOST_DIGITS || /e/.test(text)) return unproven();
  if (!text.includes('.')) return text;
  signs.matters = true;
  return text.replace('.', signs.decimal);
}

export function toTruth(value: Value, signs: Signs): boolean {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? unproven() : toNumber(value, signs) !== 0;
}

/** So near to each other numbers are the same for both programs; so far apart for neither. */
const SAME = 3e-15;
const APART = 1e-13;

/** Below zero, zero, above zero. Texts are only equal or not: their order depends on the office's language. */
export function compare(left: Value, right: Value): number {
  for (const value of [left, right]) if (isError(value)) throw new Fault(value);
  const [a, b] = [blankAs(left, right), blankAs(right, left)];
  if (typeof a === 'number' && typeof b === 'number') {
    if (a === b) return 0;
    const share = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
    if (share > APART) return a - b;
    return share < SAME && a.toPrecision(15) === b.toPrecision(15) ? 0 : unproven();
  }
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (typeof a === 'boolean' || typeof b === 'boolean') return unproven();
  if (typeof a === 'string' && typeof b === 'string') return sameText(a, b) ? 0 : NaN;
  // A number comes before every text.
  return typeof a === 'number' ? -1 : 1;
}

const blankAs = (value: Value, other: Value): Value =>
  value !== null ? value : typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;

/** Capital and small letters are the same. Letters made of several signs, and such as nobody sees, are not compared. */
export function sameText(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.toLowerCase() === b.toLowerCase()) return true;
  for (const text of [a, b])
    if (text !== text.normalize('NFC') || /[\p{C}\u0131\u0130\u00DF\u017F\u212A]/u.test(text)) unproven();
  return false;
}

/** As many as our own sums are rounded to. */
const MOST_DECIMALS = 12;
const HALF_ZONE = 1e-5;

/** Half away from zero; a value that noise keeps from being exactly a half is left to others. */
export function rounded(value: number, places: number): number {
  if (!Number.isInteger(places) || Math.abs(places) > MOST_DECIMALS) return unproven();
  const unit = Math.abs(value) * 10 ** places;
  const isNearHalf = Math.abs(unit - Math.floor(unit) - 0.5) < HALF_ZONE;
  if (isNearHalf && Number(value.toPrecision(15)) !== value) return unproven();
  if (places < 0) return Math.sign(value) * Math.floor(unit + 0.5) * 10 ** -places || 0;
  const read = numeralOfDouble(value);
  return read === null ? unproven() : Number(roundNumeral(read.value, places));
}

/** The whole number below; a value that lies next to one but for noise is left to others. */
export function floor(value: number): number {
  const near = Math.round(value);
  if (near !== value && Math.abs(value - near) < 1e-9 * Math.max(1, Math.abs(value))) return unproven();
  return Math.floor(value);
}

/** In units of the last decimal, as exact as a number of 15 digits is. */
export const scaled = (value: number, places: number): number =>
  Number.isInteger(places) && Math.abs(places) <= MOST_DECIMALS
    ? Number(`${String(Number(value.toPrecision(15)))}e${String(places)}`)
    : unproven();

/** A whole number that an argument must be; decimals are cut off by both programs. */
export const whole = (value: number): number => (value < 0 ? -floor(-value) : floor(value));

export function checked(value: number): number {
  if (Number.isNaN(value)) return fault('#NUM!');
  return Number.isFinite(value) ? value : unproven();
}

/** What is too small for a number is nothing for one program and an error for another. */
export function power(base: number, exponent: number): number {
  if (base === 0 && exponent <= 0) return unproven();
  const value = checked(base ** exponent);
  return value === 0 && base !== 0 ? unproven() : value;
}
