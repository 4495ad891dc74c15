/** Sheets that can stand without the workbook they were made from. */
import type { PlanCell, SheetPlan } from './plan';

/** Values for formulas, and no links to sheets that are not among them. */
export function valuesOnly(plans: readonly SheetPlan[]): SheetPlan[] {
  const names = new Set(plans.map(({ name }) => name));
  const plain = (cell: PlanCell | null): PlanCell | null => {
    if (cell === null) return null;
    const { value, style, format, link } = cell;
    return {
      value,
      ...(style && { style }),
      ...(format !== undefined && { format }),
      ...(link && names.has(link.sheet) && { link }),
    };
  };
  return plans.map((plan) => ({ ...plan, rows: plan.rows.map((row) => ({ ...row, cells: row.cells.map(plain) })) }));
}
