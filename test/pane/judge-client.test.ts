/** The judging worker: one that dies, never answers, cannot be started, is cancelled. */
import { judgeClient, type JudgeWorker } from '../../src/pane/judge-client';
import type { JudgingAnswer } from '../../src/pane/judge-worker';
import type { JudgedParts } from '../../src/pane/judging';
import { LONGEST } from '../../src/workbook/longest';
import { workbook } from '../support/tables';

const CELLS = workbook({ Trang: 'a' });
const PARTS = { short: 'xong' } as JudgedParts;
const HERE = { short: 'tại chỗ' } as JudgedParts;

/** Says that it is there, then does what it was made for. */
class Stand implements JudgeWorker {
  onmessage: JudgeWorker['onmessage'] = null;
  onerror: JudgeWorker['onerror'] = null;
  ended = false;
  constructor(private readonly does: 'answer' | 'nothing' | 'die' | 'never start') {}
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
    () => {
      here++;
      return Promise.resolve(HERE);
    },
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
    () => Promise.resolve(HERE),
  );
  expect([await forbidden.judge(CELLS), await forbidden.judge(CELLS), asked]).toEqual([
    { ok: true, value: HERE },
    { ok: true, value: HERE },
    1,
  ]);
});
