/** The input sheets of a workbook, and how a change of them is called. */
import { columnName } from '../../src/rules';
import type { SheetCells, WorkbookCells } from '../../src/sheets/cells';
import { SHEETS, type SheetKey } from '../../src/workbook/layout';

export interface Input {
  readonly index: number;
  readonly key: SheetKey;
  readonly sheet: SheetCells;
}

export const fold = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
const KEYS = Object.keys(SHEETS).filter((key): key is SheetKey => Object.hasOwn(SHEETS, key));

export const at = (sheet: SheetCells, row: number, column: number): string =>
  `${sheet.name}!${columnName(column)}${String(row + 1)}`;

export function inputsOf(cells: WorkbookCells): Input[] {
  return cells.sheets.flatMap((sheet, index) => {
    const key = KEYS.find((name) => fold(SHEETS[name].name) === fold(sheet.name));
    return key === undefined ? [] : [{ index, key, sheet }];
  });
}
