/** One checking thread: reads and checks the files it is told to, one at a time. */
import { readFileBytes } from '../../xlsx/disk';
import type { DoorProblem, Result } from '../../sheets/door';
import { checkBytes, type CheckOptions, type FileReport } from '../check-workbook';
import { openStandard, type Standard } from '../standard';
import { answerFiles } from './thread-pool';

/** What every thread is told at its start. */
export interface CheckSetup extends Omit<CheckOptions, 'standard'> {
  readonly standard: Standard | null;
}

/** The check of a file with everything that is opened once. */
export function fileChecker({
  standard,
  ...rest
}: CheckSetup): (path: string, bytes: Result<Uint8Array, DoorProblem>) => FileReport {
  const options: CheckOptions = { ...rest, standard: standard === null ? null : openStandard(standard) };
  return (path, bytes) => checkBytes(path, bytes, options);
}

export function answerTasks(setup: CheckSetup): void {
  const check = fileChecker(setup);
  answerFiles((path) => check(path, readFileBytes(path)));
}
