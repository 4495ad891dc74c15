/** *Xem bản in*: the sheets of results as pages of paper, printed by the browser; never the window around them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openPage, openProduct, openSample, typeInto, type Address, type Product } from './support';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product?.close();
});

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** The printed pages, each as its text and whether it lies. */
async function printed(page: Page): Promise<{ readonly text: string; readonly lies: boolean }[]> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-print-view-'));
  try {
    const file = join(folder, 'p.pdf');
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const texts = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
    const info = execFileSync('pdfinfo', ['-f', '1', '-l', String(texts.length), file], { encoding: 'utf8' });
    const lies = [...info.matchAll(/size: +([\d.]+) x ([\d.]+)/g)].map(
      ([, width, height]) => Number(width) > Number(height),
    );
    return texts.map((text, index) => ({ text: text.replace(/\s+/g, ' ').trim(), lies: lies[index] ?? false }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each(['index.html', 'thidua.html by file://'] as const satisfies readonly Address[])(
  '%s: by keyboard from nothing written to every sheet on paper',
  async (which) => {
    const { page, troubles } = await openPage(product, which);
    await openSample(page, /^Khối B: /);
    await page.keyboard.press('Control+p');
    await page.getByText('Sổ chưa có kết quả. Hãy tính và ghi kết quả vào sổ, rồi in.').waitFor();
    await page.getByRole('button', { name: 'Tính và ghi kết quả' }).press('Enter');
    await page.locator('.sheet-tab', { hasText: 'Kết quả' }).waitFor();
    await page.waitForFunction(() => document.querySelector('.page')?.getAttribute('data-view') === 'desk');
    await page
      .getByText(/^Đã ghi/)
      .first()
      .waitFor();
    await page.keyboard.press('Control+p');
    await page.locator('.paper').first().waitFor();
    expect(await page.locator('.paper').count()).toBe(1);
    expect(await page.locator('.paper').first().innerText()).toContain('97,35');
    expect(await page.locator('.print-bar button[aria-pressed]').allInnerTexts()).toEqual([
      'Kết quả',
      'Báo cáo',
      'Kiểm tra',
      'Giải trình',
    ]);
    if (hasPoppler) {
      const [results, ...others] = await printed(page);
      expect(others).toEqual([]);
      expect(results?.lies).toBe(true);
      expect(results?.text).toMatch(/BẢNG TỔNG HỢP ĐIỂM.*1 Thanh tra tỉnh 56,25 .* 97,35 1 .*mã số liệu [0-9a-f]{8}/);
      expect(results?.text).not.toMatch(/Mở tệp|Xem bản in|Tải về/);
    }
    await page.getByRole('button', { name: 'Giải trình' }).press('Enter');
    // LibreOffice prints three pages; how far a table is shrunk differs by a percent or two between programs.
    await page.waitForFunction(() => document.querySelectorAll('.paper').length >= 3);
    if (hasPoppler) {
      const pages = await printed(page);
      const count = await page.locator('.paper').count();
      expect(count).toBeLessThanOrEqual(4);
      expect(pages.map(({ lies }) => lies)).toEqual(Array.from({ length: count }, () => true));
      expect(pages.map(({ text }) => /^\d/.exec(text)?.[0] ?? '')).toEqual(['', '2', '3', '4'].slice(0, count));
    }
    await page.getByRole('button', { name: 'Báo cáo' }).press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.paper').length === 2);
    if (hasPoppler) expect((await printed(page)).map(({ lies }) => lies)).toEqual([false, false]);
    await page.keyboard.press('Escape');
    await page.locator('.grid').waitFor();
    if (hasPoppler)
      expect((await printed(page)).map(({ text }) => text)).toEqual([
        'Bấm “Xem bản in” (Ctrl+P) để in các trang tính kết quả.',
      ]);
    expect(troubles).toEqual([]);
    await page.context().close();
  },
);

test('at 320 pixels a whole page is seen, axe finds nothing, and the focus comes back', async () => {
  const { page } = await openPage(product, 'index.html');
  await openSample(page, /^Khối B: /);
  await page.locator('.pane-action button').click();
  await page
    .getByText(/^Đã ghi/)
    .first()
    .waitFor();
  const opener = page.getByRole('button', { name: 'Xem bản in' });
  await opener.press('Enter');
  await page.locator('.paper').waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.waitForFunction(() => {
    const paper = document.querySelector('.paper')?.getBoundingClientRect();
    return paper !== undefined && paper.left >= 0 && paper.right <= innerWidth;
  });
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string }[] }> };
    };
    return (await axe.run({ exclude: [['[data-tabster-dummy]']] })).violations.map(({ id }) => id);
  });
  expect(found).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('.grid').waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === 'Xem bản in');
  await page.context().close();
});

test('after a late change nothing can be printed before the results are written again', async () => {
  const { page } = await openPage(product, 'index.html');
  await openSample(page, /^Khối B: /);
  await page.locator('.pane-action button').click();
  await page
    .getByText(/^Đã ghi/)
    .first()
    .waitFor();
  await typeInto(page, 'G7', '23');
  await page.keyboard.press('Control+p');
  await page.getByText(/^Kết quả đã cũ: số liệu đã đổi sau khi ghi/).waitFor();
  expect(await page.locator('.paper').count()).toBe(0);
  expect(
    await page.locator('.print-bar').getByRole('button', { name: 'In (Ctrl+P)' }).getAttribute('aria-disabled'),
  ).toBe('true');
  await page.context().close();
});

test('a report written without totals is shown without them, whatever is chosen afterwards', async () => {
  const { page } = await openPage(product, 'index.html');
  await openSample(page, /^Khối B: /);
  await page.locator('#tab-report').click();
  const choice = page.getByRole('checkbox', { name: 'Ghi tổng điểm trong Báo cáo' });
  await choice.uncheck();
  await page.locator('.pane-action button').click();
  await page
    .getByText(/^Đã ghi/)
    .first()
    .waitFor();
  await choice.check();
  await page.keyboard.press('Control+p');
  await page.getByRole('button', { name: 'Báo cáo', exact: true }).click();
  await page.locator('.paper', { hasText: 'DỰ THẢO BÁO CÁO' }).waitFor();
  expect(
    await page
      .locator('.paper')
      .allInnerTexts()
      .then((texts) => texts.join(' ')),
  ).not.toMatch(/97,35|Tổng điểm/);
  await page.context().close();
});
