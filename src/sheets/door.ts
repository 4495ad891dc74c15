/** The door: how pane, page and command line reach a workbook, be it in Excel or in a file. */
import type { Fix, Place, SheetRename, WorkbookChange } from '../rules';
import type { DoorProblemCode } from '../text';
import type { AdditionCounts } from './additions';
import type { WorkbookCells } from './cells';
import type { SheetPlan } from './plan';

export type { DoorProblemCode } from '../text';

export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/**
 * Why a door could not do what was asked. `code` is stable; text makes the sentence and the next
 * step from it. `detail` may name a sheet or a technical code, never the contents of a cell.
 */
export interface DoorProblem {
  readonly code: DoorProblemCode;
  readonly sheet?: string;
  readonly detail?: string;
  /** The workbook carries half-written sheets with the banner and without the stamp. */
  readonly halfWritten?: boolean;
  /** Of `sheet-additions`: what the user added to which of our sheets. */
  readonly additions?: readonly AdditionCounts[];
}

export interface WriteOptions {
  /** Stop with `sheet-additions` before anything is written, where users added something to our sheets. */
  readonly ask?: boolean;
  /** The clock, for what is copied to the sheet of old notes. */
  readonly now?: Date;
}

export interface Door {
  readonly kind: 'excel' | 'file';
  read: () => Promise<Result<WorkbookCells, DoorProblem>>;
  /**
   * Replaces our own sheets, all or nothing. A sheet of the same name without our stamp is
   * `sheet-foreign` and nothing is written. What users added to our sheets stays, or is copied to a sheet
   * of old notes; with `ask` it is told first. In Excel `current` may be reported while it runs.
   */
  write: (plans: readonly SheetPlan[], options?: WriteOptions) => Promise<Result<void, DoorProblem>>;
  /** Makes the cell visible and selected. */
  show: (place: Place) => Promise<Result<void, DoorProblem>>;
  /**
   * Changes input cells and names of sheets at the user's word, all or nothing: first the cells, by the
   * names that the sheets have now, then the names. Returns the changes that undo it.
   */
  fix: (changes: readonly WorkbookChange[]) => Promise<Result<readonly WorkbookChange[], DoorProblem>>;
  /** Calls back after the user changed cells (none where it is not known which); returns the way to stop listening. */
  onChange: (listener: (places: readonly Place[]) => void) => () => void;
}

/** The way back of a change: what the cells held, by the new names of their sheets, and the old names. */
export function undoOf(cells: readonly Fix[], renames: readonly SheetRename[]): WorkbookChange[] {
  const nameAfter = (sheet: string): string =>
    renames.reduce((name, { rename, to }) => (name === rename ? to : name), sheet);
  const back = renames.map(({ rename, to }) => ({ rename: to, to: rename })).reverse();
  return [...cells.map((fix) => ({ ...fix, place: { ...fix.place, sheet: nameAfter(fix.place.sheet) } })), ...back];
}
