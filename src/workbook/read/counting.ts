/** The cells that an outcome can hang on, as the book names them. */
import type { Book, Entry, Place } from '../../rules';
import type { Cell, SheetCells, WorkbookCells } from '../cells';

export interface CountingCell {
  readonly place: Place;
  /** Index of its sheet. */
  readonly sheet: number;
  readonly cell: Cell;
  /** What the reader took it for; null where the rules see only what was made of it: a maximum, a threshold, a code. */
  readonly entry: Entry | null;
}

/** Those of the cells that `isOdd` asks for: of a usual workbook none, so that looking costs next to nothing. */
export function countingCells(book: Book, { sheets }: WorkbookCells, isOdd: (cell: Cell) => boolean): CountingCell[] {
  const found: CountingCell[] = [];
  const numbers = new Map(sheets.map(({ name }, index) => [name, index]));
  const seen = new Set<Cell>();
  const take = (place: Place, entry: Entry | null): void => {
    const sheet = numbers.get(place.sheet) ?? -1;
    const cell = sheets[sheet]?.rows[place.row]?.[place.column];
    if (cell === undefined || !isOdd(cell) || seen.has(cell)) return;
    seen.add(cell);
    found.push({ place, sheet, cell, entry });
  };
  for (const entry of entriesOf(book)) if (entry.kind !== 'blank') take(entry.place, entry);
  for (const place of fieldsOf(book)) take(place, null);
  for (const place of matrixHeads(book, (name) => sheets[numbers.get(name) ?? -1])) take(place, null);
  return found;
}

/** Points of all levels, data, votes, and the attributes that a condition or a tie key looks at. */
function* entriesOf({ scores, data, ballots, units, conditions, settings }: Book): Generator<Entry> {
  for (const { entries } of scores) yield* entries.values();
  for (const { target, actual, count } of data) yield* [target, actual, count];
  for (const { members, present, issued, returned, valid, favour } of ballots) yield* [members, present, issued, returned, valid, favour];
  const headers = new Set([...conditions, ...settings.tieKeys].flatMap(({ field }) => (field.kind === 'attribute' ? [field.header] : [])));
  for (const { attributes } of units) {
    for (const header of headers) {
      const entry = attributes.get(header);
      if (entry !== undefined) yield entry;
    }
  }
}

/** Codes, maxima, places, limits, thresholds, settings. */
function* fieldsOf({ criteria, units, awards, conditions, bands, data, ballots, decisions, settings }: Book): Generator<Place> {
  for (const { place, places } of [...criteria, ...awards, ...conditions, ...bands]) {
    yield place;
    yield* Object.values<Place>(places);
  }
  for (const { place } of [...units, ...data, ...ballots, ...decisions]) yield place;
  for (const source of Object.values(settings.sources)) yield source.place;
}

/** How many rows above the first criterion name units and levels. */
const HEADER_ROWS = 2;

/** What says whose the points of the matrix are: the code in front of a row, the headers above a column. */
function* matrixHeads({ scores }: Book, sheetOf: (name: string) => SheetCells | undefined): Generator<Place> {
  const rows = new Set<number>();
  const columns = new Set<number>();
  let name: string | null = null;
  for (const { entries, stated } of scores) {
    for (const { place } of entries.values()) {
      rows.add(place.row);
      columns.add(place.column);
      name = place.sheet;
    }
    for (const { place } of stated.values()) rows.add(place.row);
  }
  const sheet = name === null ? undefined : sheetOf(name);
  if (sheet === undefined) return;
  const first = Math.min(...rows);
  for (let row = Math.max(0, first - HEADER_ROWS); row < first; row++) for (const column of columns) yield { sheet: sheet.name, row, column };
  for (const row of rows) {
    const column = sheet.rows[row]?.findIndex((cell) => cell !== undefined) ?? -1;
    if (column >= 0 && !columns.has(column)) yield { sheet: sheet.name, row, column };
  }
}
