/** Work in a thread of its own, which is ended when it needs more time or memory than any scoring workbook does. */
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { fail, ok, type DoorProblem, type Result } from '../../sheets/door';
import { LONGEST } from '../../sheets/longest';
import { THREAD_MEMORY } from './thread-limits';

/** What a thread is started for; `THREADS` of the program (src/cli/program.ts) has a function for each. */
export interface ThreadStart {
  readonly thread: 'command' | 'check' | 'standard' | 'forms';
  readonly task: unknown;
}

/** A thread of the bundled program. */
export function startThread(start: ThreadStart): Worker {
  // The bundle of the command line puts it there (src/cli/bundle.mjs).
  return new Worker(new URL('./start.mjs', import.meta.url), { workerData: start, resourceLimits: THREAD_MEMORY });
}

type Told = { readonly kind: 'waits' | 'goesOn' | 'computed' } | { readonly kind: 'answer'; readonly answer: unknown };

function tell(told: Told): void {
  if (!isMainThread) parentPort?.postMessage(told);
}

/** Told before anything is written to the disk: from then on the work is not ended for taking long. */
export function computed(): void {
  tell({ kind: 'computed' });
}

/** Told last, by the thread. */
export function answer(value: unknown): void {
  tell({ kind: 'answer', answer: value });
}

/** Waits for threads of its own, each of which has its limit: the time that they take is not this one's. */
export async function whileOthersWork<Found>(work: Promise<Found>): Promise<Found> {
  tell({ kind: 'waits' });
  const found = await work;
  tell({ kind: 'goesOn' });
  return found;
}

/** What the thread answers, `Answer` by the contract of its function; or why it was ended. A mistake of ours in it is an exception. */
export function inThread<Answer>(start: ThreadStart): Promise<Result<Answer, DoorProblem>> {
  return new Promise((resolve, reject) => {
    const worker = startThread(start);
    let outcome: Result<Answer, DoorProblem> = fail({ code: 'file-too-large', detail: 'worker' });
    const limited = (): NodeJS.Timeout =>
      setTimeout(() => {
        outcome = fail({ code: 'file-too-slow' });
        void worker.terminate();
      }, LONGEST);
    let timer = limited();
    worker.on('message', (told: Told) => {
      clearTimeout(timer);
      if (told.kind === 'goesOn') timer = limited();
      if (told.kind === 'answer') outcome = ok(told.answer as Answer);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') reject(error);
    });
    // What it printed has been handed over by then.
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve(outcome);
    });
  });
}
