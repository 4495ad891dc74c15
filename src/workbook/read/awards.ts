/** Reads `Khen thưởng`: the awards in order of precedence. */
import type { Award, AwardId } from '../../rules';
import { AWARD_COLUMNS, EXCLUDES_NONE, LIST_SEPARATOR } from '../layout';
import { Codes } from './codes';
import type { Fault, Reader } from './reader';
import { placesOf, readFields } from './record-fields';
import type { TableRow } from './table-row';
import { fold } from '../../base/folding';

type Row = TableRow<keyof typeof AWARD_COLUMNS>;

/** Whom a broken link would give or deny an award nobody knows, from its own row down. */
const invalidLink = (id: AwardId, below: readonly AwardId[]): Fault => ({
  code: 'setting-invalid',
  touches: [id, ...below],
});

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
  const lines: Row[] = [];
  const names = new Set<string>();
  const { rows, keyless } = reader.records(table, { touches: 'awards' });
  keyless.forEach(() => {
    codes.loseRow();
  });
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
    lines.push(row);
    if (names.has(fold(award.name)))
      reader.findings.say('award-duplicate', row.place('code'), { received: award.name, award: code }, 'awards');
    names.add(fold(award.name));
  }
  return { awards: readLinks(reader, awards, lines, codes), codes };
}

/** A broken cell of an award touches that award; what it leaves to those below follows from there. */
function awardOf(reader: Reader, row: Row, code: string): Award {
  return {
    id: code,
    ...readFields(reader, row, AWARD_COLUMNS, { code, touches: [code], about: { award: code } }),
    place: row.place('code'),
    places: placesOf(row, AWARD_COLUMNS),
  };
}

/** `Nếu không được thì` and `Không kèm`, once every award is known. `lines` are the rows of the awards. */
function readLinks(reader: Reader, awards: readonly Award[], lines: readonly Row[], codes: Codes): Award[] {
  return awards.map((award, at): Award => {
    const row = lines[at];
    if (row === undefined) return award;
    const below = awards.slice(at + 1).map(({ id }) => id);
    return {
      ...award,
      ...readFallback(reader, row, award, below, codes),
      ...readExcludes(reader, row, award, below, awards, codes),
    };
  });
}

/** The award that its holders take where this one is not conferred: one below it in the sheet. */
function readFallback(
  reader: Reader,
  row: Row,
  { id }: Award,
  below: readonly AwardId[],
  codes: Codes,
): Pick<Award, 'fallback'> {
  const { code: written } = reader.code(row, 'fallback', [id]);
  if (written === '') return {};
  const fallback = codes.find(written);
  if (fallback !== null && below.includes(fallback)) return { fallback };
  if (fallback !== null || !codes.isExcused(written))
    reader.say({ ...invalidLink(id, below), expected: below.join('; ') || 'để trống' }, row.place('fallback'), written);
  return {};
}

/** The awards that no holder of this one may have beside it; an empty list: none. */
function readExcludes(
  reader: Reader,
  row: Row,
  { id }: Award,
  below: readonly AwardId[],
  awards: readonly Award[],
  codes: Codes,
): Pick<Award, 'excludes'> {
  const written = reader.text(row, 'excludes');
  if (written === null) return {};
  if (EXCLUDES_NONE.some((word) => word === fold(written))) return { excludes: [] };
  const excludes = new Set<AwardId>();
  for (const part of written
    .split(LIST_SEPARATOR)
    .map((text) => text.trim())
    .filter((text) => text !== '')) {
    const code = codes.find(part);
    if (code !== null && code !== id) excludes.add(code);
    else if (code !== null || !codes.isExcused(part)) {
      reader.say(
        {
          ...invalidLink(id, below),
          expected: [...awards.flatMap((other) => (other.id === id ? [] : [other.id])), EXCLUDES_NONE[0]].join('; '),
        },
        row.place('excludes'),
        part,
      );
    }
  }
  return { excludes: [...excludes] };
}
