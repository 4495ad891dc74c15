/** Texts of cells made comparable. Names of units are compared with their marks, always. */
import { remembered } from './remembered';

const LONGEST_COMPARED = 200;

/** Outside of the letters, digits and marks that nearly all texts consist of. */
const UNUSUAL = /[\u00AD\u0250-\u1E9F\u1EFA-\u{10FFFF}]/u;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Unicode NFC, without invisible characters, without white space at the ends. */
export const normal = remembered((text) => {
  const composed = text.normalize('NFC');
  return (UNUSUAL.test(composed) ? composed.replace(INVISIBLE, '') : composed).trim();
});

/** Whether people see nothing of a text. */
export function isInvisible(text: string): boolean {
  const first = text.charCodeAt(0);
  // Nearly every text begins with a plain character, which is seen.
  if (first > 0x20 && first < 0x7f) return false;
  return /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]*$/u.test(text);
}

/** Letters that look like the Vietnamese Đ and are another one. */
const LIKE_D: Readonly<Record<string, string>> = { Ð: 'Đ', ð: 'đ', Ɖ: 'Đ', ɖ: 'đ' };
/** Roman numerals that are one character: Ⅳ is IV. */
const ROMAN = /[\u2160-\u217F]/gu;

const withUsualLetters = (text: string): string =>
  text.replace(/[ÐðƉɖ]/gu, (letter) => LIKE_D[letter] ?? letter).replace(ROMAN, (letter) => letter.normalize('NFKC'));

/** The same for texts that differ only in Unicode form, case, white space, line breaks, invisible characters and letters that look alike. */
export const fold = remembered((text) => withUsualLetters(normal(text)).replace(/\s+/gu, ' ').toLowerCase());

/** A text without its Vietnamese marks: "tiêu chí" → "tieu chi". */
export const unmark = remembered((text) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D'),
);

/** What a search compares: "so van hoa" finds "Sở Văn hóa". */
export const searched = (text: string): string => unmark(fold(text));

/** Cyrillic and Greek letters with their Latin twins, one for one. */
const TWINS = new Map(
  [...'АВСЕНІЈКМОРЅТХҮҐасеіјорѕхуһԁԛԝ']
    .map((letter, at) => [letter, [...'ABCEHIJKMOPSTXYFaceijopsxyhdqw'][at] ?? letter] as const)
    .concat([...'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι'].map((letter, at) => [letter, [...'ABEZHIKMNOPTYXovi'][at] ?? letter] as const)),
);

/** A code in the letters it is meant in: full-width forms, Roman numerals, Cyrillic and Greek twins become Latin. */
const latin = (text: string): string =>
  UNUSUAL.test(text) || /[ÐðƉɖ]/u.test(text)
    ? withUsualLetters(text)
        .replace(/[\u0370-\u052F]/gu, (letter) => TWINS.get(letter) ?? letter)
        .replace(/[\uFF01-\uFF5E]/gu, (letter) => letter.normalize('NFKC'))
    : text;

/** A code as it is compared: NFC, trimmed, in Latin letters, without one trailing "." or ")". */
export const codeText = remembered((text) => latin(normal(text)).replace(/[.)]$/u, '').trim());

/** Characters that many typefaces draw alike: "l.1" looks like "I.1". */
const DRAWN_ALIKE: Readonly<Record<string, string>> = {
  l: 'i',
  I: 'i',
  '1': 'i',
  '|': 'i',
  '!': 'i',
  o: 'o',
  O: 'o',
  '0': 'o',
};
const drawn = (text: string): string =>
  [...latin(normal(text))].map((letter) => DRAWN_ALIKE[letter] ?? letter.toLowerCase()).join('');

/** Where two texts look the same and are not: the place of the first such character, from 1. */
export interface Lookalike {
  readonly at: number;
  readonly seen: string;
  readonly meant: string;
}

/** The first character by which a text differs from another that looks the same; null where they look different. */
export function lookalike(written: string, meant: string): Lookalike | null {
  if (drawn(written) !== drawn(meant)) return null;
  const [own, other] = [[...normal(written)], [...normal(meant)]];
  const index = own.findIndex((letter, at) => letter.toLowerCase() !== other[at]?.toLowerCase());
  return index < 0 ? null : { at: index + 1, seen: own[index] ?? '', meant: other[index] ?? '' };
}

/** Whether a code is only a dash or a bullet, as real sheets have for the leaves of a criterion. */
export const isBulletCode = (code: string): boolean => /^[-‐‑‒–—−•●○▪■◦·*+]+$/u.test(code);

/** What a name's variants have in common: "Sở Khoa học & Công nghệ" and "Ban Quan lý" are near, never equal. */
const looseName = (text: string): string =>
  searched(text)
    .replaceAll('&', ' va ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Changes of one letter that lead from one text to the other; `limit` + 1 when there are more. */
export function editDistance(a: string, b: string, limit: number): number {
  const tooFar = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return tooFar;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    // Farther from the diagonal than the limit no way leads back in time.
    const [from, to] = [Math.max(1, i - limit), Math.min(b.length, i + limit)];
    const row = Array<number>(b.length + 1).fill(tooFar);
    row[0] = i;
    let least = tooFar;
    for (let j = from; j <= to; j++) {
      const swap = (previous[j - 1] ?? tooFar) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(swap, (previous[j] ?? tooFar) + 1, (row[j - 1] ?? tooFar) + 1);
      least = Math.min(least, row[j] ?? tooFar);
    }
    if (least > limit && i > limit) return tooFar;
    previous = row;
  }
  return Math.min(previous[b.length] ?? tooFar, tooFar);
}

/**
 * How many letters may still be compared with each other while suggestions are looked for. A bloc's
 * workbook full of slips needs some hundred thousand; one made to keep the reader busy gets none after that.
 */
export interface Patience {
  left: number;
}
export const patience = (): Patience => ({ left: 8_000_000 });

/** The candidate the text was probably meant to be ("did you mean"), or null when none is near. */
export function nearest(text: string, candidates: Iterable<string>, patient: Patience = patience()): string | null {
  const wanted = looseName(text.slice(0, LONGEST_COMPARED));
  if (wanted === '') return null;
  let best: string | null = null;
  let bestDistance = Math.floor(wanted.length / 5) + 1;
  for (const candidate of candidates) {
    patient.left -= wanted.length * (2 * bestDistance + 1) + candidate.length;
    if (patient.left < 0) return best;
    const distance = editDistance(wanted, looseName(candidate.slice(0, LONGEST_COMPARED)), bestDistance - 1);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}
