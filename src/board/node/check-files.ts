/** Checks many files by threads, in order, with a bounded number of files in memory. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { unreadableReport, type FileReport } from '../check-workbook';
import { fileChecker, type CheckSetup, type FileAnswer, type FileTask } from './worker';

export interface RunOptions {
  /** Threads; by default one per core. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
}

/** Starting a thread takes as long as checking some files. */
const FILES_WORTH_A_THREAD = 8;
/** Files begun beyond the one that is waited for, per thread: what bounds the memory. */
const AHEAD = 4;
/** A file that takes longer than this (milliseconds) is no scoring workbook. */
const LONGEST = 60_000;
/** A thread that needs more memory (MB) dies; its file becomes a finding. */
const THREAD_MEMORY = 768;

/** The reports in the order of `paths`. After an abort the ones that are ready in order still come. */
export async function* checkFiles(paths: readonly string[], setup: CheckSetup, { threads = availableParallelism(), signal }: RunOptions = {}): AsyncGenerator<FileReport> {
  const useful = Math.min(threads, Math.floor(paths.length / FILES_WORTH_A_THREAD));
  if (useful < 2) {
    const check = fileChecker(setup);
    for (const path of paths) {
      // Lets an interruption be heard between two files.
      await new Promise(setImmediate);
      if (signal?.aborted === true) return;
      yield check(path);
    }
    return;
  }
  const pool = new Pool(paths, setup, useful);
  signal?.addEventListener('abort', () => { pool.stop(); }, { once: true });
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
  /** The file it is at. */
  task: FileTask | null;
  timer: NodeJS.Timeout | undefined;
}

class Pool {
  private readonly threads = new Set<Thread>();
  private readonly ready = new Map<number, FileReport>();
  private waiting: { readonly index: number; readonly give: (report: FileReport | null) => void } | null = null;
  private next = 0;
  private given = 0;
  private stopped = false;

  constructor(private readonly paths: readonly string[], private readonly setup: CheckSetup, private readonly size: number) {
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
    return this.stopped ? Promise.resolve(null) : new Promise((give) => { this.waiting = { index, give }; });
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

  private start(): void {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: this.setup, resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY } });
    const thread: Thread = { worker, task: null, timer: undefined };
    this.threads.add(thread);
    worker.on('message', ({ index, report }: FileAnswer) => {
      clearTimeout(thread.timer);
      thread.task = null;
      this.take(index, report);
      this.feedAll();
    });
    // It ran out of memory, or was ended for taking too long: the file is to blame, the others go on.
    worker.on('error', () => { this.replace(thread); });
    worker.on('exit', () => { this.replace(thread); });
    this.feed(thread);
  }

  private replace(thread: Thread): void {
    if (!this.threads.delete(thread)) return;
    clearTimeout(thread.timer);
    const { task } = thread;
    if (task !== null) this.take(task.index, unreadableReport(task.path, { code: 'file-too-large', detail: 'worker' }, this.setup.lang));
    if (!this.stopped && this.next < this.paths.length) this.start();
  }

  private feedAll(): void {
    for (const thread of this.threads) this.feed(thread);
  }

  private feed(thread: Thread): void {
    const path = this.paths[this.next];
    if (thread.task !== null || this.stopped || path === undefined || this.next >= this.given + this.size * AHEAD) return;
    thread.task = { index: this.next++, path };
    thread.timer = setTimeout(() => { void thread.worker.terminate(); }, LONGEST);
    thread.worker.postMessage(thread.task);
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
