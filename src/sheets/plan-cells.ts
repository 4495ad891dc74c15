/** Sheet plans as the cells a door would read: what is planned can be read without a file. */
import { nameKey } from './sheet-name';
import type { Cell, SheetCells, WorkbookCells } from './cells';
import type { PlanCell, SheetPlan } from './plan';
import { STYLES, type CellStyle } from './styles';

function cellOf(planned: PlanCell | null): Cell | undefined {
  if (planned === null || (planned.value === null && planned.formula === undefined)) return undefined;
  const style: CellStyle = planned.style ? STYLES[planned.style] : {};
  const format = planned.format ?? style.format;
  return {
    value: planned.value,
    ...(planned.formula === undefined ? {} : { formula: planned.formula }),
    ...(format === undefined ? {} : { format }),
  };
}

function sheetCells(plan: SheetPlan): SheetCells {
  return {
    name: plan.name,
    state: 'visible',
    rows: plan.rows.map(({ cells }) => cells.map(cellOf)),
    hiddenRows: new Set(),
    hiddenColumns: new Set(plan.columns.flatMap(({ hidden }, index) => (hidden ? [index] : []))),
    merges: plan.merges,
    stamp: plan.stamp,
    protected: plan.protect,
  };
}

export function cellsOfPlans(plans: readonly SheetPlan[]): WorkbookCells {
  return { sheets: plans.map(sheetCells), date1904: false, structureProtected: false };
}

/** The workbook after `plans` were laid down in it: sheets of their names replaced where they stand, the others at the end. */
export function withPlans(cells: WorkbookCells, plans: readonly SheetPlan[]): WorkbookCells {
  const laid = new Map(plans.map((plan) => [nameKey(plan.name), sheetCells(plan)]));
  const there = new Set(cells.sheets.map(({ name }) => nameKey(name)));
  return {
    ...cells,
    sheets: [
      ...cells.sheets.map((sheet) => laid.get(nameKey(sheet.name)) ?? sheet),
      ...[...laid].flatMap(([key, sheet]) => (there.has(key) ? [] : [sheet])),
    ],
  };
}
