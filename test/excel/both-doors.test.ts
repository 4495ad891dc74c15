/**
 * Every workbook of the tests and the samples, read by the door to files and by the door to Excel, is the
 * same book: the same findings in the same words, the same evaluation, the same fingerprint.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createExcelDoor } from '../../src/excel';
import type { WorkbookCells } from '../../src/sheets/cells';
import { judge } from '../../src/workbook/job';
import { evaluationJson } from '../../src/workbook/json';
import { readWorkbook } from '../../src/xlsx';
import { loadBook } from '../excel-host/file';
import { spoiled } from '../workbook/read/base';
import { writtenByExcelJs } from '../workbook/read/foreign';
import { CELL_PAIRS } from '../workbook/read/pairs/cells';
import { OUTCOME_PAIRS } from '../workbook/read/pairs/outcome';
import { RULE_PAIRS } from '../workbook/read/pairs/rules';
import { SILENCE_PAIRS } from '../workbook/read/pairs/silence';
import { STRUCTURE_PAIRS } from '../workbook/read/pairs/structure';
import { openHost } from './support';

/** Findings of the door to files alone: reading merged areas costs Excel its undo stack. */
const FILES_ALONE: ReadonlySet<string> = new Set(['merged-data']);

function outcome(cells: WorkbookCells): unknown {
  const { book, evaluation, fingerprint } = judge(cells);
  const issues = evaluation.issues.filter(({ code }) => !FILES_ALONE.has(code));
  return evaluationJson(book, { ...evaluation, issues }, fingerprint, 'so.xlsx', 'vi');
}

/** What both doors make of a file. */
async function throughBoth(bytes: Uint8Array): Promise<readonly [unknown, unknown]> {
  const inFile = readWorkbook(bytes);
  openHost(loadBook(bytes));
  const inExcel = await createExcelDoor().read();
  if (!inFile.ok || !inExcel.ok) throw new Error('not read');
  return [outcome(inFile.value), outcome(inExcel.value)];
}

const FILES = ['assets/samples', 'test/fixtures/workbook', 'test/fixtures/xlsx'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => join(folder, name)),
);

test.each(FILES)('%s', async (path) => {
  const [file, excel] = await throughBoth(new Uint8Array(readFileSync(path)));
  expect(excel).toEqual(file);
});

/** Excel calculates before it is read, so a formula without a value does not come there; the stand-in calculates nothing. */
const PAIRS = [...STRUCTURE_PAIRS, ...SILENCE_PAIRS, ...CELL_PAIRS, ...RULE_PAIRS, ...OUTCOME_PAIRS].filter(
  ({ code }) => code !== 'formula-not-calculated',
);

test.each(PAIRS)('the workbook that $code speaks of: $what', async ({ fires }) => {
  const [file, excel] = await throughBoth(await writtenByExcelJs(spoiled(fires)));
  expect(excel).toEqual(file);
});
