/** TEXT: the formats that mean the same in every office. One with a sign of decimals or thousands does not. */
import { dayOf } from './dates';
import { rounded, unproven } from './values';

const DAY_PARTS = /yyyy|yy|mm|m|dd|d|[/\-. ]/gi;

export function showInText(value: number, format: string): string {
  if (/^0+$/.test(format)) return whole(value, format.length);
  if (format === '0%') return `${whole(value * 100, 1)}%`;
  // Three letters and more are a day's or a month's name, each office in its own language.
  if (/^[dmy/\-. ]+$/i.test(format) && /[dy]/i.test(format) && !/d{3}|m{3}|y{5}|(?<!y)(?:y|y{3})(?!y)/i.test(format))
    return day(value, format);
  return unproven();
}

function whole(value: number, digits: number): string {
  const number = rounded(value, 0);
  const text = String(Math.abs(number));
  return /e/.test(text) ? unproven() : (number < 0 ? '-' : '') + text.padStart(digits, '0');
}

function day(value: number, format: string): string {
  const { year, month, day: ofMonth } = dayOf(value);
  return format.replace(DAY_PARTS, (part) => {
    switch (part.toLowerCase()) {
      case 'yyyy':
        return String(year);
      case 'yy':
        return String(year % 100).padStart(2, '0');
      case 'mm':
        return String(month).padStart(2, '0');
      case 'm':
        return String(month);
      case 'dd':
        return String(ofMonth).padStart(2, '0');
      case 'd':
        return String(ofMonth);
      default:
        return part;
    }
  });
}
