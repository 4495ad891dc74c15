/** What people see in a cell. */
import { multiplyNumerals, numeralOfDouble } from '../rules';
import { dayOfSerial, dayText, timeOfSerial } from '../base/days';
import { isInvisible, normal } from '../base/folding';
import { YES_NO } from '../workbook/layout/words';
import type { Cell } from './cells';
import { isElapsedTime, kindOfFormat } from './number-format';

/** What Excel shows instead of a time that cannot be. */
export const NO_TIME = '#####';

/** What people see of a number under a date or time format: a day, or hours and minutes; null for what is neither. */
export function shownTime(
  value: number,
  format: string | undefined,
  date1904: boolean,
): { readonly text: string; readonly day: string | null } | null {
  if (value < 1 || isElapsedTime(format)) {
    const text = timeOfSerial(value);
    return text === null ? null : { text, day: null };
  }
  const day = dayOfSerial(value, date1904);
  return day === null ? null : { text: dayText(day), day };
}

/** Whether people see nothing in the cell. */
export function isBlankCell(cell: Cell | undefined): boolean {
  if (cell === undefined) return true;
  const { value } = cell;
  return value === null ? cell.formula === undefined : typeof value === 'string' && isInvisible(value);
}

/** The text of a cell as it is shown to people; "" for a blank. Days as 31/12/2025. */
export function shownText(cell: Cell | undefined, date1904: boolean): string {
  if (cell === undefined || cell.value === null) return '';
  const { value } = cell;
  switch (typeof value) {
    case 'string':
      return normal(value);
    case 'boolean':
      return YES_NO[value ? 'yes' : 'no'][0];
    case 'number':
      return shownNumber(value, cell.format, date1904);
    default:
      return value.error;
  }
}

function shownNumber(value: number, format: string | undefined, date1904: boolean): string {
  const kind = kindOfFormat(format);
  if (kind === 'date') return shownTime(value, format, date1904)?.text ?? NO_TIME;
  const read = numeralOfDouble(value);
  return read === null ? '' : kind === 'percent' ? `${multiplyNumerals(read.value, '100')}%` : read.value;
}
