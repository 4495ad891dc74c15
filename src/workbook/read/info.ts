/** Reads `Thông tin`: which bloc, which year, whose workbook. */
import type { BlocInfo, UnitId } from '../../rules';
import type { SHEETS} from '../layout';
import { INFO_ROWS, TEMPLATE, type InfoRow } from '../layout';
import type { Codes } from './codes';
import type { Reader } from './reader';
import { readRecords, type TableRow } from './records';
import { fold } from './text';

type Row = TableRow<keyof typeof SHEETS.info.columns>;

const ROW_OF = new Map((Object.keys(INFO_ROWS).filter((name): name is InfoRow => Object.hasOwn(INFO_ROWS, name)))
  .map((name) => [fold(INFO_ROWS[name]), name]));

/** The rows of `Thông tin`, some of them repeated; rows nobody knows are left alone. */
export class InfoRows {
  private readonly rows = new Map<InfoRow, Row[]>();
  /** The template is one that a later program made: nothing else may be read. */
  readonly newer: boolean;

  constructor(private readonly reader: Reader) {
    const table = reader.table('info', null);
    const records = table === null ? [] : readRecords(table, reader.findings, { wordyKeys: true, touches: null, date1904: reader.date1904 }).rows;
    for (const row of records) {
      const name = ROW_OF.get(fold(row.text('item')));
      if (name === undefined) continue;
      const rows = this.rows.get(name);
      if (rows === undefined) this.rows.set(name, [row]);
      else rows.push(row);
    }
    this.newer = table !== null && table.keyColumn >= 0 && table.columns.has('value') && this.isNewer(table.sheet.name, table.headerRow);
  }

  private isNewer(sheet: string, headerRow: number): boolean {
    const row = this.rows.get('template')?.[0];
    const expected = `${TEMPLATE.name}/${String(TEMPLATE.version)}`;
    const written = row === undefined ? '' : row.text('value');
    const version = new RegExp(`^${TEMPLATE.name}/(\\d{1,9})$`, 'u').exec(fold(written))?.[1];
    const newer = Number(version ?? 0) > TEMPLATE.version;
    if (newer || Number(version ?? 0) < 1) {
      const place = row?.place('value') ?? { sheet, row: headerRow, column: 0 };
      this.reader.findings.say(newer ? 'template-newer' : 'template-missing', place, { received: written, expected }, newer ? 'totals' : null);
    }
    return newer;
  }

  private text(name: InfoRow): string {
    const row = this.rows.get(name)?.[0];
    return row === undefined ? '' : this.reader.text(row, 'value') ?? '';
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

  /** Leaders and deputies are unit codes. */
  info(units: Codes): BlocInfo {
    const bases = (this.rows.get('legalBases') ?? []).map((row) => this.reader.text(row, 'value'));
    return {
      name: this.text('name'), year: this.text('year'), province: this.text('province'), governingBody: this.text('governingBody'),
      regulation: this.text('regulation'), legalBases: bases.filter((basis) => basis !== null),
      leader: this.unit('leader', units), deputy: this.unit('deputy', units),
      nextLeader: this.unit('nextLeader', units), nextDeputy: this.unit('nextDeputy', units),
      venue: this.text('venue'), meetingDay: this.day('meetingDay'),
      preparedBy: this.text('preparedBy'), signedBy: this.text('signedBy'), note: this.text('note'),
    };
  }
}
