/** Reading and judging, in steps short enough that typing and scrolling never wait for them. */
import { evaluate } from '../rules';
import type { WorkbookCells } from '../workbook/cells';
import { fingerprintOf, shortFingerprint } from '../workbook/fingerprint';
import type { Judgement } from '../workbook/judgement';
import { readBook } from '../workbook/read';
import { findOutput, parseStamp } from '../workbook/stamp';
import type { Engine } from './session';

/** Lets the browser draw and answer the user between two steps. */
const breathe = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve); });

/** The same as `judge` of src/workbook, with a pause after each step. */
async function judgeInSteps(cells: WorkbookCells): Promise<Judgement> {
  await breathe();
  const book = readBook(cells);
  await breathe();
  const evaluation = evaluate(book);
  await breathe();
  const fingerprint = fingerprintOf(evaluation.canonical);
  return { cells, book, evaluation, fingerprint, short: shortFingerprint(fingerprint) };
}

export const engine: Engine = {
  judge: judgeInSteps,
  // What plans our sheets is only needed once something is to be written.
  runJob: async (door, options) => (await import('../workbook/job')).runJob(door, options),
  compare: async (before, after) => (await import('../rules/compare')).compare(before, after),
  resultsStamp: (cells) => parseStamp(findOutput(cells, 'results')?.stamp ?? null),
};
