/** The worker that makes forms and finds out what collected ones would change, so that the pane goes on answering. */
import { zipSync } from 'fflate';
import type { Book, WorkbookChange } from '../../rules';
import type { Lang } from '../../text';
import type { WorkbookCells } from '../../sheets/cells';
import { consequenceLines } from '../../workbook/change/words';
import { judge } from '../../workbook/judgement';
import {
  cellLines,
  collectForms,
  fileReports,
  formsRefusalText,
  makeForms,
  meanLines,
  missingLine,
  readReturned,
  type CollectWanted,
  type ExpectedForms,
  type FileReading,
  type FileReport,
  type FormKind,
  type ReturnedFile,
} from '../../workbook/unit-forms';
import { createPackage, readWorkbook } from '../../xlsx';
import type { FilesAnswer, FilesTask } from '../files-run';

interface Asked {
  readonly cells: WorkbookCells;
  readonly lang: Lang;
}

export interface MakeTask extends Asked {
  readonly task: 'make';
  readonly kind: FormKind;
  readonly level: string | undefined;
}

export interface CollectTask extends Asked {
  readonly task: 'collect';
  readonly returned: readonly ReturnedFile[];
  readonly wanted: CollectWanted;
}

export type FormsTask = MakeTask | CollectTask;

/** What came of the files, in words. */
export interface CollectedAnswer {
  readonly kind: 'collected';
  readonly files: readonly FileReport[];
  readonly taken: number;
  readonly missing: string;
  readonly means: readonly string[];
  readonly differing: readonly string[];
  readonly fresh: readonly string[];
  readonly others: readonly string[];
  readonly follows: readonly string[];
  readonly undecided: number;
  /** Cells that `changes` write. */
  readonly count: number;
  readonly changes: readonly WorkbookChange[] | null;
}

export type FormsAnswer =
  | { readonly kind: 'made'; readonly zip: Uint8Array; readonly files: number }
  | { readonly kind: 'refused'; readonly why: string }
  | CollectedAnswer;

export const formsAnswer = (task: FormsTask): FormsAnswer => (task.task === 'make' ? made(task) : collected(task));

function made({ cells, lang, kind, level }: MakeTask): FormsAnswer {
  const forms = makeForms(judge(cells), { kind, level });
  if (!forms.ok) return { kind: 'refused', why: formsRefusalText(forms.error, lang) };
  const files = Object.fromEntries(forms.value.map(({ file, plans }) => [file, createPackage(plans)]));
  // Workbooks are compressed already.
  return { kind: 'made', zip: zipSync(files, { level: 0 }), files: forms.value.length };
}

function collected({ cells, lang, returned, wanted }: CollectTask): FormsAnswer {
  const judged = judge(cells);
  const result = collectForms(judged, returned, wanted);
  if (!result.ok) return { kind: 'refused', why: formsRefusalText(result.error, lang) };
  const { value } = result;
  const { book } = judged;
  const { proposal } = value;
  return {
    kind: 'collected',
    files: fileReports(book, value, lang),
    taken: value.files.filter(({ isTaken }) => isTaken).length,
    missing: missingLine(book, value, lang),
    means: meanLines(book, value.means, lang),
    differing: cellLines(book, value, ['differs'], lang),
    fresh: cellLines(book, value, ['new'], lang),
    others: cellLines(book, value, ['kept', 'nowhere'], lang),
    follows: proposal === null ? [] : consequenceLines(proposal, lang),
    undecided: value.undecided,
    count: value.cells.filter(({ state }) => state === 'new' || (state === 'differs' && value.replaces)).length,
    changes: proposal?.changes ?? null,
  };
}

/** What the worker that reads returned forms is told first. */
export interface ReadSetup {
  readonly book: Book;
  readonly expected: ExpectedForms;
}

export const readingOf = ({ book, expected }: ReadSetup, bytes: Uint8Array): FileReading =>
  readReturned(book, expected, readWorkbook(bytes));

type ReadTask = FilesTask<ReadSetup>;
type ReadAnswer = FilesAnswer<FileReading, never>;

interface Scope {
  onmessage: ((event: { readonly data: FormsTask | ReadTask }) => void) | null;
  postMessage: (answer: FormsAnswer | ReadAnswer) => void;
}

export function serveForms(scope: Scope): void {
  let setup: ReadSetup | null = null;
  const read = (task: ReadTask): ReadAnswer => {
    if (task.kind === 'check' && setup !== null)
      return { kind: 'report', index: task.index, report: readingOf(setup, task.bytes) };
    if (task.kind === 'start') setup = task.setup;
    return { kind: 'ready' };
  };
  scope.onmessage = ({ data }) => {
    scope.postMessage('task' in data ? formsAnswer(data) : read(data));
  };
}
