/** Which files of a folder are handed in as workbooks, by their names. */

/** Right or wrong: a wrong form is a finding, never left out in silence. */
export const WORKBOOK_EXTENSIONS: readonly string[] = [
  '.xlsx',
  '.xlsm',
  '.xltx',
  '.xltm',
  '.xls',
  '.xlsb',
  '.ods',
  '.et',
];
/** The lock files of Excel and LibreOffice beside an open workbook. */
const LOCK_FILE = /^(~\$|\.~lock\.)/u;

export function isWorkbookName(name: string): boolean {
  const lower = name.toLowerCase();
  return (
    !LOCK_FILE.test(name) && WORKBOOK_EXTENSIONS.some((extension) => lower.endsWith(extension) && lower !== extension)
  );
}
