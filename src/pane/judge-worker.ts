/** The worker that judges. */
import type { WorkbookCells } from '../workbook/cells';
import { judgedParts } from './judging';

interface Scope {
  onmessage: ((event: { readonly data: WorkbookCells }) => void) | null;
  postMessage(answer: unknown): void;
}

/** Answers each workbook with its judgement. */
export function serveJudging(scope: Scope): void {
  scope.onmessage = ({ data }) => { scope.postMessage(judgedParts(data)); };
}
