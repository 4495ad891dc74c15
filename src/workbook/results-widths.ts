/** How wide the columns of `Kết quả` stand: the widths in which the table is lowest, so that it needs the fewest pages. */
import { STYLES } from '../sheets/styles';
import type { ColumnKind, ResultColumn } from './results-columns';
import { charactersForLines, charactersForWords } from '../sheets/text-width';
import { linesOf } from '../sheets/plan-parts';

/** Of the columns of text: the least that reads well, the most that a long text may ask for. */
const TEXT_WIDTHS: Readonly<Partial<Record<ColumnKind, { readonly least: number; readonly most: number }>>> = {
  name: { least: 20, most: 56 },
  grade: { least: 8, most: 18 },
  awards: { least: 16, most: 44 },
  remarks: { least: 8, most: 60 },
};
/** Lines that the headers over numbers and votes may take, from the widest columns to the narrowest. */
const HEADER_LINES = [2, 3, 4, 9] as const;
/** Widths tried for a column of text. */
const TRIED = 8;
const SIZE = 12;
const STEP = 0.5;

/** One width of a column with the lines that its header and its texts then take. */
interface Choice {
  readonly width: number;
  readonly lines: readonly number[];
}

export interface TextColumn {
  readonly column: ResultColumn;
  readonly texts: readonly string[];
}

/** The least width in which a header takes so many lines, or fewer. */
function headedWidth(header: string, lines: number): number {
  let width = charactersForWords(header, SIZE, 'bold');
  const most = charactersForLines(header, SIZE, 'bold');
  while (width < most && linesOf(header, width, STYLES.header) > lines) width += STEP;
  return width;
}

const choiceOf = ({ column, texts }: TextColumn, width: number): Choice => ({
  width,
  lines: [linesOf(column.header, width, STYLES.header), ...texts.map((text) => linesOf(text, width, STYLES.text))],
});

/** Widths at which some text begins to take one line, or two, less. */
function textChoices(own: TextColumn, { least, most }: { readonly least: number; readonly most: number }): Choice[] {
  const words = Math.max(
    charactersForWords(own.column.header, SIZE, 'bold'),
    ...own.texts.map((text) => charactersForWords(text, SIZE)),
  );
  const floor = Math.max(least, words);
  const lines = own.texts.map((text) => charactersForLines(text, SIZE));
  const wanted = [floor, ...lines, ...lines.map((width) => width / 2 + 3)]
    .filter((width) => width >= floor && width <= Math.max(floor, most))
    .sort((a, b) => a - b);
  const distinct = wanted.filter((width, index) => index === 0 || width - (wanted[index - 1] ?? 0) > STEP);
  const picked =
    distinct.length <= TRIED
      ? distinct
      : Array.from(
          { length: TRIED },
          (_, index) => distinct[Math.round((index * (distinct.length - 1)) / (TRIED - 1))] ?? floor,
        );
  return picked.map((width) => choiceOf(own, width));
}

/** All ways to take one of each list. */
function combinations(lists: readonly (readonly Choice[])[]): Choice[][] {
  return lists.reduce<Choice[][]>((made, list) => made.flatMap((one) => list.map((choice) => [...one, choice])), [[]]);
}

/** Answers the widths in characters for a table of so many together; wider only where no narrower columns keep words and numbers whole. */
export function widthsFor(columns: readonly TextColumn[]): (whole: number) => number[] {
  const isText = columns.map(({ column: { kind } }) => TEXT_WIDTHS[kind] !== undefined);
  const texts = combinations(
    columns.flatMap((own) => {
      const limits = TEXT_WIDTHS[own.column.kind];
      return limits === undefined ? [] : [textChoices(own, limits)];
    }),
  );
  const others = HEADER_LINES.map((lines) =>
    columns
      .filter((_, index) => isText[index] !== true)
      .map((own) =>
        choiceOf(
          own,
          Math.max(
            headedWidth(own.column.header, lines),
            ...own.texts.map((text) => charactersForLines(text, SIZE, 'bold')),
          ),
        ),
      ),
  );
  const all = others.flatMap((fixed) =>
    texts.map((free) => {
      const width = [...fixed, ...free].reduce((sum, choice) => sum + choice.width, 0);
      return { fixed, free, width };
    }),
  );
  return (whole) => {
    const narrowest = all.reduce((least, one) => (one.width < least.width ? one : least));
    let best = narrowest;
    let lowest = Infinity;
    for (const one of all) {
      if (one.width > whole) continue;
      const high = linesTogether([...one.fixed, ...one.free]);
      if (high > lowest || (high === lowest && one.width >= best.width)) continue;
      best = one;
      lowest = high;
    }
    return spread(best, isText, whole - best.width);
  };
}

/** Of the header and every row the lines of its highest cell, added up. */
function linesTogether(choices: readonly Choice[]): number {
  const rows = choices[0]?.lines.length ?? 0;
  let together = 0;
  for (let row = 0; row < rows; row++)
    together += choices.reduce((most, { lines }) => Math.max(most, lines[row] ?? 1), 1);
  return together;
}

/** In the order of the columns; what is left of the page goes to the columns of text. */
function spread(
  { fixed, free }: { readonly fixed: readonly Choice[]; readonly free: readonly Choice[] },
  isText: readonly boolean[],
  left: number,
): number[] {
  const wide = free.reduce((sum, { width }) => sum + width, 0);
  const share = wide === 0 ? 0 : Math.max(0, left) / wide;
  const [fixedQueue, freeQueue] = [[...fixed], [...free]];
  return isText.map((text) =>
    text ? (freeQueue.shift()?.width ?? 0) * (1 + share) : (fixedQueue.shift()?.width ?? 0),
  );
}
