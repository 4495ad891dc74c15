/** Asks the judging worker; does it here only where no worker can be started. */
import type { Book, Comparison } from '../rules';
import type { WorkbookCells } from '../sheets/cells';
import { fail, ok, type DoorProblem, type Result } from '../sheets/door';
import type { Judgement } from '../workbook/judged';
import { faultOfWorker } from '../sheets/fault';
import { LONGEST } from '../sheets/longest';
import type { Held, JudgingAnswer, JudgingTask } from './judge-worker';
import type { AnswerTo, Question } from './judged-handle';
import type { JudgedParts } from './judging';
import { Recent } from './recent';

/** As much of a `Worker` as is needed. */
export interface JudgeWorker {
  postMessage: (task: JudgingTask) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<JudgingAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export type StartWorker = () => JudgeWorker;

/** What the worker does, on this thread. */
export interface JudgeHere {
  judgeInSteps: (cells: WorkbookCells) => Promise<JudgedParts>;
  answerHere: <Asked extends Question>(judgement: Judgement, question: Asked) => AnswerTo<Asked>;
  compareHere: (before: Judgement, after: Judgement) => Comparison;
}

type Answered<Answer> = Promise<Result<Answer, DoorProblem>>;

export interface JudgeClient {
  judge: (cells: WorkbookCells) => Answered<JudgedParts>;
  /** Asked of a judged workbook, whatever was judged since. */
  ask: <Asked extends Question>(judgement: Judgement, question: Asked) => Answered<AnswerTo<Asked>>;
  compare: (before: Judgement, after: Judgement) => Answered<Comparison>;
  /** Ends what is being judged: it answers `cancelled`. The next workbook gets a new worker. */
  cancel: () => void;
}

/**
 * One task at a time, answers in the order of asking. A worker that dies over a workbook, or does not
 * answer within `LONGEST`, is ended: `file-too-large` (`program-fault` where the browser names the line of ours), `file-too-slow`. The same workbook is then never
 * judged on this thread, which must answer the user.
 */
export function judgeClient(start: StartWorker, here: () => Promise<JudgeHere>): JudgeClient {
  let worker: JudgeWorker | null = null;
  /** It has said that it is there: what goes wrong from then on is the workbook's doing. */
  let isReady = false;
  let canStart = true;
  let give: ((answer: Result<JudgingAnswer, DoorProblem> | null) => void) | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;
  const numbers = new WeakMap<Book, number>();
  /** Which workbooks the worker holds. */
  const held = new Recent<true>();

  const end = (answer: Result<JudgingAnswer, DoorProblem> | null): void => {
    worker?.terminate();
    worker = null;
    isReady = false;
    held.clear();
    give?.(answer);
  };
  /** Null where no worker can be started: a policy or an old web view may forbid them. */
  const answerOf = (taskOf: () => JudgingTask): Promise<Result<JudgingAnswer, DoorProblem> | null> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        end(fail({ code: 'file-too-slow' }));
      }, LONGEST);
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
        end(isReady ? fail(faultOfWorker(event, { code: 'file-too-large', detail: 'worker' })) : null);
      };
      worker.postMessage(taskOf());
    });
  const inTurn = <Answer extends JudgingAnswer>(
    taskOf: () => JudgingTask,
    onThisThread: (here: JudgeHere) => Answer | Promise<Answer>,
  ): Answered<Answer> => {
    const turn = last.then(async () => {
      const answer = canStart ? await answerOf(taskOf) : null;
      // The worker answers what it was asked.
      if (answer !== null) return answer as Result<Answer, DoorProblem>;
      canStart = false;
      return ok(await onThisThread(await here()));
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  const numberOf = ({ book }: JudgedParts): number => {
    const number = numbers.get(book) ?? ++count;
    numbers.set(book, number);
    return number;
  };
  const holdOf = (judgement: Judgement): Held => {
    const number = numberOf(judgement);
    const isHeld = held.get(number) === true;
    held.set(number, true);
    return { number, judgement: isHeld ? null : judgement };
  };
  const ask = async <Asked extends Question>(judgement: Judgement, question: Asked): Answered<AnswerTo<Asked>> => {
    const answer = await inTurn(
      () => ({ kind: 'ask', of: holdOf(judgement), question }),
      ({ answerHere }) => answerHere(judgement, question),
    );
    // Ended was what was being judged, not what was asked beside it.
    return !answer.ok && answer.error.code === 'cancelled' ? ask(judgement, question) : answer;
  };
  return {
    judge: async (cells) => {
      const number = ++count;
      const judged = await inTurn<JudgedParts>(
        () => {
          held.set(number, true);
          return { kind: 'judge', number, cells };
        },
        ({ judgeInSteps }) => judgeInSteps(cells),
      );
      if (judged.ok) numbers.set(judged.value.book, number);
      return judged;
    },
    ask,
    compare: (before, after) =>
      inTurn(
        () => ({ kind: 'compare', before: holdOf(before), after: holdOf(after) }),
        ({ compareHere }) => compareHere(before, after),
      ),
    cancel: () => {
      end(fail({ code: 'cancelled' }));
    },
  };
}
