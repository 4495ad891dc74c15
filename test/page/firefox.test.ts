/**
 * The same hands as in hands.test.ts, in Firefox: Debian's `firefox-esr`, driven by `puppeteer-core` over WebDriver BiDi
 * (Playwright drives only its own build). Neither is a dependency: `apt-get install firefox-esr` and
 * `npm i --no-save puppeteer-core`; without them the test is skipped and says so.
 */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dist, root } from './support';
import { withYesNo } from './yes-no';

const FIREFOX =
  process.env['FIREFOX_PATH'] ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path)) ?? '';
const missing =
  FIREFOX === ''
    ? 'Firefox'
    : spawnSync(process.execPath, ['--input-type=module', '-e', "import 'puppeteer-core'"], { cwd: root }).status !== 0
      ? 'puppeteer-core'
      : null;

(missing === null ? test : test.skip)(
  `select, fill, empty, cut, undo, paste, copy, keys, find${missing === null ? '' : ` (${missing} is not installed)`}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'thidua-firefox-'));
    const workbook = join(folder, 'so.xlsx');
    writeFileSync(workbook, withYesNo(new Uint8Array(readFileSync(join(root, 'assets/samples/B.xlsx')))));
    try {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [join(__dirname, 'firefox', 'hands.mjs'), FIREFOX, dist, workbook],
        { timeout: 300_000 },
      );
      const seen = JSON.parse(stdout) as Readonly<Record<string, unknown>> & { readonly before: readonly string[] };
      const [first, second, third] = seen.before;
      expect(new Set(seen.before).size).toBeGreaterThan(1);
      expect(seen).toMatchObject({
        errors: [],
        selected: ['E6', 'E7', 'E8'],
        filled: [first, first, first],
        taken: [first, second, third].join('\r\n'),
        undone: seen.before,
        byKeys: first,
        afterEnter: 'E31',
        typed: ['1', '2', '3'],
        found: expect.stringContaining('Ban Dân tộc'),
      });
      expect(seen['pasted']).toEqual(
        Array(2).fill({
          said: expect.stringContaining('Đã dán vào 398 ô. 2 ô giữ nguyên (G32, K35)'),
          cells: ['0,25', '1,5', ''],
          copied: Array(10).fill(40),
        }),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
