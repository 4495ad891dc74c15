/** Reads `Thông tin`: which bloc, which year, whose workbook. */
import type { BlocInfo, BlocKind, UnitId } from '../../rules';
import type { SHEETS } from '../layout';
import { BLOC_KINDS, INFO_ROWS, infoRow, TEMPLATE, UNUSED_SHEET_ROW, type InfoRow } from '../layout';
import type { Codes } from './codes';
import type { Reader } from './reader';
import type { FoundSheets } from './sheets';
import { isAlmost, isNearHeader, nearestOf } from './near';
import type { TableRow } from './table-row';
import { fold } from '../../base/folding';
import { choices, wordFinder } from './words';

type Row = TableRow<keyof typeof SHEETS.info.columns>;

const NAMES = Object.keys(INFO_ROWS).filter((name): name is InfoRow => Object.hasOwn(INFO_ROWS, name));
/** Every row by what blocs and clusters call it. */
const ROW_OF = new Map(
  (['bloc', 'cluster'] as const).flatMap((kind) => NAMES.map((name) => [fold(infoRow(name, kind)), name] as const)),
);
const UNUSED = fold(UNUSED_SHEET_ROW);
const REPEATED: ReadonlySet<InfoRow> = new Set<InfoRow>(['legalBases', 'receivers']);
/** Rows on which more hangs than what is printed. */
const DECIDING: ReadonlySet<InfoRow> = new Set<InfoRow>(['template']);

const NONE = { rows: [], headings: [] };

const kindOf = wordFinder(BLOC_KINDS);

/** What a row is called in a workbook that says what it is; else both names. */
const namesOf = (name: InfoRow, kind: BlocKind | null): string[] => [
  ...new Set(kind === null ? [infoRow(name, 'bloc'), infoRow(name, 'cluster')] : [infoRow(name, kind)]),
];

/** The rows of `Thông tin`, some of them repeated. */
export class InfoRows {
  private readonly rows = new Map<InfoRow, Row[]>();
  private readonly unused: Row[] = [];
  /** The template is one that a later program made: nothing else may be read. */
  readonly newer: boolean;

  constructor(private readonly reader: Reader) {
    const table = reader.table('info', null);
    const isKey = (shown: string): boolean => ROW_OF.has(fold(shown)) || fold(shown) === UNUSED;
    const { rows: records, headings } = table === null ? NONE : reader.records(table, { isKey, touches: null });
    const strangers: Row[] = [];
    for (const row of records) {
      const item = fold(row.text('item'));
      const name = ROW_OF.get(item);
      if (item === UNUSED) this.unused.push(row);
      else if (name === undefined) strangers.push(row);
      else this.add(name, row);
    }
    reader.kind = this.kind();
    for (const row of [...strangers, ...headings]) this.sayStranger(row);
    for (const row of [...this.rows.values()].flat()) this.sayBeside(row);
    this.newer =
      table !== null &&
      table.keyColumn >= 0 &&
      table.columns.has('value') &&
      this.isNewer(table.sheet.name, table.headerRow);
  }

  private add(name: InfoRow, row: Row): void {
    const rows = this.rows.get(name);
    if (rows === undefined) this.rows.set(name, [row]);
    else if (REPEATED.has(name)) rows.push(row);
    else if (rows.every((first) => first.isBlank('value'))) this.rows.set(name, [row]);
    else if (!row.isBlank('value') && fold(row.text('value')) !== fold(rows[0]?.text('value') ?? '')) {
      this.reader.findings.say('code-duplicate', row.place('item'), {
        severity: 'warning',
        received: row.text('item'),
      });
    }
  }

  /**
   * A row nobody knows: nearly one that is missing, or the user's own; without a value perhaps a sub-heading. "Số" stands in
   * many words, so nothing is near to it.
   */
  private sayStranger(row: Row): void {
    const isBlank = row.isBlank('value');
    const item = row.text('item');
    const place = row.place('item');
    const missing = NAMES.filter(
      (name) => name !== 'number' && this.rows.get(name)?.some((other) => !other.isBlank('value')) !== true,
    );
    const near = nearestOf(
      item,
      missing.flatMap((name) => namesOf(name, this.reader.kind)),
      (text) => text,
      isBlank ? isAlmost : isNearHeader,
    );
    if (near === null) {
      if (!isBlank)
        this.reader.findings.say('row-unread', place, {
          severity: 'info',
          received: item,
          params: { row: String(row.row + 1) },
        });
      return;
    }
    const name = ROW_OF.get(fold(near));
    this.reader.findings.say('header-near', place, {
      severity: !isBlank && name !== undefined && DECIDING.has(name) ? 'error' : 'warning',
      received: item,
      expected: near,
      fix: { place, value: near },
    });
  }

  /** A value in another column: the row would count as blank. */
  private sayBeside(row: Row): void {
    const place = row.isBlank('value') ? row.besideColumns() : null;
    if (place !== null)
      this.reader.findings.say('row-unread', place, {
        received: row.text('item'),
        params: { row: String(row.row + 1) },
      });
  }

  /** Names of sheets that look like an input and are none. One that nobody needs to know is said. */
  unusedSheets({ found, others }: FoundSheets): ReadonlySet<string> {
    const named = new Set<string>();
    for (const row of this.unused) {
      const name = this.reader.text(row, 'value');
      if (name === null) continue;
      const isRead = [...found.values()].some((sheet) => fold(sheet.name) === fold(name));
      named.add(fold(name));
      if (isRead || !others.some((sheet) => fold(sheet.name) === fold(name))) {
        this.reader.findings.say('setting-invalid', row.place('value'), {
          severity: 'warning',
          received: name,
          expected: others.map((sheet) => sheet.name).join('; ') || null,
        });
      }
    }
    return named;
  }

  /** Only words follow from `Loại`: a wrong one is a warning, and counts as a blank. */
  private kind(): BlocKind | null {
    const row = this.rows.get('kind')?.[0];
    const written = row === undefined ? null : this.reader.text(row, 'value');
    if (row === undefined || written === null) return null;
    const kind = kindOf(written);
    if (kind === null)
      this.reader.findings.say('setting-invalid', row.place('value'), {
        severity: 'warning',
        received: written,
        expected: choices(BLOC_KINDS),
      });
    return kind;
  }

  private isNewer(sheet: string, headerRow: number): boolean {
    const row = this.rows.get('template')?.[0];
    const expected = `${TEMPLATE.name}/${String(TEMPLATE.first)}`;
    const written = row === undefined ? '' : row.text('value');
    const version = new RegExp(`^${TEMPLATE.name}/(\\d{1,9})$`, 'u').exec(fold(written))?.[1];
    const newer = Number(version ?? 0) > TEMPLATE.version;
    if (newer || Number(version ?? 0) < 1) {
      const place = row?.place('value') ?? { sheet, row: headerRow, column: 0 };
      this.reader.findings.say(
        newer ? 'template-newer' : 'template-missing',
        place,
        { received: written, expected },
        newer ? 'totals' : null,
      );
    }
    return newer;
  }

  private text(name: InfoRow): string {
    const row = this.rows.get(name)?.[0];
    return row === undefined ? '' : (this.reader.text(row, 'value') ?? '');
  }

  /** A row that may repeat. */
  private texts(name: InfoRow): string[] {
    return (this.rows.get(name) ?? []).flatMap((row) => this.reader.text(row, 'value') ?? []);
  }

  private unit(name: InfoRow, units: Codes): UnitId | null {
    const row = this.rows.get(name)?.[0];
    const written = row === undefined ? '' : this.reader.code(row, 'value', null).code;
    if (row === undefined || written === '') return null;
    return units.resolve(written, row.place('value'), this.reader.findings, null) ?? written;
  }

  private day(name: InfoRow): string | null {
    const row = this.rows.get(name)?.[0];
    return row === undefined ? null : this.reader.day(row, 'value');
  }

  /** A time of day as text: a cell formatted as time reads "08 giờ 00". */
  private moment(name: InfoRow): string {
    const row = this.rows.get(name)?.[0];
    const value = row?.cell('value')?.value;
    return typeof value === 'number' && value >= 0 ? clock(value) : this.text(name);
  }

  /** Leaders and deputies are unit codes. */
  info(units: Codes): BlocInfo {
    return {
      kind: this.reader.kind,
      name: this.text('name'),
      year: this.text('year'),
      province: this.text('province'),
      governingBody: this.text('governingBody'),
      regulation: this.text('regulation'),
      legalBases: this.texts('legalBases'),
      leader: this.unit('leader', units),
      deputy: this.unit('deputy', units),
      nextLeader: this.unit('nextLeader', units),
      nextDeputy: this.unit('nextDeputy', units),
      venue: this.text('venue'),
      meetingDay: this.day('meetingDay'),
      preparedBy: this.text('preparedBy'),
      signedBy: this.text('signedBy'),
      signerPost: this.text('signerPost'),
      addressee: this.text('addressee'),
      number: this.text('number'),
      receivers: this.texts('receivers'),
      chair: this.text('chair'),
      secretary: this.text('secretary'),
      begins: this.moment('begins'),
      ends: this.moment('ends'),
      tellers: this.text('tellers'),
      note: this.text('note'),
    };
  }
}

/** The time of day in a date number. */
function clock(serial: number): string {
  const minutes = Math.round((serial % 1) * 1440) % 1440;
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))} giờ ${two(minutes % 60)}`;
}
