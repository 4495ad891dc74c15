import packageJson from '../../../package.json';
import { MINH_HOA, SEVEN_GROUPS } from '../../../src/regulations';
import type { WorkbookCells } from '../../../src/sheets/cells';
import { ok, type Door } from '../../../src/sheets/door';
import { judge, planResults, runJob } from '../../../src/workbook/job';
import { OUTPUT_SHEETS } from '../../../src/workbook/layout';
import type { SheetPlan } from '../../../src/sheets/plan';
import { withPlans } from '../../../src/sheets/plan-cells';
import { PROGRAM } from '../../../src/sheets/program';
import { parseStamp, stampState, stampText } from '../../../src/sheets/stamp';
import { blocCells } from '../blocs';

const NOW = new Date(2026, 0, 15, 9, 5);
const LATER = new Date(2026, 0, 16, 10, 30);
const ALL = [
  OUTPUT_SHEETS.results,
  OUTPUT_SHEETS.report,
  OUTPUT_SHEETS.issues,
  OUTPUT_SHEETS.explanations,
  OUTPUT_SHEETS.log,
];

const namesOf = (plans: readonly SheetPlan[]): string[] => plans.map(({ name }) => name);
const lastText = ({ rows }: SheetPlan): unknown => rows.at(-1)?.cells[0]?.value;
const textsOf = ({ rows }: SheetPlan): string[] =>
  rows.flatMap(({ cells }) => cells.flatMap((cell) => (typeof cell?.value === 'string' ? [cell.value] : [])));

/** A door over cells in memory. */
function memoryDoor(start: WorkbookCells): Door & { cells: WorkbookCells; writes: number } {
  const door = {
    kind: 'file' as const,
    cells: start,
    writes: 0,
    read: () => Promise.resolve(ok(door.cells)),
    write: (plans: readonly SheetPlan[]) => {
      door.cells = withPlans(door.cells, plans);
      door.writes += 1;
      return Promise.resolve(ok(undefined));
    },
    show: () => Promise.resolve(ok(undefined)),
    fix: () => Promise.resolve(ok([])),
    onChange: () => () => undefined,
  };
  return door;
}

describe('the job', () => {
  test('reads, judges and writes every output sheet', async () => {
    const door = memoryDoor(blocCells({ units: 5, seed: 11 }));
    const done = await runJob(door, { now: NOW });
    expect(done.ok && namesOf(done.value.plans)).toEqual(ALL);
    expect(door.writes).toBe(1);
  });

  test.each([MINH_HOA, SEVEN_GROUPS])('finds the same book and fingerprint after writing ($id)', async (regulation) => {
    const door = memoryDoor(blocCells({ units: 6, seed: 12, regulation }));
    const first = judge(door.cells);
    await runJob(door, { now: NOW });
    const second = judge(door.cells);
    expect(second.fingerprint).toBe(first.fingerprint);
    const { sheetOrder: ordersBefore, read: readBefore, ...before } = first.book;
    const { sheetOrder: ordersAfter, read: readAfter, ...after } = second.book;
    expect(after).toEqual(before);
    const inputs = (account: typeof readBefore) => account?.sheets.filter(({ rows }) => rows > 0);
    expect([inputs(readAfter), readAfter?.notRead]).toEqual([inputs(readBefore), readBefore?.notRead]);
    expect(ordersAfter).toEqual([...ordersBefore, ...ALL]);
    expect(second.evaluation.issues).toEqual(first.evaluation.issues);
  });

  test('written twice, changes nothing but the log, which grows', async () => {
    const door = memoryDoor(blocCells({ units: 5, seed: 13 }));
    const first = await runJob(door, { now: NOW });
    const second = await runJob(door, { now: LATER });
    if (!first.ok || !second.ok) throw new Error('not written');
    const log = OUTPUT_SHEETS.log;
    expect(second.value.plans.filter(({ name }) => name !== log)).toEqual(
      first.value.plans.filter(({ name }) => name !== log),
    );
    const lines = second.value.plans.find(({ name }) => name === log)?.rows.map(({ cells }) => cells[0]?.value) ?? [];
    expect(lines).toContain('09:05 15/01/2026');
    expect(lines).toContain('10:30 16/01/2026');
  });

  test('carries another fingerprint and the new time after a score changed', () => {
    const before = planResults(judge(blocCells({ units: 5, seed: 14 })), { now: NOW });
    const cells = withPlans(blocCells({ units: 5, seed: 15 }), before);
    const after = planResults(judge(cells), { now: LATER });
    expect(parseStamp(after[0]?.stamp ?? null)?.time).toBe('2026-01-16 10:30');
    expect(parseStamp(after[0]?.stamp ?? null)?.fingerprint).not.toBe(
      parseStamp(before[0]?.stamp ?? null)?.fingerprint,
    );
  });

  test('writes only the issues and the log while there are errors', () => {
    const judgement = judge(blocCells({ units: 5, seed: 16, content: { scores: {} } }));
    expect(namesOf(planResults(judgement, { now: NOW }))).toEqual([OUTPUT_SHEETS.issues, OUTPUT_SHEETS.log]);
  });

  test('says on every page that there are errors, when results are written all the same', () => {
    const judgement = judge(blocCells({ units: 5, seed: 16, content: { scores: {} } }));
    const plans = planResults(judgement, { now: NOW, allowErrors: true });
    expect(namesOf(plans)).toEqual(ALL);
    for (const plan of plans.filter(({ name }) => name !== OUTPUT_SHEETS.log)) {
      expect(textsOf(plan)).toContain('CÒN LỖI – CHƯA DÙNG ĐỂ BÌNH XÉT');
      expect(plan.print?.footer).toContain('CÒN LỖI – CHƯA DÙNG ĐỂ BÌNH XÉT');
    }
  });

  test('refuses a sheet of the user that bears our name, and writes nothing', async () => {
    const cells = blocCells({ units: 3, seed: 17 });
    const own = { ...(cells.sheets[0] ?? { rows: [] }), name: 'kết quả', stamp: null };
    const door = memoryDoor({ ...cells, sheets: [...cells.sheets, own as (typeof cells.sheets)[number]] });
    expect(await runJob(door, { now: NOW })).toEqual({ ok: false, error: { code: 'sheet-foreign', sheet: 'kết quả' } });
    expect(door.writes).toBe(0);
  });

  test('writes nothing into a workbook of a newer template', async () => {
    const cells = blocCells({ units: 3, seed: 17 });
    const newer = {
      ...cells,
      sheets: cells.sheets.map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) =>
          row?.map((cell) => (cell?.value === 'thidua/1' ? { ...cell, value: 'thidua/3' } : cell)),
        ),
      })),
    };
    const door = memoryDoor(newer);
    expect(await runJob(door, { now: NOW })).toEqual({ ok: false, error: { code: 'template-newer' } });
    expect(door.writes).toBe(0);
  });

  test('writes under another name on request, and finds its sheet there again', async () => {
    const cells = blocCells({ units: 3, seed: 17 });
    const own = { ...(cells.sheets[0] ?? { rows: [] }), name: 'Kết quả', stamp: null };
    const door = memoryDoor({ ...cells, sheets: [...cells.sheets, own as (typeof cells.sheets)[number]] });
    const first = await runJob(door, { now: NOW, names: { results: 'Kết quả (2)' } });
    const second = await runJob(door, { now: LATER });
    expect(first.ok && first.value.plans[0]?.name).toBe('Kết quả (2)');
    expect(second.ok && second.value.plans[0]?.name).toBe('Kết quả (2)');
  });
});

test('a copy of the results that someone keeps is never written over, wherever it stands', async () => {
  const door = memoryDoor(blocCells({ units: 3, seed: 17 }));
  await runJob(door, { now: NOW });
  const results = door.cells.sheets.find(({ name }) => name === OUTPUT_SHEETS.results);
  if (!results) throw new Error('not written');
  const copy = { ...results, name: 'Kết quả (2)' };
  door.cells = { ...door.cells, sheets: [copy, ...door.cells.sheets] };
  await runJob(door, { now: LATER });
  expect(door.cells.sheets[0]).toBe(copy);
  expect(door.cells.sheets.filter(({ name }) => name.startsWith('Kết quả'))).toHaveLength(2);
});

describe('the stamp', () => {
  const [results] = planResults(judge(blocCells({ units: 3, seed: 18 })), { now: NOW });

  test('is the last printed row and the hidden name alike', () => {
    const stamp = parseStamp(results?.stamp ?? null);
    expect(stamp).toMatchObject({ sheet: 'results', version: PROGRAM.version, time: '2026-01-15 09:05' });
    expect(stamp && stampText(stamp)).toBe(results?.stamp);
    expect(results && lastText(results)).toBe(
      `thidua ${PROGRAM.version} – mã số liệu ${(stamp?.fingerprint ?? '').slice(7, 15)} – 09:05 ngày 15/01/2026`,
    );
    expect(results?.print?.area?.bottom).toBe((results?.rows.length ?? 0) - 1);
    expect((results?.stamp ?? '').length).toBeLessThan(255);
  });

  const FINGERPRINT = `sha256:${'0a'.repeat(32)}`;
  const sheet = (stamp: string | null) => ({
    name: 'Kết quả',
    state: 'visible' as const,
    rows: [],
    hiddenRows: new Set<number>(),
    hiddenColumns: new Set<number>(),
    merges: [],
    stamp,
    protected: false,
  });
  test.each([
    ['fresh', `thidua/0.1.0 results ${FINGERPRINT} 2026-01-15 09:05`],
    ['stale', `thidua/0.1.0 results sha256:${'0b'.repeat(32)} 2026-01-15 09:05`],
    ['foreign', null],
    ['foreign', ''],
    ['foreign', `thidua/0.1.0 something ${FINGERPRINT} 2026-01-15 09:05`],
    ['foreign', `thidua/0.1.0 toString ${FINGERPRINT} 2026-01-15 09:05`],
    ['foreign', `thidua/0.1.0 results sha256:abc 2026-01-15 09:05`],
  ])('%s: %s', (state, text) => {
    expect(stampState(sheet(text), FINGERPRINT)).toBe(state);
  });

  test('names the version of the package', () => {
    expect(PROGRAM.version).toBe(packageJson.version);
  });
});
