/** The door to a workbook that is held as bytes: in the browser's page, and in tests. */
import { isFix, type Place, type WorkbookChange } from '../rules';
import { ok } from '../sheets/door';
import type { Door, DoorProblem, Result } from '../sheets/door';
import type { EntryRules } from '../sheets/entry-rules';
import type { SheetLooks } from '../sheets/looks';
import type { WorkbookWork } from './work';

export interface FileDoor extends Door {
  readonly kind: 'file';
  /** The workbook as it stands, with everything written and fixed so far. */
  bytes: () => Uint8Array;
  /** Locked cells and lists of allowed values, as the workbook stands. */
  entryRules: () => Promise<Result<readonly EntryRules[], DoorProblem>>;
  /** How the sheets want to look, as the workbook stands. */
  looks: () => Promise<Result<readonly SheetLooks[], DoorProblem>>;
}

export interface FileDoorOptions {
  /** Who does the work; on this very thread unless said otherwise. */
  readonly work?: WorkbookWork;
  /** Brings a cell into view. */
  readonly show?: (place: Place) => void;
  /** Called with the new bytes after each write and fix. */
  readonly onBytes?: (bytes: Uint8Array) => void;
}

/** Loaded when it is used: who has a worker needs none of it. */
const operations = () => import('./operations');

const HERE: WorkbookWork = {
  read: async (bytes) => (await operations()).readWorkbook(bytes),
  write: async (bytes, plans, options) => (await operations()).writeSheets(bytes, plans, options),
  edit: async (bytes, changes) => (await operations()).editCalculated(bytes, changes),
  entryRules: async (bytes) => (await operations()).readEntryRules(bytes),
  looks: async (bytes) => (await operations()).readLooks(bytes),
};

/**
 * A door over `bytes`. Writes and fixes run one after the other; after a problem the bytes are what
 * they were. Listeners hear of fixes only, as all changes of input go through here.
 */
export function fileDoor(bytes: Uint8Array, { work = HERE, show, onBytes }: FileDoorOptions = {}): FileDoor {
  let current = bytes;
  let last: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(places: readonly Place[]) => void>();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const run = last.then(task);
    last = run.catch(() => undefined);
    return run;
  };
  const keep = (next: Uint8Array): void => {
    current = next;
    onBytes?.(next);
  };
  return {
    kind: 'file',
    bytes: () => current,
    entryRules: () => inTurn(() => work.entryRules(current)),
    looks: () => inTurn(() => work.looks(current)),
    read: () => inTurn(() => work.read(current)),
    write: (plans, options) =>
      inTurn(async (): Promise<Result<void, DoorProblem>> => {
        const written = await work.write(current, plans, options);
        if (!written.ok) return written;
        keep(written.value);
        return ok(undefined);
      }),
    show: (place) => {
      show?.(place);
      return Promise.resolve(ok(undefined));
    },
    fix: (changes) =>
      inTurn(async (): Promise<Result<readonly WorkbookChange[], DoorProblem>> => {
        const edited = await work.edit(current, changes);
        if (!edited.ok) return edited;
        keep(edited.value.bytes);
        for (const listener of listeners) listener(changes.filter(isFix).map(({ place }) => place));
        return ok(edited.value.previous);
      }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
