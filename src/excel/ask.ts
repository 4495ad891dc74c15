/** One conversation with Excel: its time limit, its end, and what its errors mean. */
import { fail, type DoorProblem, type Result } from '../sheets/door';
import { problemOf } from './problems';

/** How long the pane stays quiet while Excel does not answer, in milliseconds. */
export const PATIENCE_MS = 20_000;

/** What to do when Excel does not answer. */
export interface Patience {
  /** Milliseconds without an end before `onSlow` is called; 20 000 unless said otherwise. */
  readonly ms?: number;
  /**
   * `cancel` ends the waiting with `cancelled`; what Excel was already asked it may still finish.
   * Without `onSlow` the waiting ends by itself with `excel-silent`.
   */
  readonly onSlow?: (cancel: () => void) => void;
}

/** What a job talks to: the context, and the only way to send what was queued. */
export interface Talk {
  readonly context: Excel.RequestContext;
  /** One round trip. Throws when the person has cancelled, so that nothing more is asked of Excel. */
  readonly sync: () => Promise<void>;
}

class Over extends Error {}

/** Runs `job`; whatever it throws comes back as a problem. */
export async function askExcel<T>(
  patience: Patience & { readonly ms: number },
  options: Excel.RunOptions,
  job: (talk: Talk) => Promise<Result<T, DoorProblem>>,
): Promise<Result<T, DoorProblem>> {
  if (typeof Excel === 'undefined') return fail({ code: 'excel-missing' });
  let over = false;
  const answer = Excel.run(options, async (context) =>
    job({
      context,
      sync: async () => {
        if (over) throw new Over();
        await context.sync();
      },
    }),
  ).catch((error: unknown) => fail(problemOf(error)));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Result<T, DoorProblem>>((resolve) => {
    const end = (code: 'cancelled' | 'excel-silent') => {
      over = true;
      resolve(fail({ code }));
    };
    timer = setTimeout(() => {
      if (patience.onSlow) patience.onSlow(() => end('cancelled'));
      else end('excel-silent');
    }, patience.ms);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
