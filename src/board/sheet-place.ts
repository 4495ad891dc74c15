/** Where something is said of a workbook as a whole. */
import { fold } from '../base/folding';
import type { Place } from '../rules';
import { firstCell } from '../workbook/read/sheets';

/** The first cell of the sheet of this name; null where the workbook has none: nobody is sent to a cell that is not there. */
export function sheetPlace(sheetOrder: readonly string[], name: string): Place | null {
  const sheet = sheetOrder.find((each) => fold(each) === fold(name));
  return sheet === undefined ? null : firstCell(sheet);
}
