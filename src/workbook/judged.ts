/** What a judgement is and what is asked of it: apart from judging, which the page leaves to a worker. */
import { bookNames, type Book, type BookNames, type Evaluation } from '../rules';
import type { WorkbookCells } from '../sheets/cells';

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
