/** The defined names of our sheets: print area and titles, the stamp, the record of the block. */
import { columnName } from '../rules';
import { BLOCK_NAME, blockRecord } from '../sheets/additions';
import type { PrintSetup } from '../sheets/plan';
import type { Target } from './placement';
import { constantFormula, STAMP_NAME } from './workbook-part';
import type { DefinedName } from './workbook-part';
import { absoluteName, quoteSheet } from './worksheet-writer';

export const PRINT_AREA = '_xlnm.Print_Area';
export const PRINT_TITLES = '_xlnm.Print_Titles';
/** Names of a sheet that are replaced together with it. */
const OWN_NAMES: ReadonlySet<string> = new Set(
  [PRINT_AREA, PRINT_TITLES, '_xlnm._FilterDatabase', STAMP_NAME, BLOCK_NAME].map((name) => name.toLowerCase()),
);

/** Names that belong to the sheets of the plans, old and new. */
export function isNameOf(targets: readonly Target[]): (name: DefinedName) => boolean {
  const own = new Set(targets.map(({ index }) => index));
  return ({ name, sheet }) => sheet !== null && own.has(sheet) && OWN_NAMES.has(name.toLowerCase());
}

/** What is printed of a sheet, and what stands on each of its pages. */
export function printNames(
  sheetName: string,
  { area, titleRows, wide }: PrintSetup,
): { readonly name: typeof PRINT_AREA | typeof PRINT_TITLES; readonly formula: string }[] {
  const sheet = quoteSheet(sheetName);
  const columns = wide ? `${sheet}!$A:$${columnName(wide.titleColumns - 1)},` : '';
  return [
    ...(area === null ? [] : [{ name: PRINT_AREA, formula: `${sheet}!${absoluteName(area)}` } as const]),
    ...(titleRows === null
      ? []
      : [
          {
            name: PRINT_TITLES,
            formula: `${columns}${sheet}!$${String(titleRows.first + 1)}:$${String(titleRows.last + 1)}`,
          } as const,
        ]),
  ];
}

/** The names of a sheet that is laid down. */
export function namesOf({ plan, index }: Target): (DefinedName & { hidden: boolean })[] {
  const names: (DefinedName & { hidden: boolean })[] = (
    plan.print === null ? [] : printNames(plan.name, plan.print)
  ).map((name) => ({
    ...name,
    sheet: index,
    hidden: false,
  }));
  if (plan.stamp !== null)
    names.push({ name: STAMP_NAME, sheet: index, hidden: true, formula: constantFormula(plan.stamp) });
  if (plan.stamp !== null)
    names.push({ name: BLOCK_NAME, sheet: index, hidden: true, formula: constantFormula(blockRecord(plan)) });
  return names;
}
