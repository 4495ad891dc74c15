/**
 * Whether day 0 is in 1900 or in 1904 (old workbooks from the Mac). Office.js does not tell; the year
 * that Excel shows beside the stored number does, whatever the order of day and month and the column's width.
 */
import { cellName } from '../rules/model/place';
import { dayOfSerial } from '../base/days';
import { isDateFormat } from '../sheets/number-format';
import type { Block } from './read';

/** So many cells of a column are looked at: days stand in columns, and one tells. */
const SAMPLES = 3;

/** What was asked of Excel: how many things, and after the round trip the answer. */
export interface AskedCalendar {
  readonly asks: number;
  readonly from1904: () => boolean;
}

export function askCalendar(sheet: Excel.Worksheet, { top, left, values }: Block): AskedCalendar {
  const columns = (values[0] ?? []).map((_, column) =>
    values.flatMap((row, index) => (isLikelyDay(row[column]) ? [index] : [])).slice(0, SAMPLES),
  );
  const samples = columns.flatMap((rows, column) =>
    rows.map((row) => {
      const cell = sheet.getRange(cellName({ row: top + row, column: left + column }));
      cell.load('numberFormat,text');
      cell.untrack();
      return { value: values[row]?.[column], cell };
    }),
  );
  return { asks: samples.length, from1904: () => samples.some(({ value, cell }) => showsDayFrom1904(value, cell)) };
}

/** Numbers that stand for the days of about 1985 to 2100, in either calendar. */
const isLikelyDay = (value: unknown): boolean => typeof value === 'number' && value >= 30_000 && value < 74_000;

/** True when the shown text names the year that the number stands for in the calendar of 1904. */
function showsDayFrom1904(value: unknown, { numberFormat, text }: Excel.Range): boolean {
  const format: unknown = numberFormat[0]?.[0];
  const year = /(?:^|\D)(\d{4})(?:\D|$)/.exec(text[0]?.[0] ?? '')?.[1];
  return (
    typeof value === 'number' &&
    typeof format === 'string' &&
    isDateFormat(format) &&
    year !== undefined &&
    year === dayOfSerial(value, true)?.slice(0, 4) &&
    year !== dayOfSerial(value, false)?.slice(0, 4)
  );
}
