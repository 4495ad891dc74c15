/** What a command leaves on the disk: nobody's bytes lost, and never a success that was none. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thidua, thiduaProcess } from './run';
import { DISTURBANCES, disturbed, lossOf } from './saving/trouble';

const LINUX = process.platform === 'linux';
const B = readFileSync('assets/samples/B.xlsx');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-saving-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const at = (name: string): string => join(folder, name);
const put = (name: string, from = 'assets/samples/B.xlsx'): string => {
  copyFileSync(from, at(name));
  return at(name);
};
const holds = (name: string, bytes: Uint8Array | string): boolean =>
  Buffer.compare(readFileSync(at(name)), Buffer.from(bytes)) === 0;

/** The command line under a shell's words before it. */
const shell = (before: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', `${before} exec "$@"`, 'sh', process.execPath, 'src/cli/thidua.mjs', ...args],
    { encoding: 'utf8', timeout: 300_000 },
  );
  return { code: status, out: stdout, err: stderr };
};

const MOMENTS = [0.6, 0.95].map((moment) => ({ at: moment }));
describe.each(Object.keys(DISTURBANCES) as (keyof typeof DISTURBANCES)[])('FILE %s meanwhile', (kind) => {
  test.each(MOMENTS)('after $at of the usual time', async (moment) => {
    expect(lossOf(kind, await disturbed(kind, moment))).toBeNull();
  });
});

/** Runs `write` on a copy of B; inside it `saves` is run with the file system in hand, to save as another program would at that very moment. */
function meddled(saves: string): { readonly code: number | null; readonly out: string; readonly err: string } {
  const file = put('so.xlsx');
  writeFileSync(
    at('hook.mjs'),
    `
    import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
    const real = { ...fs }; const file = ${JSON.stringify(file)}; let done = false;
    const once = (work) => { if (!done) { done = true; work(); } };
    ${saves}
    syncBuiltinESMExports();`,
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', at('hook.mjs'), 'src/cli/thidua.mjs', 'write', file],
    { encoding: 'utf8', timeout: 300_000 },
  );
  rmSync(at('hook.mjs'));
  return { code: status, out: stdout, err: stderr };
}

const COLLEAGUE = 'assets/samples/C.xlsx';
test.each([
  [
    'right after the reading',
    `fs.openSync = (path, ...rest) => {
    const opened = real.openSync(path, ...rest);
    if (path === file) once(() => { setImmediate(() => { real.copyFileSync('${COLLEAGUE}', file); }); });
    return opened;
  };`,
  ],
  [
    'when .bak is made',
    `fs.linkSync = (from, to) => { real.linkSync(from, to); once(() => { real.copyFileSync('${COLLEAGUE}', file + '.x'); real.renameSync(file + '.x', file); }); };`,
  ],
  [
    'late, into the file itself, right before the rename',
    `fs.renameSync = (from, to) => { if (to === file) once(() => { real.writeFileSync(file, real.readFileSync('${COLLEAGUE}')); }); real.renameSync(from, to); };`,
  ],
])('FILE saved by another program %s: exit 2, a sentence says so, the save stays and nothing of ours', (_, saves) => {
  expect(meddled(saves)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('chương trình khác lưu') });
  expect([holds('so.xlsx', readFileSync(COLLEAGUE)), readdirSync(folder)]).toEqual([true, ['so.xlsx']]);
});

test('two writings one after the other: .bak is the user’s file, and where it lies is told once', () => {
  const file = put('so.xlsx');
  expect(thiduaProcess('write', file).err).toContain('so.xlsx.bak');
  const first = readFileSync(file);
  expect(thiduaProcess('write', file)).toMatchObject({ code: 0, err: '' });
  expect([holds('so.xlsx.bak', B), holds('so.xlsx', first), readdirSync(folder)]).toEqual([
    true,
    false,
    ['so.xlsx', 'so.xlsx.bak'],
  ]);
});

test('-o over another workbook of the user keeps that one', () => {
  writeFileSync(at('khac.xlsx'), readFileSync('assets/samples/C.xlsx'));
  writeFileSync(at('khac.xlsx.bak'), 'của người dùng');
  expect(thiduaProcess('write', put('so.xlsx'), '-o', at('khac.xlsx'))).toMatchObject({
    code: 0,
    err: expect.stringContaining('khac.xlsx.bak2'),
  });
  expect([
    holds('khac.xlsx.bak', 'của người dùng'),
    holds('khac.xlsx.bak2', readFileSync('assets/samples/C.xlsx')),
    holds('so.xlsx', B),
  ]).toEqual([true, true, true]);
});

test.each(['text', 'ndjson', 'json', 'html'])('check --format %s never takes the place of a workbook', (format) => {
  put('cua-toi.xlsx');
  expect(thidua('check', put('so.xlsx'), '--format', format, '-o', at('cua-toi.xlsx'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('là một sổ'),
  });
  expect(holds('cua-toi.xlsx', B)).toBe(true);
});

test.each([
  ['text', 'kq.txt'],
  ['ndjson', 'kq.ndjson'],
  ['json', 'kq.json'],
  ['html', 'kq.html'],
  ['xlsx', 'kq.xlsx'],
])('check --format %s keeps what stood there, and its own answers once', (format, name) => {
  const before = format === 'xlsx' ? B : Buffer.from('ghi chú của tôi\n');
  writeFileSync(at(name), before);
  const run = () => thidua('check', put('so.xlsx'), '--format', format, '-o', at(name)).code;
  expect([run(), run(), run()]).toEqual([0, 0, 0]);
  expect(holds(`${name}.bak`, before)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual([name, `${name}.bak`, 'so.xlsx'].sort());
});

test('a workbook that is open elsewhere: a warning before it is written', () => {
  const file = put('so.xlsx');
  writeFileSync(at('.~lock.so.xlsx#'), ',ai đó,máy,29.11.2025 10:00,file:///;');
  const { code, err } = thiduaProcess('write', file);
  expect(code).toBe(0);
  expect(err).toContain('đang mở ở một chương trình khác (.~lock.so.xlsx#)');
  expect(err).not.toContain('ai đó');
});

test('a read-only FILE is not replaced', () => {
  const file = put('so.xlsx');
  chmodSync(file, 0o444);
  expect(thiduaProcess('write', file)).toMatchObject({ code: 2, out: '' });
  expect([holds('so.xlsx', B), readdirSync(folder)]).toEqual([true, ['so.xlsx']]);
});

// A limit on what a process may write is a disk that is full, without needing one.
(LINUX ? test.each : test.skip.each)([
  ['write FILE', () => ['write', put('so.xlsx')]],
  ['write -o', () => ['write', put('so.xlsx'), '-o', at('moi.xlsx')]],
  ['new', () => ['new', '--from', put('so.xlsx'), '-o', at('moi.xlsx')]],
  ['check -o xlsx', () => ['check', put('so.xlsx'), '-o', at('moi.xlsx')]],
] as const)('%s to a full disk: exit 2, nothing half-written', (_, words) => {
  thiduaProcess('--version'); // bundles before the limit
  const { code, out } = shell('ulimit -f 2;', ...words());
  expect([code, out]).toEqual([2, '']);
  expect([holds('so.xlsx', B), readdirSync(folder)]).toEqual([true, ['so.xlsx']]);
});

(LINUX ? test.each : test.skip.each)([
  ['evaluate'],
  ['explain', '--unit', 'TTT'],
  ['check'],
  ['check', '--format', 'ndjson'],
  ['write'],
])('%s %s %s: an answer that could not be printed is no success', (command, ...rest) => {
  expect(shell('', command, put('so.xlsx'), ...rest).code).not.toBe(2);
  expect(shell('exec >/dev/full;', command, put('so.xlsx'), ...rest)).toMatchObject({
    code: 2,
    err: expect.stringContaining('ENOSPC'),
  });
});

(LINUX ? test.each : test.skip.each)([
  ['evaluate a pipe', () => ['evaluate', at('ong')]],
  ['evaluate a device', () => ['evaluate', '/dev/zero']],
  ['write into a pipe', () => ['write', put('so.xlsx'), '-o', at('ong')]],
  ['write into a device', () => ['write', put('so.xlsx'), '-o', '/dev/null']],
  [
    'new with a list without an end',
    () => ['new', '--regulation', 'minh-hoa', '--units', '/dev/zero', '-o', at('moi.xlsx')],
  ],
  ['new into a pipe', () => ['new', '--from', put('so.xlsx'), '-o', at('ong')]],
  ['check with a standard from a pipe', () => ['check', put('so.xlsx'), '--standard', at('ong')]],
  ['check with a list of blocs from a pipe', () => ['check', put('so.xlsx'), '--blocs', at('ong')]],
  ['check into a pipe', () => ['check', put('so.xlsx'), '-o', at('ong')]],
  ['diff with a pipe', () => ['diff', put('so.xlsx'), at('ong')]],
] as const)('%s: refused, not waited for', (_, words) => {
  spawnSync('mkfifo', [at('ong')]);
  expect(thidua(...words())).toMatchObject({ code: 2, out: '' });
  expect(existsSync(at('moi.xlsx'))).toBe(false);
});
