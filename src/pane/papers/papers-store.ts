/** The state of the making of papers: it goes on when another tab is looked at. */
import type { Judgement } from '../../workbook/judgement';
import { download } from '../parts/download';
import { runPapers } from './papers-run';
import type { PapersDone } from './papers-worker';
import { startPapers } from './start-papers';

const ZIP_MIME = 'application/zip';

export type PapersState =
  | { readonly kind: 'idle' | 'cancelled' | 'failed' }
  | { readonly kind: 'running'; readonly done: number; readonly all: number }
  | { readonly kind: 'made'; readonly made: PapersDone; readonly file: string };

/** "ho-so-thi-dua-2025.zip": nothing but digits comes from the workbook. */
const archiveName = (year: string): string => `ho-so-thi-dua${/^\d{4}$/u.test(year) ? `-${year}` : ''}.zip`;

export class PapersStore {
  private current: PapersState = { kind: 'idle' };
  private end: (() => void) | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly start = startPapers,
    private readonly save = download,
  ) {}

  readonly state = (): PapersState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  make(judgement: Judgement, now: Date): void {
    this.end?.();
    const file = archiveName(judgement.book.info.year);
    this.set({ kind: 'running', done: 0, all: 0 });
    this.end = runPapers({ judged: judgement, now }, this.start, {
      failed: () => {
        this.set({ kind: 'failed' });
      },
      answer: (answer) => {
        if (answer.kind === 'progress') return this.set({ kind: 'running', done: answer.done, all: answer.all });
        this.save(file, answer.zip, ZIP_MIME);
        this.set({ kind: 'made', made: answer, file });
      },
    });
  }

  cancel(): void {
    this.end?.();
    this.end = null;
    this.set({ kind: 'cancelled' });
  }

  private set(state: PapersState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}
