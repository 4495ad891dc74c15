import type { Place } from '../../src/rules';
import { createPackage, fileDoor, readWorkbook, workbookWorker } from '../../src/xlsx';
import type { WorkerLike } from '../../src/xlsx';
import { answerTask, serve } from '../../src/xlsx/worker';
import type { WorkerAnswer, WorkerTask } from '../../src/xlsx/worker';
import { plainPlan } from './support/plans';

const book = (...rows: readonly (readonly (string | number)[])[]): Uint8Array =>
  createPackage([plainPlan('Trang', null, rows)]);

/** A worker on this thread that copies messages as a real one does. */
class NearWorker implements WorkerLike {
  static started = 0;
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  terminated = false;
  constructor(private readonly answer: (task: WorkerTask, post: (answer: WorkerAnswer) => void) => void = answerTask) {
    NearWorker.started++;
  }
  postMessage(task: WorkerTask): void {
    const copy = structuredClone(task);
    setTimeout(() => {
      this.answer(copy, (answer) => {
        const data = structuredClone(answer);
        setTimeout(() => {
          if (!this.terminated) this.onmessage?.({ data });
        });
      });
    });
  }
  terminate(): void {
    this.terminated = true;
  }
}

describe.each<[kind: string, open: (bytes: Uint8Array) => ReturnType<typeof fileDoor>]>([
  ['on this thread', (bytes) => fileDoor(bytes)],
  ['with a worker', (bytes) => fileDoor(bytes, { work: workbookWorker(() => new NearWorker()) })],
])('a door over bytes, %s', (_, open) => {
  test('reads, fixes, undoes and writes, one after the other', async () => {
    const door = open(book([1, 'a']));
    const heard: (readonly Place[])[] = [];
    const stop = door.onChange((places) => heard.push(places));
    const place = { sheet: 'Trang', row: 0, column: 0 };
    const [fixed, written, read] = await Promise.all([
      door.fix([{ place, value: 2 }]),
      door.write([plainPlan('Kiểm tra', 'x')]),
      door.read(),
    ]);
    expect(fixed).toEqual({ ok: true, value: [{ place, value: 1 }] });
    expect(written).toEqual({ ok: true, value: undefined });
    expect(read.ok && read.value.sheets.map(({ name, rows }) => [name, rows[0]?.[0]?.value])).toEqual([
      ['Trang', 2],
      ['Kiểm tra', 'a'],
    ]);
    expect(heard).toEqual([[place]]);
    stop();
    await door.fix(fixed.ok ? fixed.value : []);
    expect(heard).toHaveLength(1);
    expect(readWorkbook(door.bytes())).toEqual(await door.read());
    expect(await door.show(place)).toEqual({ ok: true, value: undefined });
  });

  test('after a problem the bytes are what they were', async () => {
    const bytes = book([1]);
    const door = open(bytes);
    expect(await door.write([plainPlan('Trang', 'x')])).toEqual({
      ok: false,
      error: { code: 'sheet-foreign', sheet: 'Trang' },
    });
    expect(await door.fix([{ place: { sheet: 'B', row: 0, column: 0 }, value: 1 }])).toMatchObject({
      ok: false,
      error: { code: 'sheet-gone' },
    });
    expect(door.bytes()).toBe(bytes);
    expect(await open(new Uint8Array()).read()).toEqual({
      ok: false,
      error: { code: 'file-not-xlsx', detail: 'empty' },
    });
  });
});

test('the page is shown cells and told of new bytes', async () => {
  const shown: Place[] = [];
  const sizes: number[] = [];
  const door = fileDoor(book([1]), {
    show: (place) => shown.push(place),
    onBytes: (bytes) => sizes.push(bytes.length),
  });
  const place = { sheet: 'Trang', row: 0, column: 0 };
  await door.show(place);
  await door.fix([{ place, value: 5 }]);
  expect([shown, sizes]).toEqual([[place], [door.bytes().length]]);
});

describe('the worker', () => {
  test('a large workbook comes in slices, equal to what is read at once, with progress', async () => {
    const bytes = book(...Array.from({ length: 30_000 }, (_, i) => (i % 3 === 0 ? [] : [i, `dòng ${String(i)}`])));
    const shares: number[] = [];
    const kinds: string[] = [];
    const work = workbookWorker(
      () =>
        new NearWorker((task, post) => {
          void answerTask(task, (answer) => {
            kinds.push(answer.kind);
            post(answer);
          });
        }),
      (share) => shares.push(share),
    );
    expect(await work.read(bytes)).toEqual(readWorkbook(bytes));
    expect(kinds.filter((kind) => kind === 'rows').length).toBeGreaterThan(5);
    expect(shares.at(-1)).toBeCloseTo(1, 3);
  });

  test('cancelling ends the task that runs, the next one gets a new worker', async () => {
    const before = NearWorker.started;
    const work = workbookWorker(() => new NearWorker());
    const first = work.read(book([1]));
    await Promise.resolve();
    await Promise.resolve();
    work.cancel();
    expect(await first).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect((await work.read(book([2]))).ok).toBe(true);
    expect(NearWorker.started - before).toBe(2);
    work.cancel();
  });

  test('a worker that dies is a problem with a name, not a silence', async () => {
    const work = workbookWorker(() => {
      const worker = new NearWorker(() => {
        worker.onerror?.(new Error('out of memory'));
      });
      return worker;
    });
    expect(await work.write(book([1]), [])).toEqual({ ok: false, error: { code: 'file-damaged', detail: 'worker' } });
  });

  test('a mistake of ours in it is told as ours', async () => {
    const work = workbookWorker(() => {
      const worker = new NearWorker(() => {
        worker.onerror?.({ message: 'Uncaught TypeError: x is not a function', filename: 'w.js', lineno: 5, colno: 2 });
      });
      return worker;
    });
    expect(await work.read(book([1]))).toEqual({
      ok: false,
      error: { code: 'program-fault', detail: 'TypeError, w.js:5:2' },
    });
  });

  test('one that never answers is ended; the next task gets another', async () => {
    const before = NearWorker.started;
    const work = workbookWorker(
      () => (NearWorker.started === before ? new NearWorker(() => undefined) : new NearWorker()),
      undefined,
      20,
    );
    const [first, second] = await Promise.all([work.read(book([1])), work.read(book([2]))]);
    expect(first).toEqual({ ok: false, error: { code: 'file-too-slow' } });
    expect(second.ok).toBe(true);
    work.cancel();
  });

  test('its own side answers what it is sent', async () => {
    const answers: WorkerAnswer[] = [];
    const scope: Parameters<typeof serve>[0] = {
      onmessage: null,
      postMessage: (answer) => {
        answers.push(answer);
      },
    };
    serve(scope);
    scope.onmessage?.({ data: { kind: 'read', bytes: new Uint8Array() } });
    scope.onmessage?.({
      data: { kind: 'edit', bytes: book([1]), changes: [{ place: { sheet: 'Trang', row: 0, column: 0 }, value: 2 }] },
    });
    await new Promise(setImmediate);
    expect(answers).toMatchObject([
      { kind: 'done', result: { ok: false } },
      { kind: 'done', result: { ok: true } },
    ]);
  });
});
