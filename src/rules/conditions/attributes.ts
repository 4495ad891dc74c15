/** Conditions on the attribute columns of the units: texts, yes or no, numbers, days, task grades. */
import type { Condition, Entry, Operator } from '../model/book';
import { amongItems, compareNumber, holdsOrder, isNumberItem, sameText } from './comparison';
import type { Asked, Verdict } from './comparison';
import * as q from '../number/rational';
import { isTaskGradeHeader, taskGrade, yesNo, YES_OR_NO } from '../model/words';

/** Whether a condition on an attribute asks for a task grade. */
export function asksTaskGrade({ field, value }: Condition): boolean {
  return (
    field.kind === 'attribute' &&
    (isTaskGradeHeader(field.header) || value.items.some((item) => taskGrade(item) !== null))
  );
}

const TASK_GRADES = 'HTXSNV; HTTNV; HTNV; KHTNV';

/**
 * What may be entered in the cell that a condition asks, as far as it is a closed list or a kind of value;
 * never the threshold, which would favour or bar the unit. Null for free words and for what stands in no cell.
 */
export function answersTo(condition: Condition): string | null {
  const {
    field,
    op,
    value: { yesno, day, number },
  } = condition;
  if (field.kind !== 'attribute' || op === null) return null;
  if (EQUALITIES.has(op) && yesno !== null) return YES_OR_NO;
  if (asksTaskGrade(condition)) return TASK_GRADES;
  if (DAYS.has(op) || day !== null) return 'dd/MM/yyyy';
  return number !== null || !(EQUALITIES.has(op) || LISTS.has(op)) ? 'số' : null;
}

/** What stands in a cell that says something; null for blank, N/A and absent ones. */
export function shownIn(entry: Entry | undefined): string | null {
  switch (entry?.kind) {
    case 'number':
      return entry.value;
    case 'text':
      return entry.text.trim() === '' ? null : entry.text;
    case 'yesno':
      return String(entry.value);
    case 'date':
      return entry.day;
    default:
      return null;
  }
}

/** A value that does not answer what is asked. */
function noAnswer({ place }: Entry, received: string): Verdict {
  return { holds: null, actual: received, place, fault: { code: 'attribute-invalid', place, received } };
}

function yesNoVerdict({ op }: Asked, asked: boolean, entry: Entry, received: string): Verdict {
  const answer = entry.kind === 'yesno' ? entry.value : entry.kind === 'text' ? yesNo(entry.text) : null;
  return answer === null
    ? noAnswer(entry, received)
    : { holds: (answer === asked) === (op === '='), actual: received, place: entry.place };
}

function dayVerdict({ op, value: { day } }: Asked, entry: Entry, received: string): Verdict {
  if (entry.kind !== 'date' || day === null) return noAnswer(entry, received);
  return {
    holds: holdsOrder(op, entry.day < day ? -1 : entry.day > day ? 1 : 0),
    actual: received,
    place: entry.place,
  };
}

function numberVerdict(condition: Asked, entry: Entry, received: string): Verdict {
  const stored = entry.kind === 'number' ? q.read(entry.value) : null;
  if (entry.kind !== 'number' || stored === null) return noAnswer(entry, received);
  const value = entry.percent === true ? q.multiply(stored, q.HUNDRED) : stored;
  const holds = compareNumber(condition, value);
  return { holds, actual: received, place: entry.place, ...(holds === null ? { near: true } : {}) };
}

function wordVerdict(condition: Asked, entry: Entry, received: string): Verdict {
  if (asksTaskGrade(condition) && taskGrade(received) === null) return noAnswer(entry, received);
  const matches = (item: string): boolean =>
    entry.kind === 'yesno' ? yesNo(item) === entry.value : sameText(item, received);
  return { holds: amongItems(condition, matches), actual: received, place: entry.place };
}

const LISTS: ReadonlySet<Operator> = new Set(['in', 'notIn']);
const EQUALITIES: ReadonlySet<Operator> = new Set(['=', '<>']);
const DAYS: ReadonlySet<Operator> = new Set(['onOrBefore', 'onOrAfter']);

/** What the threshold asks for decides how the cell is read: yes or no, a day, a number, else words. */
export function attributeVerdict(condition: Asked, entry: Entry | undefined): Verdict {
  const received = shownIn(entry);
  if (entry === undefined || received === null)
    return { holds: null, actual: entry?.kind === 'error' ? entry.error : null, place: entry?.place ?? null };
  const { op, value } = condition;
  if (LISTS.has(op))
    return value.items.every(isNumberItem)
      ? numberVerdict(condition, entry, received)
      : wordVerdict(condition, entry, received);
  if (EQUALITIES.has(op) && value.yesno !== null) return yesNoVerdict(condition, value.yesno, entry, received);
  if (DAYS.has(op) || value.day !== null) return dayVerdict(condition, entry, received);
  if (value.number !== null || !EQUALITIES.has(op)) return numberVerdict(condition, entry, received);
  return wordVerdict(condition, entry, received);
}
