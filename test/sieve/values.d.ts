/** Which cells hold values: what a person typed there is what it is, and no program can know better. */
import type { SheetCells, WorkbookCells } from '../../src/workbook/cells';
import { type SheetKey } from '../../src/workbook/layout';
/** A free text or a typed number: the bloc's own name, a reason, a remark. */
export declare function isValueCell(key: SheetKey, sheet: SheetCells, row: number, column: number, changed: string): boolean;
/** Whether a changed text is another allowed word, or another code of the same workbook: then it was chosen. */
export declare function otherWords(cells: WorkbookCells, key: SheetKey): (sheet: SheetCells, row: number, column: number, changed: string) => boolean;
