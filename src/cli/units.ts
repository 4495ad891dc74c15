/** `thidua units FILE -o DIR [--peers] [--level LEVEL] [--replace] [--json]`: the forms that a bloc sends out. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { computed } from '../board/node/thread';
import { formText } from '../text/forms';
import { formsRefusalText, makeForms } from '../workbook/unit-forms';
import { createPackage } from '../xlsx';
import { print, warn } from './terminal';
import { EXIT, readArguments, type LongCommand } from './usage';
import { UsageError } from './usage-error';
import { writeWhole } from './whole-file';
import { openWorkbook, reportProblem } from './workbook-file';

const OPTIONS = {
  out: { type: 'string', short: 'o' },
  peers: { type: 'boolean' },
  level: { type: 'string' },
  replace: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const units: LongCommand = async (args) => {
  const { files, lang, text, flag } = readArguments(args, OPTIONS, { min: 1, max: 1 });
  const file = files[0] ?? '';
  const folder = text('out');
  if (folder === null || folder === '') throw new UsageError('folder-missing');
  const level = text('level') ?? undefined;
  if (flag('peers') && level !== undefined)
    throw new UsageError('option-not-here', { word: '--level', known: '--peers' });
  const opened = openWorkbook(file);
  if (!opened.ok) return reportProblem(file, opened.error, lang);
  const forms = makeForms(opened.value.judgement, { kind: flag('peers') ? 'peer' : 'own', level });
  if (!forms.ok) {
    warn([`${file}: ${formsRefusalText(forms.error, lang)}`]);
    return 'issue' in forms.error ? EXIT.findings : EXIT.couldNotRun;
  }
  const older = forms.value.map((form) => form.file).filter((name) => existsSync(join(folder, name)));
  if (older.length > 0 && !flag('replace'))
    throw new UsageError('forms-exist', {
      word: folder,
      known: older.slice(0, 3).join(', ') + (older.length > 3 ? ', …' : ''),
    });
  const made = forms.value.map((form) => ({ path: join(folder, form.file), bytes: createPackage(form.plans) }));
  computed();
  try {
    for (const { path, bytes } of made) await writeWhole(path, bytes, flag('replace'));
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new UsageError('out-not-writable', { word: folder });
    throw error;
  }
  if (flag('json')) {
    const answer = {
      format: 'thidua/forms@1',
      file,
      kind: flag('peers') ? 'peers' : 'unit',
      forms: forms.value.map((form) => ({ unit: form.unit, file: join(folder, form.file) })),
    };
    print(JSON.stringify(answer, null, 2).split('\n'));
    return EXIT.ok;
  }
  print([...made.map(({ path }) => path), formText('made', lang, { n: String(made.length), folder })]);
  return EXIT.ok;
};
