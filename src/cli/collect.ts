/** `thidua collect FILE PATH… [--peers --level LEVEL] [--overwrite | --keep] [--dry-run] [-o OUT]`: forms that came back, laid into the bloc's workbook. */
import { lstatSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { listFiles } from '../board/node/list-files';
import { computed } from '../board/node/thread';
import { formText } from '../text/forms';
import { undoNote } from '../workbook/change/undo-note';
import { consequenceLines } from '../workbook/change/words';
import {
  cellLines,
  collectForms,
  expectedForms,
  fileReports,
  formsRefusalText,
  meanLines,
  missingLine,
} from '../workbook/unit-forms';
import { isFault, type Collected } from '../workbook/unit-forms';
import { editCells } from '../xlsx';
import type { Book } from '../rules';
import type { Lang } from '../text';
import { collectedJson } from './collect-json';
import { outputFile, writeOutput, type OutputFile } from './output-file';
import { readForms } from './read-forms';
import { print, warn } from './terminal';
import { EXIT, readArguments, type Arguments, type LongCommand } from './usage';
import { UsageError } from './usage-error';
import { openWorkbook, reportProblem } from './workbook-file';

const OPTIONS = {
  out: { type: 'string', short: 'o' },
  peers: { type: 'boolean' },
  level: { type: 'string' },
  trim: { type: 'boolean' },
  incomplete: { type: 'boolean' },
  overwrite: { type: 'boolean' },
  keep: { type: 'boolean' },
  cells: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  note: { type: 'string' },
} as const;

/** Means are many: so many are shown unless all are asked for. */
const SHOWN_MEANS = 20;

export const collect: LongCommand = async (args) => {
  const words = readArguments(args, OPTIONS, { min: 2, max: Infinity });
  const { files, lang, text, flag } = words;
  const [file = '', ...paths] = files;
  checkWords(words);
  const note = text('note');
  if (note !== null && lstatSync(note, { throwIfNoEntry: false }) !== undefined)
    throw new UsageError('out-exists', { word: note });
  const opened = openWorkbook(file);
  if (!opened.ok) return reportProblem(file, opened.error, lang);
  const { bytes, judgement } = opened.value;
  const out = text('out') ?? file;
  const target =
    text('out') === null
      ? ({ ok: true, value: { path: file, was: bytes } satisfies OutputFile } as const)
      : outputFile(out);
  if (!target.ok) return reportProblem(out, target.error, lang);
  const found = await returnedFiles(paths, file);
  if (found.length === 0) throw new UsageError('no-workbooks');
  const wanted = { kind: flag('peers') ? 'peer' : 'own', level: text('level') ?? undefined } as const;
  const expected = expectedForms(judgement.book, wanted);
  const readings = expected.ok
    ? await readForms(
        found.map(({ path }) => path),
        { book: judgement.book, expected: expected.value },
      )
    : [];
  const returned = readings.map((reading, at) => ({ name: found[at]?.name ?? '', reading }));
  const collected = collectForms(judgement, returned, {
    ...wanted,
    differing: flag('overwrite') ? 'replace' : flag('keep') ? 'keep' : 'ask',
    peers: { withoutExtremes: flag('trim'), withoutMissing: flag('incomplete') },
    door: 'file',
  });
  if (!collected.ok) {
    warn([`${file}: ${formsRefusalText(collected.error, lang)}`]);
    return 'issue' in collected.error ? EXIT.findings : EXIT.couldNotRun;
  }
  const { value } = collected;
  const { proposal } = value;
  const edited = proposal === null ? null : editCells(bytes, proposal.changes);
  if (edited?.ok === false) return reportProblem(file, edited.error, lang);
  const isFaulty = value.files.some(({ problems }) => problems.some(isFault));
  const exit = isFaulty || value.undecided > 0 || (proposal?.newErrors.length ?? 0) > 0 ? EXIT.findings : EXIT.ok;
  const isWritten = edited !== null && !flag('dry-run');
  if (isWritten) {
    computed();
    // The way back first: where it cannot be kept nothing is changed.
    if (note !== null) writeFileSync(note, undoNote(edited.value.previous), { flag: 'wx' });
    const written = await writeOutput(target.value, edited.value.bytes, lang, { source: file });
    if (!written.ok) {
      if (note !== null) rmSync(note);
      return reportProblem(out, written.error, lang);
    }
  }
  if (flag('json'))
    print(
      JSON.stringify(collectedJson(file, judgement.book, value, isWritten ? out : null, lang), null, 2).split('\n'),
    );
  else report(judgement.book, value, { isWritten, all: flag('cells'), lang });
  return exit;
};

function checkWords({ flag, text }: Arguments): void {
  for (const word of ['trim', 'incomplete'] as const)
    if (flag(word) && !flag('peers')) throw new UsageError('peers-only', { word: `--${word}` });
  if (flag('overwrite') && flag('keep'))
    throw new UsageError('option-not-here', { word: '--overwrite', known: '--keep' });
  if (flag('dry-run') && text('note') !== null)
    throw new UsageError('option-not-here', { word: '--note', known: '--dry-run' });
}

/** The workbooks among the paths, folders walked; the bloc's own is none of them. Two of one name are told apart by their paths. */
async function returnedFiles(
  paths: readonly string[],
  own: string,
): Promise<{ readonly path: string; readonly name: string }[]> {
  const isOwn = (path: string): boolean => realPathOf(path) === realPathOf(own);
  const found = (await listFiles(paths)).filter((path) => !isOwn(path));
  const names = found.map((path) => basename(path));
  return found.map((path, index) => {
    const name = names[index] ?? path;
    return { path, name: names.indexOf(name) === names.lastIndexOf(name) ? name : path };
  });
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // one that is not there is said when it is read
  }
}

interface Shown {
  readonly isWritten: boolean;
  readonly all: boolean;
  readonly lang: Lang;
}

function report(book: Book, collected: Collected, { isWritten, all, lang }: Shown): void {
  const { files, means, cells, proposal, undecided } = collected;
  const isTaken = new Set(files.filter((each) => each.isTaken).map(({ name }) => name));
  const lines = fileReports(book, collected, lang).flatMap((each) => each.lines);
  print([...lines, missingLine(book, collected, lang)]);
  const told = all ? means : means.slice(0, SHOWN_MEANS);
  print(meanLines(book, told, lang));
  if (told.length < means.length) print([formText('moreMeans', lang, { n: String(means.length - told.length) })]);
  if (all) print(cellLines(book, collected, ['new'], lang));
  const differing = cellLines(book, collected, ['differs'], lang);
  if (differing.length > 0) print([formText('since', lang, { n: String(differing.length) }), ...differing]);
  print(cellLines(book, collected, ['kept', 'nowhere'], lang));
  if (undecided > 0) warn([formText('undecided', lang, { n: String(undecided) })]);
  else if (proposal === null) print([formText('nothing', lang)]);
  else {
    print([...consequenceLines(proposal, lang)]);
    const count = (state: 'new' | 'differs'): number => cells.filter((cell) => cell.state === state).length;
    const replaced = cells.filter(({ state }) => state === 'differs').length;
    print([
      formText(isWritten ? 'written' : 'wouldWrite', lang, {
        n: String(count('new')),
        files: String(isTaken.size),
        ...(replaced > 0 && collected.replaces ? { replaced: String(replaced) } : {}),
      }),
    ]);
  }
}
