/** Days as numbers: from March 1900 on Excel and LibreOffice count alike. Before, Excel knows a 29 February 1900. */
import { fault, floor, unproven } from './values';

const FIRST_COMMON = 61;
const LAST = 2_958_465;
const MS_PER_DAY = 86_400_000;
/** Day 0 of the count, in UTC. */
const ORIGIN = Date.UTC(1899, 11, 30);

export interface Day {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

export function dayOf(serial: number): Day {
  const number = floor(serial);
  if (number < 0) return fault('#NUM!');
  if (number < FIRST_COMMON || number > LAST) return unproven();
  const date = new Date(ORIGIN + number * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Months and days beyond their ends run on, as in DATE. */
export function serialOf({ year, month, day }: Day): number {
  if (year < 1900 || year > 9999) return unproven();
  const serial = Math.round((Date.UTC(year, month - 1, day) - ORIGIN) / MS_PER_DAY);
  return serial < FIRST_COMMON || serial > LAST ? unproven() : serial;
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same day of another month, or that month's last one. */
export function monthsLater(serial: number, months: number): number {
  const { year, month, day } = dayOf(serial);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const [thatYear, thatMonth] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
  return serialOf({ year: thatYear, month: thatMonth, day: Math.min(day, lastDay(thatYear, thatMonth)) });
}

export function endOfMonth(serial: number, months: number): number {
  const { year, month } = dayOf(serial);
  return serialOf({ year, month: month + months + 1, day: 0 });
}

/** Monday is 1 (kind 2) or 0 (kind 3), Sunday is 1 (kind 1). */
export function weekday(serial: number, kind: number): number {
  dayOf(serial);
  const fromMonday = (floor(serial) + 5) % 7;
  if (kind === 1) return ((fromMonday + 1) % 7) + 1;
  return kind === 2 ? fromMonday + 1 : kind === 3 ? fromMonday : unproven();
}

/** Whole years, months or days between two days. */
export function difference(from: number, to: number, unit: string): number {
  if (to < from) return fault('#NUM!');
  const [a, b] = [dayOf(from), dayOf(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  switch (unit.toUpperCase()) {
    case 'Y':
      return Math.floor(months / 12);
    case 'M':
      return months;
    case 'D':
      return floor(to) - floor(from);
    case 'YM':
      return months % 12;
    default:
      return unproven();
  }
}

/** Monday to Friday, both ends included; from the later to the earlier they count below zero. */
export function workdays(from: number, to: number): number {
  const [first, last] = from <= to ? [from, to] : [to, from];
  let count = 0;
  if (last - first > 40_000) return unproven();
  for (let day = floor(first); day <= floor(last); day++) if (weekday(day, 3) < 5) count++;
  return from <= to ? count : -count;
}
