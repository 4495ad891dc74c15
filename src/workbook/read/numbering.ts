/** Printed numbering: "A", "I", "1", "a" and which of them follow one another. */

/** The kinds of numbering that regulations print, whatever order their levels have. */
type NumberingKind = 'capital' | 'small' | 'roman' | 'smallRoman' | 'digits' | 'word';

/** One way to read a code: "I" is the first Roman numeral or the letter after H. */
export interface Reading {
  readonly kind: NumberingKind;
  /** Its place in its kind, from 1. */
  readonly at: number;
}

/** Latin and Vietnamese letters in one order; lists leave out those of `LEFT_OUT`, or do not. */
const ALPHABET = [...'abcdđefghijklmnopqrstuvwxyz'];
const LEFT_OUT: ReadonlySet<string> = new Set('đfjwz');

const ROMAN_DIGITS: readonly (readonly [string, number])[] = [
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];
const MOST_ROMAN = 39;

function roman(at: number): string {
  let [rest, text] = [at, ''];
  for (const [digit, worth] of ROMAN_DIGITS) for (; rest >= worth; rest -= worth) text += digit;
  return text;
}

/** Up to XXXIX: no regulation counts farther in Roman numerals, and C, D, L, M are letters. */
const ROMANS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: MOST_ROMAN }, (_, index) => [roman(index + 1), index + 1]),
);

/** Every way to read a code; none where it is no numbering ("TR", "1.1"). */
export function readingsOf(code: string): readonly Reading[] {
  if (/^\d{1,3}$/u.test(code)) return [{ kind: 'digits', at: Number(code) }];
  const small = code.toLowerCase();
  const isSmall = code === small;
  if (!isSmall && code !== code.toUpperCase()) return [];
  const letter = ALPHABET.indexOf(small) + 1;
  const number = ROMANS.get(small) ?? 0;
  const readings: readonly Reading[] = [
    { kind: isSmall ? 'smallRoman' : 'roman', at: number },
    { kind: isSmall ? 'small' : 'capital', at: letter },
  ];
  return readings.filter(({ at }) => at > 0);
}

/** Whether a reading comes right after a place of its kind: B after A, E after D or Đ, 3 after 2. */
export function isNext({ kind, at }: Reading, last: number): boolean {
  if (at === last + 1) return true;
  return (
    at > last &&
    (kind === 'capital' || kind === 'small') &&
    ALPHABET.slice(last, at - 1).every((letter) => LEFT_OUT.has(letter))
  );
}

/** The code after another one in its numbering, III after II; a Roman numeral after none, and null after a word. */
export function codeAfter(code: string | null): string | null {
  if (code === null) return roman(1).toUpperCase();
  const [reading] = readingsOf(code);
  if (reading === undefined) return null;
  const next = reading.at + 1;
  switch (reading.kind) {
    case 'digits':
      return String(next);
    case 'roman':
      return roman(next).toUpperCase();
    case 'smallRoman':
      return roman(next);
    default: {
      const letter = ALPHABET.slice(reading.at).find((one) => !LEFT_OUT.has(one)) ?? null;
      return letter !== null && reading.kind === 'capital' ? letter.toUpperCase() : letter;
    }
  }
}
