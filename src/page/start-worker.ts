/** Starts the worker that reads and writes workbooks. */
import type { WorkerLike } from '../xlsx';

export function startWorker(): WorkerLike {
  // Next to a page opened by double-click no worker file may be loaded: the page's own code runs in it.
  if (SINGLE_FILE) return new Worker(URL.createObjectURL(new Blob([ownScript()], { type: 'text/javascript' }))) as WorkerLike;
  // The worker lies in js/: what it loads is found from there.
  return new Worker(/* webpackEntryOptions: { publicPath: '../' } */ new URL('../xlsx/worker-entry.ts', import.meta.url)) as WorkerLike;
}

const ownScript = (): string => document.querySelector('script[type="module"]')?.textContent ?? '';
