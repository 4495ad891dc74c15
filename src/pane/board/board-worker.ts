/** The worker that checks workbooks: the files never leave the machine, nor this thread. */
import { checkBytes, type CheckOptions, type FileReport, type ListedBloc } from '../../board/check-workbook';
import { openStandard, regulationStandard, workbookStandard, type StandardProblem } from '../../board/standard';
import { findRegulation } from '../../regulations';
import type { Lang } from '../../text';
import { ok } from '../../sheets/door';
import type { FilesAnswer, FilesTask } from '../files-run';

/** What the files are compared with: nothing, a regulation of the package, a reference workbook. */
export type StandardChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'regulation'; readonly id: string }
  | { readonly kind: 'workbook'; readonly name: string; readonly bytes: Uint8Array };

export interface BoardSetup {
  readonly standard: StandardChoice;
  readonly blocs: readonly ListedBloc[] | null;
  readonly lang: Lang;
}

type BoardTask = FilesTask<BoardSetup>;
type BoardAnswer = FilesAnswer<FileReport, StandardProblem>;

/** Answers the tasks of one thread. */
function boardAnswers(): (task: BoardTask) => BoardAnswer {
  let options: CheckOptions = { standard: null, blocs: null, withJson: false, lang: 'vi' };
  return (task) => {
    if (task.kind === 'check')
      return { kind: 'report', index: task.index, report: checkBytes(task.name, ok(task.bytes), options) };
    const { standard, blocs, lang } = task.setup;
    const opened = standardOf(standard);
    if (opened?.ok === false) return { kind: 'refused', problem: opened.error };
    options = { standard: opened === null ? null : openStandard(opened.value), blocs, withJson: false, lang };
    return { kind: 'ready' };
  };
}

function standardOf(choice: StandardChoice): ReturnType<typeof workbookStandard> | null {
  if (choice.kind === 'workbook') return workbookStandard(choice.bytes);
  const regulation = choice.kind === 'none' ? null : findRegulation(choice.id);
  return regulation === null ? null : ok(regulationStandard(regulation));
}

interface Scope {
  onmessage: ((event: { readonly data: BoardTask }) => void) | null;
  postMessage: (answer: BoardAnswer) => void;
}

export function serveBoard(scope: Scope): void {
  const answer = boardAnswers();
  scope.onmessage = ({ data }) => {
    scope.postMessage(answer(data));
  };
}
