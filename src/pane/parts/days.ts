/** Days as ISO texts, "2026-11-24", and as people type them. */

/** Today of the machine's calendar. */
export function today(now = new Date()): string {
  return isoDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** "24/11/2026", "24-11-2026", "24.11.2026" or "2026-11-24" as an ISO day; null when there is no such day. */
export function typedDay(text: string): string | null {
  const typed = text.trim();
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
  const iso = year === undefined ? typed : isoDay(Number(year), Number(month), Number(day));
  const time = /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  // 31 February is taken for 3 March: such a day is none.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}

function isoDay(year: number, month: number, day: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year)}-${two(month)}-${two(day)}`;
}
