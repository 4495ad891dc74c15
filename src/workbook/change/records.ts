/** Records of the sheets of rules: a new one below the last, and those that go. */
import type { Place } from '../../rules';
import type { SheetKey } from '../layout';
import { isBlankCell } from '../../sheets/shown-cell';
import { refuse, type Draft } from './draft';
import { removeRows } from './units';

type Written = string | number;

/**
 * A row below the last of `known`, like it; where there is none the first row below the header, if it is empty.
 * `before`: in front of the record of that row instead. `values`: by the keys of the columns; one that stands under no header of the sheet is refused unless it is ''.
 */
export function addRecord(
  draft: Draft,
  key: SheetKey,
  known: readonly Place[],
  values: Readonly<Record<string, Written>>,
  what: string,
  before: number | null = null,
): void {
  const table = draft.places.reader.table(key, null);
  if (table === null) return refuse('no-model');
  const columns = new Map<string, number>([...table.columns]);
  const sheet = table.sheet.name;
  const last = Math.max(-1, ...known.map(({ row }) => row));
  const row = before ?? (last < 0 ? table.lastHeaderRow + 1 : last + 1);
  // Like the record that stood there, or the last one.
  if (last >= 0) draft.insert('rows', { sheet, at: row, like: before === null ? last : before });
  else if (table.sheet.rows[row]?.some((cell) => !isBlankCell(cell)) === true) return refuse('no-model');
  for (const [name, value] of Object.entries(values)) {
    if (value === '') continue;
    const column = columns.get(name);
    if (column === undefined) return refuse('no-model');
    // The row it is like may show days or percentages there.
    draft.set({ sheet, row, column }, value, typeof value === 'number' ? 'General' : undefined);
  }
  draft.lines.push({ kind: 'rowAdded', sheet, row, what });
}

/** The rows of these records, as the draft has them now. */
export function removeRecords(draft: Draft, key: SheetKey, rows: readonly Place[], what: string): void {
  const table = draft.places.reader.table(key, null);
  if (table === null || rows.length === 0) return;
  removeRows(
    draft,
    table.sheet.name,
    table.lastHeaderRow + 1,
    rows.map(({ row }) => row),
    what,
  );
}

/** A number as a number, so that Excel reads it as one; anything else as it was typed. */
export const typedValue = (text: string): Written =>
  /^-?\d{1,9}(?:[.,]\d{1,9})?$/.test(text) ? Number(text.replace(',', '.')) : text;

/** The next of the marks that rows are told apart by: letters as most have them, and a number behind. */
export function nextMark(taken: readonly string[], letters: string): string {
  const numbered = taken.flatMap((id) => {
    const match = /^(\D*)(\d{1,6})$/u.exec(id);
    return match === null ? [] : [{ letters: match[1] ?? '', number: Number(match[2]) }];
  });
  const own = numbered.at(-1)?.letters ?? letters;
  const most = Math.max(0, ...numbered.flatMap((one) => (one.letters === own ? [one.number] : [])));
  return `${own}${String(most + 1)}`;
}
