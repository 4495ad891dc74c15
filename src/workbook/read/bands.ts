/** Reads `Xếp loại`: the grade bands, highest first. */
import type { Band, Place } from '../../rules';
import { numberInText } from '../../rules/model/cells';
import type { SHEETS } from '../layout';
import { CUTOFF_POLICIES, ROUNDINGS } from '../layout';
import { readQuota } from './quota';
import type { Fault, Reader } from './reader';
import type { TableRow } from './table-row';
import { fold } from '../../base/folding';

const INVALID: Fault = { code: 'setting-invalid', touches: 'awards' };
const LIMIT: Fault = { code: 'quota-invalid', touches: 'awards' };

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
    const places: Partial<Record<'from' | 'limit', Place>> = {};
    for (const key of ['from', 'limit'] as const) if (row.has(key)) places[key] = row.place(key);
    bands.push({
      name,
      from: readLimit(reader, row),
      limit: readQuota(reader, row, 'limit', LIMIT),
      rounding: reader.word(row, 'rounding', ROUNDINGS, INVALID) ?? 'floor',
      cutoff: reader.word(row, 'cutoff', CUTOFF_POLICIES, INVALID) ?? 'decide',
      place: row.place('name'),
      places,
    });
  }
  return bands;
}

/** A limit that is no number breaks the order of the bands, and the rules say so: it is handed on as it stands. */
function readLimit(reader: Reader, row: TableRow<keyof typeof SHEETS.bands.columns>): string | null {
  const entry = row.entry('from');
  const meant = entry.kind === 'text' ? numberInText(entry.text) : null;
  if (entry.kind === 'text' && meant === null) return entry.text;
  return reader.number(row, 'from', INVALID) ?? meant;
}
