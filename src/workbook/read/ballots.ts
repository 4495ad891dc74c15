/** Reads `Bỏ phiếu`: the counts of the secret ballots, as they stand. */
import { ELECTION_BALLOTS, electedPost, type BallotRow, type Condition, type TieKey } from '../../rules';
import { BALLOT_COLUMNS } from '../layout';
import { Codes } from './codes';
import { electionNamed } from './fields';
import type { Reader } from './reader';
import { readFields } from './record-fields';
import { nearest, patience } from '../../base/folding';

export interface BallotsTable {
  readonly ballots: readonly BallotRow[];
  readonly codes: Codes;
}

/** Says which ballots nobody asks for: their names mean no award, no election, and no condition or tie key names them. */
export function sayUnusedBallots(
  reader: Reader,
  { ballots, codes }: BallotsTable,
  awards: Codes,
  conditions: readonly Condition[],
  tieKeys: readonly TieKey[],
): void {
  if (!codes.known || !awards.known) return;
  const fields = [...conditions, ...tieKeys].map(({ field }) => field);
  const asked = new Set([
    ...fields.flatMap((field) => (field.kind === 'ballot' ? [field.ballot] : [])),
    ...Object.values(ELECTION_BALLOTS[reader.kind ?? 'bloc']),
  ]);
  const known = [...asked, ...awards.choices()];
  const patient = patience();
  const told = new Set<string>();
  for (const { ballot, place } of ballots) {
    if (
      told.has(ballot) ||
      asked.has(ballot) ||
      electedPost(ballot) !== null ||
      awards.find(ballot) !== null ||
      awards.isExcused(ballot)
    )
      continue;
    told.add(ballot);
    const near = nearest(ballot, known, patient);
    reader.findings.say('code-unknown', place, {
      severity: 'warning',
      received: ballot,
      expected: near,
      ...(near === null ? {} : { params: { suggestion: near }, fix: { place, value: near } }),
    });
  }
}

/** A ballot is named by an award's code, by an election, or by any text a condition names. */
export function readBallots(reader: Reader, units: Codes, awards: Codes): BallotsTable {
  const codes = new Codes();
  const table = reader.table('ballots', 'awards');
  if (table === null) return { ballots: [], codes };
  codes.known = units.known && (['ballot', 'unit', 'favour'] as const).every((key) => table.columns.has(key));
  const ballots: BallotRow[] = [];
  for (const row of reader.records(table, { touches: 'awards', codes: units }).rows) {
    const { code: written } = reader.code(row, 'ballot', 'awards');
    if (written === '') continue;
    const ballot = awards.find(written) ?? electionNamed(written, reader.kind) ?? codes.find(written) ?? written;
    codes.add(ballot);
    const unitWritten = reader.code(row, 'unit', 'awards', (code) => units.find(code) !== null).code;
    if (unitWritten === '') {
      if (row.has('unit') && row.isBlank('unit')) {
        reader.findings.say('code-missing', row.place('unit'), { expected: BALLOT_COLUMNS.unit.header }, 'awards');
      }
      continue;
    }
    const unit = units.resolve(unitWritten, row.place('unit'), reader.findings, 'awards');
    if (unit === null) continue;
    ballots.push({
      ballot,
      unit,
      ...readFields(reader, row, BALLOT_COLUMNS, { code: ballot, touches: 'awards' }),
      place: row.place('ballot'),
    });
  }
  return { ballots, codes };
}
