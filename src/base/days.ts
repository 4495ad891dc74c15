/** Days as ISO texts ("2023-12-01"), from Excel's day numbers and from what people type. */

const DAY = 86_400_000;
/** 9999-12-31 in the calendar that begins in 1900. */
const LAST_SERIAL = 2_958_465;
const DAYS_TO_1904 = 1462;

const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day of a stored number; null for numbers that are no day (1900-02-29 never was one). */
export function dayOfSerial(serial: number, date1904: boolean): string | null {
  const day = Math.floor(serial) + (date1904 ? DAYS_TO_1904 : 0);
  if (!(day >= 1 && day <= LAST_SERIAL) || day === 60) return null;
  return isoOf(Date.UTC(1899, 11, day > 60 ? 30 : 31) + day * DAY);
}

/** A day as people write it: "2025-12-31" → "31/12/2025". */
export const dayText = (day: string): string => day.split('-').reverse().join('/');

const MINUTES = 1440;

/** A stored time as hours and minutes ("12:30", "36:00"): a time of day, or hours that were counted. Null below 0. */
export function timeOfSerial(serial: number): string | null {
  const minutes = Math.round(serial * MINUTES);
  if (!(minutes >= 0 && serial <= LAST_SERIAL)) return null;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The number under which Excel stores a day. */
export function serialOfDay(day: string, date1904: boolean): number {
  const since = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY);
  const serial = since > 60 ? since : since - 1;
  return date1904 ? serial - DAYS_TO_1904 : serial;
}

const DAY_TEXTS: readonly {
  readonly shape: RegExp;
  readonly order: readonly [day: number, month: number, year: number];
}[] = [
  { shape: /^(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/iu, order: [1, 2, 3] },
  { shape: /^ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu, order: [1, 2, 3] },
  { shape: /^(\d{4})-(\d{1,2})-(\d{1,2})$/u, order: [3, 2, 1] },
];
const LONGEST_DAY = 40;

/** A day written as text: 31/12/2025, 31-12-2025, 31.12.2025, with "ngày" before it or in words, or 2025-12-31; null when it is none. */
export function dayOfText(text: string): string | null {
  const written = text.normalize('NFC').trim();
  if (written.length > LONGEST_DAY) return null;
  for (const { shape, order } of DAY_TEXTS) {
    const match = shape.exec(written);
    if (match !== null) return dayOf(...(order.map((part) => Number(match[part])) as [number, number, number]));
  }
  return null;
}

/** Null for a day that the calendar does not have. */
function dayOf(day: number, month: number, year: number): string | null {
  if (year < 1900) return null;
  const time = Date.UTC(year, month - 1, day);
  const read = new Date(time);
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day ? isoOf(time) : null;
}
