/** The line on our result sheets that tells of changes: its formula notices scores, whoever edits the workbook sets it for the rest. */
import type { Cell } from './cells';

/** Printed when the inputs no longer are those that the sheet was written for. */
export const CHANGED = 'ĐIỂM ĐÃ ĐỔI – TÍNH LẠI';

/** Holds the line up whatever the scores are, in every program that calculates anew. */
const HELD = `IF(TRUE,"${CHANGED}",`;

/** Whether a cell of a sheet of ours is that line. */
export const isBanner = (cell: Cell | undefined): boolean => cell?.formula?.includes(`"${CHANGED}"`) === true;

/** The line's own formula, held up or not. */
export const unheld = (formula: string): string =>
  formula.startsWith(HELD) ? formula.slice(HELD.length, -1) : formula;

/** The line as it should be stored for inputs that changed, or are again what they were. */
export function bannerFor(formula: string, isChanged: boolean): { readonly formula: string; readonly result: string } {
  const own = unheld(formula);
  return isChanged ? { formula: `${HELD}${own})`, result: CHANGED } : { formula: own, result: '' };
}
