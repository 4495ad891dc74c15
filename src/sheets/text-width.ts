/** How wide texts stand in Times New Roman, so that lines, columns and rows can be laid out by number. */

export type Weight = 'regular' | 'bold' | 'italic';

/** Advance widths of the printable ASCII letters from the space on, in thousandths of the size (the same in Liberation Serif). */
const ASCII: Readonly<Record<Weight, readonly number[]>> = {
  regular: [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
    722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
    444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
    200, 480, 541,
  ],
  bold: [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944,
    722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556,
    444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394,
    220, 394, 520,
  ],
  italic: [
    250, 333, 420, 500, 500, 833, 778, 214, 333, 333, 500, 675, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 333, 333, 675, 675, 675, 500, 920, 611, 611, 667, 722, 611, 611, 722, 722, 333, 444, 667, 556, 833,
    667, 722, 611, 722, 611, 500, 556, 722, 611, 833, 611, 556, 556, 389, 278, 389, 422, 500, 333, 500, 500, 444, 500,
    444, 278, 500, 500, 278, 278, 444, 278, 722, 500, 500, 500, 500, 389, 389, 278, 500, 444, 667, 444, 444, 389, 400,
    275, 400, 541,
  ],
};

/** Letters that are no plain letter with a mark above or below; all others are as wide as their plain letter. */
const OTHERS: Readonly<Record<string, number>> = {
  đ: 540,
  Đ: 722,
  ơ: 554,
  Ơ: 778,
  ư: 600,
  Ư: 796,
  '–': 500,
  '—': 1000,
  '…': 1000,
  '“': 500,
  '”': 500,
  '’': 333,
  '≥': 549,
  '≤': 549,
  '≠': 549,
  '×': 570,
};
/** Of a letter that nobody expects: wider rather than too narrow. */
const UNKNOWN = 1000;
const HORN = /[\u031B]/u;

/** Of letters met before, by weight: sheets of thousands of cells are laid out by them. */
const met: Readonly<Record<Weight, Map<string, number>>> = { regular: new Map(), bold: new Map(), italic: new Map() };

function letterWidth(letter: string, weight: Weight): number {
  const known = met[weight].get(letter);
  if (known !== undefined) return known;
  const fresh = measure(letter, weight);
  met[weight].set(letter, fresh);
  return fresh;
}

function measure(letter: string, weight: Weight): number {
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

/** The lines a text takes in so many points, words kept whole where they fit; at least one. */
export function linesIn(text: string, width: number, size: number, weight: Weight = 'regular'): number {
  const space = textWidth(' ', size, weight);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const wide = textWidth(word, size, weight);
      if (used > 0 && used + space + wide > width) {
        lines += 1;
        used = 0;
      }
      used += (used > 0 ? space : 0) + wide;
      for (; used > width && width > 0; used -= width) lines += 1;
    }
  }
  return lines;
}

/** Points of one character of a column's width in Excel and WPS (7 pixels of Calibri 11); LibreOffice prints 6 where Calibri is missing. */
const POINTS_PER_CHARACTER = 5.25;
/** What a cell keeps free left and right of its text, and what letters take on a screen beyond their true width. */
const CELL_PADDING = 4;
const SCREEN = 1.02;

/** Points for text in columns of so many characters together. */
export const textRoom = (characters: number): number =>
  Math.max(1, (characters * POINTS_PER_CHARACTER - CELL_PADDING) / SCREEN);

/** Characters that a column needs for so many points of text. */
const charactersFor = (points: number): number => (points * SCREEN + CELL_PADDING) / POINTS_PER_CHARACTER;

/** Characters that a column needs to keep every word of a text whole. */
export const charactersForWords = (text: string, size: number, weight: Weight = 'regular'): number =>
  charactersFor(Math.max(0, ...text.split(/[\s]+/u).map((word) => textWidth(word, size, weight))));

/** Characters that a column needs to keep every line of a text on one line. */
export const charactersForLines = (text: string, size: number, weight: Weight = 'regular'): number =>
  charactersFor(Math.max(0, ...text.split('\n').map((line) => textWidth(line, size, weight))));
