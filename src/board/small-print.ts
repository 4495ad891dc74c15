/** A score sheet that nobody can read on paper. */
import { issue, type Issue } from '../rules';
import type { WorkbookCells } from '../sheets/cells';
import { SHEETS } from '../workbook/layout';
import { fold } from '../base/folding';

/** Points of the smallest text of a score sheet at true size, and of what can still be read. */
const TEXT = 12;
const READABLE = 9;

/** Only of sheets that are seen: what is hidden is not printed. */
export function smallPrint({ sheets }: WorkbookCells): Issue[] {
  return sheets.flatMap(({ name, state, printScale = 1 }) => {
    if (fold(name) !== fold(SHEETS.scores.name) || state !== 'visible') return [];
    const points = Math.floor(TEXT * printScale * 10) / 10;
    if (points >= READABLE) return [];
    const place = { sheet: name, row: 0, column: 0 };
    return [issue('print-small', place, { received: String(points), expected: String(READABLE) })];
  });
}
