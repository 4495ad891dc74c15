/** The cells that an outcome can hang on, as the book names them. */
import type { Book, Entry, Place } from '../../rules';
import type { Cell, SheetCells, WorkbookCells } from '../../sheets/cells';
import { infoRow } from '../layout';
import { fold } from '../../base/folding';

export interface CountingCell {
  readonly place: Place;
  /** Index of its sheet. */
  readonly sheet: number;
  readonly cell: Cell;
  /** What the reader took it for; null where the rules see only what was made of it: a maximum, a threshold, a code. */
  readonly entry: Entry | null;
}

/** Those of the cells that `isOdd` asks for: of a usual workbook few, so that looking costs next to nothing. */
export function countingCells(book: Book, { sheets }: WorkbookCells, isOdd: (cell: Cell) => boolean): CountingCell[] {
  const found: CountingCell[] = [];
  const numbers = new Map(sheets.map(({ name }, index) => [name, index]));
  const seen = new Set<Cell>();
  // One after the other stands in the same sheet, nearly always.
  let name = '';
  let sheet = -1;
  let rows: SheetCells['rows'] = [];
  const take = (place: Place, entry: Entry | null): void => {
    if (place.sheet !== name) {
      name = place.sheet;
      sheet = numbers.get(name) ?? -1;
      rows = sheets[sheet]?.rows ?? [];
    }
    const cell = rows[place.row]?.[place.column];
    if (cell === undefined || !isOdd(cell) || seen.has(cell)) return;
    seen.add(cell);
    found.push({ place, sheet, cell, entry });
  };
  takeEntries(book, (entry) => {
    if (entry.kind !== 'blank') take(entry.place, entry);
  });
  takeFields(book, (place) => {
    take(place, null);
  });
  takeBloc(book, sheets, (place) => {
    take(place, null);
  });
  takeMatrixHeads(
    book,
    (name) => sheets[numbers.get(name) ?? -1],
    (place) => {
      take(place, null);
    },
  );
  return found;
}

/** Points of all levels, data, votes, and the attributes that a condition or a tie key looks at. */
function takeEntries({ scores, data, ballots, units, conditions, settings }: Book, take: (entry: Entry) => void): void {
  for (const { entries } of scores) entries.forEach(take);
  for (const { target, actual, count } of data) [target, actual, count].forEach(take);
  for (const { members, present, issued, returned, valid, favour } of ballots)
    [members, present, issued, returned, valid, favour].forEach(take);
  const headers = new Set(
    [...conditions, ...settings.tieKeys].flatMap(({ field }) => (field.kind === 'attribute' ? [field.header] : [])),
  );
  for (const { attributes } of units) {
    for (const header of headers) {
      const entry = attributes.get(header);
      if (entry !== undefined) take(entry);
    }
  }
}

/** Codes, maxima, places, limits, thresholds, settings. */
function takeFields(
  { criteria, units, awards, conditions, bands, data, ballots, decisions, settings }: Book,
  take: (place: Place) => void,
): void {
  for (const { place, places } of [...criteria, ...awards, ...conditions, ...bands]) {
    take(place);
    Object.values<Place>(places).forEach(take);
  }
  for (const { place } of [...units, ...data, ...ballots, ...decisions]) take(place);
  for (const source of Object.values(settings.sources)) take(source.place);
}

/** Whose book it is, and who leads it now and next: part of the outcome, and no row of `Thông tin` but these. */
const BLOC_ROWS: ReadonlySet<string> = new Set(
  (['bloc', 'cluster'] as const).flatMap((kind) =>
    (['name', 'leader', 'deputy', 'nextLeader', 'nextDeputy'] as const).map((name) => fold(infoRow(name, kind))),
  ),
);

function takeBloc({ read }: Book, sheets: readonly SheetCells[], take: (place: Place) => void): void {
  const name = read?.sheets.find(({ kind }) => kind === 'info')?.name;
  const sheet = sheets.find((one) => one.name === name);
  for (const [row, cells] of (sheet?.rows ?? []).entries()) {
    const item = cells?.findIndex((cell) => typeof cell?.value === 'string' && BLOC_ROWS.has(fold(cell.value))) ?? -1;
    if (item < 0) continue;
    cells?.forEach((_, column) => {
      if (column !== item) take({ sheet: name ?? '', row, column });
    });
  }
}

/** How many rows above the first criterion name units and levels. */
const HEADER_ROWS = 2;

/** What says whose the points of the matrix are: the code in front of a row, the headers above a column. */
function takeMatrixHeads(
  { scores }: Book,
  sheetOf: (name: string) => SheetCells | undefined,
  take: (place: Place) => void,
): void {
  // The points of one column stand below one another, in the same rows for every column.
  const [first] = scores[0]?.entries.values() ?? [];
  const sheet = first === undefined ? undefined : sheetOf(first.place.sheet);
  if (sheet === undefined) return;
  const rows = new Set<number>();
  scores[0]?.entries.forEach(({ place }) => rows.add(place.row));
  const columns = new Set<number>();
  for (const { entries, stated } of scores) {
    stated.forEach(({ place }) => rows.add(place.row));
    const [one] = entries.values();
    if (one !== undefined) columns.add(one.place.column);
  }
  const top = Math.min(...rows);
  for (let row = Math.max(0, top - HEADER_ROWS); row < top; row++)
    for (const column of columns) take({ sheet: sheet.name, row, column });
  for (const row of rows) {
    const column = sheet.rows[row]?.findIndex((cell) => cell !== undefined) ?? -1;
    if (column >= 0 && !columns.has(column)) take({ sheet: sheet.name, row, column });
  }
}
