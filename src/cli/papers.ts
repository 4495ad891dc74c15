/** `thidua papers FILE -o DIR [--allow-errors] [--replace]`: the Word papers. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { planPapers, writePapers } from '../papers';
import { isNewerTemplate } from '../workbook/job';
import { computed } from '../board/node/thread';
import { print, warn } from './terminal';
import { EXIT, readArguments, type LongCommand } from './usage';
import { UsageError } from './usage-error';
import { writeWhole } from './whole-file';
import { hasErrors, issueLine, openWorkbook, reportProblem } from './workbook-file';

const OPTIONS = {
  out: { type: 'string', short: 'o' },
  'allow-errors': { type: 'boolean' },
  replace: { type: 'boolean' },
} as const;

export const papers: LongCommand = async (args) => {
  const { files, lang, text, flag } = readArguments(args, OPTIONS, { min: 1, max: 1 });
  const file = files[0] ?? '';
  const folder = text('out');
  if (folder === null || folder === '') throw new UsageError('folder-missing');
  const opened = openWorkbook(file);
  if (!opened.ok) return reportProblem(file, opened.error, lang);
  const { judgement } = opened.value;
  if (isNewerTemplate(judgement)) {
    reportProblem(file, { code: 'template-newer' }, lang);
    return EXIT.findings;
  }
  const { issues } = judgement.evaluation;
  const job = planPapers(judgement, new Date());
  warn([...issues, ...job.issues].map((found) => issueLine(found, lang)));
  if (hasErrors(issues) && !flag('allow-errors')) {
    warn([`${file}: ${new UsageError('papers-with-errors').sentence(lang)}`]);
    return EXIT.findings;
  }
  const older = job.names.filter((name) => existsSync(join(folder, name)));
  if (older.length > 0 && !flag('replace'))
    throw new UsageError('papers-exist', {
      word: folder,
      known: older.slice(0, 3).join(', ') + (older.length > 3 ? ', …' : ''),
    });
  computed();
  try {
    for await (const { name, bytes } of writePapers(job)) {
      await writeWhole(join(folder, name), bytes, flag('replace'));
      print([join(folder, name)]);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new UsageError('out-not-writable', { word: folder });
    throw error;
  }
  return hasErrors(issues) ? EXIT.findings : EXIT.ok;
};
