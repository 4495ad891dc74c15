/** Many places in few words: "Chấm điểm!D5:D9, E5; Số liệu!C2". */
import { cellName, type Place } from '../../rules';

/** Runs of cells that are named; after them comes "…". */
const MOST_NAMED = 24;

/** Cells right below each other are named as one; sheets in the order of the places. */
export function placeList(places: readonly Place[]): string {
  const bySheet = new Map<string, Place[]>();
  for (const place of places) bySheet.set(place.sheet, [...(bySheet.get(place.sheet) ?? []), place]);
  let left = MOST_NAMED;
  const sheets: string[] = [];
  for (const [sheet, own] of bySheet) {
    const runs = runsOf(own);
    const named = runs.slice(0, left);
    left -= named.length;
    if (named.length > 0) sheets.push(`${sheet}!${named.join(', ')}${named.length < runs.length ? ', …' : ''}`);
  }
  return sheets.join('; ') + (sheets.length < bySheet.size ? '; …' : '');
}

function runsOf(places: Place[]): string[] {
  const runs: { first: Place; last: Place }[] = [];
  for (const place of [...places].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const run = runs.at(-1);
    if (run !== undefined && run.last.column === place.column && run.last.row + 1 === place.row) run.last = place;
    else runs.push({ first: place, last: place });
  }
  return runs.map(({ first, last }) => (first === last ? cellName(first) : `${cellName(first)}:${cellName(last)}`));
}
