/** How a value is laid beside a threshold, whatever the value is of. */
import type { Condition, Operator, UnitId } from '../model/book';
import type { IssueCode } from '../model/issue';
import type { Place } from '../model/place';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import { fold } from '../../base/folding';
import { taskGrade } from '../model/words';

/** true, false, or null for unknown, which is never treated as either. */
export type Tri = boolean | null;

export interface Verdict {
  readonly holds: Tri;
  readonly actual: string | null;
  readonly place: Place | null;
  /** Value and threshold lie so near each other that a quotient in a cell leaves the answer open. */
  readonly near?: true;
  /** The unit in whose row of the ballot a count cannot be: `place` is its cell, and nothing that rests on it is known. */
  readonly impossible?: UnitId;
  /** The ballot it asks about has no row yet. */
  readonly uncast?: true;
  /** A fault of the unit's own cell that the condition met. */
  readonly fault?: { readonly code: IssueCode; readonly place: Place; readonly received: string };
}

/** What nothing is known of. */
export const UNKNOWN: Verdict = { holds: null, actual: null, place: null };

/** What an order of two values (below, at or above 0) says to an operator; null for lists. */
export function holdsOrder(op: Operator, order: number): Tri {
  switch (op) {
    case '>=':
    case 'onOrAfter':
      return order >= 0;
    case '>':
      return order > 0;
    case '<=':
    case 'onOrBefore':
      return order <= 0;
    case '<':
      return order < 0;
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    default:
      return null;
  }
}

/** The number that an item of a list means; comma or point, with or without a percent sign. */
function itemNumber(item: string): Rational | null {
  const text = item.trim().replace(',', '.');
  return q.parse(text.endsWith('%') ? text.slice(0, -1).trimEnd() : text);
}

export function isNumberItem(item: string): boolean {
  return itemNumber(item) !== null;
}

/** A condition whose operator could be read. */
export type Asked = Condition & { readonly op: Operator };

/** The numbers a condition lays a value beside. */
export function thresholdsOf({ op, value: { items, number } }: Asked): readonly Rational[] {
  const read = op === 'in' || op === 'notIn' ? items.map(itemNumber) : [q.readOptional(number)];
  return read.flatMap((threshold) => threshold ?? []);
}

/** Whether a value meets a threshold; null where an error of either leaves it open. */
export function compareNumber({ op, value: { items, number, scaled } }: Asked, value: Rational): Tri {
  if (op === 'in' || op === 'notIn') {
    const orders = items.map((item) => q.order(itemNumber(item) ?? value, value));
    return orders.includes(0) ? op === 'in' : orders.includes(null) ? null : op === 'notIn';
  }
  const read = q.readOptional(number);
  const threshold = read?.e === undefined || scaled !== true ? read : { ...read, e: read.e * 100n };
  const order = threshold === null ? null : q.order(value, threshold);
  return order === null ? null : holdsOrder(op, order);
}

/** Texts are the same when they fold to the same, or name the same task grade. */
export function sameText(a: string, b: string): boolean {
  const grade = taskGrade(a);
  return fold(a) === fold(b) || (grade !== null && grade === taskGrade(b));
}

/** For the operators = and <>, in and not in. */
export function amongItems({ op, value }: Asked, matches: (item: string) => boolean): boolean {
  const found = (op === 'in' || op === 'notIn' ? value.items : [value.written]).some(matches);
  return found === (op === '=' || op === 'in');
}
