/** The command line runs from its sources without a build step. */
import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { SourceCopy } from './copy';

let copy: SourceCopy;
beforeEach(() => {
  copy = new SourceCopy();
});
afterEach(() => {
  copy.remove();
});

test('bundled once, and anew when a source has changed', () => {
  const bundles = (): string[] => readdirSync(copy.at('node_modules/.cache/thidua')).sort();
  expect(copy.run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('thidua evaluate FILE'), left: [] });
  const first = bundles();
  expect(first).toHaveLength(1);
  expect(copy.run('--help').code).toBe(0);
  expect(bundles()).toEqual(first);
  // A room that is bundled and not looked at would stay as it was: esbuild names the file of each part.
  const program = readFileSync(copy.at('node_modules/.cache/thidua', first[0] ?? '', 'program.cjs'), 'utf8');
  const bundled = [...new Set([...program.matchAll(/^\s*\/\/ src\/([a-z]+)\//gm)].map(([, room]) => room))].sort();
  const [, watched = ''] = /ROOMS = '([^']*)'/.exec(readFileSync('src/cli/bundle.mjs', 'utf8')) ?? [];
  expect(bundled).toEqual(watched.split(' ').sort());
  appendFileSync(copy.at('src/cli/main.ts'), "\nprocess.stdout.write('changed');\n");
  expect(copy.run('--help').out).toMatch(/^changed/);
  expect(bundles()).toHaveLength(2);
});

test('where nothing can be kept it runs all the same, and leaves nothing behind', () => {
  writeFileSync(copy.at('node_modules/.cache'), 'a file in the way');
  const files = Array.from({ length: 16 }, (_, index) => copy.at(`${String(index)}.xlsx`));
  for (const file of files) cpSync('assets/samples/A.xlsx', file);
  // The same workbook sixteen times.
  expect(copy.run('check', ...files, '--threads', '2')).toMatchObject({
    code: 1,
    out: expect.stringContaining('15 có lỗi'),
    left: [],
  });
});
