/** Starts the worker that makes the papers. */
import { ownWorker } from '../own-worker';

export const PAPERS = 'papers';

export function startPapers(): Worker {
  if (SINGLE_FILE) return ownWorker(PAPERS);
  // The worker lies in js/: what it loads is found from there.
  return new Worker(
    /* webpackEntryOptions: { publicPath: '../' } */ new URL('./papers-worker-entry.ts', import.meta.url),
  );
}
