/** Small builders of cells for generated and hand-written books. */
import type { Entry, Numeral, Place } from '../../../src/rules';

export const place = (sheet: string, row: number, column: number): Place => ({ sheet, row, column });
export const text = (words: string, here: Place): Entry => ({ kind: 'text', text: words, place: here });
export const date = (day: string, here: Place): Entry => ({ kind: 'date', day, place: here });
export const figure = (value: Numeral, here: Place): Entry => ({ kind: 'number', value, place: here });
export const blank = (here: Place): Entry => ({ kind: 'blank', place: here });

/** Cycles through a list that is never empty. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
}
