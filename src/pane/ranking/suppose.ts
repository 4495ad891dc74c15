/** "Nếu … thì sao": a copy of the book with some scores or votes changed. The workbook is not touched. */
import {
  parseNumeral,
  type BallotId,
  type Book,
  type CriterionCode,
  type Entry,
  type Fix,
  type Numeral,
  type Place,
  type UnitId,
} from '../../rules';

export type Supposition =
  | { readonly kind: 'score'; readonly unit: UnitId; readonly criterion: CriterionCode; readonly value: Numeral }
  | { readonly kind: 'ballot'; readonly unit: UnitId; readonly ballot: BallotId; readonly value: Numeral };

/** A later supposition about the same cell replaces the earlier one. */
export function addSupposition(list: readonly Supposition[], added: Supposition): Supposition[] {
  return [...list.filter((each) => keyOf(each) !== keyOf(added)), added];
}

export const keyOf = (each: Supposition): string =>
  [each.kind, each.unit, each.kind === 'score' ? each.criterion : each.ballot].join('|');

export function supposedBook(book: Book, list: readonly Supposition[]): Book {
  return list.reduce(suppose, book);
}

function suppose(book: Book, each: Supposition): Book {
  if (each.kind === 'ballot') {
    return {
      ...book,
      ballots: book.ballots.map((row) =>
        row.ballot === each.ballot && row.unit === each.unit
          ? { ...row, favour: number(each.value, row.favour.place) }
          : row,
      ),
    };
  }
  return {
    ...book,
    scores: book.scores.map((column) => {
      const old = column.entries.get(each.criterion);
      if (column.unit !== each.unit || column.level !== book.settings.rankingLevel || !old) return column;
      // The sums that the workbook states belong to the old scores: they would differ, and say nothing.
      return {
        ...column,
        entries: new Map(column.entries).set(each.criterion, number(each.value, old.place)),
        stated: new Map(),
      };
    }),
  };
}

const number = (value: Numeral, place: Place): Entry => ({ kind: 'number', value, place });

/** What now stands in the cell of a supposition; null when there is no such cell. */
export function entryOf(
  book: Book,
  each: Pick<Supposition, 'kind' | 'unit'> & { readonly criterion?: string; readonly ballot?: string },
): Entry | null {
  const entry =
    each.kind === 'ballot'
      ? book.ballots.find((row) => row.ballot === each.ballot && row.unit === each.unit)?.favour
      : book.scores
          .find((column) => column.unit === each.unit && column.level === book.settings.rankingLevel)
          ?.entries.get(each.criterion ?? '');
  return entry && entry.kind !== 'absent' ? entry : null;
}

/** The changes that make the suppositions real; a decimal text becomes the number a cell holds. */
export function suppositionFixes(book: Book, list: readonly Supposition[]): Fix[] {
  return list.flatMap((each) => {
    const entry = entryOf(book, each);
    return entry ? [{ place: entry.place, value: Number(each.value) }] : [];
  });
}

/** "9,5" and "9.5" as typed; null for anything else. */
export function typedNumeral(text: string): Numeral | null {
  const plain = text.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? parseNumeral(plain) : null;
}
