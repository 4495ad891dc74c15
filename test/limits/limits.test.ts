/** Small workbooks that would keep a careless reader or judge busy: each is answered. What they cost stands in docs/benchmarks.md (`npx tsx bench/limits.ts`). */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editDistance, nearest, patience } from '../../src/base/folding';
import { LIMIT_CASES } from './cases';

/** Far more than all of them take, far less than one that hangs. */
const KILLED_AFTER = 900_000;

test(
  'every one is answered, with findings or calmly',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'thidua-limits-'));
    const names = Object.keys(LIMIT_CASES);
    const files = names.map((name, number) => {
      const file = join(folder, `${String(number)}.xlsx`);
      writeFileSync(file, LIMIT_CASES[name]?.() ?? '');
      return file;
    });
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'test/limits/judge-files.ts', ...files], {
      encoding: 'utf8',
      timeout: KILLED_AFTER,
      killSignal: 'SIGKILL',
    });
    rmSync(folder, { recursive: true });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { answer: string }).answer);
    expect(names.length).toBeGreaterThanOrEqual(50);
    expect(
      Object.fromEntries(
        names
          .map((name, i) => [name, answers[i] ?? 'no answer'])
          .filter(([, answer]) => !/^\d+ issues$/.test(answer ?? '')),
      ),
    ).toEqual({});
  },
  KILLED_AFTER + 60_000,
);

/** The same without a band. */
function plainDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(
        Math.min(
          (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
          (previous[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
        ),
      );
    previous = row;
  }
  return previous[b.length] ?? 0;
}

test('distances within the limit are what they are, all others one more than the limit', () => {
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 48_271) % 0x7fff_ffff) % below;
  const word = (): string => Array.from({ length: random(9) }, () => 'abc'[random(3)]).join('');
  for (let i = 0; i < 5_000; i++) {
    const [a, b, limit] = [word(), word(), random(9)];
    expect([a, b, limit, editDistance(a, b, limit)]).toEqual([a, b, limit, Math.min(plainDistance(a, b), limit + 1)]);
  }
});

test('suggestions end when as much has been compared as no bloc needs, and are shared by all who ask', () => {
  const names = Array.from({ length: 400 }, (_, i) => `${'Sở Văn hóa, Thể thao và Du lịch '.repeat(6)}${String(i)}`);
  const patient = patience();
  let asked = 0;
  while (patient.left >= 0 && asked < 1_000) {
    nearest(`x${names[asked % 400] ?? ''}`, names, patient);
    asked++;
  }
  expect(asked).toBeLessThan(50);
  expect(nearest('Sở Văn hóa, Thể thao và Du lịch 1', ['Sở Văn hóa, Thể thao và Du lịch'], patient)).toBeNull();
  expect(nearest('Sở Nội vu', ['Sở Nội vụ', 'Sở Tài chính'])).toBe('Sở Nội vụ');
});
