/**
 * Formulas whose stored value is older than an edit. An edit changes only the sheet of its cell: there
 * it takes away the stored values of all that depends on the cell. What depends on it in other sheets
 * keeps its value and is found here, from the hidden name that refers to the edited cells, until Excel
 * has calculated and saved the workbook.
 */
import type { Cell, SheetCells } from '../workbook/cells';
import { cellKey } from '../workbook/formula/references';
import { areasOfName, findDependents } from './formula-precedents';
import type { FormulaSheet, SheetArea } from './formula-precedents';
import { EDITED_NAME } from './workbook-part';
import type { DefinedName } from './workbook-part';
import type { ArrayFormula } from './worksheet-reader';

/** The cells edited since the last calculation, as the hidden name refers to them. */
export function editedAreas(sheets: readonly FormulaSheet[], names: readonly DefinedName[]): SheetArea[] {
  const name = names.find((candidate) => candidate.name === EDITED_NAME);
  return name === undefined ? [] : areasOfName(sheets, names, name);
}

/**
 * The sheets with `stale` set. In an edited sheet a formula that has a value again was calculated by
 * some program; the cells that an array formula fills go with the one that holds it. Our own sheets
 * carry a fingerprint that says the same and more.
 */
export function markStale(sheets: readonly SheetCells[], names: readonly DefinedName[], arrays: readonly (readonly ArrayFormula[])[]): SheetCells[] {
  const edited = editedAreas(sheets, names);
  const editedSheets = new Set(edited.map(({ sheet }) => sheet));
  const dependents = findDependents(sheets, names, edited);
  return sheets.map((sheet, index) => {
    const keys = dependents.get(index);
    if (sheet.stamp !== null || keys === undefined || keys.size === 0) return sheet;
    const uncalculated = filledBy(sheet, arrays[index]?.filter(({ at }) => sheet.rows[at.row]?.[at.column]?.value === null) ?? []);
    const isStale = (value: Cell['value'], row: number, column: number): boolean => keys.has(cellKey(row, column))
      && (value === null || !editedSheets.has(index) || uncalculated.has(cellKey(row, column)));
    return { ...sheet, rows: sheet.rows.map((cells, row) => cells?.map((cell, column) => (cell !== undefined && isStale(cell.value, row, column) ? { ...cell, stale: true } : cell))) };
  });
}

/** The cells that array formulas fill. Reading has bounded how many steps this takes. */
function filledBy({ rows }: SheetCells, arrays: readonly ArrayFormula[]): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const { area } of arrays) {
    for (let row = area.top; row <= Math.min(area.bottom, rows.length - 1); row++) {
      for (let column = area.left; column <= Math.min(area.right, (rows[row]?.length ?? 0) - 1); column++) keys.add(cellKey(row, column));
    }
  }
  return keys;
}
