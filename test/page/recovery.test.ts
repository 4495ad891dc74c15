/** Unsaved work outlives the tab: offered again with everything typed, on this machine only, wiped on request, off where others share the storage. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import {
  addressOf,
  checked,
  newContext,
  newPage,
  openProduct,
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

async function start(context: BrowserContext, which: Address = 'index.html'): Promise<Page> {
  const page = await newPage(product, {}, context);
  await page.goto(addressOf(product, which));
  await page.getByRole('grid').waitFor();
  await checked(page);
  return page;
}

async function type(page: Page, cell: string, text: string): Promise<void> {
  await page.locator(`#cell-${cell}`).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** What is kept, as the browser holds it. */
const kept = (
  page: Page,
): Promise<readonly { readonly id: string; readonly typed: number; readonly values: readonly unknown[] }[]> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('thidua', 1);
        request.onsuccess = () => {
          const all = request.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            request.result.close();
            resolve(
              all.result.map(({ id, typed }: { id: string; typed: readonly { value: unknown }[] }) => ({
                id,
                typed: typed.length,
                values: typed.map(({ value }) => value),
              })),
            );
          };
        };
      }),
  );
const waitKept = async (page: Page, count: number): Promise<void> => {
  for (let tries = 0; (await kept(page)).length !== count; tries++) {
    if (tries > 2_000) throw new Error(`${String((await kept(page)).length)} drafts`);
    await page.waitForTimeout(50);
  }
};
const offer = (page: Page) => page.locator('.banner', { hasText: 'Còn việc chưa lưu trong B.xlsx' });
const text = (page: Page, cell: string) => page.locator(`#cell-${cell} > span`).innerText();

test('the tab is killed in the middle of work: everything typed is offered, also what was still on its way', async () => {
  const context = await newContext(product);
  const page = await start(context);
  const troubles = watchTroubles(page, product.server.address);
  await type(page, 'E7', '13');
  await checked(page);
  // A processor so slow that the last edits are still waiting when the tab ends.
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 10 });
  await type(page, 'E8', '7,5');
  await type(page, 'E9', '6,25');
  await page.waitForTimeout(1000);
  expect(troubles).toEqual([]);
  await page.close();

  const again = await start(context);
  await offer(again).getByRole('button', { name: 'Mở lại việc đó' }).click();
  await again.locator('.unsaved').waitFor();
  await again.waitForFunction(
    () => document.querySelector('#cell-E9 > span')?.textContent?.startsWith('6,25') ?? false,
  );
  await checked(again);
  expect([await text(again, 'E7'), await text(again, 'E8')]).toEqual([
    expect.stringContaining('13'),
    expect.stringContaining('7,5'),
  ]);
  await offer(again).waitFor({ state: 'detached' });
  // It is kept once: under the tab that goes on with it.
  await waitKept(again, 1);
  // Saved is saved: nothing is kept any longer.
  await Promise.all([
    again.waitForEvent('download').then(async (download) => {
      expect(readFileSync(await download.path()).length).toBeGreaterThan(1000);
    }),
    again.getByRole('button', { name: 'Tải về', exact: true }).click(),
  ]);
  await again.getByRole('button', { name: 'Đã thấy tệp' }).click();
  await waitKept(again, 0);
  await context.close();
});

test('the work of a tab that is still open is not offered in another; dropped it is gone', async () => {
  const context = await newContext(product);
  const page = await start(context);
  await type(page, 'E7', '13');
  await waitKept(page, 1);
  const other = await start(context);
  await other.waitForTimeout(500);
  expect(await offer(other).count()).toBe(0);
  await page.close();
  await other.reload();
  await offer(other).getByRole('button', { name: 'Bỏ đi' }).click();
  await waitKept(other, 0);
  await other.reload();
  await checked(other);
  expect(await offer(other).count()).toBe(0);
  await context.close();
});

test('switched off nothing is kept, and what was kept is wiped', async () => {
  const context = await newContext(product);
  const page = await start(context);
  await type(page, 'E7', '13');
  await checked(page);
  // At most so long after a change it is kept.
  await page.waitForTimeout(500);
  await waitKept(page, 1);
  await page.getByRole('button', { name: 'Sổ mẫu', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa hết việc đang giữ tạm' }).click();
  await waitKept(page, 0);
  await page.getByRole('checkbox', { name: /Giữ tạm việc chưa lưu/ }).uncheck();
  await page.keyboard.press('Escape');
  await type(page, 'E8', '7');
  await checked(page);
  await page.waitForTimeout(1000);
  expect(await kept(page)).toEqual([]);
  await context.close();
});

test('opened from a file it begins switched off, and says why', async () => {
  const context = await newContext(product);
  const page = await start(context, 'thidua.html by file://');
  await page.getByRole('button', { name: 'Sổ mẫu', exact: true }).click();
  const choice = page.getByRole('checkbox', { name: /Giữ tạm việc chưa lưu/ });
  expect(await choice.isChecked()).toBe(false);
  await page.getByText('các trang khác mở từ tệp có thể đọc được').waitFor();
  await choice.check();
  await page.keyboard.press('Escape');
  await type(page, 'E7', '13');
  await waitKept(page, 1);
  await context.close();
});

test.each(['forbidden', 'full'] as const)('storage that is %s is told once, and work goes on', async (which) => {
  const context = await newContext(product);
  if (which === 'forbidden')
    await context.addInitScript(() => {
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
    });
  const page = await start(context);
  if (which === 'full')
    await (
      await context.newCDPSession(page)
    ).send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: 1 });
  await type(page, 'E7', '13');
  await page.getByText('Trình duyệt không giữ tạm được').waitFor();
  await checked(page);
  expect(await text(page, 'E7')).toContain('13');
  await context.close();
});

test('what is older than two weeks is removed and not offered', async () => {
  const context = await newContext(product);
  const page = await start(context);
  await type(page, 'E7', '13');
  await waitKept(page, 1);
  await page.close();
  await context.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + 15 * 24 * 3_600_000;
  });
  const later = await start(context);
  await waitKept(later, 0);
  expect(await offer(later).count()).toBe(0);
  await context.close();
});
