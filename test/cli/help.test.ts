/** `thidua help COMMAND` and `thidua COMMAND --help`: what the whole help says of it, and an example that runs. */
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { commandHelp, usageText } from '../../src/cli/usage-text';
import type { Lang } from '../../src/text';
import { fileOf, SHAPES } from '../workbook/adopt/shapes';
import { thidua } from './run';

const KNOWN = [...new Set([...usageText('vi').matchAll(/^ {2}thidua (\w+)/gm)].map(([, name]) => name ?? ''))];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-help-'));
  symlinkSync(resolve('assets'), join(folder, 'assets'));
  const [shape] = SHAPES;
  if (shape === undefined) throw new Error('no old table');
  writeFileSync(join(folder, 'bang-diem-cu.xlsx'), fileOf(shape));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const run = (...words: string[]) =>
  spawnSync(process.execPath, [resolve('src/cli/thidua.mjs'), ...words], { cwd: folder, encoding: 'utf8' });

const ownLines = (command: string, lang: Lang): string[] => {
  const lines = (commandHelp(command, lang) ?? '').split('\n');
  return lines.slice(0, lines.indexOf(''));
};

test.each(['vi', 'en'] as const)('%s: the lines of all commands are all lines of the help that tell of one', (lang) => {
  const all = usageText(lang)
    .split('\n')
    .filter((line) => line.startsWith('  ') && !line.startsWith('  --'));
  expect(KNOWN.flatMap((command) => ownLines(command, lang))).toEqual(all);
  for (const command of KNOWN) expect(ownLines(command, lang)[0]).toMatch(new RegExp(`^ {2}thidua ${command} `));
});

test.each(KNOWN)('%s: the example runs', (command) => {
  const shown = thidua(command, '--help');
  expect([shown.code, shown.err]).toEqual([0, '']);
  expect(thidua('help', command).out).toBe(shown.out);
  const example = shown.out.trimEnd().split('\n').at(-1) ?? '';
  const words = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(1);
  const { status, stderr } = run(...words);
  // Samples with planted faults end with 1: the program ran.
  expect(stderr).not.toMatch(/Xem: thidua --help/);
  expect(status).toBe(/check assets|diff/.test(example) ? 1 : 0);
  const out = words[words.indexOf('-o') + 1];
  if (words.includes('-o')) expect(existsSync(join(folder, out ?? ''))).toBe(true);
});

test('a word that is no command: the whole help after help, the usual error else', () => {
  expect(run('help', 'gibberish').stdout).toBe(run('--help').stdout);
  expect(run('gibberish', '--help').status).toBe(2);
});
