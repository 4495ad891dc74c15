/** What to say of a workbook that is no standard one and holds an old score table: one sentence instead of every missing sheet. */
import { issue, type Issue } from '../../rules';
import type { WorkbookCells } from '../../sheets/cells';
import { findOldTables } from './find';
import { hasStandardSheet } from './standard-sheets';

/** `issues`: what judging the workbook gave. Null where there is nothing to offer. */
export function oldTableOffer(cells: WorkbookCells, issues: readonly Issue[]): Issue | null {
  if (!issues.some(({ code }) => code === 'sheet-missing') || hasStandardSheet(cells)) return null;
  const place = findOldTables(cells).tables[0]?.place;
  return place === undefined ? null : issue('old-table', place);
}
