/** Runs in a Web Worker: does the work on bytes and hands large answers over in slices. */
import type { WorkbookChange } from '../rules';
import type { SheetCells, WorkbookCells } from '../sheets/cells';
import type { DoorProblem, Result, WriteOptions } from '../sheets/door';
import type { EntryRules } from '../sheets/entry-rules';
import type { SheetLooks } from '../sheets/looks';
import type { SheetPlan } from '../sheets/plan';
import type { Edited } from './edit';
import { editCalculated, readEntryRules, readLooks, readWorkbook, writeSheets } from './operations';

export type WorkerTask =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'write';
      readonly bytes: Uint8Array;
      readonly plans: readonly SheetPlan[];
      readonly options?: WriteOptions;
    }
  | { readonly kind: 'edit'; readonly bytes: Uint8Array; readonly changes: readonly WorkbookChange[] }
  | { readonly kind: 'rules' | 'looks'; readonly bytes: Uint8Array };

/** A workbook comes as its frame without cells, then in rows, then `done`; all else comes at once. */
export type WorkerAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'frame'; readonly workbook: WorkbookCells }
  | {
      readonly kind: 'rows';
      readonly sheet: number;
      readonly rows: readonly (readonly [number, NonNullable<SheetCells['rows'][number]>])[];
    }
  | {
      readonly kind: 'done';
      readonly result: Result<Uint8Array | Edited | readonly EntryRules[] | readonly SheetLooks[] | null, DoorProblem>;
    };

/** Cells in one message: taking it in costs the page a few milliseconds. */
const SLICE = 4_000;

export async function answerTask(task: WorkerTask, post: (answer: WorkerAnswer) => void): Promise<void> {
  if (task.kind === 'write') post({ kind: 'done', result: writeSheets(task.bytes, task.plans, task.options) });
  else if (task.kind === 'edit') post({ kind: 'done', result: await editCalculated(task.bytes, task.changes) });
  else if (task.kind === 'rules') post({ kind: 'done', result: readEntryRules(task.bytes) });
  else if (task.kind === 'looks') post({ kind: 'done', result: readLooks(task.bytes) });
  else {
    const read = readWorkbook(task.bytes, {
      onProgress: (share) => {
        post({ kind: 'progress', share });
      },
    });
    if (read.ok) postWorkbook(read.value, post);
    post({ kind: 'done', result: read.ok ? { ok: true, value: null } : read });
  }
}

function postWorkbook(workbook: WorkbookCells, post: (answer: WorkerAnswer) => void): void {
  post({ kind: 'frame', workbook: { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, rows: [] })) } });
  workbook.sheets.forEach(({ rows }, sheet) => {
    let slice: [number, NonNullable<SheetCells['rows'][number]>][] = [];
    let cells = 0;
    const flush = (): void => {
      if (slice.length > 0) post({ kind: 'rows', sheet, rows: slice });
      slice = [];
      cells = 0;
    };
    rows.forEach((row, number) => {
      if (row === undefined) return;
      slice.push([number, row]);
      cells += row.length;
      if (cells >= SLICE) flush();
    });
    flush();
  });
}

/** The worker's own scope; absent where this module is only imported. */
interface WorkerScope {
  onmessage: ((event: { readonly data: WorkerTask }) => void) | null;
  postMessage: (answer: WorkerAnswer) => void;
}

export function serve(scope: WorkerScope): void {
  scope.onmessage = ({ data }) => {
    void answerTask(data, (answer) => {
      scope.postMessage(answer);
    }).catch((error: unknown) => {
      // Outside of the promise, so that the page hears of a worker that failed.
      setTimeout(() => {
        throw error;
      });
    });
  };
}
