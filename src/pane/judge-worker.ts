/** The worker that judges, and answers what is asked of the workbooks it judged last. */
import type { WorkbookCells } from '../sheets/cells';
import type { Judgement } from '../workbook/judgement';
import { JudgedHandle, type AnswerTo, type Question } from './judged-handle';
import { judgedParts, type JudgedParts } from './judging';
import { Recent } from './recent';

/** A workbook that was judged: by the number it was judged under where the worker still holds it, whole where it does not. */
export interface Held {
  readonly number: number;
  readonly judgement: Judgement | null;
}

export type JudgingTask =
  | { readonly kind: 'judge'; readonly number: number; readonly cells: WorkbookCells }
  | { readonly kind: 'ask'; readonly of: Held; readonly question: Question }
  | { readonly kind: 'compare'; readonly before: Held; readonly after: Held };

/** First that it is there, then an answer for each task. */
export type JudgingAnswer = 'ready' | JudgedParts | AnswerTo<Question> | ReturnType<JudgedHandle['changesSince']>;

interface Scope {
  onmessage: ((event: { readonly data: JudgingTask }) => void) | null;
  postMessage: (answer: JudgingAnswer) => void;
}

export function serveJudging(scope: Scope): void {
  const recent = new Recent<JudgedHandle>();
  const handleOf = ({ number, judgement }: Held): JudgedHandle => {
    const held = judgement === null ? recent.get(number) : new JudgedHandle(judgement);
    if (held === undefined) throw new Error(`no workbook ${String(number)}`);
    recent.set(number, held);
    return held;
  };
  const done = (task: JudgingTask): JudgingAnswer => {
    switch (task.kind) {
      case 'judge': {
        const parts = judgedParts(task.cells);
        recent.set(task.number, new JudgedHandle({ cells: task.cells, ...parts }));
        return parts;
      }
      case 'ask':
        return handleOf(task.of).answer(task.question);
      case 'compare': {
        const before = handleOf(task.before);
        return handleOf(task.after).changesSince(before);
      }
    }
  };
  scope.onmessage = ({ data }) => {
    scope.postMessage(done(data));
  };
  scope.postMessage('ready');
}
