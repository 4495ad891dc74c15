/** Reads `Xếp loại`: the grade bands, highest first. */
import type { Band } from '../../rules';
import { numberInText } from '../../rules/model/cells';
import { BAND_COLUMNS } from '../layout';
import type { Fault, Reader } from './reader';
import { placesOf, readFields } from './record-fields';
import type { TableRow } from './table-row';
import { fold } from '../../base/folding';

const INVALID: Fault = { code: 'setting-invalid', touches: 'awards' };

export function readBands(reader: Reader): Band[] {
  const table = reader.table('bands', 'awards');
  if (table === null) return [];
  const bands: Band[] = [];
  const names = new Set<string>();
  const { rows } = reader.records(table, { keyAlone: true, touches: 'awards' });
  // A single text in an otherwise empty table is a sub-heading, not a grade that takes everybody.
  if (rows.length === 1 && rows.every((row) => row.isBlank('from') && row.isBlank('limit'))) return [];
  for (const row of rows) {
    const name = reader.text(row, 'name')?.replace(/\s+/gu, ' ') ?? null;
    if (name === null) continue;
    if (names.has(fold(name))) {
      reader.findings.say('code-duplicate', row.place('name'), { received: name }, 'awards');
      continue;
    }
    names.add(fold(name));
    bands.push({
      name,
      from: readLimit(reader, row),
      ...readFields(reader, row, BAND_COLUMNS, { code: name, touches: 'awards' }),
      place: row.place('name'),
      places: placesOf(row, BAND_COLUMNS),
    });
  }
  return bands;
}

/** A limit that is no number breaks the order of the bands, and the rules say so: it is handed on as it stands. */
function readLimit(reader: Reader, row: TableRow<keyof typeof BAND_COLUMNS>): string | null {
  const entry = row.entry('from');
  const meant = entry.kind === 'text' ? numberInText(entry.text) : null;
  if (entry.kind === 'text' && meant === null) return entry.text;
  return reader.number(row, 'from', INVALID) ?? meant;
}
