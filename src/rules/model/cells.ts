/** What an input cell says: a number, nothing, "not applicable", or a fault with its code. */
import type { Entry, Numeral } from './book';
import type { IssueCode, IssueDetails } from './issue';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';

export type Reading =
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'blank' | 'na' }
  | { readonly kind: 'yesno'; readonly value: boolean }
  | { readonly kind: 'fault'; readonly code: IssueCode; readonly details: IssueDetails }
  /** The reader has already said why: `code`. */
  | { readonly kind: 'absent'; readonly code: string };

/** Units that people write behind a number: they say what is counted, never how much. */
const COUNTED = ['đ', 'd', 'điểm', 'diem', 'lần', 'lượt', 'suất', 'phiếu', 'đơn vị', 'người', 'vụ', 'trường hợp'].join(
  '|',
);
const TYPED_NUMBER = new RegExp(`^(-?)(\\d+)(?:[.,](\\d+))?\\s*(?:(?:${COUNTED})\\.?)?$`, 'iu');
const LONGEST_TYPED = 60;

/**
 * The number a text most likely means: "9,5", "25 đ", "10.5 điểm", "1 lần". Null where it could mean
 * two things ("1.000") or is written in another way ("1e3", "4/5"): texts are refused, never guessed.
 */
export function numberInText(text: string): Numeral | null {
  const written = text.normalize('NFC').replace(/\s/gu, ' ').trim();
  const match = written.length > LONGEST_TYPED ? null : TYPED_NUMBER.exec(written);
  if (match === null) return null;
  const [, minus = '', whole = '', decimals] = match;
  if (decimals?.length === 3 && !/^0+$/.test(whole)) return null;
  const value = q.parse(`${minus}${whole}${decimals === undefined ? '' : `.${decimals}`}`);
  return q.formatOptional(value);
}

const TYPED_PERCENT = /^(\d+)(?:[.,](\d+))?\s*%$/u;

/** The share that a text like "71,2 %" most likely means, and the number format that shows it so; null for any other text. */
export function shareInText(text: string): { readonly share: Rational; readonly format: string } | null {
  const written = text.normalize('NFC').replace(/\s/gu, ' ').trim();
  const match = written.length > LONGEST_TYPED ? null : TYPED_PERCENT.exec(written);
  if (match === null) return null;
  const [, whole = '', decimals = ''] = match;
  const percent = q.parse(decimals === '' ? whole : `${whole}.${decimals}`);
  return percent === null
    ? null
    : { share: q.divide(percent, q.HUNDRED), format: decimals === '' ? '0%' : `0.${'0'.repeat(decimals.length)}%` };
}

/** What a formula holds and what it gives today, for the issue that names it. */
export const staleValues = ({ stored, today }: Entry & { kind: 'uncalculated' }): IssueDetails => ({
  received: stored ?? null,
  expected: today ?? null,
});

/** A share as a percentage: "71.2%". */
export const percentText = (share: Rational): string => `${q.format(q.multiply(share, q.HUNDRED))}%`;

type NumberEntry = Extract<Entry, { kind: 'number' }>;

/** What is to be said of a number that was not stored as it was read; null where it was. */
export function noiseIn({
  noisy,
  value,
  place,
}: NumberEntry): { readonly code: IssueCode; readonly details: IssueDetails } | null {
  if (noisy === undefined) return null;
  if (noisy === 'formula') return { code: 'float-noise', details: { expected: value } };
  // The fix stands for the same number: of a quotient it would be another one.
  return {
    code: 'score-decimals',
    details: {
      expected: MOST_DECIMALS,
      ...(q.read(value)?.e === undefined ? { fix: { place, value: Number(value) } } : {}),
    },
  };
}

/** Decimals that nothing people type has more of. */
const MOST_DECIMALS = '9';

/** Reads a cell that should hold a number. `textFault` is the code of a text that proposes none. */
export function readNumber(entry: Entry, textFault: IssueCode = 'score-not-number'): Reading {
  switch (entry.kind) {
    case 'number': {
      const value = q.read(entry.value);
      if (value !== null && entry.percent === true && textFault === 'count-invalid')
        return { kind: 'fault', code: textFault, details: { received: percentText(value) } };
      return value === null
        ? { kind: 'fault', code: textFault, details: { received: entry.value } }
        : { kind: 'number', value };
    }
    case 'text': {
      if (entry.text.trim() === '') return { kind: 'blank' };
      const meant = numberInText(entry.text);
      return meant === null
        ? { kind: 'fault', code: textFault, details: { received: entry.text } }
        : {
            kind: 'fault',
            code: 'number-as-text',
            details: { received: entry.text, expected: meant, fix: { place: entry.place, value: Number(meant) } },
          };
    }
    case 'yesno':
      return { kind: 'yesno', value: entry.value };
    case 'date':
      return { kind: 'fault', code: textFault, details: { received: entry.day } };
    case 'error':
      return { kind: 'fault', code: 'cell-error', details: { received: entry.error } };
    case 'uncalculated':
      return { kind: 'fault', code: 'formula-not-calculated', details: staleValues(entry) };
    case 'absent':
      return { kind: 'absent', code: entry.code };
    default:
      return { kind: entry.kind };
  }
}
