/** The page's side of the worker: the same work, off the thread that answers the user. */
import type { SheetCells, WorkbookCells } from '../sheets/cells';
import { fail, ok } from '../sheets/door';
import type { DoorProblem, Result } from '../sheets/door';
import { faultOfWorker, type WorkerEnd } from '../sheets/fault';
import { LONGEST } from '../sheets/longest';
import type { EntryRules } from '../sheets/entry-rules';
import type { SheetLooks } from '../sheets/looks';
import type { Edited } from './edit';
import type { WorkbookWork } from './work';
import type { WorkerAnswer, WorkerTask } from './worker';

/** As much of a `Worker` as is needed. */
export interface WorkerLike {
  postMessage: (task: WorkerTask) => void;
  terminate: () => void;
  onmessage: ((event: { readonly data: WorkerAnswer }) => void) | null;
  onerror: ((event: WorkerEnd) => void) | null;
}

export interface WorkbookWorker extends WorkbookWork {
  /** Ends what is running: it answers `cancelled`. The next task starts a new worker. */
  cancel: () => void;
}

type Done = Extract<WorkerAnswer, { kind: 'done' }>['result'];
/** What each kind of task answers with. */
type Sheets = SheetCells['rows'][number][][];

/**
 * Work done by workers that `start` makes: from a file of their own, or from code inside the page where
 * a page opened by double-click may not load one. `onProgress` hears shares from 0 to 1 while a workbook
 * is read. Tasks run one after the other; a worker that dies answers `file-damaged`, `worker`, or `program-fault` where the browser names the line of ours;
 * one that does not answer within `longest` milliseconds is ended: `file-too-slow`.
 *
 * @example
 * const work = workbookWorker(() => new Worker(new URL('../xlsx/worker-entry.ts', import.meta.url)));
 * const door = fileDoor(bytes, { work });
 */
export function workbookWorker(
  start: () => WorkerLike,
  onProgress?: (share: number) => void,
  longest = LONGEST,
): WorkbookWorker {
  let worker: WorkerLike | null = null;
  let give: ((result: Result<never, DoorProblem>) => void) | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const stop = (problem: DoorProblem): void => {
    worker?.terminate();
    worker = null;
    give?.(fail(problem));
  };
  const run = (task: WorkerTask, hear: (answer: WorkerAnswer) => void): Promise<Done> => {
    const turn = last.then(
      () =>
        new Promise<Done>((resolve) => {
          const timer = setTimeout(() => {
            stop({ code: 'file-too-slow' });
          }, longest);
          const end = (result: Done): void => {
            clearTimeout(timer);
            give = null;
            resolve(result);
          };
          give = end;
          const active = (worker ??= start());
          active.onerror = (event) => {
            stop(faultOfWorker(event, { code: 'file-damaged', detail: 'worker' }));
          };
          active.onmessage = ({ data }) => {
            if (data.kind === 'done') end(data.result);
            else hear(data);
          };
          active.postMessage(task);
        }),
    );
    last = turn;
    return turn;
  };

  return {
    cancel: () => {
      stop({ code: 'cancelled' });
    },
    read: async (bytes) => {
      const sheets: Sheets = [];
      let frame: WorkbookCells | null = null;
      const done = await run({ kind: 'read', bytes }, (answer) => {
        if (answer.kind === 'progress') onProgress?.(answer.share);
        else if (answer.kind === 'frame') frame = answer.workbook;
        else if (answer.kind === 'rows')
          for (const [number, row] of answer.rows) (sheets[answer.sheet] ??= [])[number] = row;
      });
      return done.ok ? finishWorkbook(frame, sheets) : done;
    },
    write: (bytes, plans, options) =>
      run({ kind: 'write', bytes, plans, ...(options && { options }) }, () => undefined) as Promise<
        Result<Uint8Array, DoorProblem>
      >,
    edit: (bytes, changes) =>
      run({ kind: 'edit', bytes, changes }, () => undefined) as Promise<Result<Edited, DoorProblem>>,
    entryRules: (bytes) =>
      run({ kind: 'rules', bytes }, () => undefined) as Promise<Result<readonly EntryRules[], DoorProblem>>,
    looks: (bytes) =>
      run({ kind: 'looks', bytes }, () => undefined) as Promise<Result<readonly SheetLooks[], DoorProblem>>,
  };
}

function finishWorkbook(frame: WorkbookCells | null, sheets: Sheets): Result<WorkbookCells, DoorProblem> {
  if (frame === null) return fail({ code: 'file-damaged', detail: 'worker' });
  return ok({ ...frame, sheets: frame.sheets.map((sheet, i) => ({ ...sheet, rows: sheets[i] ?? [] })) });
}
