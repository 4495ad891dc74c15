/** An opened workbook of the page: its file, its door, its session, and the workers that serve no other. */
import type { Place } from '../rules';
import type { DoorProblem, Result } from '../sheets/door';
import { fail, ok } from '../sheets/door';
import { fileDoor, type FileDoor, type WorkbookWorker } from '../xlsx';
import { Session, type Engine } from '../pane/session';
import type { EntryRules } from '../sheets/entry-rules';
import { EditQueue } from './editing/edit-queue';
import type { ChosenFile } from './files';
import { loadFormats } from './grid/display';
import { KeptLooks } from './kept-looks';
import { OnDisk } from './on-disk';

export interface OpenWorkbook {
  readonly file: ChosenFile;
  readonly door: FileDoor;
  readonly session: Session;
  readonly onDisk: OnDisk;
  /** What is typed, on its way into the workbook. */
  readonly queue: EditQueue;
  /** Locks and lists of a sheet; null until they are known. No edit changes them. */
  readonly rulesOf: (sheet: string) => EntryRules | null;
  /** How the sheets want to look, by name; empty where it is not known. */
  readonly looks: KeptLooks;
  /** Ends the session and its workers. */
  close: () => void;
}

/** Whether something would be lost with it, asked of the workbook itself: a picture may be older than what was typed. */
export const isDirty = ({ door, onDisk, queue }: OpenWorkbook): boolean =>
  door.bytes() !== onDisk.bytes() || queue.state().pending.size > 0;

export interface Opening {
  /** The workbook, or why it cannot be opened; then nothing has changed. */
  readonly done: Promise<Result<OpenWorkbook, DoorProblem>>;
  /** Ends it at once: it answers `cancelled`. */
  cancel: () => void;
}

interface Means {
  readonly startWork: () => WorkbookWorker;
  readonly startEngine: () => Engine;
  /** Brings a cell into view. */
  readonly show: (place: Place) => void;
}

/** With workers of its own, so that no file waits behind another that never comes to an end. */
export function openWorkbook(file: ChosenFile, { startWork, startEngine, show }: Means): Opening {
  const work = startWork();
  const engine = startEngine();
  const door = fileDoor(file.bytes, { work, show });
  const session = new Session(door, engine);
  const onDisk = new OnDisk(file);
  let known: ReadonlyMap<string, EntryRules> = new Map();
  const rulesOf = (sheet: string): EntryRules | null => known.get(sheet) ?? null;
  const queue = new EditQueue(session, rulesOf);
  const looks = new KeptLooks(door, session);
  let isCancelled = false;
  const close = (): void => {
    looks.close();
    session.close();
    work.cancel();
    engine.cancel();
  };
  const open = async (): Promise<Result<OpenWorkbook, DoorProblem>> => {
    // Where they cannot be had, numbers are shown without their formats.
    const formats = loadFormats().catch(() => undefined);
    await session.check();
    await looks.read();
    await formats;
    const { cells, notice } = session.state();
    if (cells && !isCancelled) {
      void door.entryRules().then((read) => {
        if (read.ok) known = new Map(read.value.map((rules) => [rules.sheet, rules]));
      });
      return ok({ file, door, session, onDisk, queue, rulesOf, looks, close });
    }
    close();
    return fail(notice?.kind === 'problem' && !isCancelled ? notice.problem : { code: 'cancelled' });
  };
  return {
    done: open(),
    cancel: () => {
      isCancelled = true;
      close();
    },
  };
}
