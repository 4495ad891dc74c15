/** Texts of cells made comparable. Names of units are compared with their marks, always. */

/** Unicode NFC, without white space at the ends. */
export const normal = (text: string): string => text.normalize('NFC').trim();

/** The same words stand in a workbook again and again: what was made of the last ones is kept. */
function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    if (text.length <= LONGEST_COMPARED) known.set(text, made);
    return made;
  };
}
const MOST_REMEMBERED = 4000;
const LONGEST_COMPARED = 200;

/** The same for texts that differ only in Unicode form, case, white space and line breaks. */
export const fold = remembered((text) => normal(text).replace(/\s+/gu, ' ').toLowerCase());

/** A folded text without its Vietnamese marks: "tiêu chí" → "tieu chi". */
export const unmark = remembered((folded) => folded.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd'));

/** A code as it is compared: NFC, trimmed, without one trailing "." or ")". */
export const codeText = (text: string): string => normal(text).replace(/[.)]$/u, '').trim();

/** Whether a code is only a dash or a bullet, as real sheets have for the leaves of a criterion. */
export const isBulletCode = (code: string): boolean => /^[-‐‑‒–—−•●○▪■◦·*+]+$/u.test(code);

/** What a name's variants have in common: "Sở Khoa học & Công nghệ" and "Ban Quan lý" are near, never equal. */
const looseName = (text: string): string => unmark(fold(text)).replaceAll('&', ' va ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Changes of one letter that lead from one text to the other; `limit` + 1 when there are more. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
}

/** The candidate the text was probably meant to be ("did you mean"), or null when none is near. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const wanted = looseName(text.slice(0, LONGEST_COMPARED));
  if (wanted === '') return null;
  let best: string | null = null;
  let bestDistance = Math.floor(wanted.length / 5) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, looseName(candidate.slice(0, LONGEST_COMPARED)), bestDistance - 1);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}
