/** Dates as ISO 8601 text, which cells of type "d" hold (ECMA-376 Part 1, §18.18.11; §18.17.4.1 for serial numbers). */

const ISO = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/;
const DAY = 86_400_000;

/** The serial number of a date, a time or both; null for another text. */
export function parseIsoDate(text: string, date1904: boolean): number | null {
  const match = ISO.exec(text);
  if (match === null || text === '') return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  const time = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
  if (year === undefined) return time;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY;
  if (date1904) return days + 24_107 + time;
  // Day 60 is 1900-02-29, which never was; before it serial numbers lie one lower.
  const serial = days + 25_569;
  return (serial < 61 ? serial - 1 : serial) + time;
}
