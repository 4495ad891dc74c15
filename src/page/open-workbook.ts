/** An opened workbook of the page: its file, its door and its session. */
import type { Place } from '../rules';
import type { DoorProblem, Result } from '../workbook/door';
import { fail, ok } from '../workbook/door';
import { fileDoor, type FileDoor, type WorkbookWork } from '../xlsx';
import { loadEngine } from '../pane/load-engine';
import { Session } from '../pane/session';
import type { ChosenFile } from './files';

export interface OpenWorkbook {
  readonly file: ChosenFile;
  readonly door: FileDoor;
  readonly session: Session;
}

/** Opens a file, or says why it cannot be opened; then nothing has changed. */
export async function openWorkbook(file: ChosenFile, work: WorkbookWork, show: (place: Place) => void): Promise<Result<OpenWorkbook, DoorProblem>> {
  const door = fileDoor(file.bytes, { work, show });
  const session = new Session(door, loadEngine);
  await session.check();
  const { cells, notice } = session.state();
  if (cells) return ok({ file, door, session });
  session.close();
  return fail(notice?.kind === 'problem' ? notice.problem : { code: 'cancelled' });
}
