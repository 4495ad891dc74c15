/** `Dự họp` beside `Bỏ phiếu`: the minutes give both, so they must not contradict each other. */
import type { Attendance, Book } from '../model/book';
import type { Report } from '../model/report';

/** Which count of a ballot speaks of whom. */
const COUNTED = ['present', 'written'] as const satisfies readonly Attendance[];

/** Once for each number that a ballot gives and the list does not. Nothing while nobody's attendance is filled in. */
export function checkAttendance({ attendees, ballots }: Book, report: Report): void {
  if (!attendees.some(({ attendance }) => attendance !== null)) return;
  for (const attendance of COUNTED) {
    const listed = String(attendees.filter((one) => one.attendance === attendance).length);
    const said = new Set<string>([listed]);
    for (const row of ballots) {
      const entry = row[attendance];
      if (entry?.kind !== 'number' || said.has(entry.value)) continue;
      said.add(entry.value);
      report('attendance-differs', entry.place, {
        received: entry.value,
        expected: listed,
        params: { ballot: row.ballot },
      });
    }
  }
}
