/** `thidua new (--regulation ID --units LIST | --from FILE) -o OUT.xlsx`: a new standard workbook. */
import { readFile, stat } from 'node:fs/promises';
import { findRegulation, REGULATIONS } from '../regulations';
import { createWorkbook, type WrittenUnit } from '../workbook/create';
import { nextYearWorkbook } from '../workbook/next-year';
import type { SheetPlan } from '../workbook/plan';
import { parseUnitList, repeatedUnit } from '../workbook/unit-list';
import { createPackage } from '../xlsx';
import { replaceFile } from '../xlsx/disk';
import { EXIT, readArguments, type Arguments, type Command } from './usage';
import { UsageError } from './usage-errors';
import { openWorkbook, reportProblem } from './workbook-file';

const OPTIONS = {
  regulation: { type: 'string' }, units: { type: 'string' }, from: { type: 'string' }, out: { type: 'string', short: 'o' },
} as const;

export const createNew: Command = async (args) => {
  const words = readArguments(args, OPTIONS, { min: 0, max: 0 });
  const out = words.text('out');
  if (out === null) throw new UsageError('out-missing');
  if (await exists(out)) throw new UsageError('out-exists', { word: out });
  const from = words.text('from');
  if ((from === null) === (words.text('regulation') === null)) throw new UsageError('source-missing');
  const plans = from === null ? await fromRegulation(words) : await fromLastYear(from, words);
  if (typeof plans === 'number') return plans;
  const written = await replaceFile(out, createPackage(plans));
  if (!written.ok) return reportProblem(out, written.error, words.lang);
  process.stdout.write(`${out}\n`);
  return EXIT.ok;
};

async function fromRegulation({ text }: Arguments): Promise<SheetPlan[]> {
  const id = text('regulation') ?? '';
  const regulation = findRegulation(id);
  if (!regulation) throw new UsageError('regulation-unknown', { word: id, known: REGULATIONS.map((known) => known.id).join(', ') });
  const units = await listedUnits(text('units') ?? '');
  if (units.length === 0) throw new UsageError('units-missing');
  const repeated = repeatedUnit(units);
  if (repeated !== null) throw new UsageError('unit-repeated', { word: repeated });
  return createWorkbook(regulation, units);
}

async function fromLastYear(file: string, { lang }: Arguments): Promise<SheetPlan[] | number> {
  const opened = await openWorkbook(file);
  return opened.ok ? nextYearWorkbook(opened.value.judgement) : reportProblem(file, opened.error, lang);
}

/** A file with one unit per line, or the names themselves separated by ";". */
async function listedUnits(list: string): Promise<WrittenUnit[]> {
  return parseUnitList((await exists(list)) ? await readFile(list, 'utf8') : list.replaceAll(';', '\n'));
}

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);
