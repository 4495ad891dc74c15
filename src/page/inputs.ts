/** The cells of a sheet that scores, data and votes are typed into: shown pale yellow, as in the file. */
import { cellName, type Book, type Entry } from '../rules';

export function inputCells({ scores, data, ballots }: Book, sheet: string): ReadonlySet<string> {
  const all: Entry[] = [
    ...scores.flatMap(({ entries }) => [...entries.values()]),
    ...data.flatMap(({ target, actual, count }) => [target, actual, count]),
    ...ballots.flatMap(({ members, present, issued, returned, valid, favour }) => [
      members,
      present,
      issued,
      returned,
      valid,
      favour,
    ]),
  ];
  return new Set(
    all.flatMap(({ kind, place }) => (kind === 'absent' || place.sheet !== sheet ? [] : [cellName(place)])),
  );
}
