/** Starts the worker that finds out what a change would do. */
import { ownWorker } from '../own-worker';

export const CHANGE = 'change';

export function startChange(): Worker {
  if (SINGLE_FILE) return ownWorker(CHANGE);
  // The worker lies in js/: what it loads is found from there.
  return new Worker(
    /* webpackEntryOptions: { publicPath: '../' } */ new URL('./change-worker-entry.ts', import.meta.url),
  );
}
