/** A block of cells on its way through the clipboard. */

/** What stands in a cell as people see it; `number` where the other program told the exact value. */
export interface ClipCell {
  readonly text: string;
  readonly number?: number;
}

/** Rows may be of different lengths; what is missing is blank. */
export type Block = readonly (readonly ClipCell[])[];

export const widthOf = (block: Block): number => block.reduce((most, row) => Math.max(most, row.length), 0);

/** More is no table of a bloc, and would hold up the page. */
export const MOST_CELLS = 20_000;
/** Letters of a clipboard that are looked at. */
export const LONGEST_CLIP = 4_000_000;

const BLANK: ClipCell = { text: '' };
const COMMA_DECIMAL = /^-?(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+|\d{1,3}(?:\.\d{3})+,\d+)$/;
const POINT_DECIMAL = /^-?(?:\d+\.(?:\d{1,2}|\d{4,})|0\.\d+|\d{1,3}(?:,\d{3})+\.\d+)$/;

/**
 * Numbers that could be two things alone ("12,125", "1.234,5") are read as the rest of the block is written:
 * with commas, or with points. Where the block does not tell, they stay texts; nobody guesses.
 */
export function readNumbers(block: Block): Block {
  const texts = block.flatMap((row) => row.flatMap(({ text, number }) => (number === undefined ? [text.trim()] : [])));
  const [commas, points] = [
    texts.some((text) => COMMA_DECIMAL.test(text)),
    texts.some((text) => POINT_DECIMAL.test(text)),
  ];
  if (commas === points) return block;
  const mark = commas ? ',' : '.';
  const shape = new RegExp(`^-?(?:\\d+|\\d{1,3}(?:\\${commas ? '.' : ','}\\d{3})+)\\${mark}\\d+$`);
  return block.map((row) =>
    row.map((cell) => {
      const text = cell.text.trim();
      if (cell.number !== undefined || !shape.test(text)) return cell;
      const [whole = '', decimals = ''] = text.split(mark);
      return { text: cell.text, number: Number(`${whole.replace(/[.,]/g, '')}.${decimals}`) };
    }),
  );
}

/** The block without blank rows and columns at its ends: programs add them when whole columns are copied. */
export function trimmed(block: Block): Block {
  const rows = block.slice(0, block.findLastIndex((row) => row.some(({ text }) => text !== '')) + 1);
  const width = rows.reduce((most, row) => Math.max(most, row.findLastIndex(({ text }) => text !== '') + 1), 0);
  return rows.map((row) =>
    Array.from({ length: Math.min(width, Math.max(row.length, width)) }, (_, at) => row[at] ?? BLANK),
  );
}
