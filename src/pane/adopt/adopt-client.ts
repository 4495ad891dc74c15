/** One question to the worker of adopting: a worker that dies or never answers fails, and nothing else does. */
import { LONGEST } from '../../workbook/longest';
import type { AdoptAnswer, AdoptTask } from './adopt-worker';

/** As much of a `Worker` as is needed. */
export interface AdoptWorker {
  postMessage: (task: AdoptTask) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<AdoptAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** The answer, or null where there is none. Where no worker can be started it is found here. */
export async function askAdopting(task: AdoptTask, start: () => AdoptWorker): Promise<AdoptAnswer | null> {
  const worker = tryStart(start);
  if (worker === null) return (await import('./adopt-worker')).adoptAnswer(task);
  const answer = await new Promise<AdoptAnswer | null>((resolve) => {
    const timer = setTimeout(() => {
      resolve(null);
    }, LONGEST);
    const give = (given: AdoptAnswer | null): void => {
      clearTimeout(timer);
      resolve(given);
    };
    worker.onmessage = ({ data }) => {
      give(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      give(null);
    };
    worker.postMessage(task);
  });
  worker.terminate();
  return answer;
}

function tryStart(start: () => AdoptWorker): AdoptWorker | null {
  try {
    return start();
  } catch {
    return null; // a policy or an old web view may forbid workers
  }
}
