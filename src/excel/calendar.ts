/**
 * Whether day 0 is in 1900 or in 1904 (old workbooks from the Mac). Office.js does not tell; the year
 * that Excel shows beside the stored number does, whatever the order of day and month and the column's width.
 */
import { dayOfSerial } from '../workbook/read/days';

/** Numbers that stand for the days of about 1985 to 2100, in either calendar. */
export const isLikelyDay = (value: unknown): boolean => typeof value === 'number' && value >= 30_000 && value < 74_000;

/** True when the shown text names the year that the number stands for in the calendar of 1904. */
export function countsFrom1904(value: unknown, shown: string | undefined): boolean {
  const year = /(?:^|\D)(\d{4})(?:\D|$)/.exec(shown ?? '')?.[1];
  return typeof value === 'number' && year !== undefined && year === dayOfSerial(value, true)?.slice(0, 4) && year !== dayOfSerial(value, false)?.slice(0, 4);
}
