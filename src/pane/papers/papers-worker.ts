/** The worker that makes the Word papers, so that the pane goes on answering. */
import { zipSync } from 'fflate';
import { planPapers, writePapers } from '../../papers';
import type { Issue } from '../../rules';
import type { Judged } from '../../workbook/judgement';

export interface PapersTask {
  readonly judged: Judged;
  readonly now: Date;
}

export interface PapersDone {
  readonly kind: 'done';
  /** All papers in one archive. */
  readonly zip: Uint8Array;
  readonly files: number;
  readonly news: string;
  /** What is left blank. */
  readonly issues: readonly Issue[];
}

export type PapersAnswer = { readonly kind: 'progress'; readonly done: number; readonly all: number } | PapersDone;

/** Makes all papers; `tell` hears of each, `pause` is awaited between two. */
export async function makePapers(
  { judged, now }: PapersTask,
  tell: (answer: PapersAnswer) => void,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const job = planPapers(judged, now);
  const all = job.names.length;
  const files: Record<string, Uint8Array> = {};
  let done = 0;
  tell({ kind: 'progress', done, all });
  for await (const { name, bytes } of writePapers(job)) {
    files[name] = bytes;
    tell({ kind: 'progress', done: ++done, all });
    await pause();
  }
  // Word files are compressed already.
  tell({ kind: 'done', zip: zipSync(files, { level: 0 }), files: done, news: job.news, issues: job.issues });
}

interface Scope {
  onmessage: ((event: { readonly data: PapersTask }) => void) | null;
  postMessage: (answer: PapersAnswer) => void;
}

export function servePapers(scope: Scope): void {
  scope.onmessage = ({ data }) => {
    // A failure must reach whoever waits: thrown outside of the promise it is an error of the worker.
    makePapers(data, (answer) => {
      scope.postMessage(answer);
    }).catch((error: unknown) => {
      setTimeout(() => {
        throw error;
      });
    });
  };
}
