/** From an old score table to the first verdict, on the page and in Excel, as people do it: no step that a cell could have saved. */
import type { Page } from 'playwright-core';
import { cellAt } from '../../src/sheets/cells';
import { readWorkbook } from '../../src/xlsx';
import { openInExcel } from '../excel-host/browser';
import { loadBook } from '../excel-host/file';
import { ExcelHost } from '../excel-host/host';
import { findOldTables, settle, type Proposal } from '../../src/workbook/adopt';
import { cellsOfPlans } from '../../src/sheets/plan-cells';
import { rank, total, UNITS } from '../workbook/adopt/bloc';
import { cellsOf, fileOf, SHAPES, type Shape } from '../workbook/adopt/shapes';
import { checked, newPage, openPage, openProduct, tabTo, type Product } from './support';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product?.close();
});

/** Units down, nothing says whose points they are. */
const OLD = SHAPES[0] as Shape;
const MOST_ACTIONS = 12;

/** The same with a total of the second unit that is wrong. */
const withWrongTotal = (): Uint8Array =>
  fileOf({
    sheets: Object.fromEntries(
      Object.entries(OLD.sheets).map(([name, rows]) => [
        name,
        rows.map((row) => (row[1] === UNITS[1] ? row.map((value, at) => (at === row.length - 2 ? 50 : value)) : row)),
      ]),
    ),
  });

const RANKED = UNITS.map((name, unit) => ({ name, rank: rank(unit), total: total(unit) })).sort(
  (a, b) => a.rank - b.rank,
);

async function openOld(page: Page, bytes: Uint8Array): Promise<void> {
  await page.evaluate('delete window.showOpenFilePicker');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Mở tệp…' }).first().click(),
  ]);
  await chooser.setFiles({ name: 'diem-2025.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  await page.locator('.file-name', { hasText: 'diem-2025' }).waitFor();
  await checked(page);
}

async function rankedUnits(page: Page): Promise<string[]> {
  // The view comes when it is asked for.
  await page.locator('.ranking').waitFor();
  return page
    .locator('.ranking tbody tr .link')
    .evaluateAll((links) => links.map(({ textContent }) => textContent ?? ''));
}

test.each([
  ['by mouse', false],
  ['by keyboard', true],
])('the page, %s: old table, questions, book, first verdict', async (_, byKeys) => {
  const { page, troubles } = await openPage(product, 'index.html');
  let actions = 1;
  const press = async (name: string | RegExp): Promise<void> => {
    actions++;
    if (!byKeys) return page.getByRole('button', { name }).first().click();
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };
  await openOld(page, fileOf(OLD));
  await page.getByText('Sổ này chưa phải sổ mẫu, nhưng có bảng điểm cũ.').waitFor();
  expect(await page.getByText('sheet-missing').count()).toBe(0);
  await press('Nhận bảng điểm cũ');
  await page.getByRole('heading', { name: 'Nhận bảng điểm cũ' }).waitFor();
  // Nothing is made before the table's one question is answered, and its answer is not taken for granted.
  expect(await page.getByRole('button', { name: 'Lập sổ mẫu' }).getAttribute('aria-disabled')).toBe('true');
  await page.getByLabel(/điểm của cấp nào/).selectOption('khối chấm');
  actions++;
  await page
    .getByText(`Đã đối chiếu ${String(2 * UNITS.length)} tổng điểm, hạng và điểm nhóm của bảng cũ: khớp hết.`)
    .waitFor();
  await page.locator('summary', { hasText: 'Có thể trả lời thêm' }).click();
  await page.getByLabel(/Số suất Bằng khen/).fill('2');
  actions += 2;
  await page
    .locator('.adopt button[aria-disabled="false"], .adopt .buttons button:not([aria-disabled])')
    .last()
    .waitFor();
  await press('Lập sổ mẫu');
  await page.getByText('Sổ này lập từ bảng điểm cũ.').waitFor();
  await checked(page);
  expect(await page.locator('.status-line').innerText()).toContain('Không còn lỗi');
  await press('Tính và ghi kết quả');
  await page.locator('.notice', { hasText: 'Đã ghi các trang tính' }).waitFor();
  await page.getByRole('tab', { name: 'Xếp hạng' }).click();
  actions++;
  expect(await rankedUnits(page)).toEqual(RANKED.map(({ name }) => name));
  expect(actions).toBeLessThanOrEqual(MOST_ACTIONS);
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('each difference is shown with its cell, a way to it; every score with its own', async () => {
  const { page } = await openPage(product, 'index.html');
  await openOld(page, withWrongTotal());
  await page.getByRole('button', { name: 'Nhận bảng điểm cũ' }).click();
  await page.getByLabel(/điểm của cấp nào/).selectOption('tự chấm');
  const differs = page.getByText(`Bảng cũ khác sổ mới ở 1 trên ${String(2 * UNITS.length)} chỗ:`);
  await differs.waitFor();
  const line = page.locator('.adopt li', { hasText: `${UNITS[1]}, Tự chấm, tổng điểm: bảng cũ 50` });
  await line.getByRole('button').click();
  const cells = readWorkbook(withWrongTotal());
  const sheet = cells.ok ? cells.value.sheets[0] : undefined;
  const row = sheet?.rows.findIndex((_, at) => cellAt(sheet, at, 1)?.value === UNITS[1]) ?? -1;
  const link = (await line.getByRole('button').innerText()).split('!')[1];
  expect(link).toMatch(new RegExp(`^[A-Z]${String(row + 1)}$`));
  await page.locator(`#cell-${String(link)}[aria-selected="true"]`).waitFor();
  await page.locator('.adopt summary', { hasText: 'Điểm, từng ô' }).click();
  await page.locator('.adopt summary', { hasText: UNITS[2] }).click();
  await page.locator('.adopt details details li').nth(8).waitFor();
  expect(await page.locator('.adopt details details li').count()).toBe(9);
  // The findings are not hidden either.
  await page.getByRole('button', { name: 'Xem các lỗi của sổ' }).click();
  await page.getByRole('button', { name: 'Xem các lỗi của sổ' }).click();
  expect(await page.locator('.issue').count()).toBeGreaterThan(3);
  await page.context().close();
});

test('in Excel the book is laid into the open workbook, and judges beside the old table', async () => {
  const old = findOldTables(cellsOf(OLD.sheets)).tables[0] as Proposal;
  const book = cellsOfPlans(settle(old, new Map([['level', 'khối chấm']])).plans);
  // The stand-in calculates nothing by itself.
  const host = new ExcelHost(loadBook(fileOf(OLD)), {
    version: 19,
    calculate: ({ name }, _formula, row, column) => {
      const sheet = book.sheets.find((one) => one.name === name);
      return Number(sheet && cellAt(sheet, row, column)?.value);
    },
  });
  const page = await newPage(product, { viewport: { width: 320, height: 700 } });
  await openInExcel(page, host, product.server.address, { locale: 'vi-VN' });
  await page.goto(`${product.server.address}taskpane.html`);
  await checked(page);
  await page.getByRole('button', { name: 'Nhận bảng điểm cũ' }).click();
  await page.getByLabel(/điểm của cấp nào/).selectOption('khối chấm');
  await page.getByText('khớp hết').waitFor();
  await page.getByRole('button', { name: 'Lập sổ mẫu' }).click();
  await page.getByText('Sổ này lập từ bảng điểm cũ.').waitFor();
  await checked(page);
  expect(await page.locator('.status-line').innerText()).toContain('Không còn lỗi');
  expect(host.book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['Tong hop', 'Chấm điểm']));
  await page.getByRole('tab', { name: 'Xếp hạng' }).click();
  expect(await rankedUnits(page)).toEqual(RANKED.map(({ name }) => name));
  await page.context().close();
});
