/** `thidua write FILE [-o OUT] [--allow-errors] [--no-totals] [--other-names]`: the main job on a file. */
import { isNewerTemplate, planResults } from '../workbook/job';
import { OTHER_NAMES } from '../workbook/layout';
import { keptText } from '../text';
import { writeSheets } from '../xlsx';
import { outputFile, writeOutput, type OutputFile } from './output-file';
import { print, warn } from './terminal';
import { EXIT, readArguments, type Command } from './usage';
import { hasErrors, issueLine, openWorkbook, reportProblem } from './workbook-file';

const OPTIONS = {
  out: { type: 'string', short: 'o' },
  'allow-errors': { type: 'boolean' },
  'no-totals': { type: 'boolean' },
  'other-names': { type: 'boolean' },
} as const;

const OTHER_NAMES_HINT = {
  vi: `Hoặc thêm --other-names để ghi vào “${OTHER_NAMES.results}” và các trang tính cùng cách đặt tên.`,
  en: `Or add --other-names to write into “${OTHER_NAMES.results}” and sheets named likewise.`,
} as const;

export const write: Command = (args) => {
  const { files, lang, text, flag } = readArguments(args, OPTIONS, { min: 1, max: 1 });
  const file = files[0] ?? '';
  const out = text('out') ?? file;
  const opened = openWorkbook(file);
  if (!opened.ok) return reportProblem(file, opened.error, lang);
  const { bytes, judgement } = opened.value;
  const target =
    text('out') === null
      ? ({ ok: true, value: { path: file, was: bytes } satisfies OutputFile } as const)
      : outputFile(out);
  if (!target.ok) return reportProblem(out, target.error, lang);
  if (isNewerTemplate(judgement)) {
    reportProblem(file, { code: 'template-newer' }, lang);
    return EXIT.findings;
  }
  const plans = planResults(judgement, {
    now: new Date(),
    allowErrors: flag('allow-errors'),
    reportTotals: !flag('no-totals'),
    ...(flag('other-names') ? { names: OTHER_NAMES } : {}),
  });
  // Nobody can be asked here: what was added is kept, and said.
  const asked = writeSheets(bytes, plans, { ask: true });
  const additions = asked.ok || asked.error.code !== 'sheet-additions' ? [] : (asked.error.additions ?? []);
  const written = additions.length > 0 ? writeSheets(bytes, plans) : asked;
  if (!written.ok) {
    const exit = reportProblem(file, written.error, lang);
    if (written.error.code === 'sheet-foreign') warn([OTHER_NAMES_HINT[lang]]);
    return exit;
  }
  return {
    afterwards: async () => {
      const replaced = await writeOutput(target.value, written.value, lang, { source: file });
      if (!replaced.ok) return reportProblem(out, replaced.error, lang);
      const { issues } = judgement.evaluation;
      if (additions.length > 0) warn([keptText(additions, lang)]);
      warn(issues.map((found) => issueLine(found, lang)));
      print([`${out}: ${plans.map(({ name }) => name).join(', ')} [${judgement.short}]`]);
      return hasErrors(issues) ? EXIT.findings : EXIT.ok;
    },
  };
};
