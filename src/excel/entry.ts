/** What is sent to a cell so that Excel keeps exactly what is meant. */
import type { PlanCell, PlanValue } from '../sheets/plan';

/** Words that Excel would take for a yes/no value or an error. */
const TAKEN_FOR_A_VALUE = /^(true|false|#.*)$/i;

/** Letters, spaces and a few marks alone can be nothing but a text (a month needs a digit). */
const PLAIN_TEXT = /^\p{L}[\p{L}\p{M}\s.,;:()/–-]*$/u;

/**
 * A text goes with an apostrophe, which is no part of it, wherever Excel might read a formula, a
 * number, a date or a yes/no value: "=A1", "01", "1/2", "TRUE". Formulas begin with "=".
 */
export function entryOf(cell: PlanCell | null): string | number | boolean {
  if (cell === null) return '';
  return cell.formula === undefined ? valueEntry(cell.value) : `=${cell.formula}`;
}

function valueEntry(value: PlanValue): string | number | boolean {
  if (value === null) return '';
  if (typeof value !== 'string') return value;
  return value === '' || (PLAIN_TEXT.test(value) && !TAKEN_FOR_A_VALUE.test(value)) ? value : `'${value}`;
}
