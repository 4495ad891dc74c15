/** Checking threads that die: of one file, or of a mistake of ours. The worker's own entry is changed in a copy of the sources. */
import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { SourceCopy } from '../cli/copy';

let copy: SourceCopy;
beforeAll(() => {
  copy = new SourceCopy();
  writeFileSync(copy.at('src/board/node/worker-entry.ts'), `
    import { parentPort } from 'node:worker_threads';
    import { answerTasks } from './worker';
    parentPort?.on('message', ({ path }: { path: string }) => {
      if (path.includes('deadly')) process.exit(1);
      if (path.includes('endless')) for (;;);
      if (path.includes('mistake')) throw new TypeError('Điểm của Sở Y tế');
    });
    answerTasks();
  `);
  // Every command but `check` runs in this thread; some of its files never let it come to an end.
  const commands = copy.at('src/cli/workbook-file.ts');
  writeFileSync(commands, readFileSync(commands, 'utf8').replace('const bytes = readFileBytes(path);', `if (path.includes('endless')) for (;;);
    if (path.includes('greedy')) for (const all: number[][] = []; ;) all.push(new Array(1e6).fill(0.5));
    const bytes = readFileBytes(path);`));
  const limits = copy.at('src/workbook/longest.ts');
  writeFileSync(limits, readFileSync(limits, 'utf8').replace('LONGEST = 60_000', "LONGEST = Number(process.env['LONGEST'] ?? 60_000)"));
});
afterAll(() => { copy.remove(); });

function check(special: string): { readonly code: number | null; readonly out: string; readonly err: string } {
  const files = Array.from({ length: 20 }, (_, index) => copy.at(`${String(10 + index)}${index === 6 ? special : ''}.xlsx`));
  for (const file of files) cpSync('assets/samples/A.xlsx', file);
  return copy.run('check', ...files, '--threads', '2', '--format', 'ndjson');
}

test('a file that kills its thread is a finding; the files behind it are checked', () => {
  const { code, out } = check('deadly');
  const lines = out.trimEnd().split('\n').map((line) => JSON.parse(line) as { file: string; verdict: string; issues: { code: string }[] });
  expect(code).toBe(1);
  expect(lines).toHaveLength(20);
  expect(lines.filter(({ verdict }) => verdict === 'unreadable').map(({ file, issues }) => [file.slice(-13), issues.map(({ code: found }) => found)])).toEqual([['16deadly.xlsx', ['file-too-large']]]);
}, 60_000);

test('a mistake of ours in a thread is never called a bad file, and tells nothing of the contents', () => {
  const { code, err } = check('mistake');
  expect(code).toBe(2);
  expect(err).toMatch(/lỗi bên trong chương trình \(TypeError\)/);
  expect(err).not.toContain('Sở Y tế');
}, 60_000);

/** Starts a command on files that never come to an end, and ends it as a user does. */
async function interrupted(signal: NodeJS.Signals, command: string, ...files: string[]): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
  copy.run('--version'); // bundles
  for (const file of files) cpSync('assets/samples/A.xlsx', copy.at(file));
  const child = spawn(process.execPath, [copy.at('src/cli/thidua.mjs'), command, ...files.map((file) => copy.at(file))], { stdio: 'ignore' });
  const end = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => { child.on('close', (code, by) => { resolve({ code, signal: by }); }); });
  await new Promise((resolve) => { setTimeout(resolve, 1500); });
  expect(child.exitCode).toBeNull();
  child.kill(signal);
  const late = setTimeout(() => { child.kill('SIGKILL'); }, 20_000);
  return end.finally(() => { clearTimeout(late); });
}

const FILES = ['endless-1.xlsx', 'endless-2.xlsx', 'endless-3.xlsx'];
test.each(['SIGINT', 'SIGTERM'] as const)('%s ends a check whose files never do, be they few or many', async (signal) => {
  expect(await interrupted(signal, 'check', ...FILES)).toEqual({ code: 130, signal: null });
  expect(await interrupted(signal, 'check', ...Array.from({ length: 20 }, (_, index) => `endless-${String(index)}.xlsx`))).toEqual({ code: 130, signal: null });
}, 120_000);

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends evaluate and write on such a file', async (signal) => {
  expect(await interrupted(signal, 'evaluate', 'endless-1.xlsx')).toEqual({ code: null, signal });
  expect(await interrupted(signal, 'write', 'endless-1.xlsx')).toEqual({ code: null, signal });
}, 120_000);

describe('a file that takes too long', () => {
  beforeAll(() => { process.env['LONGEST'] = '2000'; });
  afterAll(() => { delete process.env['LONGEST']; });

  test('is a finding, alone too; the files behind it are checked', () => {
    cpSync('assets/samples/A.xlsx', copy.at('a-endless.xlsx'));
    cpSync('assets/samples/A.xlsx', copy.at('b.xlsx'));
    const lines = copy.run('check', copy.at('a-endless.xlsx'), copy.at('b.xlsx'), '--format', 'ndjson').out.trimEnd().split('\n').map((line) => JSON.parse(line) as { verdict: string; issues: { code: string }[] });
    expect(lines.map(({ verdict, issues }) => [verdict, issues.map(({ code }) => code)[0]])).toEqual([['unreadable', 'file-too-slow'], ['valid', 'result-missing']]);
  });

  test('ends evaluate and write with a sentence', () => {
    cpSync('assets/samples/A.xlsx', copy.at('endless-1.xlsx'));
    for (const command of ['evaluate', 'write']) expect(copy.run(command, copy.at('endless-1.xlsx'))).toMatchObject({ code: 2, out: '', err: expect.stringContaining('quá lâu so với một sổ chấm điểm') });
    expect(readFileSync(copy.at('endless-1.xlsx'))).toEqual(readFileSync('assets/samples/A.xlsx'));
  });
});

test('a file that fills the memory ends evaluate with a sentence', () => {
  cpSync('assets/samples/A.xlsx', copy.at('greedy.xlsx'));
  expect(copy.run('evaluate', copy.at('greedy.xlsx'))).toMatchObject({ code: 2, out: '', err: expect.stringContaining('quá lớn so với một sổ chấm điểm') });
}, 120_000);
