/** Checks chosen files by workers: in order, a few in memory at a time, ended at once when asked. */
import { LONGEST } from '../../workbook/longest';
import { unreadableReport, type FileReport } from '../../board/check-workbook';
import type { StandardProblem } from '../../board/standard';
import type { BoardAnswer, BoardSetup, BoardTask } from './board-worker';

/** As much of a `Worker` as is needed. */
export interface BoardWorker {
  postMessage: (task: BoardTask) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<BoardAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** As much of a `File` as is needed. */
export interface ChosenWorkbook {
  readonly name: string;
  /** Inside a chosen folder: the path from it. */
  readonly webkitRelativePath?: string;
  arrayBuffer: () => Promise<ArrayBuffer>;
}

export interface BoardListener {
  /** In the order of the files. */
  report: (report: FileReport) => void;
  /** The standard cannot be used: nothing is checked. */
  refused: (problem: StandardProblem) => void;
  done: () => void;
}

const MOST_WORKERS = 4;

export const shownName = ({ name, webkitRelativePath }: ChosenWorkbook): string => webkitRelativePath || name;

/** Begins; the answer ends it. */
export function runBoard(
  files: readonly ChosenWorkbook[],
  setup: BoardSetup,
  start: () => BoardWorker,
  listener: BoardListener,
  threads = navigator.hardwareConcurrency || 2,
): () => void {
  const run = new Run(files, setup, start, listener);
  run.begin(Math.max(1, Math.min(threads, MOST_WORKERS, files.length)));
  return () => {
    run.end();
  };
}

class Run {
  private readonly workers = new Set<BoardWorker>();
  private readonly ready = new Map<number, FileReport>();
  private next = 0;
  private given = 0;
  private ended = false;

  constructor(
    private readonly files: readonly ChosenWorkbook[],
    private readonly setup: BoardSetup,
    private readonly start: () => BoardWorker,
    private readonly listener: BoardListener,
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
    const worker = this.start();
    this.workers.add(worker);
    let at: number | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fail = (problem: Parameters<typeof unreadableReport>[1]): void => {
      clearTimeout(timer);
      worker.terminate();
      if (this.ended || !this.workers.delete(worker)) return;
      if (at !== null) this.take(at, this.unreadable(at, problem));
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
      fail({ code: 'file-too-large', detail: 'worker' });
    };
    worker.onmessage = ({ data }) => {
      clearTimeout(timer);
      at = null;
      if (data.kind === 'refused') return this.refuse(data.problem);
      if (data.kind === 'report') this.take(data.index, data.report);
      void feed();
    };
    worker.postMessage({ kind: 'start', setup: this.setup });
  }

  private unreadable(index: number, problem: Parameters<typeof unreadableReport>[1]): FileReport {
    const file = this.files[index];
    return unreadableReport(file === undefined ? '' : shownName(file), problem, this.setup.lang);
  }

  private refuse(problem: StandardProblem): void {
    if (this.ended) return;
    this.end();
    this.listener.refused(problem);
  }

  private take(index: number, report: FileReport): void {
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
