/** The worst finding of each cell of a sheet, for the grid. */
import { cellName, type Issue, type Severity } from '../rules';
import type { Mark } from './grid/GridParts';

const WEIGHT: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

export function marksOf(issues: readonly Issue[], sheet: string, textOf: (found: Issue) => string): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const found of issues) {
    if (found.place?.sheet !== sheet) continue;
    const cell = cellName(found.place);
    const old = marks.get(cell);
    if (!old || WEIGHT[found.severity] > WEIGHT[old.severity]) marks.set(cell, { severity: found.severity, text: textOf(found) });
  }
  return marks;
}
