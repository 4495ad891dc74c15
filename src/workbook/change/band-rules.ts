/** The grades of `Xếp loại`: added at their height, changed, taken out. */
import { compareNumerals, type Band, type Book } from '../../rules';
import { fold } from '../../base/folding';
import { quotaCell } from './award-rules';
import { refuse, type Draft } from './draft';
import { addRecord, removeRecords, typedValue } from './records';
import { cleanName } from './units';

/** A grade in the words of the sheet: from how many points, and for how many units at most; '' leaves a cell blank. */
export interface WrittenBand {
  readonly name: string;
  readonly from: string;
  readonly limit: string;
}

function bandNamed(bands: readonly Band[], text: string): Band {
  const [band, other] = bands.filter(({ name }) => fold(name) === fold(text));
  return band === undefined || other !== undefined ? refuse('band-unknown', text) : band;
}

/** Points with comma or point, or none. */
function pointsCell(written: string): string | number {
  const text = written.trim();
  const value = typedValue(text);
  return text !== '' && typeof value === 'string' ? refuse('points-invalid', text) : value;
}

export function addBand(draft: Draft, { bands }: Book, wish: WrittenBand): void {
  const name = cleanName(wish.name);
  if (name === '') refuse('name-empty');
  if (bands.some((band) => fold(band.name) === fold(name))) refuse('name-taken', name);
  const from = pointsCell(wish.from);
  // The one from no points on stands last.
  const below = bands.find(
    (band) => band.from === null || (from !== '' && compareNumerals(band.from, String(from)) < 0),
  );
  if (from === '' && below !== undefined) return refuse('points-invalid', wish.from);
  addRecord(
    draft,
    'bands',
    bands.map(({ place }) => place),
    { name, from, limit: quotaCell(wish.limit) },
    name,
    below?.place.row ?? null,
  );
}

/** `from` and `limit` as they are to stand; a grade keeps its name, by which conditions know it. */
export function changeBand(draft: Draft, { bands }: Book, wish: WrittenBand): void {
  const { name, places } = bandNamed(bands, wish.name);
  const before = draft.lines.length;
  for (const [place, value] of [
    [places.from, pointsCell(wish.from)],
    [places.limit, quotaCell(wish.limit)],
  ] as const) {
    if (place === undefined) {
      if (value !== '') refuse('no-model');
    } else if (draft.text(place) !== String(value)) draft.tell(place, name, value);
  }
  if (draft.lines.length === before) refuse('nothing', name);
}

export function removeBand(draft: Draft, { bands }: Book, wanted: string): void {
  const { name, place } = bandNamed(bands, wanted);
  removeRecords(draft, 'bands', [place], name);
}
