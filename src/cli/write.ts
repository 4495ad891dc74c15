/** `thidua write FILE [-o OUT] [--allow-errors]`: the main job on a file. */
import { planResults } from '../workbook/job';
import { writeSheets } from '../xlsx';
import { replaceFile } from '../xlsx/disk';
import { EXIT, readArguments, type Command } from './usage';
import { hasErrors, issueLine, openWorkbook, reportProblem } from './workbook-file';

const OPTIONS = { out: { type: 'string', short: 'o' }, 'allow-errors': { type: 'boolean' }, 'no-totals': { type: 'boolean' } } as const;

export const write: Command = async (args) => {
  const { files, lang, text, flag } = readArguments(args, OPTIONS, { min: 1, max: 1 });
  const file = files[0] ?? '';
  const out = text('out') ?? file;
  const opened = await openWorkbook(file);
  if (!opened.ok) return reportProblem(file, opened.error, lang);
  const { bytes, judgement } = opened.value;
  const plans = planResults(judgement, { now: new Date(), allowErrors: flag('allow-errors'), reportTotals: !flag('no-totals') });
  const written = writeSheets(bytes, plans);
  if (!written.ok) return reportProblem(file, written.error, lang);
  const replaced = await replaceFile(out, written.value);
  if (!replaced.ok) return reportProblem(out, replaced.error, lang);
  const { issues } = judgement.evaluation;
  for (const found of issues) process.stderr.write(`${issueLine(found, lang)}\n`);
  process.stdout.write(`${out}: ${plans.map(({ name }) => name).join(', ')} [${judgement.short}]\n`);
  return hasErrors(issues) ? EXIT.findings : EXIT.ok;
};
