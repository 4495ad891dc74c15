/** The door to .xlsx files: read them, add our sheets without touching the rest, edit single cells. */
import type { WorkbookCells } from '../workbook/cells';
import type { DoorProblem, Result } from '../workbook/door';
import { cellsOf, openWorkbook } from './read-workbook';
import type { ReadOptions } from './read-workbook';
import { guarded } from './refusal';

export type { ReadOptions } from './read-workbook';

/**
 * The cells of every sheet of a workbook (.xlsx, .xlsm and their templates, Transitional or Strict).
 * Bytes are never trusted: whatever they are, the answer is the whole workbook or one named problem.
 *
 * @example
 * const read = readWorkbook(await file.bytes());
 * if (read.ok) for (const sheet of read.value.sheets) console.log(sheet.name, sheet.rows.length);
 */
export function readWorkbook(bytes: Uint8Array, options?: ReadOptions): Result<WorkbookCells, DoorProblem> {
  return guarded(() => cellsOf(openWorkbook(bytes, options)));
}
