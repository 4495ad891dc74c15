/** The page follows the file on disk, by a real handle of the browser's own file system: saved by others it is read again, and what changed is said. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { editCells } from '../../src/xlsx';
import type { Fix } from '../../src/rules';
import { addressOf, checked, newPage, openProduct, root, type Product } from './support';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product?.close();
});

const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(join(root, `assets/samples/${name}.xlsx`)));

function changed(...fixes: readonly Fix[]): Uint8Array {
  const done = editCells(sample('B'), fixes);
  if (!done.ok) throw new Error(done.error.code);
  return done.value.bytes;
}

/** What another program does: it saves the file. */
const save = (page: Page, bytes: Uint8Array): Promise<void> =>
  page.evaluate(async (text) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('so.xlsx', { create: true });
    const stream = await handle.createWritable();
    await stream.write(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
    await stream.close();
  }, Buffer.from(bytes).toString('base64'));

async function opened(): Promise<Page> {
  const page = await newPage(product);
  // The browser's own window for choosing cannot be driven; the handle it would give is a real one.
  await page.addInitScript(() => {
    Object.assign(window, {
      showOpenFilePicker: async () => [await (await navigator.storage.getDirectory()).getFileHandle('so.xlsx')],
    });
  });
  await page.goto(addressOf(product, 'index.html'));
  await page.getByRole('grid').waitFor();
  await checked(page);
  await save(page, sample('B'));
  await page.getByRole('button', { name: 'Mở tệp…' }).first().click();
  await page.locator('.file-name', { hasText: 'so.xlsx' }).waitFor();
  await checked(page);
  return page;
}

test('saved by another program: the new verdict stands by itself, with the cells that changed, and one stays where one was', async () => {
  const page = await opened();
  await page.locator('#cell-E9').click();
  await save(page, changed({ place: { sheet: 'Chấm điểm', row: 6, column: 4 }, value: 99 }));
  await page
    .getByText('so.xlsx vừa được lưu ở chương trình khác; trang đã đọc lại. 1 ô đã đổi: Chấm điểm!E7.')
    .waitFor();
  await page.getByText('1 lỗi cần sửa').waitFor();
  expect(await page.locator('.cell-name').innerText()).toBe('E9');
  expect(await page.locator('#cell-E7 > span').innerText()).toContain('99');
  expect(await page.locator('.unsaved').count()).toBe(0);
  // What the page itself saves is no news to it.
  await page.locator('#cell-E7').click();
  await page.keyboard.type('13');
  await page.keyboard.press('Enter');
  await checked(page);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu so.xlsx.').waitFor();
  await page.waitForTimeout(4000);
  await page.getByText('Đã lưu so.xlsx.').waitFor();
  await page.context().close();
});

test('with changes here that are not saved nothing is read over them; saving asks', async () => {
  const page = await opened();
  await page.locator('#cell-E8').click();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await page.locator('.unsaved').waitFor();
  await save(page, changed({ place: { sheet: 'Chấm điểm', row: 6, column: 4 }, value: 13 }));
  await page.getByText('trong khi ở đây còn thay đổi chưa lưu').waitFor();
  await checked(page);
  expect(await page.locator('#cell-E8 > span').innerText()).toContain('7');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('dialog').getByText('đã bị thay đổi từ khi mở').waitFor();
  await page.context().close();
});

test('work found again after a crash knows what the page had saved before: saving asks nothing', async () => {
  const page = await opened();
  const type = async (cell: string, text: string): Promise<void> => {
    await page.locator(`#cell-${cell}`).click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await page.locator('.unsaved').waitFor();
    await checked(page);
  };
  await type('E7', '13');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu so.xlsx.').waitFor();
  await type('E8', '7');
  await page.waitForTimeout(1000);
  await page.close();

  const again = await newPage(product, {}, page.context());
  await again.goto(addressOf(product, 'index.html'));
  await again.getByRole('button', { name: 'Mở lại việc đó' }).click();
  await again.locator('.file-name', { hasText: 'so.xlsx' }).waitFor();
  await checked(again);
  await again.getByRole('button', { name: 'Lưu', exact: true }).click();
  await again.getByText('Đã lưu so.xlsx.').waitFor();
  expect([await again.getByRole('dialog').count(), await again.locator('.unsaved').count()]).toEqual([0, 0]);
  await page.context().close();
});

test('half-written files are waited for; the workbook of another bloc is named; a file that is gone is told', async () => {
  const page = await opened();
  await save(page, sample('B').subarray(0, 9000));
  await page.waitForTimeout(2500);
  expect(await page.locator('.banner[role="alert"]').count()).toBe(0);
  await save(page, sample('D'));
  await page.getByText('so.xlsx trên đĩa nay là sổ của khối khác').waitFor();
  await checked(page);
  await page.evaluate(async () => {
    await (await navigator.storage.getDirectory()).removeEntry('so.xlsx');
  });
  await page.getByText('Không đọc được so.xlsx trên đĩa nữa').waitFor();
  expect(await page.locator('.file-name').innerText()).toContain('so.xlsx');
  await page.context().close();
});
