/**
 * Strangers' files worked on by threads, in order, with a bounded number of them in memory: one that kills its
 * thread, or keeps it too long, is answered for, and the others go on.
 */
import { parentPort, type Worker } from 'node:worker_threads';
import type { DoorProblem } from '../../sheets/door';

/** What a thread of a pool is told: it answers each with a `FileAnswer`, in turn. */
interface FileTask {
  readonly index: number;
  readonly path: string;
}

interface FileAnswer<Answer> {
  readonly index: number;
  readonly answer: Answer;
}

interface PoolOptions<Answer> {
  readonly start: () => Worker;
  /** What is answered for a file whose thread was ended. */
  readonly unreadable: (path: string, problem: DoorProblem) => Answer;
  readonly threads: number;
  /** Milliseconds that one file may take. */
  readonly longest: number;
  readonly signal?: AbortSignal | undefined;
}

/** Files handed to a thread at once. */
const AT_ONCE = 2;
/** Files begun beyond the one that is waited for, per thread: what bounds the memory. */
const AHEAD = 6;

/** An answer may be null itself. */
interface Got<Answer> {
  readonly value: Answer;
}

/** What a thread of a pool does: one file after the other. */
export function answerFiles<Answer>(answer: (path: string) => Answer): void {
  parentPort?.on('message', ({ index, path }: FileTask) => {
    parentPort?.postMessage({ index, answer: answer(path) } satisfies FileAnswer<Answer>);
  });
}

/** What the threads answer, in the order of `paths`; after an abort what is ready in order still comes. */
export async function* answersOf<Answer>(
  paths: readonly string[],
  options: PoolOptions<Answer>,
): AsyncGenerator<Answer> {
  const { signal } = options;
  const pool = new Pool(paths, options);
  signal?.addEventListener(
    'abort',
    () => {
      pool.stop();
    },
    { once: true },
  );
  try {
    for (let index = 0; index < paths.length; index++) {
      const answer = await pool.answer(index);
      if (answer === null) return;
      yield answer.value;
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

class Pool<Answer> {
  private readonly threads = new Set<Thread>();
  private readonly ready = new Map<number, Got<Answer>>();
  private waiting: {
    readonly index: number;
    readonly give: (answer: Got<Answer> | null) => void;
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
    private readonly options: PoolOptions<Answer>,
  ) {
    this.left = paths.map((path, index) => ({ index, path })).reverse();
    for (let i = 0; i < options.threads; i++) this.start();
  }

  /** The answer for the next file in order; null once stopped. */
  answer(index: number): Promise<Got<Answer> | null> {
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
    const worker = this.options.start();
    const thread: Thread = { worker, tasks: [], timer: undefined, late: false };
    this.threads.add(thread);
    worker.on('message', ({ index, answer }: FileAnswer<Answer>) => {
      thread.tasks.shift();
      this.watch(thread);
      this.take(index, answer);
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
        this.options.unreadable(
          blamed.path,
          thread.late ? { code: 'file-too-slow' } : { code: 'file-too-large', detail: 'worker' },
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
      if (task === undefined || task.index >= this.given + this.options.threads * AHEAD) return;
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
      }, this.options.longest);
    }
  }

  private take(index: number, value: Answer): void {
    if (this.waiting?.index !== index) {
      this.ready.set(index, { value });
      return;
    }
    const { give } = this.waiting;
    this.waiting = null;
    this.given = index + 1;
    this.feedAll();
    give({ value });
  }
}
