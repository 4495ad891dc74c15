/** A workbook judged: what was read, what the rules made of it, and its fingerprint. */
import { evaluate } from '../rules';
import type { WorkbookCells } from '../sheets/cells';
import { shortFingerprint } from '../sheets/short-fingerprint';
import { fingerprintOf } from './fingerprint';
import type { Judgement } from './judged';
import { readBook } from './read';

// Who imports one of these takes no judging along.
export { isNewerTemplate, isStandard, namesOf, type Judged, type Judgement } from './judged';

/** Reads and judges; never fails: what is wrong is among the issues. */
export function judge(cells: WorkbookCells): Judgement {
  const book = readBook(cells);
  const evaluation = evaluate(book);
  const fingerprint = fingerprintOf(evaluation.canonical);
  return { cells, book, evaluation, fingerprint, short: shortFingerprint(fingerprint) };
}
