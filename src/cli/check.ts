/** `thidua check PATH… [--standard FILE] [--format …] [-o OUT] [--shard i/n]`: the Board's check of many workbooks. */
import { basename, dirname } from 'node:path';
import { AcrossFiles } from '../board/across-files';
import { isProgramFault, type FileReport, type ListedBloc } from '../board/check-workbook';
import { checkFiles } from '../board/node/check-files';
import { readBlocs, readStandard } from '../board/node/read-standard';
import type { CheckSetup } from '../board/node/worker';
import { OUTPUTS, type Counts, type Output, type Summary } from '../board/output';
import { headingOf } from '../board/output/heading';
import { inSeasons } from '../board/output/output';
import { issueText } from '../text';
import { boardText } from '../text/ui-board';
import { checkWords, type CheckWords } from './check-options';
import { documentSink, lineSink, stdoutSink, type Sink } from './check-sink';
import { pathFrom, writeLetters } from './letters';
import { clearProgress, isColoured, showProgress, warn } from './terminal';
import { EXIT, type LongCommand } from './usage';
import { issueLine, reportProblem } from './workbook-file';

/** As shells count a command ended by Ctrl-C. */
const INTERRUPTED = 130;

export const check: LongCommand = async (args) => {
  const words = await checkWords(args);
  const setup = await readSetup(words);
  if (typeof setup === 'number') return setup;
  const interrupt = new AbortController();
  const onInterrupt = (): void => {
    interrupt.abort();
  };
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onInterrupt);
  try {
    return await run(words, setup, interrupt.signal);
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
};

/** The standard and the list of blocs; an exit code where they cannot be used. */
async function readSetup({ standard, blocs, lang, format }: CheckWords): Promise<CheckSetup | number> {
  const opened = standard === null ? null : await readStandard(standard);
  if (opened?.ok === false) {
    if (opened.error.kind === 'file') return reportProblem(standard ?? '', opened.error.problem, lang);
    warn([
      `${standard ?? ''}: ${lang === 'vi' ? 'bộ chuẩn còn lỗi, chưa thẩm định được' : 'the standard has errors of its own; nothing was checked'}`,
      ...opened.error.issues.map((found) => issueLine(found, lang)),
    ]);
    return EXIT.couldNotRun;
  }
  let list: readonly ListedBloc[] | null = null;
  if (blocs !== null) {
    const read = readBlocs(blocs);
    if (!read.ok) return reportProblem(blocs, read.error, lang);
    list = read.value;
  }
  return { standard: opened?.value ?? null, blocs: list, withJson: OUTPUTS[format](PLAIN).needsJson, lang };
}

const PLAIN = { lang: 'vi', colour: false, linkTo: () => null, heading: '' } as const;

async function run(words: CheckWords, setup: CheckSetup, signal: AbortSignal): Promise<number> {
  const { files, single, lang, out, threads, letters } = words;
  const output = OUTPUTS[words.format]({
    lang,
    colour: out === null && isColoured(),
    linkTo: linksFrom(out === null ? null : dirname(out.path)),
    heading: headingOf(lang, today(), words.standard === null ? null : basename(words.standard)),
  });
  const across = new AcrossFiles(setup.blocs, words.limits);
  const counts: Record<keyof Counts, number> = { valid: 0, findings: 0, unreadable: 0 };
  const reports: FileReport[] = [];
  let isFaulty = false;
  let sink: Sink | null = null;
  for await (const found of checkFiles(files, setup, { signal, ...(threads === null ? {} : { threads }) })) {
    if (single !== null && found.verdict === 'unreadable') return reportUnreadable(found, words);
    const report = across.add(found);
    counts[report.verdict]++;
    isFaulty ||= isProgramFault(report);
    if (letters !== null) reports.push(report);
    sink ??= openSink(words);
    if (!(await sink.write(output.file(report)))) break;
    showProgress(progressOf(counts, files), words.format !== 'ndjson');
  }
  clearProgress();
  const overall = across.end();
  if (signal.aborted) return interrupted(words, output, { counts, overall });
  const written = await (sink ?? openSink(words)).end(output.end({ counts, overall }));
  if (!written.ok) return reportProblem(out?.path ?? '', written.error, lang);
  if (words.format === 'ndjson') warn(overall.issues.map((found) => issueLine(found, lang)));
  if (letters !== null) {
    const sent = await writeLetters(inSeasons(reports, overall), letters, lang);
    warn([boardText(lang, 'letters', { n: sent, folder: letters.folder })]);
  }
  // Nobody takes the answer for a whole one.
  if (isFaulty) return EXIT.couldNotRun;
  const sound =
    counts.findings + counts.unreadable === 0 && !overall.issues.some(({ severity }) => severity === 'error');
  return sound ? EXIT.ok : EXIT.findings;
}

const progressOf = ({ valid, findings, unreadable }: Counts, files: readonly string[]): string =>
  `${String(valid + findings + unreadable)}/${String(files.length)}`;

/** The list for terminals waits for the last file: what was read until now is listed, and said to be a part. */
async function interrupted(
  { files, format, out, lang }: CheckWords,
  output: Output,
  summary: Summary,
): Promise<number> {
  if (format === 'text' && out === null) {
    const { counts } = summary;
    await stdoutSink().end(output.end(summary));
    warn([boardText(lang, 'cancelled', { n: counts.valid + counts.findings + counts.unreadable, all: files.length })]);
  }
  return INTERRUPTED;
}

/** A file named alone that cannot be read: nothing could be checked. */
function reportUnreadable({ file, issues }: FileReport, { lang }: CheckWords): number {
  warn(
    issues.map((found) => {
      const { what, how } = issueText(found, lang);
      return `${file}: ${what} ${how}`;
    }),
  );
  return EXIT.couldNotRun;
}

function openSink({ out, format, lang }: CheckWords): Sink {
  if (out === null) return stdoutSink();
  return out.was === null && (format === 'text' || format === 'ndjson') ? lineSink(out.path) : documentSink(out, lang);
}

/** Without an answer on a disk nothing can be linked. */
const linksFrom = (folder: string | null): ((file: string) => string | null) =>
  folder === null ? () => null : (file) => pathFrom(folder, file);

const today = (): string => {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(now.getDate())}/${two(now.getMonth() + 1)}/${String(now.getFullYear())}`;
};
