/** Forms read by workers: one that kills its worker or keeps it for ever is said, in order, and the others are read. */
import type { FilesAnswer, FilesTask } from '../../src/pane/files-run';
import { readForms } from '../../src/pane/unit-forms/read-forms';
import { readingOf, type ReadSetup } from '../../src/pane/unit-forms/forms-worker';
import { LONGEST } from '../../src/sheets/longest';
import { expectedForms, type FileReading } from '../../src/workbook/unit-forms';
import { judged, valueOf } from '../workbook/change/support';
import { emptyBook, sent, UNITS_24 } from '../workbook/unit-forms/support';

Object.defineProperty(globalThis, 'navigator', { value: { hardwareConcurrency: 2 }, configurable: true });

const BOOK = emptyBook(UNITS_24);
const { book } = judged(BOOK);
const SETUP: ReadSetup = { book, expected: valueOf(expectedForms(book, { kind: 'own' })) };

/** A worker that reads as the real one, dies of "deadly" and never answers of "endless". */
class OneWorker {
  static running = 0;
  onmessage: ((event: MessageEvent<FilesAnswer<FileReading, never>>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  private isEnded = false;

  constructor() {
    OneWorker.running += 1;
  }

  postMessage(task: FilesTask<ReadSetup>): void {
    void Promise.resolve().then(() => {
      if (this.isEnded || (task.kind === 'check' && task.name === 'endless.xlsx')) return;
      if (task.kind === 'check' && task.name === 'deadly.xlsx')
        this.onerror?.({ preventDefault: () => undefined } as ErrorEvent);
      else if (task.kind === 'check' && task.name === 'mistake.xlsx')
        this.onerror?.({
          preventDefault: () => undefined,
          message: 'TypeError: x',
          filename: 'a/w.js',
          lineno: 3,
          colno: 4,
        } as ErrorEvent);
      else
        this.onmessage?.({
          data:
            task.kind === 'start'
              ? { kind: 'ready' }
              : { kind: 'report', index: task.index, report: readingOf(SETUP, task.bytes) },
        } as MessageEvent<FilesAnswer<FileReading, never>>);
    });
  }

  terminate(): void {
    if (!this.isEnded) OneWorker.running -= 1;
    this.isEnded = true;
  }
}

const file = (name: string, bytes: Uint8Array) => ({
  name,
  arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
});
const says = ({ reading }: { readonly reading: FileReading }): unknown =>
  reading.ok ? reading.value.unit : reading.error.code;

test('in order, each by itself', async () => {
  jest.useFakeTimers();
  const forms = sent(BOOK).slice(0, 6);
  const names = forms.map(({ name }, at) => ['', 'deadly.xlsx', '', 'endless.xlsx', 'mistake.xlsx'][at] || name);
  const files = [
    ...forms.map(({ bytes }, at) => file(names[at] ?? '', bytes)),
    { name: 'gone.xlsx', arrayBuffer: () => Promise.reject(new Error('gone')) },
  ];
  const found = readForms(files, SETUP, () => new OneWorker(), new AbortController().signal);
  await jest.advanceTimersByTimeAsync(LONGEST + 1);
  expect((await found).map((each) => [each.name, says(each)])).toEqual([
    [forms[0]?.name, 'ST1'],
    ['deadly.xlsx', 'file-too-large'],
    [forms[2]?.name, 'ST3'],
    ['endless.xlsx', 'file-too-slow'],
    ['mistake.xlsx', 'program-fault'],
    [forms[5]?.name, 'ST6'],
    ['gone.xlsx', 'file-unreadable'],
  ]);
  expect(OneWorker.running).toBe(0);
});

test('a worker that fails at its start leaves no file waiting', async () => {
  const start = (): OneWorker => {
    const worker = new OneWorker();
    worker.postMessage = () => {
      void Promise.resolve().then(() => {
        worker.onerror?.({ preventDefault: () => undefined, message: 'TypeError: x', lineno: 1 } as ErrorEvent);
      });
    };
    return worker;
  };
  const files = ['a.xlsx', 'b.xlsx', 'c.xlsx'].map((name) => file(name, BOOK));
  const found = await readForms(files, SETUP, start, new AbortController().signal);
  expect(found.map((each) => [each.name, says(each)])).toEqual([
    ['a.xlsx', 'program-fault'],
    ['b.xlsx', 'program-fault'],
    ['c.xlsx', 'program-fault'],
  ]);
  expect(OneWorker.running).toBe(0);
});

test('no longer asked for, its workers are ended; without workers it is read here', async () => {
  jest.useFakeTimers();
  const asked = new AbortController();
  const found = readForms([file('endless.xlsx', BOOK)], SETUP, () => new OneWorker(), asked.signal);
  await jest.advanceTimersByTimeAsync(1);
  asked.abort();
  expect([await found, OneWorker.running]).toEqual([[], 0]);
  jest.useRealTimers();
  const [form] = sent(BOOK);
  const none = (): OneWorker => {
    throw new Error('no workers');
  };
  const here = await readForms(
    [file('a.xlsx', form?.bytes ?? BOOK), file('b.xlsx', new Uint8Array())],
    SETUP,
    none,
    new AbortController().signal,
  );
  expect(here.map(says)).toEqual(['ST1', 'file-not-xlsx']);
});
