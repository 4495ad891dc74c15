/** Reads `Quyết định`: what the meeting decided, by whom, when and why. */
import type { Decision } from '../../rules';
import { DECISION_COLUMNS, DECISION_KINDS, LIST_SEPARATOR, RANK_SCOPE } from '../layout';
import type { Codes } from './codes';
import type { Fault, Reader } from './reader';
import { readFields } from './record-fields';
import type { TableRow } from './table-row';
import { codeText, fold } from '../../base/folding';
import { wordFinder } from './words';

type Row = TableRow<keyof typeof DECISION_COLUMNS>;

const INVALID: Fault = { code: 'setting-invalid', touches: 'awards' };

const kindOf = wordFinder(DECISION_KINDS);
const isKey = (shown: string): boolean => kindOf(shown) !== null;

/** A decision that cannot be read in full is left out, and no award is certain without it. */
export function readDecisions(reader: Reader, units: Codes, awards: Codes): Decision[] {
  const table = reader.table('decisions', 'awards');
  if (table === null) return [];
  const decisions: Decision[] = [];
  for (const row of reader.records(table, { isKey, touches: 'awards' }).rows) {
    const kind = reader.word(row, 'kind', DECISION_KINDS, INVALID);
    const scope = readScope(reader, row, awards);
    const named = readUnits(reader, row, units);
    const told = readFields(reader, row, DECISION_COLUMNS, { code: row.text('kind'), touches: 'awards' });
    if (typeof kind !== 'string' || scope === null || named === null) continue;
    decisions.push({ kind, scope, units: named, ...told, place: row.place('kind') });
  }
  return decisions;
}

function readScope(reader: Reader, row: Row, awards: Codes): Decision['scope'] | null {
  if (!row.has('scope') || reader.sayUnusable(row, 'scope', 'awards')) return null;
  const written = codeText(row.text('scope'));
  const award = awards.find(written);
  if (award !== null) return { kind: 'award', award };
  if (fold(written) === RANK_SCOPE) return { kind: 'rank' };
  if (!awards.isExcused(written)) {
    reader.say({ ...INVALID, expected: [RANK_SCOPE, ...awards.choices()].join('; ') }, row.place('scope'), written);
  }
  return null;
}

function readUnits(reader: Reader, row: Row, units: Codes): string[] | null {
  if (!row.has('units')) return null;
  const { code: written } = reader.code(row, 'units', 'awards');
  const parts = written
    .split(LIST_SEPARATOR)
    .map(codeText)
    .filter((part) => part !== '');
  if (parts.length === 0 && row.isBlank('units')) {
    reader.findings.say('code-missing', row.place('units'), { expected: DECISION_COLUMNS.units.header }, 'awards');
  }
  const found = parts.map((part) =>
    units.resolve(part, row.place('units'), reader.findings, 'awards', {}, parts.length === 1),
  );
  const known = found.filter((code) => code !== null);
  return known.length > 0 && known.length === found.length ? known : null;
}
