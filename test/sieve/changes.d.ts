/** Every single change that the sieve tries on a workbook. */
import type { WorkbookCells } from '../../src/workbook/cells';
import { type Change } from './change';
/** Every change of the list, one after the other; none is kept. */
export declare function changesOf(cells: WorkbookCells): Generator<Change>;
