/** A cell as people read it: decimals with a comma, dates as dd/MM/yyyy. */
import { typedDay } from '../../pane/parts/days';
import type { Cell, SheetCells, WorkbookCells } from '../../sheets/cells';
import { serialOfDay } from '../../base/days';
import { kindOfFormat, showingOf } from '../../sheets/number-format';

type Render = (cell: Cell, date1904?: boolean) => string;
let render: Render | null = null;

/** What draws all formats is a fifth of the page: it comes while the workbook is read. To be awaited before cells are shown. */
export async function loadFormats(): Promise<void> {
  ({ rendered: render } = await import('../../workbook/read/rendered'));
}

const rendered: Render = (cell, date1904) =>
  render !== null ? render(cell, date1904) : typeof cell.value === 'number' ? general(cell.value) : textOf(cell.value);

const textOf = (value: Cell['value']): string => (typeof value === 'string' ? value : '');

/** From which day a workbook counts: the same number is another day in the other calendar. */
export type Calendar = Pick<WorkbookCells, 'date1904'>;

/** Excel shows days in the order of the office, whatever order the format was made with. */
const DAY_FORMAT = 'dd/mm/yyyy';
const MAX_DIGITS = 12;

/** A formula that has no value until somebody calculates it. */
export const isUncalculated = (cell: Cell | undefined): boolean => cell?.formula !== undefined && cell.value === null;

/** Said once for the whole sheet. */
export const countUncalculated = ({ rows }: Pick<SheetCells, 'rows'>): number =>
  rows.reduce((sum, row) => sum + (row ?? []).filter(isUncalculated).length, 0);

export function displayText(cell: Cell, calendar: Calendar): string {
  const { value } = cell;
  if (value === null) return isUncalculated(cell) ? '…' : '';
  if (typeof value === 'string')
    return showingOf(cell.format).as === 'other' ? rendered(cell, calendar.date1904) : value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value.error;
  return displayNumber(value, cell.format ?? 'General', calendar);
}

/** What stands in the edit line: the formula, else the value that typing it again would give. */
export function editText(cell: Cell | undefined, calendar: Calendar): string {
  if (!cell) return '';
  if (cell.formula !== undefined) return `=${cell.formula}`;
  if (typeof cell.value === 'number' && isPercent(cell.format)) return `${general(cell.value * 100)}%`;
  return typeof cell.value === 'number' && !isDate(cell.format) ? general(cell.value) : displayText(cell, calendar);
}

function displayNumber(value: number, format: string, { date1904 }: Calendar): string {
  const kind = kindOfFormat(format);
  const showing = showingOf(format);
  if (/^general$/i.test(format) || format === '@') return general(value);
  if (showing.as === 'day' || (kind === 'date' && /[dy]/i.test(format) && !/[hs]/i.test(format)))
    return rendered({ value, format: DAY_FORMAT }, date1904);
  return rendered({ value, format }, date1904);
}

export const isPercent = (format: string | undefined): boolean => kindOfFormat(format) === 'percent';
export const isDate = (format: string | undefined): boolean =>
  kindOfFormat(format) === 'date' && /[dy]/i.test(format ?? '');

function general(value: number): string {
  return String(Number(value.toPrecision(MAX_DIGITS))).replace('.', ',');
}

/** The serial number of "15/11/2023", null when there is no such day. */
export function dateSerial(text: string, { date1904 }: Calendar): number | null {
  const day = typedDay(text);
  return day === null ? null : serialOfDay(day, date1904);
}
