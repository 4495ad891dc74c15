/** Finds a table in a sheet by its header texts, wherever title rows and moved columns put it. */
import { cellAt, type Cell, type SheetCells } from '../../sheets/cells';
import type { Column, SheetLayout } from '../layout';
import type { Place } from '../../rules';
import type { Findings, Touches } from './findings';
import { isNearByLetters, isNearHeader, nearestOf } from './near';
import { fold, normal, unmark } from '../../base/folding';

/** A header nobody but the user knows. */
export interface OtherColumn {
  /** As written, NFC, trimmed, on one line. */
  readonly header: string;
  readonly column: number;
}

export interface Table<Key extends string> {
  readonly sheet: SheetCells;
  readonly layout: SheetLayout<Key>;
  /** The row of the header texts; -1 when there is none. */
  readonly headerRow: number;
  /** Records stand below this row. */
  readonly lastHeaderRow: number;
  readonly columns: ReadonlyMap<Key, number>;
  /** Where the key stands; -1 when its header is missing and nothing can be read. */
  readonly keyColumn: number;
  readonly others: readonly OtherColumn[];
  /** Columns of which something has been said: their header stands there twice, or is nearly a known one. */
  readonly said: readonly number[];
}

/** Title rows above a table: more than this is no table of ours. */
const DEEPEST_HEADER = 60;
const LONGEST_HEADER = 80;

/**
 * Opens the table of a sheet and says which headers are missing or stand there twice; `touches` is
 * what the sheet's contents decide.
 */
export function openTable<Key extends string>(
  sheet: SheetCells,
  layout: SheetLayout<Key>,
  findings: Findings,
  touches: Touches,
): Table<Key> {
  const headers = new HeaderNames(layout);
  const headerRow = findHeaderRow(sheet, headers);
  const found = new Map<Key, number[]>();
  if (headerRow >= 0) headers.match(sheet, headerRow, found);
  const lastHeaderRow = headerRow < 0 ? -1 : matchNeighbours(sheet, headers, headerRow, found);
  const columns = new Map<Key, number>();
  const missing: Key[] = [];
  for (const key of headers.keys) {
    const [first, second] = found.get(key) ?? [];
    const header = layout.columns[key].header;
    if (first === undefined) missing.push(key);
    else columns.set(key, first);
    if (second === undefined) continue;
    findings.say(
      'header-ambiguous',
      { sheet: sheet.name, row: headerRow, column: second },
      { received: header, params: { header } },
      touches,
    );
  }
  const others = otherColumns(sheet, headerRow, columnsIn(found));
  const table = { sheet, layout, headerRow, lastHeaderRow, columns, others, keyColumn: columns.get(headers.key) ?? -1 };
  const near = sayMissing(table, missing, findings, touches);
  const said = near;
  for (const list of found.values()) for (const column of list.slice(1)) said.push(column);
  return { ...table, said };
}

/** Says which headers are missing: those that nearly stand there with what they should be called, else the required ones. Answers the former's columns. */
function sayMissing<Key extends string>(
  { sheet, layout, headerRow, others }: Omit<Table<Key>, 'said'>,
  missing: readonly Key[],
  findings: Findings,
  touches: Touches,
): number[] {
  const said: number[] = [];
  if (missing.length === 0) return said;
  const left = new Map(others.map((other) => [other.column, other]));
  for (const key of missing) {
    const { header, required, printed, synonyms = [] } = layout.columns[key];
    const isNear = (_: string, written: string): boolean =>
      isNearHeader(written, header) || synonyms.some((synonym) => isNearByLetters(written, synonym));
    const near = nearestOf(header, [...left.values()], (other) => other.header, isNear);
    if (near !== null) {
      left.delete(near.column);
      said.push(near.column);
      const place = { sheet: sheet.name, row: headerRow, column: near.column };
      const severity = printed === true ? 'warning' : 'error';
      findings.say(
        'header-near',
        place,
        { severity, received: near.header, expected: header, fix: { place, value: header } },
        severity === 'error' ? touches : null,
      );
    } else if (required === true) {
      findings.say(
        'header-missing',
        { sheet: sheet.name, row: Math.max(headerRow, 0), column: 0 },
        { expected: header },
        touches,
      );
    }
  }
  return said;
}

/** The header texts of one layout, with and without marks. */
class HeaderNames<Key extends string> {
  readonly keys: readonly Key[];
  readonly key: Key;
  private readonly names: FoldedNames;

  constructor(private readonly layout: SheetLayout<Key>) {
    this.key = layout.key;
    this.names = foldedNames(layout);
    this.keys = this.names.keys as readonly Key[];
  }

  private isKey(key: string | undefined): key is Key {
    return key !== undefined && Object.hasOwn(this.layout.columns, key);
  }

  private isKnown(text: string): boolean {
    return text !== '' && (this.names.exact.has(text) || this.names.unmarked.has(text));
  }

  /** The known headers in a row; a text without marks counts where none has them. */
  match(sheet: SheetCells, row: number, found: Map<Key, number[]>): void {
    const loose = new Map<Key, number[]>();
    sheet.rows[row]?.forEach((cell, column) => {
      const text = headerText(cell);
      const exact = this.names.exact.get(text);
      const near = exact ?? this.names.unmarked.get(text);
      if (this.isKey(near)) append(exact === undefined ? loose : found, near, column);
    });
    for (const [key, columns] of loose) if (!found.has(key)) found.set(key, columns);
  }

  /** `most`: what another row has; a shorter row is not looked at. */
  count(sheet: SheetCells, row: number, most: number): number {
    const cells = sheet.rows[row];
    if (cells === undefined || cells.length <= most - 0.5) return 0;
    if (!cells.some((cell) => this.isKnown(headerText(cell)))) return 0;
    const found = new Map<Key, number[]>();
    this.match(sheet, row, found);
    return found.size + (found.has(this.key) ? 0.5 : 0);
  }
}

interface FoldedNames {
  readonly keys: readonly string[];
  readonly exact: ReadonlyMap<string, string>;
  readonly unmarked: ReadonlyMap<string, string>;
}

const foldedLayouts = new WeakMap<SheetLayout<string>, FoldedNames>();

/** The key of each header text; made once for every layout. */
function foldedNames(layout: SheetLayout<string>): FoldedNames {
  const known = foldedLayouts.get(layout);
  if (known !== undefined) return known;
  const exact = new Map(
    Object.entries<Column>(layout.columns).flatMap(([key, { header, synonyms }]) =>
      [header, ...(synonyms ?? [])].map((name) => [fold(name), key] as const),
    ),
  );
  const made = {
    keys: Object.keys(layout.columns),
    exact,
    unmarked: new Map([...exact].map(([name, key]) => [unmark(name), key])),
  };
  foldedLayouts.set(layout, made);
  return made;
}

function columnsIn(found: ReadonlyMap<string, readonly number[]>): Set<number> {
  const columns = new Set<number>();
  for (const list of found.values()) for (const column of list) columns.add(column);
  return columns;
}

function append<K>(lists: Map<K, number[]>, key: K, item: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function headerText(cell: Cell | undefined): string {
  const value = cell?.value;
  return typeof value === 'string' && value.length <= LONGEST_HEADER ? fold(value) : '';
}

/** The row with the most known headers; the first of them. */
function findHeaderRow<Key extends string>(sheet: SheetCells, headers: HeaderNames<Key>): number {
  let best = -1;
  let most = 0;
  const end = Math.min(sheet.rows.length, DEEPEST_HEADER);
  for (let row = 0; row < end && most < headers.keys.length; row++) {
    const count = headers.count(sheet, row, most);
    if (count > most) [best, most] = [row, count];
  }
  return best;
}

/**
 * Headers in two rows: what the chosen row lacks may stand above it, or below it while no record
 * begins there (the key's cell is blank). Answers the last row of the header.
 */
function matchNeighbours<Key extends string>(
  sheet: SheetCells,
  headers: HeaderNames<Key>,
  row: number,
  found: Map<Key, number[]>,
): number {
  const used = columnsIn(found);
  let last = row;
  for (const neighbour of [row - 1, row + 1]) {
    const keyColumn = found.get(headers.key)?.[0];
    if (neighbour > row && (keyColumn === undefined || cellAt(sheet, neighbour, keyColumn) !== undefined)) continue;
    const more = new Map<Key, number[]>();
    headers.match(sheet, neighbour, more);
    for (const [name, columns] of more) {
      const free = columns.filter((column) => !used.has(column));
      if (found.has(name) || free.length === 0) continue;
      found.set(name, free);
      last = Math.max(last, neighbour);
    }
  }
  return last;
}

function otherColumns(sheet: SheetCells, headerRow: number, known: ReadonlySet<number>): OtherColumn[] {
  const others: OtherColumn[] = [];
  sheet.rows[headerRow]?.forEach((cell, column) => {
    if (cell === undefined || known.has(column) || cell.value === null || typeof cell.value === 'object') return;
    const header = normal(String(cell.value)).replace(/\s+/gu, ' ');
    if (header !== '') others.push({ header, column });
  });
  return others;
}

export function placeOf(table: Table<string>, row: number, column: number): Place {
  return { sheet: table.sheet.name, row, column };
}
