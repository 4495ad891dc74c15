/** Strangers' files worked on by workers: in order, a few in memory at a time, ended at once when asked. */
import type { DoorProblem } from '../sheets/door';
import { faultOfWorker } from '../sheets/fault';
import { LONGEST } from '../sheets/longest';

/** What a worker is told: how to go about it, then file after file. */
export type FilesTask<Setup> =
  | { readonly kind: 'start'; readonly setup: Setup }
  | { readonly kind: 'check'; readonly index: number; readonly name: string; readonly bytes: Uint8Array };
export type FilesAnswer<Report, Refusal> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly problem: Refusal }
  | { readonly kind: 'report'; readonly index: number; readonly report: Report };

/** As much of a `Worker` as is needed. */
export interface FilesWorker<Setup, Report, Refusal> {
  postMessage: (task: FilesTask<Setup>) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<FilesAnswer<Report, Refusal>>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** As much of a `File` as is needed. */
export interface ChosenWorkbook {
  readonly name: string;
  /** Inside a chosen folder: the path from it. */
  readonly webkitRelativePath?: string;
  arrayBuffer: () => Promise<ArrayBuffer>;
}

export interface FilesListener<Report, Refusal> {
  /** In the order of the files. */
  report: (report: Report) => void;
  /** It cannot be begun at all. */
  refused: (problem: Refusal) => void;
  done: () => void;
}

export interface FilesWork<Setup, Report, Refusal> {
  readonly setup: Setup;
  readonly start: () => FilesWorker<Setup, Report, Refusal>;
  /** What is reported of a file that cannot be read, or whose worker was ended. */
  readonly unreadable: (name: string, problem: DoorProblem) => Report;
}

const MOST_WORKERS = 4;

export const shownName = ({ name, webkitRelativePath }: ChosenWorkbook): string => webkitRelativePath || name;

/** Begins; the answer ends it. */
export function runFiles<Setup, Report, Refusal>(
  files: readonly ChosenWorkbook[],
  work: FilesWork<Setup, Report, Refusal>,
  listener: FilesListener<Report, Refusal>,
  threads = navigator.hardwareConcurrency || 2,
): () => void {
  const run = new Run(files, work, listener);
  run.begin(Math.max(1, Math.min(threads, MOST_WORKERS, files.length)));
  return () => {
    run.end();
  };
}

class Run<Setup, Report, Refusal> {
  private readonly workers = new Set<FilesWorker<Setup, Report, Refusal>>();
  private readonly ready = new Map<number, Report>();
  private next = 0;
  private given = 0;
  private ended = false;

  constructor(
    private readonly files: readonly ChosenWorkbook[],
    private readonly work: FilesWork<Setup, Report, Refusal>,
    private readonly listener: FilesListener<Report, Refusal>,
  ) {}

  begin(workers: number): void {
    for (let i = 0; i < workers; i++) this.startWorker();
  }

  end(): void {
    this.ended = true;
    for (const worker of this.workers) worker.terminate();
    this.workers.clear();
  }

  private startWorker(): void {
    const worker = this.work.start();
    this.workers.add(worker);
    let at: number | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fail = (problem: DoorProblem): void => {
      clearTimeout(timer);
      worker.terminate();
      if (this.ended || !this.workers.delete(worker)) return;
      if (at !== null) this.take(at, this.unreadable(at, problem));
      // It died at its start, and so would the next ones.
      while (at === null && !this.ended && this.next < this.files.length) {
        const index = this.next++;
        this.take(index, this.unreadable(index, problem));
      }
      if (!this.ended && this.next < this.files.length) this.startWorker();
    };
    const feed = async (): Promise<void> => {
      const file = this.files[this.next];
      if (this.ended || file === undefined) return;
      const index = (at = this.next++);
      const bytes = await file.arrayBuffer().catch(() => null);
      if (this.ended) return;
      if (bytes === null) {
        at = null;
        this.take(index, this.unreadable(index, { code: 'file-unreadable' }));
        return feed();
      }
      timer = setTimeout(() => {
        fail({ code: 'file-too-slow' });
      }, LONGEST);
      worker.postMessage({ kind: 'check', index, name: shownName(file), bytes: new Uint8Array(bytes) });
    };
    worker.onerror = (event) => {
      event.preventDefault();
      fail(faultOfWorker(event, { code: 'file-too-large', detail: 'worker' }));
    };
    worker.onmessage = ({ data }) => {
      clearTimeout(timer);
      at = null;
      if (data.kind === 'refused') return this.refuse(data.problem);
      if (data.kind === 'report') this.take(data.index, data.report);
      void feed();
    };
    worker.postMessage({ kind: 'start', setup: this.work.setup });
  }

  private unreadable(index: number, problem: DoorProblem): Report {
    const file = this.files[index];
    return this.work.unreadable(file === undefined ? '' : shownName(file), problem);
  }

  private refuse(problem: Refusal): void {
    if (this.ended) return;
    this.end();
    this.listener.refused(problem);
  }

  private take(index: number, report: Report): void {
    if (this.ended) return;
    this.ready.set(index, report);
    for (let next = this.ready.get(this.given); next !== undefined; next = this.ready.get(this.given)) {
      this.ready.delete(this.given++);
      this.listener.report(next);
    }
    if (this.given < this.files.length) return;
    this.end();
    this.listener.done();
  }
}
