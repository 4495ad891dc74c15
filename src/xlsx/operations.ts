/** What one does with the bytes of a workbook: each ends in a value, never in an exception. */
import type { WorkbookCells } from '../sheets/cells';
import type { DoorProblem, Result, WriteOptions } from '../sheets/door';
import type { SheetPlan } from '../sheets/plan';
import type { WorkbookChange } from '../rules';
import type { Calculator } from '../sheets/formula/recalculate';
import type { EntryRules } from '../sheets/entry-rules';
import { editPackage } from './edit';
import type { Edited } from './edit';
import { entryRulesOf } from './entry-rules';
import type { SheetLooks } from '../sheets/looks';
import { emptyPackage } from './empty-package';
import { openPackage } from './package';
import { patchPackage } from './patch';
import { cellsOf, openWorkbook } from './read-workbook';
import type { ReadOptions } from './read-workbook';
import { guarded } from './refusal';
import { sheetLooksOf } from './sheet-looks';

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

/**
 * The workbook with `plans` laid down: our own sheets of these names (known by their stamp) are
 * replaced where they stand, the others come last. Every part that this does not concern keeps its
 * bytes. Problems: what `readWorkbook` may say of the bytes, `file-signed`, `structure-protected`,
 * `sheet-foreign` for a sheet of the user's that bears the name of a plan, `sheet-additions` where `ask`
 * is set and the user added something to one of ours. What they added stays where the new block leaves
 * room, the rest is copied to the sheet of old notes.
 */
export function writeSheets(
  bytes: Uint8Array,
  plans: readonly SheetPlan[],
  options?: WriteOptions,
): Result<Uint8Array, DoorProblem> {
  return guarded(() => patchPackage(openPackage(bytes), plans, options));
}

/** What each sheet says about typing into it: locked cells, and lists of allowed values. Problems: as for `readWorkbook`. */
export function readEntryRules(bytes: Uint8Array): Result<readonly EntryRules[], DoorProblem> {
  return guarded(() => entryRulesOf(bytes));
}

/** How each sheet wants to look: sizes, fonts, fills, edges, alignment. Problems: as for `readWorkbook`. */
export function readLooks(bytes: Uint8Array): Result<readonly SheetLooks[], DoorProblem> {
  return guarded(() => sheetLooksOf(bytes));
}

/** A new workbook of these sheets; the same plans give the same bytes. */
export function createPackage(plans: readonly SheetPlan[]): Uint8Array {
  return patchPackage(openPackage(emptyPackage()), plans);
}

/**
 * The workbook with single cells changed ('' empties one) and sheets renamed, and what undoes it. Of the
 * cells only their own sheets change, and the stored values of formulas that depend on them, in any sheet: they become what
 * the formula gives now where every program agrees on it (without `calculator` only for the simplest forms), else they
 * are removed. A new name
 * is followed by every reference to the sheet. Problems: as for `writeSheets`, `sheet-protected` for a
 * locked cell of a protected sheet, `sheet-name-taken`.
 */
export function editCells(
  bytes: Uint8Array,
  changes: readonly WorkbookChange[],
  calculator: Calculator | null = null,
): Result<Edited, DoorProblem> {
  return guarded(() => editPackage(bytes, changes, calculator));
}

let calculator: Calculator | null = null;

/** As `editCells`, with all forms of formulas that are proven: what calculates them is loaded with the first that needs it. */
export async function editCalculated(
  bytes: Uint8Array,
  changes: readonly WorkbookChange[],
): Promise<Result<Edited, DoorProblem>> {
  const edited = editCells(bytes, changes, calculator);
  if (!edited.ok || !edited.value.lacksValues || calculator !== null) return edited;
  try {
    ({ calculate: calculator } = await import('../sheets/formula/calculator'));
  } catch {
    // It cannot be had (offline, a newer release): what it would have calculated stays without a value.
    return edited;
  }
  return editCells(bytes, changes, calculator);
}
