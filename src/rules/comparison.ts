/** How a value is laid beside a threshold, whatever the value is of. */
import type { Condition, Operator } from './book';
import type { IssueCode } from './issue';
import type { Place } from './place';
import * as q from './rational';
import type { Rational } from './rational';
import { fold, taskGrade } from './words';

/** true, false, or null for unknown, which is never treated as either. */
export type Tri = boolean | null;

export interface Verdict {
  readonly holds: Tri;
  readonly actual: string | null;
  readonly place: Place | null;
  /** A fault of the unit's own cell that the condition met. */
  readonly fault?: { readonly code: IssueCode; readonly place: Place; readonly received: string };
}

/** What nothing is known of. */
export const UNKNOWN: Verdict = { holds: null, actual: null, place: null };

/** What an order of two values (below, at or above 0) says to an operator; null for lists. */
export function holdsOrder(op: Operator, order: number): Tri {
  switch (op) {
    case '>=': case 'onOrAfter': return order >= 0;
    case '>': return order > 0;
    case '<=': case 'onOrBefore': return order <= 0;
    case '<': return order < 0;
    case '=': return order === 0;
    case '<>': return order !== 0;
    default: return null;
  }
}

/** The number that an item of a list means; comma or point, with or without a percent sign. */
function itemNumber(item: string): Rational | null {
  return q.parse(item.trim().replace(',', '.').replace(/\s*%$/, ''));
}

export function isNumberItem(item: string): boolean {
  return itemNumber(item) !== null;
}

/** A condition whose operator could be read. */
export type Asked = Condition & { readonly op: Operator };

export function compareNumber({ op, value: { items, number } }: Asked, value: Rational): Tri {
  if (op === 'in' || op === 'notIn') return items.some((item) => q.equal(itemNumber(item) ?? value, value)) === (op === 'in');
  const threshold = q.parseOptional(number);
  return threshold === null ? null : holdsOrder(op, q.compare(value, threshold));
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
