/**
 * Work on the first thread that is ended when it takes long. Starting a thread costs as much as reading
 * and judging a usual workbook, so the usual ones are judged here, and whatever shows that it is not usual
 * begins again in a thread of its own, which can be ended at any moment and whose memory is bounded.
 */
import { createContext, Script } from 'node:vm';
import { codeOf } from '../../xlsx/disk-read';
import { inflatedSize } from '../../xlsx/inflated-size';

/** Milliseconds: some ten times what the cold program takes for a usual workbook. */
const HERE = 1_000;
/** Bytes of XML; 40 units × 200 criteria with three levels and results have about 3 million. What they hold fits into any memory. */
const SMALL = 6 * 2 ** 20;

export type Timed<T> =
  { readonly kind: 'done'; readonly value: T } | { readonly kind: 'late' } | { readonly kind: 'interrupted' };

/** Node's only way to end what runs on the calling thread: the clock of a script. This one only calls. */
const CALL = new Script('work()');
const context = createContext({ work: null as (() => unknown) | null });
/** What was ended may have left things half done: nothing is begun here after it. */
let ended = false;

/** Whether a file may be worked on here: what is no workbook at all is soon said, too. */
export const isSmall = (bytes: Uint8Array): boolean => inflatedSize(bytes) <= SMALL;

/**
 * What `work` gives; `late` where it took longer than `longest` milliseconds, or something before did.
 * With `hearsInterrupt` Ctrl-C ends it too; without, the system ends the process, where nobody listens.
 *
 * @example
 * const timed = withinTime(() => judge(cells));
 * if (timed.kind === 'late') return judgeInThread(bytes);
 */
export function withinTime<T>(
  work: () => T,
  { longest = HERE, hearsInterrupt = false }: { readonly longest?: number; readonly hearsInterrupt?: boolean } = {},
): Timed<T> {
  if (ended) return { kind: 'late' };
  context.work = work;
  try {
    return {
      kind: 'done',
      value: CALL.runInContext(context, { timeout: longest, breakOnSigint: hearsInterrupt }) as T,
    };
  } catch (error) {
    // It is an error of the script's own world: no `instanceof` knows it.
    const code = codeOf(error);
    if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT' && code !== 'ERR_SCRIPT_EXECUTION_INTERRUPTED') throw error;
    ended = true;
    return { kind: code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? 'late' : 'interrupted' };
  } finally {
    context.work = null;
  }
}
