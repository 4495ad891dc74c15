/** A cell as people read it: decimals with a comma, dates as dd/MM/yyyy. */
import { typedDay } from '../../pane/parts/days';
import type { Cell } from '../../workbook/cells';

const DAY = 86_400_000;
/** Day 0 of the 1900 system, chosen so that days after 1900-02-28 come out as Excel shows them. */
const EPOCH = Date.UTC(1899, 11, 30);
const MAX_DIGITS = 12;

/** A formula that has no value until somebody calculates it. */
export const isUncalculated = (cell: Cell | undefined): boolean => cell?.formula !== undefined && cell.value === null;

export function displayText(cell: Cell): string {
  const { value } = cell;
  if (value === null) return isUncalculated(cell) ? '…' : '';
  if (typeof value === 'string') return value;
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
  if (isDate(format)) return dateText(value);
  const decimals = /[0#][.]([0#]+)/.exec(format)?.[1];
  if (isPercent(format)) return `${decimals ? fixed(value * 100, decimals) : general(Math.round(value * 100))}%`;
  if (/^0+(\.0+)?$/.test(format) || decimals) return fixed(value, decimals ?? '');
  return general(value);
}

export const isPercent = (format: string | undefined): boolean => format?.includes('%') ?? false;
export const isDate = (format: string | undefined): boolean => /[dy]/i.test((format ?? '').replace(/"[^"]*"|\[[^[\]]*\]|General/gi, ''));

function general(value: number): string {
  return String(Number(value.toPrecision(MAX_DIGITS))).replace('.', ',');
}

/** `0` digits always stand, `#` digits only where needed. */
function fixed(value: number, decimals: string): string {
  const known = formatters.get(decimals);
  const formatter = known ?? new Intl.NumberFormat('vi-VN', {
    useGrouping: false, minimumFractionDigits: decimals.replaceAll('#', '').length, maximumFractionDigits: decimals.length,
  });
  if (!known) formatters.set(decimals, formatter);
  return formatter.format(value);
}

/** Making one costs as much as formatting a hundred numbers. */
const formatters = new Map<string, Intl.NumberFormat>();

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
