/**
 * Judging off the thread that answers the user: a worker reads the book, applies the rules and answers what is
 * asked of it later. Where no worker can be started the same is done here, in steps with a pause after each.
 */
import { evaluate, type Comparison } from '../rules';
import type { WorkbookCells } from '../sheets/cells';
import { shortFingerprint } from '../sheets/short-fingerprint';
import { fingerprintOf } from '../workbook/fingerprint';
import type { Judgement } from '../workbook/judgement';
import { readBook } from '../workbook/read';
import { JudgedHandle, type AnswerTo, type Question } from './judged-handle';

/** The cells are known to the asker: they need not come back. */
export type JudgedParts = Omit<Judgement, 'cells'>;

export function judgedParts(cells: WorkbookCells): JudgedParts {
  const book = readBook(cells);
  return finish(book, evaluate(book));
}

/** Lets the browser draw and answer the user between two steps. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

export async function judgeInSteps(cells: WorkbookCells): Promise<JudgedParts> {
  await breathe();
  const book = readBook(cells);
  await breathe();
  const evaluation = evaluate(book);
  await breathe();
  return finish(book, evaluation);
}

export const answerHere = <Asked extends Question>(judgement: Judgement, question: Asked): AnswerTo<Asked> =>
  new JudgedHandle(judgement).answer(question);

export const compareHere = (before: Judgement, after: Judgement): Comparison =>
  new JudgedHandle(after).changesSince(new JudgedHandle(before));

function finish(book: Judgement['book'], evaluation: Judgement['evaluation']): JudgedParts {
  const fingerprint = fingerprintOf(evaluation.canonical);
  return { book, evaluation, fingerprint, short: shortFingerprint(fingerprint) };
}
