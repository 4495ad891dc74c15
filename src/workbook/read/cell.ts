/** From a cell to what it says. */
import { multiplyNumerals, numeralOfDouble, type Entry, type Place } from '../../rules';
import type { Cell } from '../cells';
import { NOT_APPLICABLE, YES_NO } from '../layout';
import { dayOfSerial, timeOfSerial } from './days';
import { isElapsedTime, kindOfFormat } from './number-format';
import { fold, isInvisible, normal } from './text';
import { wordFinder } from './words';

const yesNoWord = wordFinder(YES_NO);
const NA_WORDS: ReadonlySet<string> = new Set(NOT_APPLICABLE.map(fold));
const LONGEST_WORD = 20;

/** What a cell holds; `words` off leaves "KAD" and the like as texts (outside of scores). */
export function entryOf(cell: Cell | undefined, place: Place, date1904: boolean, words = true): Entry {
  if (cell === undefined) return { kind: 'blank', place };
  const { value } = cell;
  if (cell.stale === true || (value === null && cell.formula !== undefined)) return uncalculated(cell, place);
  if (value === null) return { kind: 'blank', place };
  switch (typeof value) {
    case 'number':
      return numberEntry(cell, value, place, date1904);
    case 'boolean':
      return { kind: 'yesno', value, place };
    case 'string':
      return textEntry(value, place, words);
    default:
      return { kind: 'error', error: value.error, place };
  }
}

function uncalculated({ value, today }: Cell, place: Place): Entry {
  const stored = typeof value === 'number' ? numeralOfDouble(value)?.value : undefined;
  return {
    kind: 'uncalculated',
    ...(stored === undefined ? {} : { stored }),
    ...(today === undefined ? {} : { today }),
    place,
  };
}

function numberEntry({ formula, format }: Cell, value: number, place: Place, date1904: boolean): Entry {
  const kind = kindOfFormat(format);
  if (kind === 'date') {
    const shown = shownTime(value, format, date1904);
    return shown === null
      ? { kind: 'error', error: NO_TIME, place }
      : shown.day === null
        ? { kind: 'text', text: shown.text, place }
        : { kind: 'date', day: shown.day, place };
  }
  const read = numeralOfDouble(value);
  if (read === null) return { kind: 'error', error: String(value), place };
  // Scores by far the most.
  if (kind !== 'percent' && read.noisy === undefined && read.long === undefined)
    return { kind: 'number', value: read.value, place };
  const noisy = formula === undefined ? (read.long === true ? 'typed' : null) : read.noisy === true ? 'formula' : null;
  return {
    kind: 'number',
    value: read.value,
    ...(noisy === null ? {} : { noisy }),
    ...(kind === 'percent' ? { percent: true } : {}),
    place,
  };
}

/** What Excel shows instead of a time that cannot be. */
const NO_TIME = '#####';

/** What people see of a number under a date or time format: a day, or hours and minutes; null for what is neither. */
function shownTime(
  value: number,
  format: string | undefined,
  date1904: boolean,
): { readonly text: string; readonly day: string | null } | null {
  if (value < 1 || isElapsedTime(format)) {
    const text = timeOfSerial(value);
    return text === null ? null : { text, day: null };
  }
  const day = dayOfSerial(value, date1904);
  return day === null ? null : { text: day.split('-').reverse().join('/'), day };
}

function textEntry(value: string, place: Place, words: boolean): Entry {
  const text = normal(value);
  if (text === '') return { kind: 'blank', place };
  if (text.length <= LONGEST_WORD) {
    const answer = yesNoWord(text);
    if (answer !== null) return { kind: 'yesno', value: answer === 'yes', place };
    if (words && NA_WORDS.has(fold(text))) return { kind: 'na', place };
  }
  return { kind: 'text', text, place };
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
