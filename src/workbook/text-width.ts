/** How wide texts stand in Times New Roman, so that lines, columns and rows can be laid out by number. */

export type Weight = 'regular' | 'bold' | 'italic';

/** Advance widths of the printable ASCII letters from the space on, in thousandths of the size (the same in Liberation Serif). */
const ASCII: Readonly<Record<Weight, readonly number[]>> = {
  regular: [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
  ],
  bold: [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
    930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
    333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
  ],
  italic: [
    250, 333, 420, 500, 500, 833, 778, 214, 333, 333, 500, 675, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 675, 675, 675, 500,
    920, 611, 611, 667, 722, 611, 611, 722, 722, 333, 444, 667, 556, 833, 667, 722, 611, 722, 611, 500, 556, 722, 611, 833, 611, 556, 556, 389, 278, 389, 422, 500,
    333, 500, 500, 444, 500, 444, 278, 500, 500, 278, 278, 444, 278, 722, 500, 500, 500, 500, 389, 389, 278, 500, 444, 667, 444, 444, 389, 400, 275, 400, 541,
  ],
};

/** Letters that are no plain letter with a mark above or below; all others are as wide as their plain letter. */
const OTHERS: Readonly<Record<string, number>> = {
  đ: 540, Đ: 722, ơ: 554, Ơ: 778, ư: 600, Ư: 796, '–': 500, '—': 1000, '…': 1000, '“': 500, '”': 500, '’': 333, '≥': 549, '≤': 549, '≠': 549, '×': 570,
};
/** Of a letter that nobody expects: wider rather than too narrow. */
const UNKNOWN = 1000;
const HORN = /[\u031B]/u;

function letterWidth(letter: string, weight: Weight): number {
  const known = OTHERS[letter];
  if (known !== undefined) return known;
  const parts = letter.normalize('NFD');
  const plain = parts.charAt(0);
  if (HORN.test(parts)) return OTHERS[`${plain}\u031B`.normalize('NFC')] ?? UNKNOWN;
  const code = plain.charCodeAt(0);
  return code < 32 ? 0 : (ASCII[weight][code - 32] ?? UNKNOWN);
}

/** Points that a text takes on one line. */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  let thousandths = 0;
  for (const letter of text.normalize('NFC')) thousandths += letterWidth(letter, weight);
  return (thousandths * size) / 1000;
}
