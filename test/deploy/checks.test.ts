/** What `npm run check` asks of the native compiler and of oxlint is found by them: a fault for each rule. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve('.');

/** The number of a message and what asks for it, in a file of its own. */
const TYPE_FAULTS: readonly (readonly [code: number, source: string])[] = [
  [18047, 'export const long = (text: string | null): number => text.length;'],
  [2322, 'export const at = (list: readonly number[]): number => list[0];'],
  [2375, 'export const some: { a?: number } = { a: undefined };'],
  [2322, 'export const sums: Map<string, number> = new Map<string, string>();'],
  [2322, 'const one = <T extends { a: string }>(row: T): T => row;\nexport const wrong = one({ a: 1 });'],
  [7006, 'export const same = (x) => x;'],
  [6133, 'const left = 1;\nexport {};'],
  [6133, 'export const first = (a: number, b: number): number => a;'],
  [4114, 'export class A { run(): void {} }\nexport class B extends A { run(): void {} }'],
  [7029, 'export function f(n: number): void { switch (n) { case 1: n += 1; case 2: n += 2; } }'],
  [1484, "import { Stats } from './kinds';\nexport const none: Stats | null = null;"],
  [1205, "export { Stats } from './kinds';"],
  [2307, "export * from './nowhere';"],
];

const RULE_FAULTS: Readonly<Record<string, string>> = {
  'await-thenable': 'export async function f(): Promise<void> { await 1; }',
  'no-array-delete': 'export function f(list: number[]): void { delete list[0]; }',
  'no-base-to-string': 'export const f = (o: { a: number }): string => String(o);',
  'no-duplicate-type-constituents': 'export type T = string | string;',
  'no-floating-promises': 'export function f(p: Promise<void>): void { p; }',
  'no-for-in-array': 'export function f(list: number[]): void { for (const i in list) f([Number(i)]); }',
  'no-implied-eval': "export function f(): void { new Function('return 1')(); }",
  'no-misused-promises': 'export const f = (p: Promise<boolean>): number => (p ? 1 : 2);',
  'no-unnecessary-type-assertion': 'export const f = (a: string): string => a as string;',
  'no-unsafe-argument': 'export const f = (a: any): number => Math.abs(a);',
  'no-unsafe-assignment': 'export function f(a: any): number { const b: number = a; return b; }',
  'no-unsafe-call': 'export function f(a: any): void { a(); }',
  'no-unsafe-enum-comparison': 'enum E { A }\nexport const f = (e: E): boolean => e === 0;',
  'no-unsafe-member-access': 'export function f(a: any): void { void a.b; }',
  'no-unsafe-return': 'export const f = (a: any): number => a;',
  'no-unsafe-unary-minus': 'export const f = (a: string): number => -a;',
  'only-throw-error': "export function f(): void { throw 'no'; }",
  'prefer-promise-reject-errors': "export const f = (): Promise<void> => Promise.reject('no');",
  'restrict-plus-operands': "export const f = (o: { a: 1 }): string => o + 'a';",
  'restrict-template-expressions': 'export const f = (o: object): string => `${o}`;',
  'unbound-method': 'class A { run(): void { void this; } }\nexport const f = (a: A): (() => void) => a.run;',
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-checks-'));
  const options = { types: [], incremental: false, tsBuildInfoFile: null };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions: options, include: ['.'], exclude: [] }),
  );
  writeFileSync(join(folder, 'kinds.ts'), 'export interface Stats { readonly a: number }');
  TYPE_FAULTS.forEach(([, source], at) => {
    writeFileSync(join(folder, `type-${String(at)}.ts`), source);
  });
  writeFileSync(join(folder, 'view.tsx'), 'export const wrong: string = 1;');
  for (const [rule, source] of Object.entries(RULE_FAULTS)) writeFileSync(join(folder, `${rule}.ts`), source);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (program: string, ...words: string[]) =>
  spawnSync(process.execPath, [join(root, 'node_modules', program), ...words], { cwd: folder, encoding: 'utf8' });

test('the native compiler finds each fault, and the same ones as the compiler of lint and interface', () => {
  const { status, stdout } = run('typescript-native/bin/tsc', '-p', '.', '--pretty', 'false');
  const found = stdout
    .split(/\r?\n/)
    .map((line) => /^([\w.-]+)\((\d+),(\d+)\): error TS(\d+): /.exec(line)?.slice(1).join(' '))
    .filter((line) => line !== undefined);
  expect(status).not.toBe(0);
  expect(found).toEqual(
    expect.arrayContaining(
      TYPE_FAULTS.map(([code], at) =>
        expect.stringMatching(new RegExp(`^type-${String(at)}\\.ts .* ${String(code)}$`)),
      ),
    ),
  );
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    folder,
  );
  const program = ts.createProgram(fileNames, { ...options, noEmit: true });
  const other = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, code }) => {
    const { line = NaN, character = NaN } = file?.getLineAndCharacterOfPosition(start) ?? {};
    return [file?.fileName.slice(folder.length + 1), line + 1, character + 1, code].join(' ');
  });
  expect(found.sort()).toEqual(other.sort());
});

test('oxlint finds a fault against each of its rules', () => {
  const { stdout } = run('oxlint/bin/oxlint', '-c', join(root, '.oxlintrc.json'), '--type-aware', '--format', 'unix');
  const rules = [...readFileSync('.oxlintrc.json', 'utf8').matchAll(/"typescript\/([\w-]+)": "error"/g)];
  expect(rules.map(([, rule]) => rule).sort()).toEqual(Object.keys(RULE_FAULTS).sort());
  expect(
    Object.keys(RULE_FAULTS).filter((rule) => !new RegExp(`${rule}\\.ts.*typescript\\(${rule}\\)`).test(stdout)),
  ).toEqual([]);
});
