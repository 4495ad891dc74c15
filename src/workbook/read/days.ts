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

/** The number under which Excel stores a day. */
export function serialOfDay(day: string, date1904: boolean): number {
  const since = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY);
  const serial = since > 60 ? since : since - 1;
  return date1904 ? serial - DAYS_TO_1904 : serial;
}

/** A day written as text: 31/12/2025, 31-12-2025, 31.12.2025 or 2025-12-31; null when it is none. */
export function dayOfText(text: string): string | null {
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text.trim());
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text.trim());
  const [year, month, day] = vietnamese ? [vietnamese[3], vietnamese[2], vietnamese[1]] : [iso?.[1], iso?.[2], iso?.[3]];
  if (year === undefined || Number(year) < 1900) return null;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const read = new Date(time);
  return read.getUTCMonth() === Number(month) - 1 && read.getUTCDate() === Number(day) ? isoOf(time) : null;
}
