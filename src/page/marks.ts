/** The worst finding of each cell of a sheet, for the grid. A cell that waits for its score is no wrong one. */
import { cellName, type Issue } from '../rules';
import { isEmptyCell } from '../workbook/progress';
import type { Mark } from './grid/GridParts';

const WEIGHT: Readonly<Record<Mark['kind'], number>> = { error: 3, warning: 2, empty: 1, info: 0 };

export function marksOf(
  issues: readonly Issue[],
  sheet: string,
  textOf: (found: Issue) => string,
): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const found of issues) {
    if (found.place?.sheet !== sheet) continue;
    const cell = cellName(found.place);
    const kind = isEmptyCell(found) ? 'empty' : found.severity;
    const old = marks.get(cell);
    if (!old || WEIGHT[kind] > WEIGHT[old.kind]) marks.set(cell, { kind, text: textOf(found) });
  }
  return marks;
}
