/** Texts of a workbook as they may be printed. */

/** What XML cannot hold, and what no reader can see: control characters, direction marks, soft hyphens, lone surrogates. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Cf}|\p{Cs}|\p{Co}/gu;

/** Several lines stay several lines. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(UNPRINTABLE, '')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n');
}

/** One line: line breaks and runs of spaces are one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim();
}
