/** Starts the page's workers: one reads and writes workbooks, one judges. */
import { ownWorker } from '../pane/own-worker';
import type { WorkerLike } from '../xlsx';

export const JUDGE = 'judge';

// The workers lie in js/: what they load is found from there.
export function startJudge(): Worker {
  if (SINGLE_FILE) return ownWorker(JUDGE);
  return new Worker(
    /* webpackEntryOptions: { publicPath: '../' } */ new URL('../pane/judge-worker-entry.ts', import.meta.url),
  );
}

export function startWorker(): WorkerLike {
  if (SINGLE_FILE) return ownWorker('xlsx') as WorkerLike;
  return new Worker(
    /* webpackEntryOptions: { publicPath: '../' } */ new URL('../xlsx/worker-entry.ts', import.meta.url),
  ) as WorkerLike;
}
