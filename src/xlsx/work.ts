/** The things one does with a workbook's bytes, as a worker can do them too. */
import type { WorkbookChange } from '../rules';
import type { WorkbookCells } from '../workbook/cells';
import type { DoorProblem, Result, WriteOptions } from '../workbook/door';
import type { SheetPlan } from '../workbook/plan';
import type { EntryRules } from '../workbook/entry-rules';
import type { SheetLooks } from '../workbook/looks';
import type { Edited } from './edit';

export interface WorkbookWork {
  read: (bytes: Uint8Array) => Promise<Result<WorkbookCells, DoorProblem>>;
  write: (
    bytes: Uint8Array,
    plans: readonly SheetPlan[],
    options?: WriteOptions,
  ) => Promise<Result<Uint8Array, DoorProblem>>;
  edit: (bytes: Uint8Array, changes: readonly WorkbookChange[]) => Promise<Result<Edited, DoorProblem>>;
  entryRules: (bytes: Uint8Array) => Promise<Result<readonly EntryRules[], DoorProblem>>;
  looks: (bytes: Uint8Array) => Promise<Result<readonly SheetLooks[], DoorProblem>>;
}
