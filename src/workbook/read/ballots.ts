/** Reads `Bỏ phiếu`: the counts of the secret ballots, as they stand. */
import type { BallotRow } from '../../rules';
import { SHEETS } from '../layout';
import { Codes } from './codes';
import type { Reader } from './reader';
import { readRecords } from './records';

export interface BallotsTable {
  readonly ballots: readonly BallotRow[];
  readonly codes: Codes;
}

/** A ballot is named by an award's code, by an election, or by any text a condition names. */
export function readBallots(reader: Reader, units: Codes, awards: Codes): BallotsTable {
  const codes = new Codes();
  const table = reader.table('ballots', 'awards');
  if (table === null) return { ballots: [], codes };
  codes.known = units.known && (['ballot', 'unit', 'favour'] as const).every((key) => table.columns.has(key));
  const ballots: BallotRow[] = [];
  for (const row of readRecords(table, reader.findings, { touches: 'awards', date1904: reader.date1904 }).rows) {
    const { code: written } = reader.code(row, 'ballot', 'awards');
    if (written === '') continue;
    const ballot = awards.find(written) ?? codes.find(written) ?? written;
    codes.add(ballot);
    const unitWritten = reader.code(row, 'unit', 'awards').code;
    if (unitWritten === '') {
      if (row.has('unit') && row.isBlank('unit')) {
        reader.findings.say('code-missing', row.place('unit'), { expected: SHEETS.ballots.columns.unit.header }, 'awards');
      }
      continue;
    }
    const unit = units.resolve(unitWritten, row.place('unit'), reader.findings, 'awards');
    if (unit === null) continue;
    ballots.push({
      ballot, unit,
      ...(row.has('round') ? { round: row.entry('round') } : {}), ...(row.has('written') ? { written: row.entry('written') } : {}),
      members: row.entry('members'), present: row.entry('present'), issued: row.entry('issued'),
      returned: row.entry('returned'), valid: row.entry('valid'), favour: row.entry('favour'),
      place: row.place('ballot'),
    });
  }
  return { ballots, codes };
}
