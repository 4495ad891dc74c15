/** The rules and the leaf below them import nothing from outside, and know no clock, no chance, no screen. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const SOURCES = join(__dirname, '../../src');
const files = ['base', 'rules'].flatMap((room) =>
  readdirSync(join(SOURCES, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join(room, name.replaceAll('\\', '/'))),
);

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(20);
});

test.each(files)('%s imports only its neighbours', (name) => {
  const source = readFileSync(join(SOURCES, name), 'utf8');
  const imported = [...source.matchAll(/^(?:import|export|\})[^'\n]*\bfrom '([^']+)';$/gm)].map(
    ([, path]) => path ?? '',
  );
  expect(source).not.toMatch(/\b(?:import|require)\s*\(|^import '/m);
  const known = new Set(files.map((file) => file.replace(/\.ts$/, '')));
  expect(
    imported.filter((path) => !/^\.\.?\//.test(path) || !known.has(posix.join(posix.dirname(name), path))),
  ).toEqual([]);
  expect(source).not.toMatch(
    /\b(?:Math\.random|new Date\(\)|Date\.now|process\.|window\.|document\.|fetch\(|console\.|globalThis)/,
  );
  expect(source).not.toMatch(/:\s*any\b|as any\b|@ts-ignore|@ts-expect-error|eslint-disable/);
});
