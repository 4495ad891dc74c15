/** The defined names of our sheets: print area and titles, the stamp, the record of the block. */
import { columnName } from '../rules';
import { BLOCK_NAME, blockRecord } from '../workbook/additions';
import type { Target } from './placement';
import { constantFormula, STAMP_NAME } from './workbook-part';
import type { DefinedName } from './workbook-part';
import { absoluteName, quoteSheet } from './worksheet-writer';

const PRINT_AREA = '_xlnm.Print_Area';
const PRINT_TITLES = '_xlnm.Print_Titles';
/** Names of a sheet that are replaced together with it. */
const OWN_NAMES: ReadonlySet<string> = new Set(
  [PRINT_AREA, PRINT_TITLES, '_xlnm._FilterDatabase', STAMP_NAME, BLOCK_NAME].map((name) => name.toLowerCase()),
);

/** Names that belong to the sheets of the plans, old and new. */
export function isNameOf(targets: readonly Target[]): (name: DefinedName) => boolean {
  const own = new Set(targets.map(({ index }) => index));
  return ({ name, sheet }) => sheet !== null && own.has(sheet) && OWN_NAMES.has(name.toLowerCase());
}

/** The names of a sheet that is laid down. */
export function namesOf({ plan, index }: Target): (DefinedName & { hidden: boolean })[] {
  const names: (DefinedName & { hidden: boolean })[] = [];
  const sheet = quoteSheet(plan.name);
  if (plan.print?.area)
    names.push({ name: PRINT_AREA, sheet: index, hidden: false, formula: `${sheet}!${absoluteName(plan.print.area)}` });
  if (plan.print?.titleRows) {
    const { first, last } = plan.print.titleRows;
    const columns = plan.print.wide ? `${sheet}!$A:$${columnName(plan.print.wide.titleColumns - 1)},` : '';
    names.push({
      name: PRINT_TITLES,
      sheet: index,
      hidden: false,
      formula: `${columns}${sheet}!$${String(first + 1)}:$${String(last + 1)}`,
    });
  }
  if (plan.stamp !== null)
    names.push({ name: STAMP_NAME, sheet: index, hidden: true, formula: constantFormula(plan.stamp) });
  if (plan.stamp !== null)
    names.push({ name: BLOCK_NAME, sheet: index, hidden: true, formula: constantFormula(blockRecord(plan)) });
  return names;
}
