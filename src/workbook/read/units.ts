/** Reads `Đơn vị`: the members of the bloc and their attributes. */
import type { Entry, Field, Place, Unit } from '../../rules';
import { ORDINAL_HEADERS, UNIT_COLUMNS } from '../layout';
import { Codes } from './codes';
import { dayOfText } from '../../base/days';
import { isFieldWord } from './fields';
import type { Reader } from './reader';
import { readFields } from './record-fields';
import type { TableRow } from './table-row';
import { placeOf, type OtherColumn, type Table } from './table';
import { fold, searched } from '../../base/folding';

type Key = keyof typeof UNIT_COLUMNS;

const ORDINALS: ReadonlySet<string> = new Set(ORDINAL_HEADERS.map(fold));

export interface UnitsTable {
  readonly units: readonly Unit[];
  readonly codes: Codes;
  /** Headers of the attribute columns by their folded text. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Where the header of `Không xếp hạng` may stand in other words: attributes with contents that mean it, while it is missing itself. */
  readonly perhapsNotRanked: readonly { readonly header: string; readonly place: Place }[];
}

export function readUnits(reader: Reader): UnitsTable {
  const codes = new Codes();
  const table = reader.table('units', 'totals');
  if (table === null || table.keyColumn < 0) {
    codes.known = false;
    return { units: [], codes, attributes: new Map(), perhapsNotRanked: [] };
  }
  const attributes = attributeColumns(reader, table);
  const inputColumns = attributes.map(({ column }) => column);
  const otherColumns = table.others.map(({ column }) => column).filter((column) => !inputColumns.includes(column));
  const { rows, keyless } = reader.records(table, { inputColumns, otherColumns, touches: 'totals' });
  const units: Unit[] = [];
  const names = new Map<string, string>();
  const lose = (row: TableRow<Key>): void => {
    codes.loseRow();
    codes.excuse(row.text('name'));
  };
  keyless.forEach(lose);
  for (const row of rows) {
    const { code, sure } = reader.code(row, 'code', 'totals');
    if (code === '' || codes.find(code) !== null) {
      if (sure)
        reader.findings.say(
          code === '' ? 'code-missing' : 'code-duplicate',
          row.place('code'),
          { received: code },
          'totals',
        );
      lose(row);
      continue;
    }
    codes.add(code);
    const unit = unitOf(reader, row, code, attributes);
    units.push(unit);
    const first = names.get(fold(unit.name));
    if (first !== undefined)
      reader.findings.say('unit-name-duplicate', row.place('name'), {
        received: unit.name,
        unit: code,
        params: { other: first },
      });
    else names.set(fold(unit.name), code);
  }
  const perhapsNotRanked = table.columns.has('notRanked')
    ? []
    : attributes
        .filter(
          ({ header, column }) =>
            !table.said.includes(column) &&
            MEANS_NOT_RANKED.test(searched(header)) &&
            units.some((unit) => unit.attributes.get(header)?.kind !== 'blank'),
        )
        .map(({ header, column }) => ({ header, place: placeOf(table, table.headerRow, column) }));
  return {
    units,
    codes,
    attributes: new Map(attributes.map(({ header }) => [fold(header), header])),
    perhapsNotRanked,
  };
}

/** "Không xét", "Miễn xét thi đua", "Chưa xếp loại": by their letters far from "Không xếp hạng", by their meaning not. */
const MEANS_NOT_RANKED = /^(?:khong|chua|mien|ngoai|loai khoi)(?= ).* (?:xet|xep|hang|thi dua)(?: |$)/u;

/** Said where no condition and no key asks for the column: a unit that somebody left out would be ranked in silence. */
export function sayPerhapsNotRanked(reader: Reader, { perhapsNotRanked }: UnitsTable, asked: readonly Field[]): void {
  const expected = UNIT_COLUMNS.notRanked.header;
  for (const { header, place } of perhapsNotRanked) {
    if (asked.some((field) => field.kind === 'attribute' && field.header === header)) continue;
    reader.findings.say(
      'header-near',
      place,
      { received: header, expected, fix: { place, value: expected } },
      'totals',
    );
  }
}

/** Unknown columns are attributes, unless their header means something else to a condition. */
function attributeColumns(reader: Reader, table: Table<Key>): OtherColumn[] {
  const seen = new Set<string>();
  return table.others.filter(({ header, column }) => {
    if (ORDINALS.has(fold(header))) return false;
    const again = seen.has(fold(header));
    seen.add(fold(header));
    if (!again && !isFieldWord(header)) return true;
    reader.findings.say(
      'header-ambiguous',
      placeOf(table, table.headerRow, column),
      { received: header, params: { header } },
      again ? 'awards' : null,
    );
    return false;
  });
}

function unitOf(reader: Reader, row: TableRow<Key>, code: string, attributes: readonly OtherColumn[]): Unit {
  const entries = new Map<string, Entry>();
  for (const { header, column } of attributes)
    entries.set(header, attributeEntry(reader, row.entryAt(column, false), code));
  return {
    id: code,
    ...readFields(reader, row, UNIT_COLUMNS, { code, touches: 'totals' }),
    attributes: entries,
    notRanked: notRankedOf(reader, row, code),
    place: row.place('code'),
  };
}

/** Words that give no reason: whether the unit is to be left out nobody knows. */
const NO_REASON = /^(?:không|khong|no|false|0|n\/a|[-–—.]+)$/u;

/** Why a unit is not ranked; null where it is. */
function notRankedOf(reader: Reader, row: TableRow<Key>, unit: string): string | null {
  const written = reader.text(row, 'notRanked');
  if (written === null || !NO_REASON.test(fold(written))) return written;
  reader.findings.say(
    'attribute-invalid',
    row.place('notRanked'),
    { received: written, expected: 'lý do, hoặc để trống', unit },
    'totals',
  );
  return null;
}

/** A day typed as text is said with a fix; until then it answers no condition. */
function attributeEntry(reader: Reader, entry: Entry, unit: string): Entry {
  const day = entry.kind === 'text' ? dayOfText(entry.text) : null;
  if (entry.kind !== 'text' || day === null) return entry;
  reader.findings.say('date-as-text', entry.place, {
    received: entry.text,
    expected: day,
    unit,
    fix: reader.dayFix(entry.place, day),
  });
  return { kind: 'absent', code: 'date-as-text', place: entry.place };
}
