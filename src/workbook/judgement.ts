/** A workbook judged: what was read, what the rules made of it, and its fingerprint. */
import { bookNames, evaluate, type Book, type BookNames, type Evaluation } from '../rules';
import type { WorkbookCells } from './cells';
import { fingerprintOf, shortFingerprint } from './fingerprint';
import { readBook } from './read';

export interface Judgement {
  readonly cells: WorkbookCells;
  readonly book: Book;
  readonly evaluation: Evaluation;
  /** "sha256:…" of the canonical inputs. */
  readonly fingerprint: string;
  /** Its eight characters for paper. */
  readonly short: string;
}

/** What can be said of a workbook without its cells. */
export type Judged = Omit<Judgement, 'cells'>;

/** Reads and judges; never fails: what is wrong is among the issues. */
export function judge(cells: WorkbookCells): Judgement {
  const book = readBook(cells);
  const evaluation = evaluate(book);
  const fingerprint = fingerprintOf(evaluation.canonical);
  return { cells, book, evaluation, fingerprint, short: shortFingerprint(fingerprint) };
}

/** Whether the workbook follows a newer template: nothing of it was read, and nothing may be written into it. */
export const isNewerTemplate = ({ book }: Pick<Judgement, 'book'>): boolean =>
  book.findings.some(({ code }) => code === 'template-newer');

/** Units, awards and conditions by name, for sentences. */
export function namesOf({ book }: Pick<Judgement, 'book'>): BookNames {
  return bookNames(book);
}

/** Whether it is a standard workbook, however incomplete: one that others can be made from. */
export const isStandard = (judgement: Judgement | null): judgement is Judgement =>
  judgement?.evaluation.issues.every(({ code }) => code !== 'sheet-missing') === true;
