/** Percentages and plain numbers in `Số liệu`: what is one scale, and what only seems to be. */
import type { DataRow, Entry } from '../model/book';
import { percentText } from '../model/cells';
import type { InputReader } from './data-input';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';

export const isPercent = (entry: Entry): boolean => entry.kind === 'number' && entry.percent === true;

/** Two numbers so far apart that one is likely a percentage and the other not: about a hundred times. */
const APART = { least: q.fromInteger(50), most: q.fromInteger(200) };

function isHundredfold(a: Rational, b: Rational): boolean {
  const [low, high] = [q.minimum(a, b), q.maximum(a, b)];
  return (
    q.sign(low) > 0 &&
    q.compare(high, q.multiply(low, APART.least)) >= 0 &&
    q.compare(high, q.multiply(low, APART.most)) <= 0
  );
}

/**
 * Target and actual in one scale. Percentages count as their numbers of percent: 71.2 % against 95 is
 * 71.2 of 95. Beside a plain number of at most 1, which may be a share, no scale is certain.
 */
export function samePair(
  row: DataRow,
  target: Rational,
  actual: Rational,
  reader: InputReader,
): { target: Rational; actual: Rational } | null {
  const inPercent = (value: Rational): Rational => q.multiply(value, q.HUNDRED);
  if (isPercent(row.target) !== isPercent(row.actual)) {
    const [entry, share, plain] = isPercent(row.target) ? [row.target, target, actual] : [row.actual, actual, target];
    if (q.sign(plain) !== 0 && q.compare(plain, q.ONE) <= 0)
      return reader.fault('percent-scale', entry.place, { severity: 'error', received: percentText(share) });
    reader.percentScale(entry, percentText(share), inPercent(share));
    return isPercent(row.target) ? { target: inPercent(target), actual } : { target, actual: inPercent(actual) };
  }
  if (isHundredfold(target, actual))
    reader.percentScale(
      row.actual,
      isPercent(row.actual) ? percentText(actual) : q.format(actual),
      isPercent(row.actual) ? inPercent(actual) : actual,
    );
  return isPercent(row.target) ? { target: inPercent(target), actual: inPercent(actual) } : { target, actual };
}
