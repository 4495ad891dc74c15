/** "Kết quả đã cũ": whatever tab, width and place in the pane one reads, the words lie on top, whole and in sight; so does the line on the sheet of results. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openInExcel } from '../excel-host/browser';
import { loadBook } from '../excel-host/file';
import { ExcelHost } from '../excel-host/host';
import { checked, newPage, openPage, openProduct, openSample, root, typeInto, type Product } from './support';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product?.close();
});

const TABS = ['check', 'ranking', 'report', 'board'] as const;

/** The results are written, and then a score changes. */
async function writeThenChange(page: Page, change: () => Promise<void>): Promise<void> {
  await page.locator('.pane-action button').click();
  await page.locator('.notice').waitFor();
  await change();
  await page.locator('.status-line .is-stale').waitFor();
}

/** What lies at the middle of each line of the words; "" where it is the words themselves. */
function coveredBy(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = document.querySelector('.status-line .is-stale');
    if (!words?.textContent?.includes('Kết quả đã cũ')) return ['the words are not there'];
    const range = document.createRange();
    range.selectNodeContents(words);
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
    if (lines.length === 0) return ['the words are not drawn'];
    return lines.map((line) => {
      const top = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
      return top !== null && words.contains(top) ? '' : (top?.outerHTML.slice(0, 120) ?? 'out of sight');
    });
  });
}

/** In every tab, at the top and scrolled to the end. */
async function lookEverywhere(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const tab of TABS) {
    await page.locator(`#tab-${tab}`).click();
    await page.waitForFunction(
      (chosen) => document.querySelector(`[role="tabpanel"][aria-labelledby="tab-${chosen}"]`)?.hasChildNodes(),
      tab,
    );
    await checked(page);
    for (const to of ['top', 'end'] as const) {
      await page.evaluate((end) => {
        for (const box of document.querySelectorAll('.pane, .pane *')) box.scrollTop = end ? box.scrollHeight : 0;
      }, to === 'end');
      found.push(...(await coveredBy(page)).filter((what) => what !== '').map((what) => `${tab}, ${to}: ${what}`));
    }
  }
  return found;
}

const WIDTHS = [320, 480, 1366, 1920];

test('in Excel, at every width', async () => {
  const host = new ExcelHost(loadBook(readFileSync(join(root, 'assets/samples/B.xlsx'))), { version: 19 });
  const page = await newPage(product, { viewport: { width: 320, height: 600 }, reducedMotion: 'reduce' });
  await openInExcel(page, host, product.server.address, { locale: 'vi-VN' });
  await page.goto(`${product.server.address}taskpane.html`);
  await checked(page);
  await writeThenChange(page, () => {
    host.type('Chấm điểm', 5, 6, 23.25);
    return Promise.resolve();
  });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 600 });
    expect([width, ...(await lookEverywhere(page))]).toEqual([width]);
  }
  await page.context().close();
});

test('on the page, at every width', async () => {
  const { page } = await openPage(product, 'index.html', {
    viewport: { width: 1920, height: 600 },
    reducedMotion: 'reduce',
  });
  await openSample(page, /^Khối B: /);
  await writeThenChange(page, () => typeInto(page, 'G6', '23,25'));
  await page.locator('.sheet-tab', { hasText: 'Kết quả' }).click();
  await page.locator('.grid', { hasText: 'ĐIỂM ĐÃ ĐỔI – TÍNH LẠI' }).waitFor();
  for (const width of [...WIDTHS].reverse()) {
    await page.setViewportSize({ width, height: 600 });
    const open = page.getByRole('button', { name: 'Bảng điều khiển', exact: true });
    if (width < 600 && (await page.locator('.pane').isHidden())) await open.click();
    expect([width, ...(await lookEverywhere(page))]).toEqual([width]);
  }
  await page.context().close();
});
