/**
 * A second look at the cells that count. A stored value that is older than what it rests on counts as
 * not calculated; one that may change by itself, or that is shown as something else, is said.
 */
import { issue, numeralOfDouble, type Book, type Doubt, type Issue, type Place } from '../../rules';
import type { Cell, WorkbookCells } from '../../sheets/cells';
import { Recalculation, type Recalculated, type Unsteady } from '../../sheets/formula/recalculate';
import type { Value } from '../../sheets/formula/evaluate';
import { countingCells, type CountingCell } from './counting';
import { placeList } from './place-list';
import { eyeOf, isDisguised, sayDisguised } from './shown-differs';

interface Checked extends CountingCell {
  readonly result: Recalculated;
}

/** The book as it can be trusted; `read` makes one from cells. A workbook whose counting formulas can be trusted is read once. */
export function settled(cells: WorkbookCells, read: (cells: WorkbookCells) => Book): Book {
  const book = read(cells);
  const eye = eyeOf(book, cells.date1904);
  const odd = countingCells(book, cells, (cell) => cell.formula !== undefined || isDisguised(cell, eye));
  if (odd.length === 0) return book;
  const disguised = sayDisguised(book, odd, eye);
  const steady = steadied(
    book,
    cells,
    read,
    odd.filter(({ cell }) => cell.formula !== undefined),
  );
  return disguised.length === 0 ? steady : { ...steady, findings: [...steady.findings, ...disguised] };
}

function steadied(
  book: Book,
  cells: WorkbookCells,
  read: (cells: WorkbookCells) => Book,
  formulas: readonly CountingCell[],
): Book {
  if (formulas.length === 0) return book;
  const recalculation = new Recalculation(cells);
  const checked = formulas.flatMap((one): Checked[] => {
    const result = recalculation.at(one.sheet, one.place.row, one.place.column);
    return result === null ? [] : [{ ...one, result }];
  });
  // A formula without a stored value, or with an error, is known to be of no use as it is.
  const stale = checked.filter(
    ({ cell, result }) => result.isStale && typeof cell.value !== 'object' && cell.stale !== true,
  );
  const trusted = stale.length === 0 ? book : doubted(read(withStale(cells, stale)), stale);
  const unsteady = sayUnsteady(checked);
  return unsteady.length === 0 ? trusted : { ...trusted, findings: [...trusted.findings, ...unsteady] };
}

/** The cells with the stale ones marked, which the reader then takes for uncalculated. */
function withStale(cells: WorkbookCells, stale: readonly Checked[]): WorkbookCells {
  const bySheet = new Map<number, Checked[]>();
  for (const one of stale) bySheet.set(one.sheet, [...(bySheet.get(one.sheet) ?? []), one]);
  return {
    ...cells,
    sheets: cells.sheets.map((sheet, index) => {
      const own = bySheet.get(index);
      if (own === undefined) return sheet;
      const rows = [...sheet.rows];
      for (const {
        place: { row, column },
        cell,
        result,
      } of own) {
        const today = textOf(result.value);
        const changed = [...(rows[row] ?? [])];
        changed[column] = { ...cell, stale: true, ...(today === null ? {} : { today }) };
        rows[row] = changed;
      }
      return { ...sheet, rows };
    }),
  };
}

/** Whatever of the stale cells neither the reader nor the rules will say. */
function doubted(book: Book, stale: readonly Checked[]): Book {
  const said = new Set(
    book.findings.map(({ code, place }) => (code === 'formula-not-calculated' && place !== null ? keyOf(place) : '')),
  );
  const silent = stale.filter(({ entry, place }) => entry === null && !said.has(keyOf(place)));
  const findings = silent.map(({ place, cell, result }): Issue =>
    issue('formula-not-calculated', place, { received: textOf(cell.value), expected: textOf(result.value) }),
  );
  const doubts = silent.map(({ place }): Doubt => ({ code: 'formula-not-calculated', place, touches: 'totals' }));
  return { ...book, findings: [...book.findings, ...findings], doubts: [...book.doubts, ...doubts] };
}

const keyOf = ({ sheet, row, column }: Place): string => `${sheet}!${String(row)},${String(column)}`;

/** A value in the form in which issues carry it; null for a blank and where it is not known. */
function textOf(value: Value | Cell['value'] | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'object') return value.error;
  return typeof value === 'number' ? (numeralOfDouble(value)?.value ?? String(value)) : String(value);
}

/** One finding for each cause, with all its cells. */
function sayUnsteady(checked: readonly Checked[]): Issue[] {
  const byCause = new Map<string, { readonly cause: Unsteady; readonly places: Place[] }>();
  for (const {
    place,
    result: { unsteady },
  } of checked) {
    if (unsteady === null) continue;
    const key = `${unsteady.kind} ${unsteady.name}`;
    const group = byCause.get(key) ?? { cause: unsteady, places: [] };
    byCause.set(key, group);
    group.places.push(place);
  }
  return [...byCause.values()].map(({ cause, places }) =>
    issue('formula-unsteady', places[0] ?? null, {
      params: { cells: placeList(places), [cause.kind === 'volatile' ? 'function' : 'link']: cause.name },
    }),
  );
}
