/** Reads `Khen thưởng`: the awards in order of precedence. */
import type { Award, Numeral, Place, Quota } from '../../rules';
import type { SHEETS} from '../layout';
import { CUTOFF_POLICIES, ROUNDINGS, UNUSED_PLACES } from '../layout';
import { Codes } from './codes';
import { QUOTA_EXPECTED, readQuota } from './quota';
import type { Fault, Reader } from './reader';
import type { TableRow } from './table-row';
import { fold } from './text';

type Row = TableRow<keyof typeof SHEETS.awards.columns>;

/** A broken cell of an award touches that award; what it leaves to those below follows from there. */
const invalid = (code: string): Fault => ({ code: 'setting-invalid', touches: [code] });
const quotaFault = (code: string): Fault => ({ code: 'quota-invalid', touches: [code] });

export interface AwardsTable {
  readonly awards: readonly Award[];
  readonly codes: Codes;
}

export function readAwards(reader: Reader): AwardsTable {
  const codes = new Codes();
  const table = reader.table('awards', 'awards');
  if (table === null || table.keyColumn < 0) {
    codes.known = false;
    return { awards: [], codes };
  }
  const awards: Award[] = [];
  const names = new Set<string>();
  const { rows, keyless } = reader.records(table, { touches: 'awards' });
  keyless.forEach(() => { codes.loseRow(); });
  for (const row of rows) {
    const { code } = reader.code(row, 'code', 'awards');
    if (code === '') {
      codes.loseRow();
      continue;
    }
    if (codes.find(code) !== null) {
      reader.findings.say('award-duplicate', row.place('code'), { received: code, award: code }, 'awards');
      codes.loseRow();
      continue;
    }
    codes.add(code);
    const award = awardOf(reader, row, code);
    awards.push(award);
    if (names.has(fold(award.name))) reader.findings.say('award-duplicate', row.place('code'), { received: award.name, award: code }, 'awards');
    names.add(fold(award.name));
  }
  return { awards, codes };
}

function awardOf(reader: Reader, row: Row, code: string): Award {
  const places: Partial<Record<'quota' | 'min' | 'max', Place>> = {};
  for (const key of ['quota', 'min', 'max'] as const) if (row.has(key)) places[key] = row.place(key);
  return {
    id: code,
    name: reader.text(row, 'name') ?? code,
    quota: readPlaces(reader, row, code),
    rounding: reader.word(row, 'rounding', ROUNDINGS, invalid(code)) ?? 'floor',
    minPlaces: readLimit(reader, row, 'min', code),
    maxPlaces: readLimit(reader, row, 'max', code),
    cutoff: reader.word(row, 'cutoff', CUTOFF_POLICIES, invalid(code)) ?? 'decide',
    unusedPlaces: reader.word(row, 'unused', UNUSED_PLACES, invalid(code)) ?? null,
    basis: reader.text(row, 'basis'),
    place: row.place('code'),
    places,
  };
}

/** An award without places is no award: a blank quota is a fault. */
function readPlaces(reader: Reader, row: Row, code: string): Quota {
  const quota = readQuota(reader, row, 'quota', quotaFault(code));
  if (quota !== null) return quota;
  if (row.has('quota')) reader.findings.say('quota-invalid', row.place('quota'), { received: '', expected: QUOTA_EXPECTED, award: code }, [code]);
  return { kind: 'invalid' };
}

function readLimit(reader: Reader, row: Row, key: 'min' | 'max', code: string): Numeral | null {
  return reader.number(row, key, { ...quotaFault(code), expected: '>= 0' }, (value) => /^\d+$/u.test(value)) ?? null;
}
