/** Checks many files by threads, in order, with a bounded number of files in memory. */
import { availableParallelism } from 'node:os';
import { LONGEST } from '../../sheets/longest';
import { readFileBytes } from '../../xlsx/disk';
import { unreadableReport, type FileReport } from '../check-workbook';
import { startThread } from './thread';
import { answersOf } from './thread-pool';
import { isSmall, withinTime, type Timed } from './within-time';
import { fileChecker, type CheckSetup } from './worker';

export interface RunOptions {
  /** Threads; by default one per core. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
  /** Milliseconds that one file may take. */
  readonly longest?: number;
}

/** Starting a thread takes as long as checking some files; fewer are checked on the calling thread. */
const FILES_WORTH_A_THREAD = 8;
/** Files checked here under one clock, and the milliseconds after which no further one begins: a clock costs a tenth of one, on a busy machine some. */
const TOGETHER = 32;
const TOGETHER_MS = 200;

/**
 * The reports in the order of `paths`; after an abort the ones that are ready in order still come. Where
 * one thread is enough it is the calling one, for as long as the files are small and soon done with: it
 * hears an interruption between two of them (Ctrl-C within one, too), and the first that is not, and all
 * behind it, go to a thread that can be ended.
 */
export async function* checkFiles(
  paths: readonly string[],
  setup: CheckSetup,
  { threads = availableParallelism(), signal, longest = LONGEST }: RunOptions = {},
): AsyncGenerator<FileReport> {
  const useful = Math.min(threads, Math.floor(paths.length / FILES_WORTH_A_THREAD));
  let begun = 0;
  if (useful < 2) {
    const check = hereChecker(setup);
    for (let isLate = false; begun < paths.length && !isLate;) {
      await new Promise(setImmediate);
      if (signal?.aborted === true) return;
      const { reports, end } = check(paths, begun);
      yield* reports;
      begun += reports.length;
      isLate = end === 'late';
      // Nobody else was told of it: listeners are not asked while a clock runs.
      if (end === 'interrupted') process.emit('SIGINT');
    }
  }
  if (begun < paths.length && signal?.aborted !== true)
    yield* answersOf(paths.slice(begun), {
      start: () => startThread({ thread: 'check', task: setup }),
      unreadable: (path, problem) => unreadableReport(path, problem, setup.lang),
      threads: Math.max(1, useful),
      longest,
      signal,
    });
}

interface Run {
  readonly reports: readonly FileReport[];
  readonly end: Timed<void>['kind'];
}

/** The check of small files on this thread, some of them under one clock; `late` before one that is not small. */
function hereChecker(setup: CheckSetup): (paths: readonly string[], from: number) => Run {
  let check: ReturnType<typeof fileChecker> | null = null;
  return (paths, from) => {
    const reports: FileReport[] = [];
    let isLarge = false;
    const began = performance.now();
    const timed = withinTime(
      () => {
        check ??= fileChecker(setup);
        for (const path of paths.slice(from, from + TOGETHER)) {
          const bytes = readFileBytes(path);
          isLarge = bytes.ok && !isSmall(bytes.value);
          if (isLarge) return;
          reports.push(check(path, bytes));
          if (performance.now() - began > TOGETHER_MS) return;
        }
      },
      { hearsInterrupt: true },
    );
    return { reports, end: isLarge ? 'late' : timed.kind };
  };
}
