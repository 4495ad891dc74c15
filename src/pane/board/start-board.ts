/** Starts a checking worker. */
import { ownWorker } from '../own-worker';

export const BOARD = 'board';

export function startBoard(): Worker {
  if (SINGLE_FILE) return ownWorker(BOARD);
  // The worker lies in js/: what it loads is found from there.
  return new Worker(
    /* webpackEntryOptions: { publicPath: '../' } */ new URL('./board-worker-entry.ts', import.meta.url),
  );
}
