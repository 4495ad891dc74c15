/** Whether the output sheets were made by this workbook from its present inputs. */
import { issue, type Issue, type Place } from '../rules';
import type { SheetCells } from '../sheets/cells';
import { shortFingerprint } from '../sheets/short-fingerprint';
import type { Judgement } from '../workbook/judgement';
import { firstCell } from '../workbook/read/sheets';
import { fold } from '../base/folding';
import { findOutput, parseStamp } from '../sheets/stamp';

/**
 * `stamp-copied`: the stamp is not the one printed on the sheet, or no line of the log tells of that
 * writing. `result-stale`: the inputs changed since; said of `Báo cáo` only where it is older still.
 */
export function checkStamps({ cells, fingerprint, short }: Judgement, results: SheetCells): Issue[] {
  const logged = loggedCodes(findOutput(cells, 'log'));
  const report = findOutput(cells, 'report');
  const stampOf = (sheet: SheetCells | null): string | null => parseStamp(sheet?.stamp ?? null)?.fingerprint ?? null;
  const sheets = report !== null && stampOf(report) !== stampOf(results) ? [results, report] : [results];
  return sheets.flatMap((sheet) => {
    const own = stampOf(sheet);
    if (own === null) return [];
    const code = shortFingerprint(own);
    const printed = printedCode(sheet);
    const place = printed?.place ?? firstCell(sheet.name);
    if (printed !== null && printed.code !== code)
      return [issue('stamp-copied', place, { received: printed.code, expected: code })];
    if (logged !== null && !logged.has(code)) return [issue('stamp-copied', place, { received: code })];
    return own === fingerprint ? [] : [issue('result-stale', place, { received: code, expected: short })];
  });
}

/** The line on paper stands last; people may have added a few rows below it. */
function printedCode({ name, rows }: SheetCells): { readonly code: string; readonly place: Place } | null {
  for (let row = rows.length - 1; row >= 0; row--) {
    for (const [column, cell] of (rows[row] ?? []).entries()) {
      const code =
        typeof cell?.value === 'string' ? /mã số liệu ([0-9a-f]{8})(?![0-9a-f])/u.exec(cell.value)?.[1] : undefined;
      if (code !== undefined) return { code, place: { sheet: name, row, column } };
    }
  }
  return null;
}

/** The codes of all writings that the log tells of; null where there is no log to ask. */
function loggedCodes(log: SheetCells | null): ReadonlySet<string> | null {
  if (log === null) return null;
  const isHeader = (cell: unknown): boolean => typeof cell === 'string' && fold(cell) === 'mã số liệu';
  const header = log.rows.findIndex((cells) => cells?.some((cell) => isHeader(cell?.value)));
  const column = log.rows[header]?.findIndex((cell) => isHeader(cell?.value)) ?? -1;
  return column < 0
    ? null
    : new Set(
        log.rows
          .slice(header + 1)
          .flatMap((cells) => (typeof cells?.[column]?.value === 'string' ? [cells[column].value] : [])),
      );
}
