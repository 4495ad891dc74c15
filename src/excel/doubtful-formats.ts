/**
 * Where a number format is read. In an input sheet wherever something stands: a format can show
 * something else than what counts. In other sheets where it can change what a value means: a share
 * typed as per cent (at most 1 in size), a date, a code kept as a number ("1.10" is 1.1), and every
 * number of a small sheet.
 */
import type { Area } from '../sheets/cells';
import { CODE_HEADERS } from '../workbook/layout/sheet-names';
import { searched } from '../base/folding';
import { rectangles } from './areas';

/** Below this many numbers a sheet's formats are all read. */
const FEW_NUMBERS = 100;
/** No score reaches it, every date of our time does. */
const LOWEST_DATE = 10_000;
/** What asking for one more area costs, in cells. */
const GAP = 12;
/** No input sheet comes near: a sheet with so many is the user's own, and nobody needs its formats. */
const MANY_AREAS = 5000;

type Grid = readonly (readonly unknown[])[];

/** Counted from the corner of the values. */
export function doubtfulAreas(values: Grid): Area[] {
  const numbers = values.reduce((sum, row) => sum + row.filter((value) => typeof value === 'number').length, 0);
  const codes = codeLines(values);
  const isDoubtful = (row: number, column: number): boolean => {
    const value = values[row]?.[column];
    return (
      typeof value === 'number' &&
      (numbers <= FEW_NUMBERS ||
        codes.columns.has(column) ||
        codes.rows.has(row) ||
        (value !== 0 && Math.abs(value) <= 1) ||
        Math.abs(value) >= LOWEST_DATE)
    );
  };
  return areasOf(values, isDoubtful);
}

/** Everything that is not blank, counted from the corner of the values. */
export const filledAreas = (values: Grid): Area[] => areasOf(values, (row, column) => values[row]?.[column] !== '');

function areasOf(values: Grid, isDoubtful: (row: number, column: number) => boolean): Area[] {
  const [rows, columns] = [values.length, values[0]?.length ?? 0];
  const byRows = cover(rows, columns, isDoubtful);
  const byColumns = cover(columns, rows, (column, row) => isDoubtful(row, column)).map(turned);
  const areas = weightOf(byRows) <= weightOf(byColumns) ? byRows : byColumns;
  return areas.length > MANY_AREAS ? [] : areas;
}

/** Rectangles that hold every doubtful cell, joined along the lines over gaps that cost less than another area. */
function cover(lines: number, places: number, isDoubtful: (line: number, place: number) => boolean): Area[] {
  const bridged = Array.from({ length: lines }, (_, line) => {
    const marks = new Array<true | undefined>(places).fill(undefined);
    let last = -1;
    for (let place = 0; place < places; place += 1) {
      if (!isDoubtful(line, place)) continue;
      marks.fill(true, last >= 0 && place - last <= GAP ? last : place, place + 1);
      last = place;
    }
    return marks;
  });
  return rectangles(lines, places, (line, place) => bridged[line]?.[place]).map(({ area }) => area);
}

const turned = ({ top, left, bottom, right }: Area): Area => ({ top: left, left: top, bottom: right, right: bottom });

const weightOf = (areas: readonly Area[]): number =>
  areas.reduce((sum, { top, left, bottom, right }) => sum + GAP + (bottom - top + 1) * (right - left + 1), 0);

const CODES: ReadonlySet<string> = new Set(CODE_HEADERS.map(searched));
/** So deep a header may stand; the row of the levels below it holds no codes. */
const DEEPEST_HEADER = 60;

const isCodeHeader = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.length <= 40 &&
  (CODES.has(searched(value)) || /^\s*m[ãa](\s|$)/iu.test(value.normalize('NFC')));

/** Where codes stand: the first columns and those below a header of codes, and the rows of such headers, whose units may be numbers. */
function codeLines(values: Grid): { readonly columns: ReadonlySet<number>; readonly rows: ReadonlySet<number> } {
  const columns = new Set([0, 1, 2]);
  const rows = new Set<number>();
  for (const [index, row] of values.slice(0, DEEPEST_HEADER).entries()) {
    row.forEach((value, column) => {
      if (!isCodeHeader(value)) return;
      columns.add(column);
      rows.add(index);
      if (index > 0) rows.add(index - 1);
    });
  }
  return { columns, rows };
}
