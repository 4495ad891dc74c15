import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Suites of `test/rules` that no mutant is tried against. */
const APART: Readonly<Record<string, string>> = {
  imports: 'reads the text of the sources, not the rules',
  'oracle/differential': 'second-reading.ts takes some of its books, and reads them once for all mutants',
  'enumeration/enumeration': 'each bloc is filled in thousands of ways',
  'enumeration/waits': 'each bloc is filled in thousands of ways',
  'mutation/tables': 'this one',
};

test('every suite of test/rules stands in the suite of the mutation tester, or apart with its reason', () => {
  const suites = readdirSync(join(__dirname, '..'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => path.slice(0, -'.test.ts'.length));
  const tables = readFileSync(join(__dirname, 'tables.ts'), 'utf8');
  const named = [...tables.matchAll(/^import '\.\.\/(.+)\.test';$/gm)].map(([, name]) => name);
  expect([...named, ...Object.keys(APART)].sort()).toEqual(suites.sort());
});
