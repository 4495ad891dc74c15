/**
 * Formulas whose stored value is older than an edit. An edit changes only the sheet of its cell: there
 * it takes away the stored values of all that depends on the cell. What depends on it in other sheets
 * keeps its value and is found here, from the hidden name that refers to the edited cells, until Excel
 * has calculated and saved the workbook.
 */
import type { SheetCells } from '../workbook/cells';
import { areasOfName, cellKey, findDependents } from './formula-precedents';
import type { FormulaSheet, SheetArea } from './formula-precedents';
import { EDITED_NAME } from './workbook-part';
import type { DefinedName } from './workbook-part';

/** The cells edited since the last calculation, as the hidden name refers to them. */
export function editedAreas(sheets: readonly FormulaSheet[], names: readonly DefinedName[]): SheetArea[] {
  const name = names.find((candidate) => candidate.name === EDITED_NAME);
  return name === undefined ? [] : areasOfName(sheets, names, name);
}

/**
 * The sheets with `stale` set. In an edited sheet a formula that has a value again was calculated by
 * some program; our own sheets carry a fingerprint that says the same and more.
 */
export function markStale(sheets: readonly SheetCells[], names: readonly DefinedName[]): SheetCells[] {
  const edited = editedAreas(sheets, names);
  const editedSheets = new Set(edited.map(({ sheet }) => sheet));
  const dependents = findDependents(sheets, names, edited);
  return sheets.map((sheet, index) => {
    const keys = dependents.get(index);
    if (sheet.stamp !== null || keys === undefined || keys.size === 0) return sheet;
    const rows = sheet.rows.map((cells, row) => cells?.map((cell, column) =>
      cell !== undefined && keys.has(cellKey(row, column)) && (cell.value === null || !editedSheets.has(index)) ? { ...cell, stale: true } : cell));
    return { ...sheet, rows };
  });
}
