/** Formulas that were just set get what they give. */
import type { WorkbookCells } from '../cells';
import { Recalculation } from './recalculate';

/** The cells with what the new formulas give, so that the preview judges sums and not holes. */
export function calculated(cells: WorkbookCells): WorkbookCells {
  const recalculation = new Recalculation(cells);
  return {
    ...cells,
    sheets: cells.sheets.map((sheet, index) => ({
      ...sheet,
      rows: sheet.rows.map((row, at) =>
        row?.map((cell, column) => {
          if (cell?.formula === undefined || cell.value !== null) return cell;
          const value = recalculation.at(index, at, column)?.value;
          return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
            ? { ...cell, value }
            : cell;
        }),
      ),
    })),
  };
}
