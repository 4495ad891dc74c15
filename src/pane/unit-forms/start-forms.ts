/** Starts the worker that makes and collects forms. */
import { ownWorker } from '../own-worker';

export const FORMS = 'forms';

export function startForms(): Worker {
  if (SINGLE_FILE) return ownWorker(FORMS);
  // The worker lies in js/: what it loads is found from there.
  return new Worker(
    /* webpackEntryOptions: { publicPath: '../' } */ new URL('./forms-worker-entry.ts', import.meta.url),
  );
}
