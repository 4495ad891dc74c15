/**
 * A command runs in a thread of its own: the first thread stays free to end it, when the user asks, when
 * it needs more time or memory than any scoring workbook does.
 */
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { THREAD_MEMORY } from '../board/node/thread-limits';
import type { DoorProblem } from '../workbook/door';
import { LONGEST } from '../workbook/longest';

const COMPUTED = 'computed';

/** Told by a command before it writes to the disk: from then on it is not ended for taking long. */
export function computed(): void {
  if (!isMainThread) parentPort?.postMessage(COMPUTED);
}

/** The exit code of the command, or why it was ended. */
export function runApart(args: readonly string[]): Promise<number | DoorProblem> {
  return new Promise((resolve, reject) => {
    // The bundle of the command line puts command-entry.ts there (src/cli/bundle.mjs).
    const worker = new Worker(new URL('./command.mjs', import.meta.url), { workerData: args, resourceLimits: THREAD_MEMORY });
    let answer: number | DoorProblem = { code: 'file-too-large', detail: 'worker' };
    const timer = setTimeout(() => {
      answer = { code: 'file-too-slow' };
      void worker.terminate();
    }, LONGEST);
    worker.on('message', (message: number | typeof COMPUTED) => {
      clearTimeout(timer);
      if (message !== COMPUTED) answer = message;
    });
    worker.on('error', (error: NodeJS.ErrnoException) => { if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') reject(error); });
    // What it printed has been handed over by then.
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}
