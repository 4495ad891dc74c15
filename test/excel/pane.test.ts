/** The built pane in a browser, Microsoft's library between it and the stand-in: the whole job, and what can go wrong before it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openInExcel, type ExcelWindow } from '../excel-host/browser';
import { loadBook } from '../excel-host/file';
import { ExcelHost } from '../excel-host/host';
import type { BookModel } from '../excel-host/model';
import { slowDown } from '../page/support';
import { launchBrowser } from '../support/browser';
import { nginxHeaders, serveBuilt, type StaticServer } from '../support/static-server';

const root = join(__dirname, '../..');
const COMPUTE = 'Tính và ghi kết quả';

let browser: Browser;
let built: StaticServer;
const pages: Page[] = [];

beforeAll(async () => {
  if (!existsSync(join(root, 'dist/taskpane.html'))) throw new Error('npm run build comes first');
  browser = await launchBrowser();
  built = await serveBuilt(join(root, 'dist'));
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await built?.close();
});

interface Opened {
  readonly page: Page;
  readonly host: ExcelHost;
  readonly strangers: readonly string[];
  readonly errors: readonly string[];
}

async function openPane(excel: ExcelWindow = {}, server = built, sample = 'A', book?: BookModel): Promise<Opened> {
  const host = new ExcelHost(book ?? loadBook(readFileSync(join(root, `assets/samples/${sample}.xlsx`))), {
    version: excel.version ?? 19,
  });
  const context = await browser.newContext({ viewport: { width: 350, height: 640 } });
  const page = await context.newPage();
  pages.push(page);
  page.setDefaultTimeout(60_000);
  await slowDown(page);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const { strangers } = await openInExcel(page, host, server.address, { locale: 'vi-VN', ...excel });
  await page.goto(`${server.address}taskpane.html`);
  return { page, host, strangers, errors };
}

const stamp = (host: ExcelHost): string | undefined =>
  host.book.sheet('Kết quả')?.names.find(({ name }) => name === 'thidua_stamp')?.formula;

async function until(isSo: () => boolean, ms = 15_000): Promise<void> {
  for (let waited = 0; !isSo(); waited += 20) {
    if (waited > ms) throw new Error('it did not happen');
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

test('by mouse: the results are written and stamped, nothing but the pane and office.js is asked of the network', async () => {
  const { page, host, strangers, errors } = await openPane();
  await page.getByRole('button', { name: COMPUTE }).first().click();
  await until(() => stamp(host) !== undefined);
  await page.getByText('Kết quả').first().waitFor();
  expect(host.book.sheet('Kết quả')?.cell(0, 0)?.value).not.toBe('CHƯA GHI XONG');
  expect([strangers, errors, host.emptyLoads]).toEqual([[], [], 0]);
});

test.each(['A', 'D'])(
  'sample %s (A has 8 units, D 24): one press reads in at most 3 round trips and writes in at most 3',
  async (sample) => {
    const { page, host } = await openPane({}, built, sample);
    const button = page.getByRole('button', { name: COMPUTE, disabled: false }).first();
    await button.waitFor();
    await page.getByText('Không còn lỗi').first().waitFor();
    const before = host.trips.length;
    await button.click();
    await page.getByText('Đã ghi các trang').first().waitFor();
    await page.getByText('Kết quả khớp với số liệu').first().waitFor();
    // Excel then tells of the changed sheets, which this pane changed: nothing is looked at again.
    await new Promise((resolve) => {
      setTimeout(resolve, 1500);
    });
    const trips = host.trips.slice(before).filter(({ isLibrarys }) => !isLibrarys).length;
    expect(trips).toBeGreaterThan(0);
    expect(trips).toBeLessThanOrEqual(6);
  },
);

async function computeByKeys({ page, host }: Opened): Promise<void> {
  // The button of the waiting frame bears the same name and cannot be pressed.
  await page.getByRole('button', { name: COMPUTE, disabled: false }).first().waitFor();
  const focused = () =>
    page.evaluate(() =>
      document.activeElement instanceof HTMLButtonElement ? (document.activeElement.textContent ?? '') : '',
    );
  for (let press = 0; press < 40 && !(await focused()).includes(COMPUTE); press += 1) await page.keyboard.press('Tab');
  expect(await focused()).toContain(COMPUTE);
  await page.keyboard.press('Enter');
  await until(() => stamp(host) !== undefined);
}

test('by keyboard alone', async () => {
  await computeByKeys(await openPane());
});

test('a Vietnamese Excel shows a Vietnamese pane, an English one an English pane', async () => {
  const vietnamese = await openPane({ locale: 'vi-VN' });
  await vietnamese.page.getByRole('button', { name: COMPUTE }).first().click();
  await until(() => stamp(vietnamese.host) !== undefined);
  const english = await openPane({ locale: 'en-US' });
  await english.page.getByRole('button', { name: 'Compute and write results' }).first().waitFor();
});

test('with a dark Excel the pane is dark', async () => {
  const { page } = await openPane({ dark: true });
  await page.getByRole('button', { name: COMPUTE }).first().waitFor();
  await page.waitForFunction(() => {
    const [red = 255] =
      /\d+/.exec(getComputedStyle(document.querySelector('main') ?? document.body).backgroundColor)?.map(Number) ?? [];
    const [bodyRed = 255] = /\d+/.exec(getComputedStyle(document.body).backgroundColor)?.map(Number) ?? [];
    return Math.min(red, bodyRed) < 100;
  });
});

test('office.js blocked: the shell stands at once, after 5 seconds the pane says what to do', async () => {
  const { page, strangers } = await openPane({ cdn: false });
  expect(await page.getByText('Thi đua khối').first().isVisible()).toBe(true);
  await page.getByText('Không tải được thư viện Office.js').first().waitFor();
  await page.getByText('thidua.html').first().waitFor();
  expect(strangers).toEqual([]);
});

test('an Excel with ExcelApi 1.8 only: the pane points to the page', async () => {
  const { page, host } = await openPane({ version: 8 });
  await page.getByText('quá cũ').first().waitFor();
  expect(host.syncs).toBe(0);
});

test('the choice to leave totals out of the report is kept in the workbook, once it is written so', async () => {
  const { page, host } = await openPane();
  await page.getByRole('button', { name: COMPUTE, disabled: false }).first().waitFor();
  await page.getByRole('tab', { name: 'Báo cáo' }).click();
  const box = page.getByRole('checkbox', { name: 'Ghi tổng điểm trong Báo cáo' });
  await box.uncheck();
  expect(host.book.settings).toEqual({});
  await page.getByRole('button', { name: COMPUTE }).first().click();
  await until(() => stamp(host) !== undefined);
  await page.getByText('Đã ghi các trang').first().waitFor();
  expect(host.book.settings).toEqual({ 'thidua.reportTotals': '"no"' });
  expect([...(host.book.sheet('Báo cáo')?.cells.values() ?? [])].some(({ value }) => value === 'Tổng điểm')).toBe(
    false,
  );
  const again = await openPane({}, built, 'A', host.book);
  await again.page.getByRole('button', { name: COMPUTE, disabled: false }).first().waitFor();
  await again.page.getByRole('tab', { name: 'Báo cáo' }).click();
  expect(await again.page.getByRole('checkbox', { name: 'Ghi tổng điểm trong Báo cáo' }).isChecked()).toBe(false);
});

test('a locked structure: one message, and the results can be opened as a workbook of their own', async () => {
  const { page, host } = await openPane();
  host.book.structureProtected = true;
  await page.getByRole('button', { name: COMPUTE, disabled: false }).first().click();
  await page.getByText('Cấu trúc sổ đang được bảo vệ').first().waitFor();
  await page.getByRole('button', { name: 'Ghi ra sổ mới' }).click();
  await page.getByText('Đã mở một sổ mới có kết quả').first().waitFor();
  expect([host.book.opened.length, host.book.sheet('Kết quả')]).toEqual([1, undefined]);
});

test('a cell being edited: one message with Retry, which then does it', async () => {
  const { page, host } = await openPane();
  await page.getByText('Không còn lỗi').first().waitFor();
  host.faults.push({
    kind: 'error',
    code: 'InvalidOperationInCellEditMode',
    when: ({ member }) => member === 'Range.values=',
  });
  await page.getByRole('button', { name: COMPUTE }).first().click();
  await page.getByText('đang ở chế độ sửa ô').first().waitFor();
  const trips = host.syncs;
  await page.waitForTimeout(500);
  expect([host.syncs, stamp(host)]).toEqual([trips, undefined]);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await until(() => stamp(host) !== undefined);
});

test('Excel does not answer: after 20 seconds the waiting can be cancelled, and the pane is alive', async () => {
  const { page, host } = await openPane();
  await page.getByText('Không còn lỗi').first().waitFor();
  await page.clock.install();
  host.faults.push({ kind: 'silence', when: ({ member }) => member === 'Range.load' });
  await page.getByRole('button', { name: COMPUTE }).first().click();
  await until(() => host.faults[0]?.times === 0);
  await page.clock.runFor(21_000);
  await page.getByRole('button', { name: 'Hủy' }).first().click();
  await page.clock.runFor(1000);
  await page.getByRole('button', { name: COMPUTE }).first().click();
  await page.clock.runFor(2000);
  await until(() => stamp(host) !== undefined);
});

test('with --env office=local everything comes from the own server', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-local-'));
  execFileSync(process.execPath, [join(__dirname, 'build-local.mjs'), folder], { cwd: root });
  const server = await serveBuilt(folder);
  try {
    const { page, host, strangers } = await openPane({ cdn: false, locale: 'vi-VN' }, server);
    await page.getByRole('button', { name: COMPUTE }).first().click();
    await until(() => stamp(host) !== undefined);
    const again = await openPane({ cdn: false, locale: 'vi-VN' }, server);
    await computeByKeys(again);
    expect([...strangers, ...again.strangers]).toEqual([]);
    expect(
      readFileSync(join(folder, 'office/excel-win32-16.01.js')).equals(
        readFileSync(join(root, 'node_modules/@microsoft/office-js/dist/excel-win32-16.01.js')),
      ),
    ).toBe(true);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the build carries the manifests for production and intranet, without localhost', () => {
  const texts = ['production', 'intranet'].map((name) => readFileSync(join(root, `dist/manifest.${name}.xml`), 'utf8'));
  expect(texts.map((text) => [text.includes('<OfficeApp'), text.includes('localhost')])).toEqual([
    [true, false],
    [true, false],
  ]);
});

test.each([
  ['/taskpane.html', 'no-cache'],
  ['/index.html', 'no-cache'],
  ['/js/taskpane.0812d12c.js', 'public, max-age=31536000, immutable'],
  ['/icons/icon-32.png', 'public, max-age=86400'],
  ['/manifest.production.xml', 'no-cache'],
])('deploy/nginx.conf: %s is sent with %s', (path, cache) => {
  expect(nginxHeaders(path)).toMatchObject({ 'Cache-Control': cache, 'X-Content-Type-Options': 'nosniff' });
  const web = readFileSync(join(root, 'deploy/web.config'), 'utf8');
  const folder = /^\/(\w+)\//.exec(path)?.[1];
  const cached =
    folder === undefined ? '' : (new RegExp(`<location path="${folder}">[\\s\\S]*?</location>`).exec(web)?.[0] ?? '');
  expect(
    cached === ''
      ? 'no-cache'
      : cached.includes('365.00:00:00')
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=86400',
  ).toBe(cache);
});
