/** The cells of a sheet that scores, data and votes are typed into: shown pale yellow, as in the file. */
import { cellName, type Book, type Entry } from '../rules';

export function inputCells({ criteria, scores, data, ballots }: Book, sheet: string): ReadonlySet<string> {
  const parents = new Set(criteria.flatMap(({ code, way }) => (way.kind === 'group' ? [code] : [])));
  const entries: Entry[] = [
    ...scores.flatMap((column) => [...column.entries].flatMap(([code, entry]) => (parents.has(code) ? [] : [entry]))),
    ...data.flatMap(({ target, actual, count }) => [target, actual, count]),
    ...ballots.flatMap(({ members, present, issued, returned, valid, favour }) => [members, present, issued, returned, valid, favour]),
  ];
  return new Set(entries.flatMap(({ kind, place }) => (kind === 'absent' || place.sheet !== sheet ? [] : [cellName(place)])));
}
