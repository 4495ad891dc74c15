/** The command line runs from its sources without a build step. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

let copy: string;
const cache = (): string => join(copy, 'node_modules', '.cache', 'thidua');
const bundles = (): string[] => readdirSync(cache()).sort();

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'thidua-copy-'));
  for (const room of ['rules', 'text', 'regulations', 'workbook', 'xlsx', 'board', 'cli']) cpSync(join('src', room), join(copy, 'src', room), { recursive: true });
  cpSync('package.json', join(copy, 'package.json'));
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync('node_modules').filter((each) => !each.startsWith('.'))) symlinkSync(resolve('node_modules', name), join(copy, 'node_modules', name));
});
afterEach(() => { rmSync(copy, { recursive: true }); });

/** Runs the copy with a temporary folder of its own; what it printed and what it left there. */
function run(...args: string[]): { readonly code: number | null; readonly out: string; readonly left: readonly string[] } {
  const temporary = join(copy, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(copy, 'src/cli/thidua.mjs'), ...args], { encoding: 'utf8', timeout: 60_000, env: { ...process.env, TMPDIR: temporary } });
  return { code: status, out: stdout + stderr, left: readdirSync(temporary) };
}

test('bundled once, and anew when a source has changed', () => {
  expect(run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('thidua evaluate FILE'), left: [] });
  const first = bundles();
  expect(first).toHaveLength(1);
  expect(run('--help').code).toBe(0);
  expect(bundles()).toEqual(first);
  appendFileSync(join(copy, 'src/cli/main.ts'), "\nprocess.stdout.write('changed');\n");
  expect(run('--help').out).toMatch(/^changed/);
  expect(bundles()).toHaveLength(2);
}, 60_000);

test('where nothing can be kept it runs all the same, and leaves nothing behind', () => {
  writeFileSync(join(copy, 'node_modules', '.cache'), 'a file in the way');
  const files = Array.from({ length: 16 }, (_, index) => join(copy, `${String(index)}.xlsx`));
  for (const file of files) cpSync('assets/samples/A.xlsx', file);
  expect(run('check', ...files, '--threads', '2')).toMatchObject({ code: 1, out: expect.stringContaining('15 có lỗi'), left: [] }); // the same workbook sixteen times
}, 60_000);
