/** Conditions of COUNTIF and its like: a value, or a text such as ">=5", "<>", "Sở*". */
import type { Value } from '../evaluate';
import { compare, isError, numberInText, sameText, toText, unproven, type Signs } from './values';

export type Criterion = (value: Value) => boolean;

export function criterionOf(wanted: Value, signs: Signs): Criterion {
  if (typeof wanted === 'number') return numbers('=', wanted);
  if (typeof wanted !== 'string') return unproven();
  const [, operator = '', rest = ''] = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(wanted) ?? [];
  const number = rest === '' ? null : numberInText(rest, signs);
  if (number !== null) return numbers(operator === '' ? '=' : operator, number);
  if (operator !== '' && operator !== '=' && operator !== '<>') return unproven();
  if (rest === '') {
    // A formula that gives "" is blank for some and a text for others.
    return (value) => (value === '' && operator !== '' ? unproven() : isBlank(value) === (operator !== '<>'));
  }
  const isLike = likeness(rest);
  const isPattern = /[*?]/.test(rest);
  return (value) => {
    // A pattern meets the digits of a number in one program, and only texts in the other.
    if (
      isPattern &&
      value !== null &&
      typeof value !== 'string' &&
      isLike(toText(value, { decimal: '.', matters: false }))
    )
      return unproven();
    return (typeof value === 'string' && isLike(value)) === (operator !== '<>');
  };
}

const isBlank = (value: Value): boolean => value === null || value === '';

/** A text that looks like a number is that number for one program and not for another. */
const isDigits = (value: Value): boolean =>
  typeof value === 'string' && /\d/.test(value) && Number.isFinite(Number(value.replace(',', '.')));

function numbers(operator: string, wanted: number): Criterion {
  const holds = (order: number): boolean => {
    switch (operator) {
      case '<':
        return order < 0;
      case '>':
        return order > 0;
      case '<=':
        return order <= 0;
      case '>=':
        return order >= 0;
      default:
        return order === 0;
    }
  };
  return (value) => {
    if (typeof value === 'boolean') return unproven();
    if (isDigits(value)) return unproven();
    if (typeof value !== 'number') return operator === '<>';
    return operator === '<>' ? compare(value, wanted) !== 0 : holds(compare(value, wanted));
  };
}

/** `*` and `?` stand for any letters; the whole text must fit. */
function likeness(pattern: string): (text: string) => boolean {
  if (pattern.includes('~')) return unproven();
  if (!/[*?]/.test(pattern)) return (text) => sameText(text, pattern);
  const parts = pattern.toLowerCase().split('*');
  return (text) => fits(text.toLowerCase(), parts);
}

/** Linear in text times pattern, whatever they are. */
function fits(text: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  const matches = (part: string, at: number): boolean =>
    at >= 0 && at + part.length <= text.length && [...part].every((sign, i) => sign === '?' || sign === text[at + i]);
  if (!matches(first, 0)) return false;
  if (last === undefined) return first.length === text.length;
  let at = first.length;
  const end = text.length - last.length;
  if (end < at || !matches(last, end)) return false;
  for (const part of rest) {
    while (at + part.length <= end && !matches(part, at)) at++;
    if (at + part.length > end) return false;
    at += part.length;
  }
  return true;
}

/** Whether a value that is looked up is the one that is wanted, as MATCH and VLOOKUP have it. */
export function seeker(wanted: Value): Criterion {
  if (wanted === null || typeof wanted === 'boolean' || isError(wanted)) return unproven();
  if (typeof wanted === 'number')
    return (value) => (isDigits(value) ? unproven() : typeof value === 'number' && compare(value, wanted) === 0);
  const isLike = wanted === '' ? unproven() : likeness(wanted);
  const mayBeNumber = isDigits(wanted);
  return (value) =>
    mayBeNumber && typeof value === 'number' ? unproven() : typeof value === 'string' && isLike(value);
}
