/** `thidua change FILE COMMAND WORDS… [--dry-run] [-o OUT] [--note NOTE.json]`: units, criteria and awards changed in every sheet at once. */
import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { smallPrint } from '../board/small-print';
import { issueText, type Lang } from '../text';
import { proposeChange, type Wish } from '../workbook/change';
import { BALLOT_COUNTS, type BallotCounts } from '../workbook/change/ballot-rules';
import { readUndoNote, undoNote } from '../workbook/change/undo-note';
import { changeLines, consequenceLines, refusalText } from '../workbook/change/words';
import { isPrint, type WorkbookChange } from '../rules';
import { calculate } from '../sheets/formula/calculator';
import { editCells, readWorkbook } from '../xlsx';
import { choices, wordFinder } from '../workbook/read/words';
import { outputFile, writeOutput, type OutputFile } from './output-file';
import { print, warn } from './terminal';
import { EXIT, readArguments, type Arguments, type Command } from './usage';
import { UsageError } from './usage-error';
import { openWorkbook, reportProblem } from './workbook-file';
import { WAY_WORDS } from '../workbook/layout';

const OPTIONS = {
  out: { type: 'string', short: 'o' },
  'dry-run': { type: 'boolean' },
  under: { type: 'string' },
  max: { type: 'string' },
  group: { type: 'boolean' },
  note: { type: 'string' },
  parameter: { type: 'string' },
  for: { type: 'string' },
  effect: { type: 'string' },
  counts: { type: 'string' },
  from: { type: 'string' },
  limit: { type: 'string' },
} as const;

/** How many words each command takes behind its name. */
const WORDS: Readonly<Record<string, number>> = {
  'add-unit': 1,
  'rename-unit': 2,
  'remove-unit': 1,
  'add-criterion': 1,
  'set-max': 2,
  'rename-criterion': 2,
  'remove-criterion': 1,
  'set-way': 2,
  'set-places': 2,
  'add-award': 2,
  'remove-award': 1,
  'add-condition': 3,
  'remove-condition': 1,
  'move-unit': 2,
  'add-ballot': 2,
  'remove-ballot': 2,
  'add-band': 1,
  'set-band': 1,
  'remove-band': 1,
  'rebuild-scores': 0,
  'print-setup': 1,
  undo: 1,
};

const WORDS_OF_ANSWER = {
  dryRun: { vi: 'Chỉ xem trước, chưa đổi gì.', en: 'A preview only; nothing was changed.' },
  undone: { vi: 'đã hoàn tác', en: 'undone' },
  note: { vi: 'Hoàn tác bằng: thidua change {file} undo {note}', en: 'To undo it: thidua change {file} undo {note}' },
} as const satisfies Record<string, Record<Lang, string>>;

export const change: Command = (args) => {
  const words = readArguments(args, OPTIONS, { min: 2, max: 5 });
  const { files, lang } = words;
  const [file = '', command = '', ...rest] = files;
  const wanted = WORDS[command];
  if (wanted === undefined)
    throw new UsageError('change-unknown', { word: command, known: Object.keys(WORDS).join(', ') });
  if (rest.length !== wanted)
    throw new UsageError(rest.length < wanted ? 'words-missing' : 'too-many-words', { word: command });
  const note = words.text('note');
  if (note !== null && lstatSync(note, { throwIfNoEntry: false }) !== undefined)
    throw new UsageError('out-exists', { word: note });
  const opened = openWorkbook(file);
  if (!opened.ok) return reportProblem(file, opened.error, lang);
  const { bytes, judgement } = opened.value;
  const out = words.text('out') ?? file;
  const target =
    words.text('out') === null
      ? ({ ok: true, value: { path: file, was: bytes } satisfies OutputFile } as const)
      : outputFile(out);
  if (!target.ok) return reportProblem(out, target.error, lang);

  let changes: readonly WorkbookChange[];
  let lines: readonly string[];
  let exit: number = EXIT.ok;
  if (command === 'undo') {
    changes = readNote(rest[0] ?? '');
    lines = [`${out}: ${WORDS_OF_ANSWER.undone[lang]}`];
  } else {
    const proposed = proposeChange(judgement.cells, wishOf(command, rest, words), judgement);
    if (!proposed.ok) {
      warn([`${file}: ${refusalText(proposed.error, lang)}`]);
      return 'issue' in proposed.error ? EXIT.findings : EXIT.couldNotRun;
    }
    changes = proposed.value.changes;
    lines = [...changeLines(proposed.value, lang), ...consequenceLines(proposed.value, lang)];
    if (proposed.value.newErrors.length > 0) exit = EXIT.findings;
  }
  const edited = editCells(bytes, changes, calculate);
  if (!edited.ok) return reportProblem(file, edited.error, lang);
  if (words.flag('dry-run')) {
    print([...lines, WORDS_OF_ANSWER.dryRun[lang]]);
    return exit;
  }
  return {
    afterwards: async () => {
      // The way back first: where it cannot be kept nothing is changed.
      if (note !== null) writeFileSync(note, undoNote(edited.value.previous), { flag: 'wx' });
      const written = await writeOutput(target.value, edited.value.bytes, lang, { source: file });
      if (!written.ok) {
        if (note !== null) rmSync(note);
        return reportProblem(out, written.error, lang);
      }
      print(lines);
      stillSmall(edited.value.bytes, changes, lang);
      if (note !== null) print([WORDS_OF_ANSWER.note[lang].replace('{file}', () => out).replace('{note}', () => note)]);
      return exit;
    },
  };
};

/** One unit alone may be wider than a page: then no set-up makes its print large enough. */
function stillSmall(bytes: Uint8Array, changes: readonly WorkbookChange[], lang: Lang): void {
  const read = changes.some(isPrint) ? readWorkbook(bytes) : null;
  if (read?.ok !== true) return;
  warn(smallPrint(read.value).map((found) => `${found.place?.sheet ?? ''}: ${issueText(found, lang).what}`));
}

/** Larger than any note. */
const MOST_BYTES = 20_000_000;

function readNote(path: string): readonly WorkbookChange[] {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true || stats.size > MOST_BYTES) throw new UsageError('note-invalid', { word: path });
  const note = readUndoNote(readFileSync(path, 'utf8'));
  if (note === null) throw new UsageError('note-invalid', { word: path });
  return note;
}

function wishOf(command: string, [first = '', second = '', third = '']: readonly string[], words: Arguments): Wish {
  switch (command) {
    case 'add-unit':
      return { kind: 'addUnit', name: first };
    case 'rename-unit':
      return { kind: 'renameUnit', unit: first, name: second };
    case 'remove-unit':
      return { kind: 'removeUnit', unit: first };
    case 'add-criterion': {
      const max = words.text('max');
      return {
        kind: 'addCriterion',
        name: first,
        max: max === null ? null : numberOf(max),
        under: words.text('under'),
        isGroup: words.flag('group'),
      };
    }
    case 'set-max':
      return { kind: 'changeMaximum', criterion: first, max: numberOf(second) };
    case 'print-setup': {
      const paper = first.toUpperCase();
      if (paper !== 'A4' && paper !== 'A3') throw new UsageError('paper-unknown', { word: 'print-setup' });
      return { kind: 'layPages', paper };
    }
    case 'rename-criterion':
      return { kind: 'renameCriterion', criterion: first, name: second };
    case 'remove-criterion':
      return { kind: 'removeCriterion', criterion: first };
    case 'set-way': {
      const way = wordFinder(WAY_WORDS)(second);
      if (way === null) throw new UsageError('way-unknown', { word: second, known: choices(WAY_WORDS) });
      return { kind: 'changeWay', criterion: first, way, parameter: words.text('parameter') ?? '' };
    }
    case 'move-unit':
      return { kind: 'moveUnit', unit: first, direction: directionOf(second) };
    case 'add-ballot':
      return { kind: 'addBallot', ballot: first, unit: second, counts: countsOf(words.text('counts') ?? '') };
    case 'remove-ballot':
      return { kind: 'removeBallot', ballot: first, unit: second };
    case 'add-band':
    case 'set-band':
      return {
        kind: command === 'add-band' ? 'addBand' : 'changeBand',
        name: first,
        from: words.text('from') ?? '',
        limit: words.text('limit') ?? '',
      };
    case 'remove-band':
      return { kind: 'removeBand', name: first };
    case 'set-places':
      return { kind: 'changeQuota', award: first, quota: second };
    case 'add-award':
      return { kind: 'addAward', name: first, quota: second };
    case 'remove-award':
      return { kind: 'removeAward', award: first };
    case 'add-condition':
      return {
        kind: 'addCondition',
        field: first,
        op: second,
        value: third,
        scope: words.text('for') ?? '',
        effect: words.text('effect') ?? '',
      };
    case 'remove-condition':
      return { kind: 'removeCondition', condition: first };
    default:
      return { kind: 'rebuild' };
  }
}

function directionOf(word: string): 'up' | 'down' {
  const found = (['up', 'down'] as const).find((one) => word === one || word.normalize('NFC') === DIRECTION_WORDS[one]);
  if (found === undefined) throw new UsageError('direction-unknown', { word });
  return found;
}

const DIRECTION_WORDS = { up: 'lên', down: 'xuống' } as const;

/** "20; 18; 18; 18; 18; 17": members, present, issued, returned, valid, in favour. */
function countsOf(text: string): BallotCounts {
  const counts = text.split(';').map((count) => count.trim());
  if (counts.length !== BALLOT_COUNTS.length) throw new UsageError('counts-wrong', { word: text });
  return Object.fromEntries(BALLOT_COUNTS.map((key, at) => [key, counts[at] ?? ''])) as Record<
    keyof BallotCounts,
    string
  >;
}

/** With comma or point; anything else is no number, which the command then refuses. */
const numberOf = (text: string): number =>
  /^\d+(?:[.,]\d+)?$/.test(text.trim()) ? Number(text.replace(',', '.')) : NaN;
