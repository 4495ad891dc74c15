/** The things one does with a workbook's bytes, as a worker can do them too. */
import type { WorkbookChange } from '../rules';
import type { WorkbookCells } from '../sheets/cells';
import type { DoorProblem, Result, WriteOptions } from '../sheets/door';
import type { SheetPlan } from '../sheets/plan';
import type { EntryRules } from '../sheets/entry-rules';
import type { SheetLooks } from '../sheets/looks';
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
