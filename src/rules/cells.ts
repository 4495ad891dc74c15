/** What an input cell says: a number, nothing, "not applicable", or a fault with its code. */
import type { Entry, Numeral } from './book';
import type { IssueCode, IssueDetails } from './issue';
import * as q from './rational';
import type { Rational } from './rational';

export type Reading =
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'blank' | 'na' }
  | { readonly kind: 'yesno'; readonly value: boolean }
  | { readonly kind: 'fault'; readonly code: IssueCode; readonly details: IssueDetails }
  /** The reader has already said why: `code`. */
  | { readonly kind: 'absent'; readonly code: string };

const TYPED_NUMBER = /^(-?)(\d+)(?:[.,](\d+))?\s*(?:đ|d|điểm|diem|điểm\.|đ\.)?$/iu;

/**
 * The number a text most likely means: "9,5", "25 đ", "10.5 điểm". Null where it could mean two
 * things ("1.000") or is written in another way ("1e3", "4/5"): texts are refused, never guessed.
 */
export function numberInText(text: string): Numeral | null {
  const match = TYPED_NUMBER.exec(text.normalize('NFC').replace(/\s/gu, ' ').trim());
  if (match === null) return null;
  const [, minus = '', whole = '', decimals] = match;
  if (decimals?.length === 3 && !/^0+$/.test(whole)) return null;
  const value = q.parse(`${minus}${whole}${decimals === undefined ? '' : `.${decimals}`}`);
  return q.formatOptional(value);
}

/** What a formula holds and what it gives today, for the issue that names it. */
export const staleValues = ({ stored, today }: Entry & { kind: 'uncalculated' }): IssueDetails => ({ received: stored ?? null, expected: today ?? null });

/** Reads a cell that should hold a number. `textFault` is the code of a text that proposes none. */
export function readNumber(entry: Entry, textFault: IssueCode = 'score-not-number'): Reading {
  switch (entry.kind) {
    case 'number': {
      const value = q.parse(entry.value);
      return value === null
        ? { kind: 'fault', code: textFault, details: { received: entry.value } }
        : { kind: 'number', value };
    }
    case 'text': {
      if (entry.text.trim() === '') return { kind: 'blank' };
      const meant = numberInText(entry.text);
      return meant === null
        ? { kind: 'fault', code: textFault, details: { received: entry.text } }
        : { kind: 'fault', code: 'number-as-text', details: { received: entry.text, expected: meant, fix: { place: entry.place, value: Number(meant) } } };
    }
    case 'yesno': return { kind: 'yesno', value: entry.value };
    case 'date': return { kind: 'fault', code: textFault, details: { received: entry.day } };
    case 'error': return { kind: 'fault', code: 'cell-error', details: { received: entry.error } };
    case 'uncalculated': return { kind: 'fault', code: 'formula-not-calculated', details: staleValues(entry) };
    case 'absent': return { kind: 'absent', code: entry.code };
    default: return { kind: entry.kind };
  }
}
