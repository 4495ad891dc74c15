/** What the rows of `Số liệu` of one leaf and unit say, as ways of scoring ask for it. */
import type { DataRow, Entry } from '../model/book';
import { percentText } from '../model/cells';
import type { InputReader } from './data-input';
import { isPercent, samePair } from './data-scale';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { RelativeInput } from './way-points';

function isBlank(entry: Entry): boolean {
  return entry.kind === 'blank' || (entry.kind === 'text' && entry.text.trim() === '');
}

/** The points of the events that occurred; null beside one that cannot be read. */
export function eventsOf(
  rows: readonly DataRow[],
  bound: Rational | null,
  reader: InputReader,
): readonly Rational[] | null {
  const events: Rational[] = [];
  for (const { actual } of rows) {
    if (actual.kind === 'na') continue;
    const points = reader.actual(actual);
    if (points !== null && isPercent(actual)) reader.percentScale(actual, percentText(points), points);
    if (points !== null && bound !== null && q.compare(points, bound) > 0) {
      reader.fault('score-above-max', actual.place, { received: q.format(points), expected: `<= ${q.format(bound)}` });
    }
    if (points !== null) events.push(points);
  }
  return reader.faults.length > 0 ? null : events;
}

/** Target and actual in one scale. */
export function pairOf(
  row: DataRow,
  reader: InputReader,
): { readonly target: Rational; readonly actual: Rational } | null {
  const target = reader.target(row.target);
  const actual = reader.actual(row.actual);
  return target === null || actual === null ? null : samePair(row, target, actual, reader);
}

/** The percentage of a band: actual of target, or the percentage itself where there is no target. */
export function percentOf(row: DataRow, reader: InputReader): Rational | null {
  if (isBlank(row.target)) {
    if (row.actual.kind === 'number' && row.actual.percent !== true)
      return reader.fault('data-missing', row.target.place);
    const share = reader.actual(row.actual);
    return share === null ? null : q.multiply(share, q.HUNDRED);
  }
  const pair = pairOf(row, reader);
  return pair === null ? null : q.divide(q.multiply(pair.actual, q.HUNDRED), pair.target);
}

/** Against the own target, or against other units without target. */
export function relativeInputOf(row: DataRow, reader: InputReader): RelativeInput | null {
  if (!isBlank(row.target)) return pairOf(row, reader);
  const actual = reader.actual(row.actual);
  if (actual === null) return null;
  return isPercent(row.actual)
    ? { target: null, actual: q.multiply(actual, q.HUNDRED), percent: row.actual.place }
    : { target: null, actual };
}
