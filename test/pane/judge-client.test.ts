/** The judging worker: one that dies, never answers, cannot be started, is cancelled; what it is asked later. */
import { judgeClient, type JudgeWorker } from '../../src/pane/judge-client';
import { serveJudging, type JudgingAnswer, type JudgingTask } from '../../src/pane/judge-worker';
import * as judging from '../../src/pane/judging';
import type { JudgedParts } from '../../src/pane/judging';
import type { Question } from '../../src/pane/judged-handle';
import type { WorkbookCells } from '../../src/sheets/cells';
import type { Judgement } from '../../src/workbook/judgement';
import { readWorkbook } from '../../src/xlsx';
import { fewMissing, sampleWithout } from '../support/holes';
import { LONGEST } from '../../src/sheets/longest';
import { workbook } from '../support/tables';

const CELLS = workbook({ Trang: 'a' });
const PARTS = { short: 'xong', book: {} } as JudgedParts;
const HERE = { short: 'tại chỗ', book: {} } as JudgedParts;

/** What a browser says of an exception in a worker. */
const MISTAKE = {
  message: 'Uncaught RangeError: Điểm của Sở Y tế',
  filename: 'blob:https://thidua.example/judge.worker.js',
  lineno: 7,
  colno: 12,
};

/** Says that it is there, then does what it was made for. */
class Stand implements JudgeWorker {
  onmessage: JudgeWorker['onmessage'] = null;
  onerror: JudgeWorker['onerror'] = null;
  ended = false;
  constructor(private readonly does: 'answer' | 'nothing' | 'die' | 'fail' | 'never start') {}
  terminate(): void {
    this.ended = true;
  }
  postMessage(): void {
    setTimeout(() => {
      if (this.ended) return;
      if (this.does !== 'never start') this.say('ready');
      if (this.does === 'answer') this.say(PARTS);
      if (this.does === 'die' || this.does === 'never start')
        this.onerror?.({ preventDefault: () => undefined } as ErrorEvent);
      if (this.does === 'fail') this.onerror?.({ preventDefault: () => undefined, ...MISTAKE } as ErrorEvent);
    });
  }
  private say(data: JudgingAnswer): void {
    this.onmessage?.({ data } as MessageEvent<JudgingAnswer>);
  }
}

/** A client whose workers, one after the other, do these things. */
function clientOf(...does: ConstructorParameters<typeof Stand>[0][]) {
  const workers: Stand[] = [];
  let here = 0;
  const client = judgeClient(
    () => {
      const worker = new Stand(does[workers.length] ?? 'answer');
      workers.push(worker);
      return worker;
    },
    () =>
      Promise.resolve({
        ...judging,
        judgeInSteps: () => {
          here++;
          return Promise.resolve(HERE);
        },
      }),
  );
  return { client, workers, judgedHere: () => here };
}

test('a worker that never answers is ended; the workbook behind it is judged by a new one', async () => {
  jest.useFakeTimers();
  const { client, workers, judgedHere } = clientOf('nothing', 'answer');
  const answers = Promise.all([client.judge(CELLS), client.judge(CELLS)]);
  await jest.advanceTimersByTimeAsync(LONGEST - 1);
  expect(workers.map(({ ended }) => ended)).toEqual([false]);
  await jest.advanceTimersByTimeAsync(2);
  jest.useRealTimers();
  expect(await answers).toEqual([
    { ok: false, error: { code: 'file-too-slow' } },
    { ok: true, value: PARTS },
  ]);
  expect([workers.map(({ ended }) => ended), judgedHere()]).toEqual([[true, false], 0]);
});

test('a workbook that a worker dies of is never judged on the thread that answers the user', async () => {
  const { client, judgedHere } = clientOf('die', 'answer');
  expect(await client.judge(CELLS)).toEqual({ ok: false, error: { code: 'file-too-large', detail: 'worker' } });
  expect(await client.judge(CELLS)).toEqual({ ok: true, value: PARTS });
  expect(judgedHere()).toBe(0);
});

test('a mistake of ours is told as ours, by its place, never as a bad workbook', async () => {
  const { client, judgedHere } = clientOf('fail', 'answer');
  expect(await client.judge(CELLS)).toEqual({
    ok: false,
    error: { code: 'program-fault', detail: 'RangeError, judge.worker.js:7:12' },
  });
  expect([await client.judge(CELLS), judgedHere()]).toEqual([{ ok: true, value: PARTS }, 0]);
});

test('cancelling answers at once, also for one that never would', async () => {
  const { client, workers } = clientOf('nothing', 'answer');
  const first = client.judge(CELLS);
  const second = client.judge(CELLS);
  await new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
  client.cancel();
  expect(await first).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(await second).toEqual({ ok: true, value: PARTS });
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
});

test('where no worker can be started the work is done here, and no worker asked again', async () => {
  const { client, workers, judgedHere } = clientOf('never start');
  expect([await client.judge(CELLS), await client.judge(CELLS)]).toEqual([
    { ok: true, value: HERE },
    { ok: true, value: HERE },
  ]);
  expect([workers.length, judgedHere()]).toEqual([1, 2]);
  let asked = 0;
  const forbidden = judgeClient(
    () => {
      asked++;
      throw new Error('policy');
    },
    () => Promise.resolve({ ...judging, judgeInSteps: () => Promise.resolve(HERE) }),
  );
  expect([await forbidden.judge(CELLS), await forbidden.judge(CELLS), asked]).toEqual([
    { ok: true, value: HERE },
    { ok: true, value: HERE },
    1,
  ]);
});

/** The real worker without its thread: what goes in and out is cloned as a browser clones it. */
class Cloning implements JudgeWorker {
  onmessage: JudgeWorker['onmessage'] = null;
  onerror: JudgeWorker['onerror'] = null;
  readonly tasks: JudgingTask[] = [];
  private readonly scope: Parameters<typeof serveJudging>[0] = {
    onmessage: null,
    postMessage: (answer) => {
      const data = structuredClone(answer);
      setTimeout(() => this.onmessage?.({ data } as MessageEvent<JudgingAnswer>));
    },
  };
  terminate(): void {
    this.onmessage = null;
  }
  postMessage(task: JudgingTask): void {
    const data = structuredClone(task);
    this.tasks.push(data);
    setTimeout(() => {
      if (this.tasks.length === 1) serveJudging(this.scope);
      this.scope.onmessage?.({ data });
    });
  }
}

function cloningClient() {
  const workers: Cloning[] = [];
  const client = judgeClient(
    () => {
      workers.push(new Cloning());
      return workers.at(-1) as Cloning;
    },
    () => Promise.reject(new Error('on this thread')),
  );
  const judge = async (cells: WorkbookCells): Promise<Judgement> => {
    const parts = await client.judge(cells);
    if (!parts.ok) throw new Error(parts.error.code);
    return { cells, ...parts.value };
  };
  /** What went to the workers: each workbook whole (true) or by its number. */
  const sentWhole = () =>
    workers
      .flatMap(({ tasks }) =>
        tasks.flatMap((task) =>
          task.kind === 'judge' ? [] : task.kind === 'ask' ? [task.of] : [task.before, task.after],
        ),
      )
      .map(({ judgement }) => judgement !== null);
  return { client, judge, sentWhole };
}

const [FULL, OPEN] = [sampleWithout('B', () => false), sampleWithout('B', fewMissing)].map((bytes) => {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}) as [WorkbookCells, WorkbookCells];

test('what a view asks is answered by the worker, the same as here, without the workbook going there again', async () => {
  const { client, judge, sentWhole } = cloningClient();
  for (const cells of [FULL, OPEN]) {
    const judgement = await judge(cells);
    const [unit = ''] = judgement.book.units.map(({ id }) => id);
    const [criterion = ''] = judgement.book.criteria.filter(({ way }) => way.kind !== 'group').map(({ code }) => code);
    const questions: Question[] = [
      { about: 'unit', unit },
      { about: 'differences' },
      { about: 'suppositions', list: [{ kind: 'score', unit, criterion, value: '1' }] },
    ];
    for (const question of questions) {
      const answer = await client.ask(judgement, question);
      expect(answer).toEqual({ ok: true, value: structuredClone(judging.answerHere(judgement, question)) });
    }
    const told = await client.ask(judgement, { about: 'unit', unit });
    expect(told.ok && [...told.value.traces.keys()]).toEqual(['self', 'bloc']);
  }
  expect(sentWhole()).toEqual(Array(8).fill(false));
});

test('the workbook whose results were written stays with the worker, however often another is judged', async () => {
  const { client, judge, sentWhole } = cloningClient();
  const written = await judge(FULL);
  for (let edit = 0; edit < 4; edit++) {
    const now = await judge(OPEN);
    const changes = await client.compare(written, now);
    expect(changes).toEqual({ ok: true, value: structuredClone(judging.compareHere(written, now)) });
    expect(changes.ok && changes.value.inputs.length).toBeGreaterThan(0);
  }
  expect(sentWhole()).toEqual([false, false, false, false, false, false, false, false]);
});

test('a worker that no longer has a workbook is given it: one judged long ago, and any after a cancel', async () => {
  const { client, judge, sentWhole } = cloningClient();
  const old = await judge(FULL);
  for (let edit = 0; edit < 4; edit++) await judge(OPEN);
  const question: Question = { about: 'differences' };
  const expected = { ok: true, value: judging.answerHere(old, question) };
  expect(await client.ask(old, question)).toEqual(expected);
  expect(await client.ask(old, question)).toEqual(expected);
  client.cancel();
  expect(await client.ask(old, question)).toEqual(expected);
  const asked = client.ask(old, question);
  await Promise.resolve();
  client.cancel();
  expect(await asked).toEqual(expected);
  expect(sentWhole()).toEqual([true, false, true, false, true]);
});
