/** A list of units as people type or paste it. */
import type { WrittenUnit } from './create-content';

/** "3.", "3)", "3 -", "-" and the like before a name. */
const LIST_SIGN = /^(\d+\s*[.)]|\d+\s*[-–](?=\s)|[-–•*+])\s*/;
const NUMBERING = /^\d+[.)]?$/;
const CODE = /^[\p{L}\p{N}._/-]{1,12}$/u;

/** One unit per line: a name, or cells copied from Excel: numbering, code and name in this order, each but the name optional. */
export function parseUnitList(text: string): WrittenUnit[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line) => {
      const cells = line
        .split('\t')
        .map((cell) => cell.trim())
        .filter(Boolean);
      if (cells.length > 1 && NUMBERING.test(cells[0] ?? '')) cells.shift();
      const [first = '', second] = cells;
      if (second !== undefined && CODE.test(first)) return [{ code: first, name: second }];
      const name = first.replace(LIST_SIGN, '').trim();
      return name === '' ? [] : [{ name }];
    });
}

/** The first name or code that two units share, in either case; null when all differ. */
export function repeatedUnit(units: readonly WrittenUnit[]): string | null {
  const fold = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').toLocaleLowerCase('vi');
  const seen = new Set<string>();
  for (const { name, code } of units) {
    for (const [kind, text] of [
      ['name', name],
      ['code', code],
    ] as const) {
      if (text === undefined) continue;
      const key = `${kind} ${fold(text)}`;
      if (seen.has(key)) return text;
      seen.add(key);
    }
  }
  return null;
}
