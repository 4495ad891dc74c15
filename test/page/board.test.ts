/** The view *Hội đồng* in the built page: many files in, a table and a summary out, nothing leaves the machine. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { openInExcel } from '../excel-host/browser';
import { loadBook } from '../excel-host/file';
import { ExcelHost } from '../excel-host/host';
import type { SheetPlan } from '../../src/workbook/plan';
import { createPackage } from '../../src/xlsx';
import { blocPlans } from '../workbook/blocs';
import { openPage, openProduct, root, tabTo, type Address, type Product } from './support';

let product: Product;
let folder: string;
beforeAll(async () => {
  product = await openProduct();
  folder = mkdtempSync(join(tmpdir(), 'thidua-board-page-'));
});
afterAll(async () => {
  await product?.close();
  rmSync(folder, { recursive: true });
});

const sample = (name: string): string => join(root, `assets/samples/${name}.xlsx`);

async function choose(page: Page, files: readonly string[], input = 'files'): Promise<void> {
  await page.locator(`[data-board="${input}"]`).setInputFiles([...files]);
}

/** Lets go of files and folders of this machine over the view, or over something else. */
async function drop(page: Page, paths: string[], over = '.board-drop'): Promise<void> {
  // Where it stands once it stands still: a line that comes in above would move it from under the file.
  await page.locator(over).hover({ trial: true, position: { x: 40, y: 20 } });
  const box = await page.locator(over).boundingBox();
  const session = await page.context().newCDPSession(page);
  const at = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 20, data: { items: [], files: paths, dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at });
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
      expect.stringMatching(/co-loi\.xlsx[\s\S]*có lỗi\s+12 lỗi, /),
      expect.stringMatching(/hong\.xlsx\s+không đọc được\s+1 lỗi, 0 cảnh báo/),
      expect.stringMatching(/D\.xlsx[\s\S]*hợp lệ\s+0 lỗi, 2 cảnh báo/),
      expect.stringMatching(/E\.xlsx[\s\S]*hợp lệ/),
    ]);
    await page.getByRole('searchbox', { name: 'Tìm khối, tệp, mã lỗi' }).fill('FILE-damaged');
    expect(await table.locator('tbody tr').allInnerTexts()).toEqual([expect.stringContaining('hong.xlsx')]);
    await page.getByRole('searchbox').fill('');
    await table.getByRole('button', { name: /cơ quan tham mưu I$/ }).click();
    expect(await table.locator('.board-details').innerText()).toMatch(
      /Chấm điểm!S11 Điểm ở ô S11 là 9, vượt điểm tối đa/,
    );

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải bản tổng hợp (.xlsx)' }).click(),
    ]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(readFileSync(await download.path()) as unknown as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Tổng hợp', 'Đề nghị', 'Phát hiện']);
    expect(workbook.getWorksheet('Tổng hợp')?.getColumn(3).values).toEqual(
      expect.arrayContaining(['co-loi.xlsx', 'D.xlsx', 'E.xlsx', 'hong.xlsx']),
    );
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('a folder with folders inside, chosen and dropped; the page to print', async () => {
    const inner = join(folder, which.slice(0, 5), 'Khối A', 'sâu');
    mkdirSync(inner, { recursive: true });
    copyFileSync(sample('E'), join(inner, 'E.xlsx'));
    copyFileSync(sample('E'), join(inner, '..', 'bản sao #1 & E.xlsx'));
    for (const name of ['trống.xlsx', '~$E.xlsx', 'ghi chú.txt']) writeFileSync(join(inner, '..', name), '');
    const { page, troubles } = await openPage(product, which);
    await page.getByRole('tab', { name: 'Hội đồng' }).click();
    await drop(page, [join(inner, '..'), sample('D')]);
    await page.getByText('4 sổ: 2 hợp lệ, 1 có lỗi, 1 không đọc được.').waitFor();
    expect(await page.locator('.board tbody .remark').allInnerTexts()).toEqual(
      expect.arrayContaining(['Khối A/sâu/E.xlsx', 'D.xlsx']),
    );
    await page.locator('[data-board="folder"]').setInputFiles(join(inner, '..'));
    await page.getByText('3 sổ: 1 hợp lệ, 1 có lỗi, 1 không đọc được.').waitFor();
    copyFileSync(sample('D'), join(inner, 'E.xlsx'));
    await page.locator('.board tr', { hasText: 'sâu/E.xlsx' }).getByRole('button').click();
    await page.getByRole('button', { name: 'Mở sổ này để xem' }).click();
    await page.getByText('Tệp đã đổi hoặc không còn ở đó từ lúc chọn. Chọn lại tệp.').waitFor();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải trang HTML để in' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('tham-dinh.html');
    await page.goto('about:blank');
    await page.setContent(readFileSync(await download.path(), 'utf8'));
    expect(await page.locator('h1 + p').innerText()).toMatch(
      /^\d\d\/\d\d\/\d{4} · Bộ chuẩn: Không đối chiếu · 3 sổ: 1 hợp lệ, 1 có lỗi, 1 không đọc được\.$/,
    );
    expect(await page.locator('h2').allInnerTexts()).toEqual(
      expect.arrayContaining(['Sổ có lỗi, không đọc được (2)', 'Sổ hợp lệ (1)']),
    );
    expect(
      await page.locator('details[open]', { hasText: 'Khối A/sâu/E.xlsx' }).locator('td').allInnerTexts(),
    ).toContain('workbook-duplicate');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

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

    await page.getByRole('tab', { name: 'Kiểm tra' }).click();
    await page.getByRole('tab', { name: 'Hội đồng' }).click();
    await page.getByText('Bộ chuẩn, danh sách khối, giới hạn', { exact: true }).click();
    const limits = page.getByLabel('Giới hạn toàn tỉnh theo mã hình thức');
    expect(await limits.inputValue()).toBe('BK=3'); // what was chosen is still there after other views
    await limits.fill('BK=6');
    await page.getByRole('button', { name: 'Thẩm định lại' }).click();
    await page.getByText('Bằng khen của Chủ tịch UBND tỉnh: 6, giới hạn 6').waitFor();
    expect(await page.getByText(/^Toàn tỉnh đề nghị|đã đổi sau lần thẩm định này/).count()).toBe(0);

    writeFileSync(join(folder, 'khong-phai-so.xlsx'), 'văn bản');
    await choose(page, [join(folder, 'khong-phai-so.xlsx')], 'standard');
    await page.getByRole('button', { name: 'Thẩm định lại' }).click();
    await page.getByText('Bộ chuẩn chưa dùng được nên chưa thẩm định sổ nào.').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });
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
  const [before, after] = await page.evaluate(() => {
    const checkedSoFar = (): number =>
      Number(/Đã (?:thẩm định|dừng sau) (\d+)\/120/u.exec(document.body.innerText)?.[1]);
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Dừng');
    const begun = checkedSoFar();
    button?.click();
    return new Promise<[number, number]>((resolve) => {
      const watch = () => {
        if (document.body.innerText.includes('Đã dừng sau')) resolve([begun, checkedSoFar()]);
        else setTimeout(watch);
      };
      watch();
    });
  });
  // At once: what was in work is dropped, and no file is begun any more. The number on the screen was a moment old.
  expect(after - before).toBeLessThan(60);
  await stop.waitFor({ state: 'detached' });
  expect(await page.getByText(/Đã dừng sau \d+\/120 sổ\. \d+ sổ: /).count()).toBe(1);
  await page.context().close();
});

/** A bloc of its own: units that stand in two blocs are told. */
function blocNumber(number: number): Uint8Array {
  const plans = JSON.stringify(blocPlans({ units: 5, seed: number + 1 }));
  const named = plans.replace(/Đơn vị số \d+|Khối thi đua minh họa/gu, (name) => `${name}, ${String(number)}`);
  return createPackage(JSON.parse(named) as SheetPlan[]);
}

test('of three hundred files the seven wrong ones stand on top and are opened by keyboard alone', async () => {
  const whole = join(folder, 'ba trăm');
  mkdirSync(whole);
  for (let index = 0; index < 293; index++) writeFileSync(join(whole, `khoi-${String(index)}.xlsx`), blocNumber(index));
  const faulty = readFileSync(sample('co-loi'));
  for (let index = 0; index < 5; index++) writeFileSync(join(whole, `sai-${String(index)}.xlsx`), faulty);
  for (let index = 0; index < 2; index++)
    writeFileSync(join(whole, `hong-${String(index)}.xlsx`), faulty.subarray(0, 9_000 + index));
  const { page, troubles } = await openPage(product, 'index.html');
  await page.locator('#tab-check').focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
  await page.locator('.board-drop').waitFor();
  await page.locator('[data-board="folder"]').setInputFiles(whole);
  await page.getByText('300 sổ: 293 hợp lệ, 5 có lỗi, 2 không đọc được.').waitFor();
  const rows = page.getByRole('table', { name: 'Các sổ đã thẩm định' }).locator('tbody tr');
  const top = await rows.evaluateAll((all) => all.slice(0, 8).map(({ textContent }) => textContent ?? ''));
  expect(top.map((text) => /(sai|hong|khoi)-\d+\.xlsx/.exec(text)?.[1]).sort()).toEqual([
    ...Array<string>(2).fill('hong'),
    'khoi',
    ...Array<string>(5).fill('sai'),
  ]);
  expect(top.at(-1)).toContain('khoi-');
  for (let opened = 0; opened < 5; opened++) {
    await tabTo(page, /cơ quan tham mưu I/);
    await page.keyboard.press('Enter');
    await page.locator('.board-details li').first().waitFor();
    expect(await page.locator('.board-details').first().innerText()).toContain('Chấm điểm!S11');
    await page.keyboard.press('Enter');
    await page.locator('.board-details').waitFor({ state: 'detached' });
    await page.keyboard.press('Tab');
  }
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('in Excel: the sheets go into the open workbook, the page is downloaded; a file let go beside the view opens nothing', async () => {
  const host = new ExcelHost(loadBook(readFileSync(sample('B'))), { version: 19 });
  const context = await product.browser.newContext({ viewport: { width: 320, height: 640 }, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await openInExcel(page, host, product.server.address, { locale: 'vi-VN' });
  await page.goto(`${product.server.address}taskpane.html`);
  await page.getByRole('tab', { name: 'Hội đồng' }).click();
  await page.locator('.board-drop').waitFor();
  await drop(page, [sample('D')], '.pane-head');
  await drop(page, [sample('E')]);
  await page.getByText('1 sổ: 1 hợp lệ, 0 có lỗi, 0 không đọc được.').waitFor();
  expect(context.pages()).toHaveLength(1);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải trang HTML để in' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('<h2>Sổ hợp lệ (1)</h2>');
  await page.getByRole('button', { name: 'Ghi bản tổng hợp vào sổ này' }).click();
  await page.getByText('Đã ghi các trang tính: Tổng hợp, Đề nghị, Phát hiện.').waitFor();
  expect(host.book.sheets.map(({ name }) => name).slice(-3)).toEqual(['Tổng hợp', 'Đề nghị', 'Phát hiện']);
  await context.close();
});
