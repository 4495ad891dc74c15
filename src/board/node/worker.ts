/** One checking thread: reads and checks the files it is told to, one at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { readFileBytes } from '../../xlsx/disk';
import { checkBytes, type CheckOptions, type FileReport } from '../check-workbook';
import { openStandard, type Standard } from '../standard';

/** What every thread is told at its start. */
export interface CheckSetup extends Omit<CheckOptions, 'standard'> {
  readonly standard: Standard | null;
}

export interface FileTask {
  readonly index: number;
  readonly path: string;
}

export interface FileAnswer {
  readonly index: number;
  readonly report: FileReport;
}

/** The check of a file on disk with everything that is opened once. */
export function fileChecker({ standard, ...rest }: CheckSetup): (path: string) => FileReport {
  const options: CheckOptions = { ...rest, standard: standard === null ? null : openStandard(standard) };
  return (path) => checkBytes(path, readFileBytes(path), options);
}

export function answerTasks(): void {
  const check = fileChecker(workerData as CheckSetup);
  parentPort?.on('message', ({ index, path }: FileTask) => {
    parentPort?.postMessage({ index, report: check(path) } satisfies FileAnswer);
  });
}
