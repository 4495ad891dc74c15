/** Says which cells that count show something else than what is read from them. */
import { issue, type Book, type Issue, type Place } from '../../rules';
import type { Cell } from '../../sheets/cells';
import { shownText } from '../../sheets/shown-cell';
import type { CountingCell } from './counting';
import { placeList } from './place-list';
import { seenOtherwise, type Eye } from './seen';

/** Where totals are not rounded, what differs behind the fourth decimal is no longer seen anywhere. */
const UNROUNDED = 4;
/** More cannot be set. */
const MOST_DECIMALS = 10;

/** Half a unit of the total's decimals: what is less than that no one sees on paper. */
export function eyeOf({ settings: { totalDecimals } }: Book, date1904: boolean): Eye {
  const decimals =
    totalDecimals !== null && totalDecimals >= 0 && totalDecimals <= MOST_DECIMALS ? totalDecimals : UNROUNDED;
  return { least: 0.5 / 10 ** decimals, date1904 };
}

/** Nearly every cell is told at a glance. */
export const isDisguised = (cell: Cell, eye: Eye): boolean =>
  (cell.format !== undefined || cell.hidden === true) && seenOtherwise(cell, eye) !== null;

/** One finding for all cells of one format or look, at the first of them. A cell that has an error is said already. */
export function sayDisguised({ findings }: Book, cells: readonly CountingCell[], eye: Eye): Issue[] {
  const wrong = new Set(
    findings.flatMap(({ severity, place }) => (severity === 'error' && place !== null ? [keyOf(place)] : [])),
  );
  const groups = new Map<string, { readonly cell: Cell; readonly shown: string; readonly places: Place[] }>();
  const inOrder = [...cells].sort(
    (a, b) => a.sheet - b.sheet || a.place.row - b.place.row || a.place.column - b.place.column,
  );
  for (const { cell, place } of inOrder) {
    const shown = seenOtherwise(cell, eye);
    if (shown === null || wrong.has(keyOf(place))) continue;
    const key = cell.hidden === true && shown === '' ? 'look' : `format ${cell.format ?? ''}`;
    const group = groups.get(key) ?? { cell, shown, places: [] };
    groups.set(key, group);
    group.places.push(place);
  }
  return [...groups.values()].map(({ cell, shown, places }) =>
    issue('shown-differs', places[0] ?? null, {
      received: plainNumeral(shown),
      expected: typeof cell.value === 'string' ? `“${shownText(cell, eye.date1904)}”` : shownText(cell, eye.date1904),
      ...(places.length > 1 ? { params: { cells: placeList(places) } } : {}),
    }),
  );
}

const keyOf = ({ sheet, row, column }: Place): string => `${sheet}!${String(row)},${String(column)}`;

/** "24,3" as "24.3", which both languages write in their own way; any other text as it is shown. */
const plainNumeral = (shown: string): string => (/^-?\d+,\d+$/u.test(shown) ? shown.replace(',', '.') : shown);
