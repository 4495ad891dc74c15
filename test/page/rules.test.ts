/**
 * *Quy chế* on the page: the rules of the open workbook as sentences, and what changes them in every sheet at once,
 * seen first, done by keyboard, taken back with the page's own undo.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { readWorkbook } from '../../src/xlsx';
import { checked, openPage, openProduct, tabTo, type Product } from './support';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product?.close();
});

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What is wrong for a reader of the screen, colours included. */
async function axeFindings(page: Page): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ include: [['.pane']], exclude: [['[data-tabster-dummy]']] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

const press = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};
/** The workbook as it would be saved, and where its sheets name a unit. */
async function namedIn(page: Page, name: string): Promise<string[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.page-bar').getByRole('button', { name: 'Tải về' }).click(),
  ]);
  const read = readWorkbook(readFileSync(await download.path()));
  if (!read.ok) throw new Error(read.error.code);
  return read.value.sheets
    .filter(({ rows }) => rows.some((row) => row?.some((cell) => cell?.value === name)))
    .map((sheet) => sheet.name);
}

test('a unit is added and renamed by keyboard in both sheets, seen first, and taken back', async () => {
  const { page, troubles } = await openPage(product, 'index.html');
  const view = page.locator('.regulation');
  const dialog = page.getByRole('dialog');
  const NEW = 'Sở Chuyển đổi số';

  await page.getByRole('button', { name: 'Quy chế: đơn vị, tiêu chí, khen thưởng…' }).focus();
  await page.keyboard.press('Enter');
  await view.waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Quy chế');
  expect(plain(await view.innerText())).toMatch(
    /Đơn vị \(10\).*Tiêu chí \(\d+\).*Khen thưởng \(\d+\).*Điều kiện \(\d+\)/,
  );
  expect(await axeFindings(page)).toEqual([]);

  // Refused: the name is taken. The form stays, with the sentence beside it.
  await press(page, 'Thêm đơn vị');
  await tabTo(page, 'Tên đơn vị');
  await page.keyboard.type('thanh tra tỉnh');
  await page.keyboard.press('Enter');
  await dialog.locator('.trouble:not(:empty)').waitFor();
  expect(await dialog.locator('.trouble').innerText()).toBe('Đã có “thanh tra tỉnh” trong sổ; chọn tên khác.');
  expect(await dialog.getByRole('button', { name: 'Thực hiện' }).count()).toBe(0);

  await page.keyboard.press('Control+A');
  await page.keyboard.type(NEW);
  await page.keyboard.press('Enter');
  await dialog.locator('.change-preview').waitFor();
  const preview = plain(await dialog.locator('.change-preview').innerText());
  expect(preview).toContain(`Trang tính “Đơn vị”: thêm dòng 14 cho ${NEW}.`);
  expect(preview).toMatch(/Trang tính “Chấm điểm”: thêm cột X:Y cho Sở Chuyển đổi số\./);
  expect(preview).toContain('Mã mới do phần mềm đặt: SCDS (Sở Chuyển đổi số).');
  expect(await axeFindings(page)).toEqual([]);
  await press(page, 'Thực hiện');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.notice', { hasText: `Thêm đơn vị: ${NEW}` }).waitFor();
  await checked(page);
  expect(plain(await view.innerText())).toContain(`Đơn vị (11)`);
  expect(await namedIn(page, 'SCDS')).toEqual(['Đơn vị', 'Dự họp']);
  expect(await namedIn(page, NEW)).toEqual(['Đơn vị', 'Chấm điểm']);

  // Renamed in the list and above its columns; its rows elsewhere stand under a code that stays.
  await view.getByRole('button', { name: 'Đổi tên đơn vị' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('combobox').selectOption({ label: 'Thanh tra tỉnh' });
  await tabTo(page, 'Tên mới');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Thanh tra thành phố');
  await page.keyboard.press('Enter');
  await press(page, 'Thực hiện');
  await page.locator('.notice', { hasText: 'Thanh tra tỉnh → Thanh tra thành phố' }).waitFor();
  await checked(page);
  expect(await namedIn(page, 'Thanh tra thành phố')).toEqual(['Đơn vị', 'Chấm điểm']);

  // The page's own undo goes back through both.
  await page.locator('.notice').getByRole('button', { name: 'Hoàn tác' }).click();
  await checked(page);
  expect(await namedIn(page, 'Thanh tra thành phố')).toEqual([]);
  await page.locator('.page-bar').getByRole('button', { name: 'Hoàn tác' }).click();
  await view.getByText('Đơn vị (10)').waitFor();
  await checked(page);
  expect(await namedIn(page, 'SCDS')).toEqual([]);

  await page.getByRole('button', { name: '‹ Về các phần' }).click();
  await page.locator('#tab-check:focus').waitFor();
  expect(troubles).toEqual([]);
  await page.context().close();
});
