/** What the Board names on the command line: the standard, the list of blocs. */
import { findRegulation } from '../../regulations';
import { fail, ok, type DoorProblem, type Result } from '../../sheets/door';
import { readFileBytes, readTextFile } from '../../xlsx/disk';
import type { ListedBloc } from '../check-workbook';
import { parseBlocs } from '../lists';
import { regulationStandard, workbookStandard, type Standard, type StandardProblem } from '../standard';
import { answer, inThread } from './thread';
import { isSmall, withinTime, type Timed } from './within-time';

/** A regulation of the package by its id, else a reference workbook: a stranger's file like those that are checked, under the same limits. */
export async function readStandard(name: string): Promise<Result<Standard, StandardProblem>> {
  const regulation = findRegulation(name);
  if (regulation !== null) return ok(regulationStandard(regulation));
  const bytes = readFileBytes(name);
  if (!bytes.ok) return fail({ kind: 'file', problem: bytes.error });
  const timed: Timed<Result<Standard, StandardProblem>> = isSmall(bytes.value)
    ? withinTime(() => workbookStandard(bytes.value))
    : { kind: 'late' };
  if (timed.kind === 'done') return timed.value;
  const read = await inThread<Result<Standard, StandardProblem>>({ thread: 'standard', task: bytes.value });
  return read.ok ? read.value : fail({ kind: 'file', problem: read.error });
}

/** What the thread for a standard runs. */
export function answerStandard(bytes: Uint8Array): void {
  answer(workbookStandard(bytes));
}

export function readBlocs(path: string): Result<ListedBloc[], DoorProblem> {
  const text = readTextFile(path);
  return text.ok ? ok(parseBlocs(text.value)) : text;
}
