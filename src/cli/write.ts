/** `thidua write FILE [-o OUT] [--allow-errors] [--no-totals] [--other-names]`: the main job on a file. */
import { isNewerTemplate, planResults } from '../workbook/job';
import { OTHER_NAMES } from '../workbook/layout';
import { writeSheets } from '../xlsx';
import { replaceFile } from '../xlsx/disk';
import { EXIT, readArguments, type Command } from './usage';
import { hasErrors, issueLine, openWorkbook, reportProblem } from './workbook-file';

const OPTIONS = { out: { type: 'string', short: 'o' }, 'allow-errors': { type: 'boolean' }, 'no-totals': { type: 'boolean' }, 'other-names': { type: 'boolean' } } as const;

const OTHER_NAMES_HINT = {
  vi: `Hoặc thêm --other-names để ghi vào “${OTHER_NAMES.results}” và các trang tính cùng cách đặt tên.`,
  en: `Or add --other-names to write into “${OTHER_NAMES.results}” and sheets named likewise.`,
} as const;

export const write: Command = async (args) => {
  const { files, lang, text, flag } = readArguments(args, OPTIONS, { min: 1, max: 1 });
  const file = files[0] ?? '';
  const out = text('out') ?? file;
  const opened = await openWorkbook(file);
  if (!opened.ok) return reportProblem(file, opened.error, lang);
  const { bytes, judgement } = opened.value;
  if (isNewerTemplate(judgement)) {
    reportProblem(file, { code: 'template-newer' }, lang);
    return EXIT.findings;
  }
  const plans = planResults(judgement, {
    now: new Date(), allowErrors: flag('allow-errors'), reportTotals: !flag('no-totals'), ...(flag('other-names') ? { names: OTHER_NAMES } : {}),
  });
  const written = writeSheets(bytes, plans);
  if (!written.ok) {
    const exit = reportProblem(file, written.error, lang);
    if (written.error.code === 'sheet-foreign') process.stderr.write(`${OTHER_NAMES_HINT[lang]}\n`);
    return exit;
  }
  const replaced = await replaceFile(out, written.value);
  if (!replaced.ok) return reportProblem(out, replaced.error, lang);
  const { issues } = judgement.evaluation;
  for (const found of issues) process.stderr.write(`${issueLine(found, lang)}\n`);
  process.stdout.write(`${out}: ${plans.map(({ name }) => name).join(', ')} [${judgement.short}]\n`);
  return hasErrors(issues) ? EXIT.findings : EXIT.ok;
};
