/** Reads `Dự họp`: who came to the meeting, for its minutes. Nothing is judged by it, so nothing wrong here is an error. */
import type { Attendance, Attendee } from '../../rules';
import { ATTENDANCE, ATTENDEE_COLUMNS } from '../layout';
import type { Codes } from './codes';
import type { Reader } from './reader';
import { keysOf, readFields } from './record-fields';
import type { TableRow } from './table-row';
import { choices, wordFinder } from './words';

type Row = TableRow<keyof typeof ATTENDEE_COLUMNS>;

const BESIDE_UNIT = keysOf(ATTENDEE_COLUMNS, (_, key) => key !== 'unit');
const MILD = { severity: 'warning' } as const;
const attendanceOf = wordFinder(ATTENDANCE);

export function readAttendees(reader: Reader, units: Codes): readonly Attendee[] {
  const table = reader.table('attendees', null);
  if (table === null) return [];
  const isKey = (shown: string): boolean => units.find(shown) !== null;
  return reader.records(table, { isKey, touches: null }).rows.flatMap((row): Attendee[] => {
    const { code } = reader.code(row, 'unit', null);
    if (isHeading(row, code, units)) return [];
    const unit = code === '' ? null : units.resolve(code, row.place('unit'), reader.findings, null, MILD);
    return unit === null
      ? []
      : [
          {
            unit,
            ...readFields(reader, row, ATTENDEE_COLUMNS, { code: unit, touches: null }),
            attendance: readAttendance(reader, row),
            place: row.place('unit'),
          },
        ];
  });
}

/** Words alone that are nearly no unit: a sub-heading among the units. */
const isHeading = (row: Row, code: string, units: Codes): boolean =>
  /\s/u.test(code) &&
  BESIDE_UNIT.every((key) => row.isBlank(key)) &&
  units.find(code) === null &&
  units.suggest(code) === null;

function readAttendance(reader: Reader, row: Row): Attendance | null {
  const written = reader.text(row, 'attendance');
  const attendance = written === null ? null : attendanceOf(written);
  if (written !== null && attendance === null) {
    reader.findings.say('setting-invalid', row.place('attendance'), {
      ...MILD,
      received: written,
      expected: choices(ATTENDANCE),
    });
  }
  return attendance;
}
