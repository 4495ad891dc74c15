/** One question to a worker of its own: one that dies or never answers fails, and nothing else does. */
import { LONGEST } from '../sheets/longest';

/** As much of a `Worker` as is needed. */
export interface AskedWorker<Task, Answer> {
  postMessage: (task: Task) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** The answer, or null where there is none. Where no worker can be started it is found `here`. */
export async function askWorker<Task, Answer>(
  task: Task,
  start: () => AskedWorker<Task, Answer>,
  here: (task: Task) => Promise<Answer>,
): Promise<Answer | null> {
  const worker = tryStart(start);
  if (worker === null) return here(task);
  const answer = await new Promise<Answer | null>((resolve) => {
    const timer = setTimeout(() => {
      resolve(null);
    }, LONGEST);
    const give = (given: Answer | null): void => {
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

/** Null where no worker can be started. */
export function tryStart<Asked>(start: () => Asked): Asked | null {
  try {
    return start();
  } catch {
    return null; // a policy or an old web view may forbid workers
  }
}
