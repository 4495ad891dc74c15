/** The view *Hội đồng* in the built page: many files in, a table and a summary out, nothing leaves the machine. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { openPage, openProduct, root, type Address, type Product } from './support';

let product: Product;
let folder: string;
beforeAll(async () => {
  product = await openProduct();
  folder = mkdtempSync(join(tmpdir(), 'thidua-board-page-'));
}, 60_000);
afterAll(async () => {
  await product?.close();
  rmSync(folder, { recursive: true });
});

const sample = (name: string): string => join(root, `assets/samples/${name}.xlsx`);

async function choose(page: Page, files: readonly string[], input = 'files'): Promise<void> {
  await page.locator(`[data-board="${input}"]`).setInputFiles([...files]);
}

const PAGES: readonly Address[] = ['index.html', 'thidua.html by file://'];

describe.each(PAGES)('%s', (which) => {
  test('three workbooks and a broken one: verdicts, findings by cell, the summary reopened by another reader', async () => {
    const { page, troubles } = await openPage(product, which);
    await page.getByRole('tab', { name: 'Hội đồng' }).click();
    writeFileSync(join(folder, 'hong.xlsx'), readFileSync(sample('C')).subarray(0, 9_000));
    await choose(page, [sample('D'), sample('co-loi'), sample('E'), join(folder, 'hong.xlsx')]);
    await page.getByText('4 sổ: 2 hợp lệ, 1 có lỗi, 1 không đọc được.').waitFor();
    const table = page.getByRole('table', { name: 'Các sổ đã thẩm định' });
    expect(await table.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/co-loi\.xlsx[\s\S]*có lỗi\s+13 lỗi, /), expect.stringMatching(/D\.xlsx[\s\S]*hợp lệ\s+0 lỗi, 2 cảnh báo/),
      expect.stringMatching(/E\.xlsx[\s\S]*hợp lệ/), expect.stringMatching(/hong\.xlsx\s+không đọc được\s+1 lỗi, 0 cảnh báo/),
    ]);
    await table.getByRole('button', { name: /cơ quan tham mưu I$/ }).click();
    expect(await table.locator('.board-details').innerText()).toMatch(/Chấm điểm!S11 Điểm ở ô S11 là 9, vượt điểm tối đa/);

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải bản tổng hợp (.xlsx)' }).click()]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(readFileSync(await download.path()) as unknown as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Tổng hợp', 'Đề nghị', 'Phát hiện']);
    expect(workbook.getWorksheet('Tổng hợp')?.getColumn(3).values).toEqual(expect.arrayContaining(['co-loi.xlsx', 'D.xlsx', 'E.xlsx', 'hong.xlsx']));
    expect(troubles).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('a standard, limits; a standard with errors of its own is refused', async () => {
    const { page, troubles } = await openPage(product, which);
    await page.getByRole('tab', { name: 'Hội đồng' }).click();
    await page.getByText('Bộ chuẩn, danh sách khối, giới hạn').click();
    await choose(page, [sample('C')], 'standard');
    await page.getByLabel('Giới hạn toàn tỉnh theo mã hình thức').fill('BK=3');
    await choose(page, [sample('C'), sample('E'), sample('A')]);
    await page.getByText(/^3 sổ: /).waitFor();
    await page.getByText(/Toàn tỉnh đề nghị 6 đơn vị cho Bằng khen/).waitFor();
    expect(await page.locator('.board tbody tr').filter({ hasText: 'C.xlsx' }).innerText()).toContain('hợp lệ');
    expect(await page.locator('.board tbody tr').filter({ hasText: 'A.xlsx' }).innerText()).toContain('có lỗi');

    writeFileSync(join(folder, 'khong-phai-so.xlsx'), 'văn bản');
    await choose(page, [join(folder, 'khong-phai-so.xlsx')], 'standard');
    await choose(page, [sample('C')]);
    await page.getByText('Bộ chuẩn chưa dùng được nên chưa thẩm định sổ nào.').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  }, 60_000);
});

test('Cancel answers at once, and what was checked stays', async () => {
  const { page } = await openPage(product, 'index.html');
  await page.getByRole('tab', { name: 'Hội đồng' }).click();
  const many = Array.from({ length: 120 }, (_, index) => {
    const path = join(folder, `khoi-${String(index)}.xlsx`);
    writeFileSync(path, readFileSync(sample('D')));
    return path;
  });
  await choose(page, many);
  const stop = page.getByRole('button', { name: 'Dừng' });
  await stop.waitFor();
  const began = await page.evaluate(() => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Dừng');
    const start = performance.now();
    button?.click();
    return new Promise<number>((resolve) => {
      const watch = () => { if (document.body.innerText.includes('Đã dừng sau')) resolve(performance.now() - start); else setTimeout(watch); };
      watch();
    });
  });
  expect(began).toBeLessThan(1000);
  await stop.waitFor({ state: 'detached' });
  expect(await page.getByText(/Đã dừng sau \d+\/120 sổ\. \d+ sổ: /).count()).toBe(1);
  await page.context().close();
}, 60_000);
