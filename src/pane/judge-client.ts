/** Asks the judging worker; does it here when there is none. */
import type { WorkbookCells } from '../workbook/cells';
import type { JudgedParts } from './judging';

export type StartWorker = () => Worker;

/**
 * One workbook at a time, answers in the order of asking. A worker that cannot be started, or dies, is
 * not asked again: `here` does the same on this thread.
 */
export function judgeClient(start: StartWorker, here: (cells: WorkbookCells) => Promise<JudgedParts>): (cells: WorkbookCells) => Promise<JudgedParts> {
  let worker: Worker | null | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const ask = async (cells: WorkbookCells): Promise<JudgedParts> => {
    worker ??= worker === undefined ? tryStart(start) : null;
    const answer = worker && await answerOf(worker, cells);
    if (answer) return answer;
    worker = null;
    return here(cells);
  };
  return (cells) => {
    const turn = last.then(() => ask(cells));
    last = turn.catch(() => undefined);
    return turn;
  };
}

function tryStart(start: StartWorker): Worker | null {
  try {
    return start();
  } catch {
    return null; // a policy or an old web view may forbid workers
  }
}

function answerOf(worker: Worker, cells: WorkbookCells): Promise<JudgedParts | null> {
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<JudgedParts>) => { resolve(data); };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      resolve(null);
    };
    worker.postMessage(cells);
  });
}
