/** Asks the judging worker; does it here only where no worker can be started. */
import type { WorkbookCells } from '../workbook/cells';
import { fail, ok, type DoorProblem, type Result } from '../workbook/door';
import { LONGEST } from '../workbook/longest';
import type { JudgingAnswer } from './judge-worker';
import type { JudgedParts } from './judging';

/** As much of a `Worker` as is needed. */
export interface JudgeWorker {
  postMessage: (cells: WorkbookCells) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<JudgingAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export type StartWorker = () => JudgeWorker;

export interface JudgeClient {
  judge: (cells: WorkbookCells) => Promise<Result<JudgedParts, DoorProblem>>;
  /** Ends what is being judged: it answers `cancelled`. The next workbook gets a new worker. */
  cancel: () => void;
}

/**
 * One workbook at a time, answers in the order of asking. A worker that dies over a workbook, or does not
 * answer within `longest` milliseconds, is ended: `file-too-large`, `file-too-slow`. The same workbook is
 * then never judged on this thread, which must answer the user.
 */
export function judgeClient(
  start: StartWorker,
  here: (cells: WorkbookCells) => Promise<JudgedParts>,
  longest = LONGEST,
): JudgeClient {
  let worker: JudgeWorker | null = null;
  /** It has said that it is there: what goes wrong from then on is the workbook's doing. */
  let isReady = false;
  let canStart = true;
  let give: ((answer: Result<JudgedParts, DoorProblem> | null) => void) | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const end = (answer: Result<JudgedParts, DoorProblem> | null): void => {
    worker?.terminate();
    worker = null;
    isReady = false;
    give?.(answer);
  };
  /** Null where no worker can be started: a policy or an old web view may forbid them. */
  const answerOf = (cells: WorkbookCells): Promise<Result<JudgedParts, DoorProblem> | null> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        end(fail({ code: 'file-too-slow' }));
      }, longest);
      give = (answer) => {
        clearTimeout(timer);
        give = null;
        resolve(answer);
      };
      try {
        worker ??= start();
      } catch {
        give(null);
        return;
      }
      worker.onmessage = ({ data }) => {
        isReady = true;
        if (data !== 'ready') give?.(ok(data));
      };
      worker.onerror = (event) => {
        event.preventDefault();
        end(isReady ? fail({ code: 'file-too-large', detail: 'worker' }) : null);
      };
      worker.postMessage(cells);
    });
  const ask = async (cells: WorkbookCells): Promise<Result<JudgedParts, DoorProblem>> => {
    const answer = canStart ? await answerOf(cells) : null;
    if (answer !== null) return answer;
    canStart = false;
    return ok(await here(cells));
  };
  return {
    judge: (cells) => {
      const turn = last.then(() => ask(cells));
      last = turn.catch(() => undefined);
      return turn;
    },
    cancel: () => {
      end(fail({ code: 'cancelled' }));
    },
  };
}
