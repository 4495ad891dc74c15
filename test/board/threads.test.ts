/** Checking threads that die: of one file, or of a mistake of ours. The worker's own entry is changed in a copy of the sources. */
import { cpSync, writeFileSync } from 'node:fs';
import { SourceCopy } from '../cli/copy';

let copy: SourceCopy;
beforeAll(() => {
  copy = new SourceCopy();
  writeFileSync(copy.at('src/board/node/worker-entry.ts'), `
    import { parentPort } from 'node:worker_threads';
    import { answerTasks } from './worker';
    parentPort?.on('message', ({ path }: { path: string }) => {
      if (path.includes('deadly')) process.exit(1);
      if (path.includes('mistake')) throw new TypeError('Điểm của Sở Y tế');
    });
    answerTasks();
  `);
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
