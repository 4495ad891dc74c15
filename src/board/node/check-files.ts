/** Checks many files by threads, in order, with a bounded number of files in memory. */
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { LONGEST } from '../../workbook/longest';
import { readFileBytes } from '../../xlsx/disk';
import { unreadableReport, type FileReport } from '../check-workbook';
import { startThread } from './thread';
import { isSmall, withinTime, type Timed } from './within-time';
import { fileChecker, type CheckSetup, type FileAnswer, type FileTask } from './worker';

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
/** Files handed to a thread at once. */
const AT_ONCE = 2;
/** Files begun beyond the one that is waited for, per thread: what bounds the memory. */
const AHEAD = 6;

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
    yield* checkInThreads(paths.slice(begun), setup, Math.max(1, useful), longest, signal);
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

async function* checkInThreads(
  paths: readonly string[],
  setup: CheckSetup,
  threads: number,
  longest: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<FileReport> {
  const pool = new Pool(paths, setup, threads, longest);
  signal?.addEventListener(
    'abort',
    () => {
      pool.stop();
    },
    { once: true },
  );
  try {
    for (let index = 0; index < paths.length; index++) {
      const report = await pool.report(index);
      if (report === null) return;
      yield report;
    }
  } finally {
    pool.stop();
  }
}

interface Thread {
  readonly worker: Worker;
  /** The file it is at, and those that it goes on with without waiting to be told. */
  readonly tasks: FileTask[];
  timer: NodeJS.Timeout | undefined;
  /** It was ended for taking too long. */
  late: boolean;
}

class Pool {
  private readonly threads = new Set<Thread>();
  private readonly ready = new Map<number, FileReport>();
  private waiting: {
    readonly index: number;
    readonly give: (report: FileReport | null) => void;
    readonly refuse: (error: Error) => void;
  } | null = null;
  /** What went wrong in our own code. */
  private failure: Error | null = null;
  /** Files that still have to be handed out, the next one last. */
  private readonly left: FileTask[];
  private given = 0;
  private stopped = false;

  constructor(
    paths: readonly string[],
    private readonly setup: CheckSetup,
    private readonly size: number,
    private readonly longest: number,
  ) {
    this.left = paths.map((path, index) => ({ index, path })).reverse();
    for (let i = 0; i < size; i++) this.start();
  }

  /** The report of the next file in order; null once stopped. */
  report(index: number): Promise<FileReport | null> {
    const ready = this.ready.get(index);
    if (ready !== undefined) {
      this.ready.delete(index);
      this.given = index + 1;
      this.feedAll();
      return Promise.resolve(ready);
    }
    if (this.failure !== null) return Promise.reject(this.failure);
    return this.stopped
      ? Promise.resolve(null)
      : new Promise((give, refuse) => {
          this.waiting = { index, give, refuse };
        });
  }

  stop(): void {
    this.stopped = true;
    for (const thread of this.threads) {
      clearTimeout(thread.timer);
      void thread.worker.terminate();
    }
    this.threads.clear();
    this.waiting?.give(null);
    this.waiting = null;
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.waiting?.refuse(error);
    this.waiting = null;
    this.stop();
  }

  private start(): void {
    const worker = startThread({ thread: 'check', task: this.setup });
    const thread: Thread = { worker, tasks: [], timer: undefined, late: false };
    this.threads.add(thread);
    worker.on('message', ({ index, report }: FileAnswer) => {
      thread.tasks.shift();
      this.watch(thread);
      this.take(index, report);
      this.feedAll();
    });
    // It ran out of memory, or was ended for taking too long: the file is to blame, the others go on.
    worker.on('exit', () => {
      this.replace(thread);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.replace(thread);
      else this.fail(error);
    });
    this.feed(thread);
  }

  private replace(thread: Thread): void {
    if (!this.threads.delete(thread)) return;
    clearTimeout(thread.timer);
    const [blamed, ...others] = thread.tasks;
    this.left.push(...others.reverse());
    if (blamed !== undefined)
      this.take(
        blamed.index,
        unreadableReport(
          blamed.path,
          thread.late ? { code: 'file-too-slow' } : { code: 'file-too-large', detail: 'worker' },
          this.setup.lang,
        ),
      );
    if (!this.stopped && this.left.length > 0) this.start();
  }

  private feedAll(): void {
    for (const thread of this.threads) this.feed(thread);
  }

  private feed(thread: Thread): void {
    while (thread.tasks.length < AT_ONCE && !this.stopped) {
      const task = this.left.at(-1);
      if (task === undefined || task.index >= this.given + this.size * AHEAD) return;
      this.left.pop();
      thread.worker.postMessage(task);
      if (thread.tasks.push(task) === 1) this.watch(thread);
    }
  }

  /** Ends a thread that stays too long at one file. */
  private watch(thread: Thread): void {
    clearTimeout(thread.timer);
    // An answer may still come after the end: a timer set then would keep the process for a minute.
    if (thread.tasks.length > 0 && !this.stopped) {
      thread.timer = setTimeout(() => {
        thread.late = true;
        void thread.worker.terminate();
      }, this.longest);
    }
  }

  private take(index: number, report: FileReport): void {
    if (this.waiting?.index !== index) {
      this.ready.set(index, report);
      return;
    }
    const { give } = this.waiting;
    this.waiting = null;
    this.given = index + 1;
    this.feedAll();
    give(report);
  }
}
