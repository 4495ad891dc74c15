/** The worker that judges. */
import type { WorkbookCells } from '../workbook/cells';
import { judgedParts, type JudgedParts } from './judging';

/** First that it is there, then a judgement for each workbook. */
export type JudgingAnswer = 'ready' | JudgedParts;

interface Scope {
  onmessage: ((event: { readonly data: WorkbookCells }) => void) | null;
  postMessage: (answer: JudgingAnswer) => void;
}

export function serveJudging(scope: Scope): void {
  scope.onmessage = ({ data }) => {
    scope.postMessage(judgedParts(data));
  };
  scope.postMessage('ready');
}
