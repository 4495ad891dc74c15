/** What people see in a cell against what is read from it. */
import type { Cell } from '../../sheets/cells';
import { dayOfSerial } from '../../base/days';
import { kindOfFormat, showingOf } from '../../sheets/number-format';
import { colorOfFormat, rendered } from './rendered';
import { normal } from '../../base/folding';

/** From which difference on numbers are others than they seem, and how days are counted. */
export interface Eye {
  readonly least: number;
  readonly date1904: boolean;
}

/** Binary arithmetic makes half a unit a little less. */
const NOISE = 1e-9;

/** What the cell shows where that is not what is read: "" where nothing is seen. Null where both are the same. */
export function seenOtherwise(cell: Cell, eye: Eye): string | null {
  const { value, format } = cell;
  if (value === null || typeof value === 'object' || value === '') return null;
  const color = format?.includes('[') === true ? colorOfFormat(cell) : null;
  if (color === 'white' || (cell.hidden === true && color === null)) return '';
  const showing = showingOf(format);
  if (showing.as === 'other') return renderedOtherwise(cell, eye);
  if (typeof value !== 'number' || showing.as === 'day') return null;
  const counted = showing.as === 'percent' ? value * 100 : value;
  const scale = 10 ** showing.decimals;
  return isFar(Math.round(counted * scale) / scale, counted, eye) ? rendered(cell) : null;
}

/** What is no number is far from any. */
const isFar = (shown: number, read: number, { least }: Eye): boolean => !(Math.abs(shown - read) < least - NOISE);

function renderedOtherwise(cell: Cell, eye: Eye): string | null {
  const { value, format } = cell;
  const shown = rendered(cell, eye.date1904).trim();
  if (typeof value === 'string') return normal(shown) === normal(value) ? null : shown;
  if (typeof value !== 'number') return shown === '' ? shown : null;
  const kind = kindOfFormat(format);
  const isSame =
    kind === 'date' ? showsTime(shown, value, eye) : showsNumber(shown, kind === 'percent' ? value * 100 : value, eye);
  return isSame ? null : shown;
}

/** A time shows its digits; a day its day and its year, the month in whatever words. */
function showsTime(shown: string, value: number, { date1904 }: Eye): boolean {
  const numbers = (shown.match(/\d+/gu) ?? []).map(Number);
  const day = value < 1 ? null : dayOfSerial(value, date1904);
  if (day === null || /^\D*\d+:\d\d/u.test(shown)) return numbers.length > 0;
  const [year = 0, , date = 0] = day.split('-').map(Number);
  return numbers.includes(date) && (numbers.includes(year) || numbers.includes(year % 100));
}

/** A zero in formats of accounts. */
const DASH = /^[^\p{L}\d-]*-[^\p{L}\d]*$/u;
const NUMBER = /(?<![\p{L}\d,.])\d[\d.]*(?:,\d*)?(?:E[+-]?\d+)?(?: \d+\/\d+|\/\d+)?|(?<![\p{L}\d]),\d+/gu;

/** Whether the text shows this number and no other. "m2" is a unit. */
function showsNumber(shown: string, read: number, eye: Eye): boolean {
  if (read === 0 && DASH.test(shown)) return true;
  const text = shown.replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/gu, '').replace(/ +/gu, ' ');
  const [first, ...others] = [...text.matchAll(NUMBER)];
  if (first === undefined || others.length > 0) return false;
  const sign =
    text
      .slice(0, first.index)
      .split(/[\p{L}\d]/u)
      .at(-1) ?? '';
  const isNegative = sign.includes('-') || sign.includes('(');
  const size = numberOf(first[0]);
  return !isFar(isNegative ? -size : size, read, eye);
}

/** "1.234,5", "2,43E+01", "24 1/4", "97/4"; not a number for "24.25", which is none in Vietnam. */
function numberOf(text: string): number {
  const [whole = '', over] = text.split('/');
  const [left = '', right] = whole.split(' ');
  if (over === undefined) return plain(left);
  return right === undefined ? plain(left) / Number(over) : plain(left) + Number(right) / Number(over);
}

function plain(text: string): number {
  const [digits = '', exponent = '0'] = text.split('E');
  const [whole = '', decimals = ''] = digits.split(',');
  const isGrouped = /^\d{1,3}(?:\.\d{3})+$/u.test(whole);
  return isGrouped || !whole.includes('.') ? Number(`${whole.replaceAll('.', '')}.${decimals}0e${exponent}`) : NaN;
}
