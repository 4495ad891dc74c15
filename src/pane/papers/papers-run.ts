/** One run of the worker of the papers: what it tells, and its end at any moment. */
import type { PapersAnswer, PapersTask } from './papers-worker';

/** As much of a `Worker` as is needed. */
export interface PapersWorker {
  postMessage: (task: PapersTask) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<PapersAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface PapersListener {
  answer: (answer: PapersAnswer) => void;
  failed: () => void;
}

/** Lets the browser draw and answer between two papers, where no worker can be had. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Begins; the answer ends it. Where no worker can be started the papers are made here, one after the other. */
export function runPapers(
  { judged, now }: PapersTask,
  start: () => PapersWorker,
  listener: PapersListener,
): () => void {
  // The asker may hold more than the worker needs: cells stay here.
  const { book, evaluation, fingerprint, short } = judged;
  const task: PapersTask = { judged: { book, evaluation, fingerprint, short }, now };
  const worker = tryStart(start);
  if (worker === null) return runHere(task, listener);
  const end = (): void => {
    worker.terminate();
  };
  worker.onmessage = ({ data }) => {
    if (data.kind === 'done') end();
    listener.answer(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end();
    listener.failed();
  };
  worker.postMessage(task);
  return end;
}

function tryStart(start: () => PapersWorker): PapersWorker | null {
  try {
    return start();
  } catch {
    return null; // a policy or an old web view may forbid workers
  }
}

class Ended extends Error {}

function runHere(task: PapersTask, listener: PapersListener): () => void {
  let ended = false;
  const pause = async (): Promise<void> => {
    await breathe();
    if (ended) throw new Ended();
  };
  void import('./papers-worker')
    .then(async ({ makePapers }) => {
      await pause();
      await makePapers(
        task,
        (answer) => {
          if (!ended) listener.answer(answer);
        },
        pause,
      );
    })
    .catch((error: unknown) => {
      if (!(error instanceof Ended)) listener.failed();
    });
  return () => {
    ended = true;
  };
}
