/** A cell as people read it: decimals with a comma, dates as dd/MM/yyyy. */
import { typedDay } from '../../pane/parts/days';
import type { Cell } from '../../workbook/cells';
import { kindOfFormat, showingOf } from '../../workbook/read/number-format';
import { rendered } from '../../workbook/read/rendered';

const DAY = 86_400_000;
/** Day 0 of the 1900 system, chosen so that days after 1900-02-28 come out as Excel shows them. */
const EPOCH = Date.UTC(1899, 11, 30);
const MAX_DIGITS = 12;

/** A formula that has no value until somebody calculates it. */
export const isUncalculated = (cell: Cell | undefined): boolean => cell?.formula !== undefined && cell.value === null;

export function displayText(cell: Cell): string {
  const { value } = cell;
  if (value === null) return isUncalculated(cell) ? '…' : '';
  if (typeof value === 'string') return showingOf(cell.format).as === 'other' ? rendered(cell) : value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value.error;
  return displayNumber(value, cell.format ?? 'General');
}

/** What stands in the edit line: the formula, else the value that typing it again would give. */
export function editText(cell: Cell | undefined): string {
  if (!cell) return '';
  if (cell.formula !== undefined) return `=${cell.formula}`;
  if (typeof cell.value === 'number' && isPercent(cell.format)) return `${general(cell.value * 100)}%`;
  return typeof cell.value === 'number' && !isDate(cell.format) ? general(cell.value) : displayText(cell);
}

function displayNumber(value: number, format: string): string {
  const kind = kindOfFormat(format);
  const showing = showingOf(format);
  if (/^general$/i.test(format) || format === '@') return general(value);
  // Excel shows days in the order of the office, whatever order the format was made with.
  if (showing.as === 'day' || (kind === 'date' && /[dy]/i.test(format) && !/[hs]/i.test(format))) return dateText(value);
  return rendered({ value, format });
}

export const isPercent = (format: string | undefined): boolean => kindOfFormat(format) === 'percent';
export const isDate = (format: string | undefined): boolean => kindOfFormat(format) === 'date' && /[dy]/i.test(format ?? '');

function general(value: number): string {
  return String(Number(value.toPrecision(MAX_DIGITS))).replace('.', ',');
}

function dateText(serial: number): string {
  const date = new Date(EPOCH + Math.round(serial * DAY));
  if (Number.isNaN(date.getTime())) return String(serial);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${String(date.getUTCFullYear())}`;
}

/** The serial number of "15/11/2023", null when there is no such day. */
export function dateSerial(text: string): number | null {
  const day = typedDay(text);
  return day === null ? null : (Date.parse(`${day}T00:00:00Z`) - EPOCH) / DAY;
}
