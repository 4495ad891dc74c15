/** What a typed text becomes in a cell, as in an Excel that speaks Vietnamese. */
import type { Fix, Place } from '../../rules';
import { cellAt, type Cell, type SheetCells } from '../../sheets/cells';
import { dateSerial, isDate, isPercent, type Calendar } from '../grid/display';

const HEADER_ROWS = 12;

/**
 * Numbers with comma or point become numbers, days become dates, TRUE and FALSE yes/no; all else stays
 * text, also what could mean two numbers ("1.000"). Codes stay as typed: a column headed `Mã …`, a cell
 * formatted as text, or an apostrophe in front keep the text.
 */
export function typedFix(sheet: SheetCells, place: Place, typed: string, calendar: Calendar): Fix {
  const old = cellAt(sheet, place.row, place.column);
  if (typed.startsWith("'")) return { place, value: typed.slice(1) };
  const text = typed.trim();
  if (text === '' || isTextCell(sheet, place, old)) return { place, value: typed };
  if (/^(true|false)$/i.test(text)) return { place, value: text.toLowerCase() === 'true' };
  const day = dateSerial(text, calendar);
  if (day !== null) return { place, value: day, ...(!isDate(old?.format) && { format: 'dd/mm/yyyy' }) };
  const percent = /^(-?\d+(?:[.,]\d+)?)\s*%$/.exec(text)?.[1];
  if (percent !== undefined)
    return isPercent(old?.format) ? { place, value: decimal(percent) / 100 } : { place, value: typed };
  return isPlainNumber(text) ? { place, value: decimal(text) } : { place, value: typed };
}

const decimal = (text: string): number => Number(text.replace(',', '.'));

/** "1.000" and "1,000" may be one or a thousand: nobody guesses. "0,125" can only be one thing. */
function isPlainNumber(text: string): boolean {
  return /^-?\d+([.,]\d+)?$/.test(text) && !/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
}

/** Whether what is put into the cell stays a text: codes, and cells formatted as text. */
export function isTextCell(sheet: SheetCells, place: Place, old: Cell | undefined): boolean {
  if (old?.format === '@') return true;
  return sheet.rows.slice(0, Math.min(place.row, HEADER_ROWS)).some((row) => {
    const value = row?.[place.column]?.value;
    return typeof value === 'string' && /^mã( |$)/i.test(value.normalize('NFC').trim());
  });
}
