/** Reads the forms that came back, each in a worker that can be ended: a stranger's file stops no other. */
import { fail, type DoorProblem } from '../../sheets/door';
import type { FileReading, ReturnedFile } from '../../workbook/unit-forms';
import { tryStart } from '../ask-worker';
import { runFiles, shownName, type ChosenWorkbook, type FilesWorker } from '../files-run';
import type { ReadSetup } from './forms-worker';

type Start = () => FilesWorker<ReadSetup, FileReading, never>;

/** Every form with its name, in order; none once it is no longer asked for. Where no worker can be started they are read here. */
export async function readForms(
  files: readonly ChosenWorkbook[],
  setup: ReadSetup,
  start: Start,
  signal: AbortSignal,
): Promise<ReturnedFile[]> {
  let first = tryStart(start);
  const next: Start = () => {
    const worker = first ?? start();
    first = null;
    return worker;
  };
  const readings = await (first === null ? readHere(files, setup, signal) : readByWorkers(files, setup, next, signal));
  return readings.flatMap((reading, at) => {
    const file = files[at];
    return file === undefined ? [] : [{ name: shownName(file), reading }];
  });
}

function readByWorkers(
  files: readonly ChosenWorkbook[],
  setup: ReadSetup,
  start: Start,
  signal: AbortSignal,
): Promise<FileReading[]> {
  return new Promise((resolve) => {
    const readings: FileReading[] = [];
    const work = { setup, start, unreadable: (_: string, problem: DoorProblem) => fail(problem) };
    const stop = runFiles<ReadSetup, FileReading, never>(files, work, {
      report: (reading) => {
        readings.push(reading);
      },
      refused: () => undefined,
      done: () => {
        resolve(readings);
      },
    });
    signal.addEventListener('abort', () => {
      stop();
      resolve([]);
    });
  });
}

async function readHere(
  files: readonly ChosenWorkbook[],
  setup: ReadSetup,
  signal: AbortSignal,
): Promise<FileReading[]> {
  const { readingOf } = await import('./forms-worker');
  const readings: FileReading[] = [];
  for (const file of files) {
    if (signal.aborted) return [];
    const bytes = await file.arrayBuffer().catch(() => null);
    readings.push(bytes === null ? fail({ code: 'file-unreadable' }) : readingOf(setup, new Uint8Array(bytes)));
  }
  return readings;
}
