/** From a cell to what it says. */
import { numeralOfDouble, type Entry, type Place } from '../../rules';
import type { Cell } from '../../sheets/cells';
import { NO_TIME, shownTime } from '../../sheets/shown-cell';
import { NOT_APPLICABLE, YES_NO } from '../layout';
import { kindOfFormat } from '../../sheets/number-format';
import { fold, normal } from '../../base/folding';
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
