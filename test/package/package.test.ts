/** What `npm pack` makes installs, runs and types as the README says (needs `npm run build`). */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { SHEETS, type Column } from '../../src/workbook/layout';

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe', shell: process.platform === 'win32' });

let folder = '';
let names: string[];

beforeAll(() => {
  if (!existsSync('dist/rules/index.js')) throw new Error('There is no dist/rules: npm run build first.');
  // Fails, and says so, where docs/rules.api.md is not what src/rules exports.
  run(process.execPath, 'deploy/rules-interface.mjs', '--check');
  folder = mkdtempSync(join(tmpdir(), 'thidua-package-'));
  const [packed] = JSON.parse(run('npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder)) as {
    filename: string;
    files: { path: string }[];
  }[];
  names = packed?.files.map(({ path }) => path) ?? [];
  const installed = join(folder, 'node_modules/thidua');
  mkdirSync(installed, { recursive: true });
  run('tar', '-xzf', join(folder, packed?.filename ?? ''), '-C', installed, '--strip-components=1');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

test('the example of the README prints what it says', () => {
  const [, example = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const promised = /^\/\/ (.*)$/mu.exec(example.trim().split('\n').at(-1) ?? '')?.[1];
  writeFileSync(join(folder, 'example.js'), example);
  expect(run(process.execPath, join(folder, 'example.js')).trim()).toBe(promised);
});

test('another program compiles against its types, and what is wrong does not', () => {
  const program = join(folder, 'consumer.ts');
  copyFileSync('test/package/consumer.ts', program);
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
    exactOptionalPropertyTypes: true,
  };
  expect(
    ts
      .getPreEmitDiagnostics(ts.createProgram([program], options))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  ).toEqual([]);
});

test('it holds sources, rules and licence, and nothing of tests or of this machine', () => {
  expect(names).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'README.md',
      'dist/rules/index.js',
      'dist/rules/index.d.ts',
      'src/cli/thidua.mjs',
    ]),
  );
  expect(
    names.filter(
      (name) =>
        name.startsWith('src/gallery') ||
        !/^(?:src|dist\/rules)\/|^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(name),
    ),
  ).toEqual([]);
});

test('nothing that is built holds the gallery of those who work on it', () => {
  const files = readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => /gallery/i.test(file) || readFileSync(file, 'latin1').includes('gallery'))).toEqual([]);
});

test.each(['index.html', 'taskpane.html'])('what %s loads at once holds no help on columns', (page) => {
  const scripts = [...readFileSync(join('dist', page), 'utf8').matchAll(/src="([^"]+\.js)"/g)]
    .map(([, name = '']) => name)
    .filter((name) => !/^https?:/.test(name));
  const texts = scripts.map((name) => readFileSync(join('dist', name), 'utf8'));
  expect(texts.join('').length).toBeGreaterThan(100_000);
  const helps = Object.values(SHEETS).flatMap(({ columns }) =>
    Object.values<Column>(columns).flatMap(({ help }) => (help === undefined ? [] : [help.text])),
  );
  expect(helps.length).toBeGreaterThan(30);
  expect(helps.filter((help) => texts.some((text) => text.includes(help)))).toEqual([]);
});
