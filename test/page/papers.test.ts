/** The Word papers made on the page: progress, Cancel, the pane answering meanwhile, and what comes out. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { MINH_HOA, type Regulation, type WrittenCriterion } from '../../src/regulations';
import { createPackage } from '../../src/xlsx';
import { blocPlans } from '../workbook/blocs';
import { unpack } from '../papers/unpack';
import { openInExcel } from '../excel-host/browser';
import { loadBook } from '../excel-host/file';
import { ExcelHost } from '../excel-host/host';
import {
  checked,
  newPage,
  openPage,
  openProduct,
  openSample,
  watchTroubles,
  type Address,
  type Product,
} from './support';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product?.close();
});

const make = (page: Page) => page.getByRole('button', { name: 'Lập giấy tờ Word' });
const toTab = async (page: Page, tab: string): Promise<void> => {
  await page.locator(`#tab-${tab}`).click();
  await page.waitForFunction(
    (chosen) => document.querySelector(`[role="tabpanel"][aria-labelledby="tab-${chosen}"]`)?.hasChildNodes(),
    tab,
  );
};

test.each(['index.html', 'thidua.html by file://'] as const satisfies readonly Address[])(
  '%s: all papers of a sample in one archive, the news text to copy',
  async (which) => {
    const { page, troubles } = await openPage(product, which);
    await openSample(page, /^Khối E: /);
    await toTab(page, 'report');
    const arriving = page.waitForEvent('download');
    await make(page).click();
    const download = await arriving;
    expect(download.suggestedFilename()).toBe('ho-so-thi-dua-2019.zip');
    const files = unzipSync(readFileSync(await download.path()));
    expect(Object.keys(files)).toHaveLength(14);
    const { text } = unpack(files['to-trinh.docx'] ?? new Uint8Array());
    expect(text).toContain('Cờ thi đua của Chính phủ: 1 đơn vị');
    const news = await page.getByRole('textbox', { name: 'Tin bài đăng trang thông tin' }).inputValue();
    expect(
      strFromU8(files['tin-bai.txt'] ?? new Uint8Array())
        .replace(/\r\n/g, '\n')
        .trim(),
    ).toBe(news.trim());
    expect(news).toContain('Năm 2020, Sở Giáo dục và Đào tạo làm Trưởng khối.');
    await page.getByText(/^Giấy tờ còn chỗ trống/).waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  },
);

test('a workbook with errors: nothing before the user insists', async () => {
  const { page } = await openPage(product, 'index.html');
  await openSample(page, /^Khối B một tuần trước/);
  await toTab(page, 'report');
  expect(await make(page).getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('checkbox', { name: /DỰ THẢO – CÒN LỖI/ }).check();
  const arriving = page.waitForEvent('download');
  await make(page).click();
  const files = unzipSync(readFileSync(await (await arriving).path()));
  expect(unpack(files['to-trinh.docx'] ?? new Uint8Array()).parts['word/header1.xml']).toContain('DỰ THẢO – CÒN LỖI');
  await page.context().close();
});

/** Four sections of fifty criteria. */
const LARGE: Regulation = {
  ...MINH_HOA,
  conditions: [],
  bands: [],
  criteria: ['I', 'II', 'III', 'IV'].flatMap((section): WrittenCriterion[] => [
    { code: section, name: `Nhóm tiêu chí ${section}`, max: 25, counts: 'chính', way: 'nhóm' },
    ...Array.from({ length: 50 }, (_, index): WrittenCriterion => ({
      code: `${section}.${String(index + 1)}`,
      name: `Nội dung thi đua số ${String(index + 1)} của nhóm ${section}`,
      max: 0.5,
      step: 0.1,
    })),
  ]),
};

/** The bloc opened on the page, or in Excel's pane over a stand-in for Excel. */
async function openLarge(where: 'page' | 'pane'): Promise<{ page: Page; troubles: readonly string[] }> {
  const bytes = createPackage(blocPlans({ units: 40, seed: 1, regulation: LARGE }));
  if (where === 'pane') {
    const page = await newPage(product, { viewport: { width: 320, height: 640 } });
    const troubles = watchTroubles(page, product.server.address);
    await openInExcel(page, new ExcelHost(loadBook(bytes), { version: 19 }), product.server.address, {
      locale: 'vi-VN',
    });
    await page.goto(`${product.server.address}taskpane.html`);
    await checked(page);
    return { page, troubles };
  }
  const { page, troubles } = await openPage(product, 'index.html');
  // The browser's own picker cannot be driven.
  await page.evaluate('delete window.showOpenFilePicker');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Mở tệp…' }).first().click(),
  ]);
  await chooser.setFiles({
    name: 'lon.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  });
  await page.getByRole('heading', { level: 1, name: /Khối thi đua minh họa/ }).waitFor();
  await checked(page);
  return { page, troubles };
}

test.each(['page', 'pane'] as const)(
  '40 units × 200 criteria: progress is seen, the %s answers meanwhile, Cancel ends it',
  async (where) => {
    const { page, troubles } = await openLarge(where);
    await toTab(page, 'report');
    await make(page).click();
    await page
      .getByRole('status')
      .filter({ hasText: /^Đang lập [1-9]\d*\/47 giấy tờ…$/ })
      .waitFor();
    await toTab(page, 'ranking');
    await page.getByText('Đơn vị số 40').first().waitFor();
    await toTab(page, 'report');
    await page.getByRole('button', { name: 'Hủy', exact: true }).click();
    await page.getByText('Đã dừng, chưa có giấy tờ nào được lưu.').waitFor();
    expect(await make(page).getAttribute('aria-disabled')).not.toBe('true');
    // Excel's pane loads Office.js, and nothing else.
    expect(troubles.filter((one) => !one.startsWith('https://appsforoffice.microsoft.com/'))).toEqual([]);
    await page.context().close();
  },
);
