/** `thidua adopt FILE… [--answer KEY=VALUE …] [--answers JSON] [--cells] [--json] [-o OUT.xlsx]`: an old score table made a standard workbook. */
import { lstatSync } from 'node:fs';
import { basename } from 'node:path';
import type { Lang } from '../text';
import { adoptText } from '../text/adopt';
import {
  checkOld,
  findOldTables,
  hasStandardSheet,
  meantTable,
  openQuestions,
  settle,
  together,
  wrongAnswers,
  type Answers,
  type OldTables,
  type Proposal,
  type Question,
} from '../workbook/adopt';
import type { WorkbookCells } from '../sheets/cells';
import { createPackage, readWorkbook } from '../xlsx';
import { readFileBytes } from '../xlsx/disk';
import { adoptionJson } from './adopt-json';
import { checkLines, previewLines, questionLine } from './adopt-lines';
import { writeOutput } from './output-file';
import { print, warn } from './terminal';
import { EXIT, readArguments, type Command } from './usage';
import { UsageError } from './usage-error';
import { issueLine, reportProblem } from './workbook-file';

const OPTIONS = {
  answer: { type: 'string', multiple: true },
  answers: { type: 'string' },
  cells: { type: 'boolean' },
  json: { type: 'boolean' },
  out: { type: 'string', short: 'o' },
} as const;

export const adopt: Command = (args) => {
  const words = readArguments(args, OPTIONS, { min: 1, max: Infinity });
  const { lang } = words;
  const file = words.files.join(', ');
  const out = words.text('out');
  if (out !== null && lstatSync(out, { throwIfNoEntry: false }) !== undefined)
    throw new UsageError('out-exists', { word: out });
  const answers = new Map([...readJson(words.text('answers')), ...readAnswers(words.list('answer'))]);
  const read: { readonly name: string; readonly cells: WorkbookCells }[] = [];
  for (const path of words.files) {
    const bytes = readFileBytes(path);
    const cells = bytes.ok ? readWorkbook(bytes.value) : bytes;
    if (!cells.ok) return reportProblem(path, cells.error, lang);
    if (hasStandardSheet(cells.value)) return refuse(path, 'standard', lang);
    read.push({ name: basename(path), cells: cells.value });
  }
  const all = together(read);
  const found: OldTables = all === null ? { tables: [], question: null, otherSheets: [] } : findOldTables(all);
  if (found.tables.length === 0) return refuse(file, 'none', lang);
  const proposal = meantTable(found, answers);
  const asked = [...(found.question === null ? [] : [found.question]), ...(proposal?.questions ?? [])];
  const unknown = [...answers.keys()].find((key) => !asked.some((question) => question.key === key));
  if (unknown !== undefined && proposal !== null)
    throw new UsageError('answer-unknown', { word: unknown, known: asked.map(({ key }) => key).join(', ') });
  const wrong = wrongAnswers(asked, answers);
  const open = openQuestions(asked, answers);
  if (proposal === null || wrong.length > 0 || open.length > 0 || out === null) {
    show(file, found, proposal, { wrong, open, withCells: words.flag('cells'), asJson: words.flag('json'), lang });
    return wrong.length > 0 || open.length > 0 ? EXIT.findings : EXIT.ok;
  }
  const settled = settle(proposal, answers);
  const check = checkOld(proposal, settled);
  const made = createPackage(settled.plans);
  return {
    afterwards: async () => {
      const written = await writeOutput({ path: out, was: null }, made, lang, { source: words.files[0] ?? '' });
      if (!written.ok) return reportProblem(out, written.error, lang);
      if (words.flag('json'))
        print(JSON.stringify(adoptionJson(file, found, proposal, check, lang), null, 2).split('\n'));
      else print([out, ...checkLines(check, proposal, lang)]);
      warn(check.errors.map((error) => issueLine(error, lang)));
      return check.errors.length > 0 || check.differences.length > 0 ? EXIT.findings : EXIT.ok;
    },
  };
};

function refuse(file: string, why: 'standard' | 'none', lang: Lang): number {
  warn([`${file}: ${adoptText(why, lang)}`]);
  return EXIT.couldNotRun;
}

function readAnswers(words: readonly string[]): Answers {
  return new Map(
    words.map((word): [string, string] => {
      const at = word.indexOf('=');
      if (at < 1) throw new UsageError('answer-invalid', { word });
      return [word.slice(0, at).trim(), word.slice(at + 1).trim()];
    }),
  );
}

/** `--answers '{"level": "khối chấm"}'`: as the questions come from `--json`. */
function readJson(text: string | null): Answers {
  if (text === null) return new Map();
  let read: unknown = null;
  try {
    read = JSON.parse(text);
  } catch {
    /* said below */
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new UsageError('answer-invalid', { word: text });
  return new Map(Object.entries(read).map(([key, value]) => [key, String(value)]));
}

interface Shown {
  readonly wrong: readonly Question[];
  readonly open: readonly Question[];
  readonly withCells: boolean;
  readonly asJson: boolean;
  readonly lang: Lang;
}

function show(
  file: string,
  found: OldTables,
  proposal: Proposal | null,
  { wrong, open, withCells, asJson, lang }: Shown,
): void {
  if (asJson) print(JSON.stringify(adoptionJson(file, found, proposal, null, lang), null, 2).split('\n'));
  else if (proposal === null)
    print([
      ...found.tables.flatMap((table, index) => [
        `${String(index + 1)}. ${previewLines(table, found, false, lang)[0] ?? ''}`,
      ]),
      '',
      ...open.map((question) => questionLine(question, lang)),
    ]);
  else print(previewLines(proposal, found, withCells, lang));
  if (wrong.length > 0) warn([adoptText('wrong', lang), ...wrong.map((question) => questionLine(question, lang))]);
}
