/** What the pane knows and does, without a screen: the real rules over workbooks held as bytes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fix } from '../../src/rules';
import { fail, ok, type Door, type DoorProblem } from '../../src/sheets/door';
import { judge, runJob } from '../../src/workbook/job';
import { findOutput } from '../../src/sheets/stamp';
import { fileDoor } from '../../src/xlsx';
import { Session, type Engine } from '../../src/pane/session';
import { engineHere } from '../support/engine';

const ENGINE = engineHere();

const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, `../../assets/samples/${name}.xlsx`)));
const open = (name: string, engine = ENGINE): Session => new Session(fileDoor(sample(name)), engine);
/** Chấm điểm!E7: 14.25 of at most 15 in sample B. */
const SCORE = { sheet: 'Chấm điểm', row: 6, column: 4 };
const edit = (value: Fix['value']): Fix => ({ place: SCORE, value });
const errors = (session: Session): number =>
  session.state().judgement?.evaluation.issues.filter(({ severity }) => severity === 'error').length ?? -1;

test('first check: judged, no results yet, nothing changed', async () => {
  const session = open('B');
  await session.check();
  expect(errors(session)).toBe(0);
  expect(session.state()).toMatchObject({
    results: { kind: 'none' },
    changes: null,
    busy: null,
    outdated: false,
    notice: null,
  });
});

test('write, late change, stale, write again: the difference is kept', async () => {
  const session = open('B');
  await session.check();
  await session.compute();
  expect(session.state()).toMatchObject({
    results: { kind: 'fresh' },
    notice: { kind: 'written', withResults: true },
    changes: null,
  });
  await session.change([edit(13)], null);
  expect(session.state().results.kind).toBe('stale');
  expect(session.state().changes?.inputs).toMatchObject([{ before: '14.25', after: '13', place: SCORE }]);
  await session.compute();
  expect(session.state().results.kind).toBe('fresh');
  expect(session.state().changes?.units).toMatchObject([
    { unit: 'VPUBND', total: { before: '94.6', after: '93.35' }, rank: { before: 4, after: 6 } },
    { unit: 'SKHCN', rank: { before: 5, after: 4 } },
    { unit: 'BDT', rank: { before: 6, after: 5 } },
  ]);
});

test('while there are errors only the list of issues is written, and results never count as written', async () => {
  const session = open('B');
  await session.check();
  await session.change([edit(99)], null);
  expect(errors(session)).toBeGreaterThan(0);
  await session.compute();
  expect(session.state()).toMatchObject({ results: { kind: 'none' }, notice: { kind: 'written', withResults: false } });
  await session.compute({ allowErrors: true });
  expect(session.state()).toMatchObject({ notice: { kind: 'written', withResults: true } });
});

test('undo and redo go back and forth through any number of changes', async () => {
  const session = open('B');
  await session.check();
  const values: unknown[] = [];
  const note = (): number =>
    values.push(session.state().judgement?.cells.sheets.find(({ name }) => name === 'Chấm điểm')?.rows[6]?.[4]?.value);
  note();
  for (const value of [10, 11]) {
    await session.change([edit(value)], null);
    note();
  }
  await session.undo();
  note();
  await session.undo();
  note();
  await session.undo();
  note();
  await session.redo();
  note();
  await session.redo();
  note();
  expect(values).toEqual([14.25, 10, 11, 10, 14.25, 14.25, 10, 11]);
  await session.undo();
  await session.change([edit(12)], null);
  expect(session.state().redo).toEqual([]);
});

test('a change that the door makes known is checked by itself', async () => {
  const door = fileDoor(sample('B'));
  const session = new Session(door, ENGINE);
  await session.check();
  await door.fix([edit(99)]);
  expect(session.state().outdated).toBe(true);
  await until(() => !session.state().outdated);
  expect(errors(session)).toBeGreaterThan(0);
  session.close();
});

test('an answer to an older check never replaces that of a newer one', async () => {
  const waiting: (() => void)[] = [];
  let slow = true;
  const engine: Engine = {
    ...ENGINE,
    judge: async (cells) => {
      if (slow)
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      return ok(judge(cells));
    },
  };
  const session = open('B', engine);
  const older = session.check();
  await until(() => waiting.length > 0);
  slow = false;
  await session.change([edit(99)], null);
  expect(errors(session)).toBeGreaterThan(0);
  waiting.forEach((go) => {
    go();
  });
  await older;
  expect(errors(session)).toBeGreaterThan(0);
});

describe.each(['file', 'excel'] as const)('through the door to %s', (kind) => {
  /** Excel reads nothing again after a write; the file here stands for it. */
  const through = (): Door => ({ ...fileDoor(sample('B')), kind });

  test('an edit during the write is not lost: the results are stale afterwards', async () => {
    const door = through();
    const busy: Engine = {
      ...ENGINE,
      runJob: async (same, options) => {
        const done = await runJob(same, options);
        await door.fix([edit(13)]); // someone else, while Excel was still writing
        return done;
      },
    };
    const session = new Session(door, busy);
    await session.check();
    await session.compute();
    await until(() => session.state().results.kind === 'stale' && !session.state().outdated);
    session.close();
  });

  test('an edit right after the write makes the results stale', async () => {
    const door = through();
    const session = new Session(door, ENGINE);
    await session.check();
    await session.compute();
    expect(session.state()).toMatchObject({ results: { kind: 'fresh' }, outdated: false });
    await door.fix([edit(13)]);
    expect(session.state().outdated).toBe(true);
    await until(() => session.state().results.kind === 'stale');
    session.close();
  });

  test('the written sheets are known at once', async () => {
    const session = new Session(through(), ENGINE);
    await session.check();
    await session.compute();
    const { cells, judgement } = session.state();
    expect(cells).toBe(judgement?.cells);
    expect(judgement && findOutput(judgement.cells, 'report')?.name).toBe('Báo cáo');
  });
});

test('a report without totals stays without them, whichever button writes it; the choice is kept when it is written', async () => {
  const kept = new Map<string, string>();
  const open = (): Session =>
    new Session(fileDoor(sample('B')), ENGINE, {
      read: (name) => kept.get(name) ?? null,
      write: (name, value) => {
        kept.set(name, value);
      },
    });
  const hasTotals = (session: Session): boolean =>
    findOutput(
      session.state().cells ?? { sheets: [], date1904: false, structureProtected: false },
      'report',
    )?.rows.some((row) => row?.some((cell) => cell?.value === 'Tổng điểm')) === true;
  const session = open();
  await session.check();
  await session.compute();
  expect([hasTotals(session), kept.size]).toEqual([true, 0]);
  session.chooseReportTotals(false);
  expect(kept.size).toBe(0);
  await session.compute();
  expect([hasTotals(session), kept.get('reportTotals')]).toEqual([false, 'no']);
  expect(open().state().reportTotals).toBe(false);
  session.chooseReportTotals(true);
  await session.compute();
  expect([hasTotals(session), kept.get('reportTotals')]).toEqual([true, 'yes']);
});

test('an edit while a slow workbook is being checked leaves it outdated', async () => {
  const door = fileDoor(sample('B'));
  const clock = jest.spyOn(performance, 'now');
  let now = 0;
  clock.mockImplementation(() => now);
  const slow: Engine = {
    ...ENGINE,
    judge: async (cells) => {
      now += 60_000;
      return ok(judge(cells));
    },
  };
  const session = new Session(door, slow);
  await session.check();
  const checking = session.check();
  await door.fix([edit(13)]);
  await checking;
  expect(session.state()).toMatchObject({ outdated: true, busy: null });
  clock.mockRestore();
  session.close();
});

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += 20) {
    if (waited > 10_000) throw new Error('it did not happen');
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

const problem = (code: DoorProblem['code']): DoorProblem => ({ code });
const refusing = (code: DoorProblem['code']): Door => {
  const refuse = () => Promise.resolve(fail(problem(code)));
  return { kind: 'excel', read: refuse, write: refuse, show: refuse, fix: refuse, onChange: () => () => undefined };
};

test.each(['excel-missing', 'excel-editing', 'sheet-protected', 'nothing-open'] as const)(
  'the problem %s is on the screen with the way to try again',
  async (code) => {
    const session = new Session(refusing(code), ENGINE);
    await session.check();
    expect(session.state().notice).toEqual({ kind: 'problem', problem: problem(code), retry: 'check' });
    await session.compute();
    expect(session.state().notice).toEqual({ kind: 'problem', problem: problem(code), retry: 'compute', options: {} });
    await session.compute({ allowErrors: true });
    expect(session.state().notice).toMatchObject({ options: { allowErrors: true } });
    expect(await session.change([edit(1)], null)).toBe(false);
    await session.show(SCORE);
    expect(session.state()).toMatchObject({ notice: { kind: 'problem', retry: null }, busy: null, undo: [] });
  },
);

test('an exception becomes a failure with a way back', async () => {
  let broken = true;
  const session = open('B', {
    ...ENGINE,
    judge: (cells) => {
      if (broken) throw new TypeError('boom');
      return Promise.resolve(ok(judge(cells)));
    },
  });
  await session.check();
  expect(session.state()).toMatchObject({ failure: { message: 'boom' }, busy: null });
  broken = false;
  await session.recover();
  expect(session.state().failure).toBeNull();
  expect(errors(session)).toBe(0);
});

test('waiting can be ended: what comes later is dropped', async () => {
  let go: (() => void) | undefined;
  const session = open('B', {
    ...ENGINE,
    judge: async (cells) => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      return ok(judge(cells));
    },
  });
  const checking = session.check();
  await until(() => go !== undefined);
  session.state().busy?.cancel?.();
  expect(session.state()).toMatchObject({ busy: null, outdated: true });
  go?.();
  await checking;
  expect(session.state().judgement).toBeNull();
});

test('in Excel nothing is read again after a write: what was written is known', async () => {
  const door = fileDoor(sample('B'));
  let reads = 0;
  const session = new Session(
    {
      ...door,
      kind: 'excel',
      read: () => {
        reads += 1;
        return door.read();
      },
      write: (plans) => door.write(plans),
      show: (place) => door.show(place),
      fix: (changes) => door.fix(changes),
      onChange: (listener) => door.onChange(listener),
    },
    ENGINE,
  );
  await session.compute();
  expect([reads, session.state().results.kind, session.state().busy, session.state().outdated]).toEqual([
    1,
    'fresh',
    null,
    false,
  ]);
});
