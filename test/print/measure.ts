/** What stands on printed pages, measured: sizes of letters, borders that cut words, fonts. */
import { execFileSync } from 'node:child_process';

export interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** In points. */
  readonly size: number;
}

/** A horizontal or vertical line, as it is drawn. */
interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface MeasuredPage {
  readonly words: readonly Word[];
  readonly lines: readonly Line[];
}

/** Widths of digits, slash, comma and point in thousandths of the size: the same in regular, bold and italic (Times New Roman, Liberation Serif). */
const WIDTHS: Readonly<Record<string, number>> = { '/': 278, ',': 250, '.': 250 };
const sizeByWidth = (text: string, width: number): number =>
  (width * 1000) / [...text].reduce((sum, sign) => sum + (WIDTHS[sign] ?? 500), 0);
/** Of Liberation Serif in poppler's eyes, where a page has no digits. */
const USUAL = 1.3;
const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** The words of all pages. poppler gives boxes, not sizes: a box is so many times as high as its letters are large, and words of digits tell how many. */
function wordsOf(pdf: string): Word[][] {
  const xml = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const pages = xml
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
        ([, left, top, right, bottom, text = '']) => ({
          text: text.normalize('NFC'),
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
        }),
      ),
    );
  const perSize = median(
    pages
      .flat()
      .filter(({ text }) => /^[\d/,.]*\d[\d/,.]*$/.test(text))
      .map(({ text, left, right, top, bottom }) => (bottom - top) / sizeByWidth(text, right - left)),
  );
  return pages.map((words) => words.map((word) => ({ ...word, size: (word.bottom - word.top) / (perSize || USUAL) })));
}

/** Straight strokes of one page. */
function linesOf(pdf: string, page: number): Line[] {
  const svg = execFileSync('pdftocairo', ['-svg', '-f', String(page), '-l', String(page), pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return [
    ...svg.matchAll(
      /<path [^>]*?stroke-width[^>]*? d="M ([-\d.]+) ([-\d.]+) L ([-\d.]+) ([-\d.]+)[^"]*"(?: transform="matrix\(([^)]*)\)")?/g,
    ),
  ].map(([, x1, y1, x2, y2, matrix]) => {
    const [a = 1, , , d = 1, e = 0, f = 0] = (matrix ?? '1,0,0,1,0,0').split(',').map(Number);
    return { x1: Number(x1) * a + e, y1: Number(y1) * d + f, x2: Number(x2) * a + e, y2: Number(y2) * d + f };
  });
}

export function measure(pdf: string): MeasuredPage[] {
  return wordsOf(pdf).map((words, index) => ({ words, lines: linesOf(pdf, index + 1) }));
}

/** The core of a word's letters: without the room above for marks and below for tails. */
const core = ({ top, bottom }: Word): { readonly from: number; readonly to: number } => ({
  from: top + (bottom - top) * 0.4,
  to: bottom - (bottom - top) * 0.32,
});

/** Words through which a border runs: their cell is too low or too narrow, and what lies beyond the border is not seen. */
export function cutWords(pages: readonly MeasuredPage[]): string[] {
  return pages.flatMap(({ words, lines }, page) =>
    words
      .filter((word) => {
        const { from, to } = core(word);
        return lines.some(({ x1, y1, x2, y2 }) => {
          const [left, right, top, bottom] = [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2)];
          const runsAcross =
            bottom - top < 0.5 && top > from && top < to && left < word.right - 1 && right > word.left + 1;
          const runsDown =
            right - left < 0.5 && left > word.left + 1.5 && left < word.right - 1.5 && top < from && bottom > to;
          return runsAcross || runsDown;
        });
      })
      .map(({ text }) => `page ${String(page + 1)}: “${text}” is cut by a border`),
  );
}

/** The smallest letters of all pages; lines drawn of underscores and dots to fill in are no letters. */
export function smallest(pages: readonly MeasuredPage[]): Word | null {
  const words = pages.flatMap((page) => page.words).filter(({ text }) => /[\p{L}\d]/u.test(text));
  return words.reduce<Word | null>((least, word) => (least === null || word.size < least.size ? word : least), null);
}
