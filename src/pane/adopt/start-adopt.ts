/** Starts the worker that reads old score tables. */
import { ownWorker } from '../own-worker';

export const ADOPT = 'adopt';

export function startAdopt(): Worker {
  if (SINGLE_FILE) return ownWorker(ADOPT);
  // The worker lies in js/: what it loads is found from there.
  return new Worker(
    /* webpackEntryOptions: { publicPath: '../' } */ new URL('./adopt-worker-entry.ts', import.meta.url),
  );
}
