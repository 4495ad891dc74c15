/** An opened workbook of the page: its file, its door and its session. */
import type { Place } from '../rules';
import type { DoorProblem, Result } from '../workbook/door';
import { fail, ok } from '../workbook/door';
import { fileDoor, type FileDoor, type WorkbookWork } from '../xlsx';
import { Session, type Engine } from '../pane/session';
import type { ChosenFile } from './files';

export interface OpenWorkbook {
  readonly file: ChosenFile;
  readonly door: FileDoor;
  readonly session: Session;
}

interface Means {
  readonly work: WorkbookWork;
  readonly engine: Engine;
  /** Brings a cell into view. */
  readonly show: (place: Place) => void;
}

/** Opens a file, or says why it cannot be opened; then nothing has changed. */
export async function openWorkbook(file: ChosenFile, { work, engine, show }: Means): Promise<Result<OpenWorkbook, DoorProblem>> {
  const door = fileDoor(file.bytes, { work, show });
  const session = new Session(door, engine);
  await session.check();
  const { cells, notice } = session.state();
  if (cells) return ok({ file, door, session });
  session.close();
  return fail(notice?.kind === 'problem' ? notice.problem : { code: 'cancelled' });
}
