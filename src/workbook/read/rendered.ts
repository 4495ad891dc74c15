/** A cell as Excel shows it in an office of Vietnam: "24,25", "1.234,5", "15/11/2023". */
import { format as render, formatColor } from 'numfmt';
import type { Cell } from '../../sheets/cells';
import { kindOfFormat, LONGEST_FORMAT } from '../../sheets/number-format';

const OPTIONS = { locale: 'vi', throws: false } as const;
const DAYS_TO_1904 = 1462;

/** Never throws. What is wrong with a format shows as Excel shows it, "######". */
export function rendered({ value, format = 'General' }: Cell, date1904 = false): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (format.length > LONGEST_FORMAT) return OVERFLOW;
  const shown = render(format, typeof value === 'number' ? numberIn(value, format, date1904) : value, OPTIONS);
  return shown.replaceAll('−', '-');
}

/** Excel rounds the decimals that it shows, 8.575 up to 8.58, where the binary number lies a little below. */
function numberIn(value: number, format: string, date1904: boolean): number {
  if (kindOfFormat(format) === 'date') return date1904 ? value + DAYS_TO_1904 : value;
  return Number.isInteger(value) || /\[[<>=]/u.test(format) ? value : value * (1 + Number.EPSILON);
}

const OVERFLOW = '######';

const WHITE: ReadonlySet<string> = new Set(['white', '#fff', '#ffffff']);

/** The colour that the format gives the value: `white`, or another one; null where it gives none. */
export function colorOfFormat({ value, format }: Cell): 'white' | 'other' | null {
  if (format === undefined || !format.includes('[') || format.length > LONGEST_FORMAT || typeof value !== 'number')
    return null;
  const color = formatColor(format, value, OPTIONS);
  return color === null || color === undefined ? null : WHITE.has(String(color).toLowerCase()) ? 'white' : 'other';
}
