/** Dates as ISO 8601 text, which cells of type "d" hold (ECMA-376 Part 1, §18.18.11; §18.17.4.1 for serial numbers). */

const ISO = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/;
const DAY = 86_400_000;

/** A length of time; years and months have no length of their own. */
const DURATION =
  /^(-?)P(?:0+Y)?(?:0+M)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,20})?)S)?)?$/;

/** The serial number of a date, a time, both or a duration; null for another text. */
export function parseIsoDate(text: string, date1904: boolean): number | null {
  if (text.startsWith('P') || text.startsWith('-P')) return parseDuration(text);
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

function parseDuration(text: string): number | null {
  const match = DURATION.exec(text);
  if (match === null || !/\d/.test(text)) return null;
  const [, sign = '', days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  const length = Number(days) + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  return sign === '' ? length : -length;
}
