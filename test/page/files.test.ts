/** Files of the page: opening, dropping, refusing, saving, the guard over unsaved changes, other tabs, no network. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { HOSTILE } from '../xlsx/hostile/cases';
import {
  addressOf,
  checked,
  newContext,
  newPage,
  openPage,
  openProduct,
  root,
  typeInto,
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

const bytesOf = (name: string): Buffer => readFileSync(join(root, `assets/samples/${name}.xlsx`));

/** Chooses a file through the plain file input: the browser's own picker cannot be driven. */
async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Mở tệp…' }).first().click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

async function openWithoutPicker(which: Address = 'index.html', context?: BrowserContext): Promise<Page> {
  const page = await newPage(product, {}, context);
  await page.addInitScript('delete window.showOpenFilePicker');
  await page.goto(addressOf(product, which));
  await page.getByRole('grid').waitFor();
  await checked(page);
  return page;
}

test('a chosen file is opened, what is no workbook is refused in words, and the open one stays', async () => {
  const page = await openWithoutPicker();
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('.unsaved')) document.body.dataset.unsavedSeen = 'yes';
    }).observe(document.body, { subtree: true, childList: true });
  });
  await choose(page, 'Khối D.xlsx', bytesOf('D'));
  await page.locator('.file-name', { hasText: 'Khối D.xlsx' }).waitFor();
  await checked(page);
  // Not for a moment: nobody has typed anything.
  expect(await page.locator('body').getAttribute('data-unsaved-seen')).toBeNull();
  for (const [name, buffer, sentence] of [
    ['trang.xlsx', Buffer.from('<html></html>'), 'không phải sổ Excel'],
    ['rong.xlsx', Buffer.alloc(0), 'không phải sổ Excel'],
    ['cut.xlsx', bytesOf('D').subarray(0, 9000), 'hỏng hoặc bị cắt cụt'],
    ['mat-khau.xlsx', HOSTILE['workbook with a password']?.build() ?? Buffer.alloc(0), 'mật khẩu'],
  ] as const) {
    await choose(page, name, buffer);
    const banner = page.locator('.banner[role="alert"]');
    await banner.waitFor();
    expect(await banner.innerText()).toContain(sentence);
    expect(await page.locator('.file-name').innerText()).toContain('Khối D.xlsx');
    await banner.getByRole('button', { name: 'Đóng' }).click();
  }
  await page.context().close();
});

test('a workbook without the needed sheets opens and says what is missing', async () => {
  const page = await openWithoutPicker();
  const { createPackage } = await import('../../src/xlsx');
  const { createWorkbook } = await import('../../src/workbook/create');
  const { REGULATIONS } = await import('../../src/regulations');
  const plans = createWorkbook(REGULATIONS[0], [{ name: 'Sở Nội vụ' }]).filter(({ name }) => name === 'Hướng dẫn');
  await choose(page, 'khac.xlsx', Buffer.from(createPackage(plans)));
  await page.locator('.file-name', { hasText: 'khac.xlsx' }).waitFor();
  await checked(page);
  // The verdict stands before the page has looked whether the workbook holds an old table to adopt; the list comes after.
  await page.locator('.issue').first().waitFor();
  expect(await page.locator('.issue').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringContaining('Thông tin'), expect.stringContaining('Chấm điểm')]),
  );
  await page.context().close();
});

test('while a large workbook opens the page answers: the reader works beside it', async () => {
  const page = await openWithoutPicker();
  // Ticks on the page's own thread from the choice until the new name stands; a page that reads by itself would not tick.
  const pulse = page.evaluate(
    () =>
      new Promise<{ ticks: number[]; answered: boolean }>((resolve) => {
        const name = () => document.querySelector('.file-name')?.textContent ?? '';
        const before = name();
        const ticks: number[] = [];
        let answered = false;
        const timer = setInterval(() => {
          ticks.push(performance.now());
          const chosen = document.querySelector('[role=tab][aria-selected=true]')?.textContent ?? '';
          if (name() === before) {
            answered ||= chosen.includes('Xếp hạng');
            return;
          }
          clearInterval(timer);
          resolve({ ticks, answered });
        });
      }),
  );
  await choose(page, 'lon.xlsx', HOSTILE['a million formatted empty rows']?.build() ?? Buffer.alloc(0));
  await page.getByRole('tab', { name: 'Xếp hạng' }).click();
  const { ticks, answered } = await pulse;
  await page.locator('.file-name', { hasText: 'lon.xlsx' }).waitFor();
  const gaps = ticks.slice(1).map((tick, at) => tick - (ticks[at] ?? 0));
  const whole = (ticks.at(-1) ?? 0) - (ticks[0] ?? 0);
  expect(Math.max(...gaps)).toBeLessThan(whole / 2);
  expect(answered).toBe(true);
  await page.context().close();
});

test('a dropped file is opened', async () => {
  const page = await openWithoutPicker();
  const data = await page.evaluateHandle(
    ([text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(text ?? ''), (letter) => letter.charCodeAt(0))], 'tha.xlsx'));
      return transfer;
    },
    [bytesOf('C').toString('base64')],
  );
  await page.dispatchEvent('.page', 'drop', { dataTransfer: data });
  await page.locator('.file-name', { hasText: 'tha.xlsx' }).waitFor();
  await page.context().close();
});

test('unsaved changes are guarded when another workbook is opened and when the page is left', async () => {
  const page = await openWithoutPicker();
  await typeInto(page, 'E7', '13');
  await page.locator('.unsaved').waitFor();
  await choose(page, 'D.xlsx', bytesOf('D'));
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy' }).click();
  expect(await page.locator('.file-name').innerText()).toContain('B.xlsx');
  const asked = page.waitForEvent('dialog');
  void page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await choose(page, 'D.xlsx', bytesOf('D'));
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  await page.locator('.file-name', { hasText: 'D.xlsx' }).waitFor();
  expect(await page.locator('.unsaved').count()).toBe(0);
  await page.context().close();
});

test('a download that was cancelled does not count as saved; one that the user has seen does', async () => {
  const page = await openWithoutPicker();
  await typeInto(page, 'E7', '13');
  await page.locator('.unsaved').waitFor();
  const download = page.getByRole('button', { name: 'Tải về', exact: true });
  const [cancelled] = await Promise.all([page.waitForEvent('download'), download.click()]);
  await cancelled.cancel();
  await page.getByText('Đã giao B.xlsx cho trình duyệt tải về').waitFor();
  expect(await page.locator('.unsaved').count()).toBe(1);
  const asked = page.waitForEvent('dialog');
  void page.close({ runBeforeUnload: true });
  await (await asked).dismiss();
  await choose(page, 'D.xlsx', bytesOf('D'));
  await page.getByRole('dialog').getByText('Có thay đổi chưa lưu').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy' }).click();

  await Promise.all([page.waitForEvent('download'), download.click()]);
  await page.getByRole('button', { name: 'Đã thấy tệp' }).click();
  await page.locator('.unsaved').waitFor({ state: 'detached' });
  await typeInto(page, 'E7', '12');
  await page.locator('.unsaved').waitFor();
  await page.context().close();
});

test('the sample that the page begins with does not take the place of a file that was opened before it came', async () => {
  const page = await newPage(product);
  await page.addInitScript('delete window.showOpenFilePicker');
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isAsked = false;
  await page.route('**/B.xlsx', async (route) => {
    isAsked = true;
    await released;
    await route.continue();
  });
  await page.goto(addressOf(product, 'index.html'));
  await choose(page, 'D.xlsx', bytesOf('D'));
  await page.locator('.file-name', { hasText: 'D.xlsx' }).waitFor();
  await checked(page);
  expect(isAsked).toBe(true);
  const arrived = page.waitForResponse('**/B.xlsx');
  release();
  await (await arrived).finished();
  await page.waitForTimeout(1000);
  expect(await page.locator('.file-name').innerText()).toContain('D.xlsx');
  expect(await page.getByText('Đang mở').count()).toBe(0);
  await page.context().close();
});

/** From now on workers are deaf to what `which` names: as over a file that never comes to an end. */
const deafen = (page: Page, which: 'reading' | 'judging' | 'nothing'): Promise<void> =>
  page.evaluate((deaf) => {
    (window as unknown as { deaf: string }).deaf = deaf;
  }, which);
const DEAF = `
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    const kind = { read: 'reading', judge: 'judging' }[message?.kind] ?? '';
    if (kind === window.deaf) window.held.push(() => post.call(this, message, ...rest));
    else post.call(this, message, ...rest);
  };
  window.held = [];`;
/** Waits until so many tasks were not heard. */
const held = (page: Page, count: number) =>
  page.waitForFunction((all) => (window as unknown as { held: unknown[] }).held.length === all, count);
/** Now they are heard. */
const letGo = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (window as unknown as { held: (() => void)[] }).held.splice(0).forEach((post) => {
      post();
    });
  });

test.each(['reading', 'judging'] as const)(
  'a file whose %s never ends: Cancel ends it, and the next file does not wait behind it',
  async (which) => {
    const context = await newContext(product);
    await context.addInitScript(DEAF);
    const page = await openWithoutPicker('index.html', context);
    await deafen(page, which);
    await choose(page, 'treo.xlsx', bytesOf('C'));
    const banner = page.locator('.banner', { hasText: 'Đang mở treo.xlsx' });
    await held(page, 1);
    await banner.getByRole('button', { name: 'Hủy' }).click();
    await page.getByText('Đã hủy; không có gì thay đổi.').waitFor();
    expect(await page.locator('.file-name').innerText()).toContain('B.xlsx');

    await choose(page, 'treo.xlsx', bytesOf('C'));
    await banner.waitFor();
    await held(page, 2);
    await deafen(page, 'nothing');
    // The first is still being waited for.
    await choose(page, 'D.xlsx', bytesOf('D'));
    await page.locator('.file-name', { hasText: 'D.xlsx' }).waitFor();
    await checked(page);
    expect(await page.getByText('treo.xlsx').count()).toBe(0);
    await context.close();
  },
);

test('what is typed while another workbook is being read is not lost: it is asked about once that is there', async () => {
  const context = await newContext(product);
  await context.addInitScript(DEAF);
  const page = await openWithoutPicker('index.html', context);
  const [dialog, unsaved] = [page.getByRole('dialog'), page.locator('.unsaved')];
  await deafen(page, 'reading');
  await choose(page, 'D.xlsx', bytesOf('D'));
  await held(page, 1);
  await deafen(page, 'nothing');
  await typeInto(page, 'E7', '13');
  await unsaved.waitFor();
  await letGo(page);
  await dialog.getByText('Có thay đổi chưa lưu trong B.xlsx').waitFor();
  await dialog.getByRole('button', { name: 'Hủy' }).click();
  await checked(page);
  expect([await page.locator('#cell-E7 > span').innerText(), await unsaved.count()]).toEqual(['13', 1]);

  await deafen(page, 'reading');
  await choose(page, 'D.xlsx', bytesOf('D'));
  await dialog.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  await held(page, 1);
  // Who has said that the changes may go makes no further ones.
  expect(await page.locator('main[inert]').count()).toBe(1);
  await letGo(page);
  await page.locator('.file-name', { hasText: 'D.xlsx' }).waitFor();
  await checked(page);
  expect([await page.locator('main[inert]').count(), await unsaved.count(), await dialog.count()]).toEqual([0, 0, 0]);
  await context.close();
});

/** A handle as the browser's picker gives it, over a file in the page's memory. */
const PICKER = `
  window.disk = { bytes: null, modified: 1000, writes: 0, slowly: 0 };
  window.showOpenFilePicker = async () => [{
    kind: 'file', name: 'dia.xlsx',
    getFile: async () => new File([window.disk.bytes], 'dia.xlsx', { lastModified: window.disk.modified }),
    createWritable: async () => ({ write: async (bytes) => { window.disk.pending = bytes; }, close: async () => {
      window.disk.bytes = window.disk.pending; window.disk.modified += 1; window.disk.writes += 1;
      await new Promise((resolve) => setTimeout(resolve, window.disk.slowly));
    } }),
  }];`;

interface Disk {
  bytes: Uint8Array;
  modified: number;
  writes: number;
  /** Milliseconds that a write goes on after the file has its new time. */
  slowly: number;
}

/** Sample B lies on that disk, is opened from it, and has a change that is not saved. */
async function openChanged(slowly = 0): Promise<Page> {
  const page = await newPage(product);
  await page.addInitScript(PICKER);
  await page.goto(addressOf(product, 'index.html'));
  await checked(page);
  await page.evaluate(
    ([text, pause]) => {
      Object.assign((window as unknown as { disk: Disk }).disk, {
        bytes: Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
        slowly: pause,
      });
    },
    [bytesOf('B').toString('base64'), slowly] as const,
  );
  await page.getByRole('button', { name: 'Mở tệp…' }).first().click();
  await page.locator('.file-name', { hasText: 'dia.xlsx' }).waitFor();
  await checked(page);
  await typeInto(page, 'E7', '13');
  await page.locator('.unsaved').waitFor();
  return page;
}

test('saving in place; a file that someone else changed is not overwritten unasked', async () => {
  const page = await openChanged();
  const disk = () => page.evaluate(() => (window as unknown as { disk: Disk }).disk.writes);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu dia.xlsx').waitFor();
  expect([await disk(), await page.locator('.unsaved').count()]).toEqual([1, 0]);

  await typeInto(page, 'E7', '12');
  await page.locator('.unsaved').waitFor();
  // Before there is anything unsaved the page would simply read it again.
  await page.evaluate(() => {
    (window as unknown as { disk: Disk }).disk.modified = 99_999;
  });
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('dialog').getByText('đã bị thay đổi từ khi mở').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy' }).click();
  expect(await disk()).toBe(1);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('button', { name: 'Lưu đè' }).click();
  await page.getByText('Đã lưu dia.xlsx').waitFor();
  expect(await disk()).toBe(2);

  // Another tab says that it has the file too.
  await page.evaluate(() => {
    new BroadcastChannel('thidua.open-files').postMessage({ kind: 'here', file: 'dia.xlsx' });
  });
  await page.getByText('đang mở ở một thẻ khác').waitFor();
  await typeInto(page, 'E7', '11');
  await page.locator('.unsaved').waitFor();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('dialog').getByText('đang mở ở thẻ khác').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy' }).click();
  expect(await disk()).toBe(2);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('button', { name: 'Lưu đè' }).click();
  await page.getByText('Đã lưu dia.xlsx').waitFor();
  expect(await disk()).toBe(3);
  await page.context().close();
});

test('a slow save of our own is no change from outside, and a further press waits for it', async () => {
  const page = await openChanged(5_000);
  await page.evaluate(() => {
    // What is told for a moment only counts too.
    new MutationObserver(() => {
      const told = document.querySelector('.banner')?.textContent ?? '';
      if (told !== '')
        document.documentElement.dataset['told'] = `${document.documentElement.dataset['told'] ?? ''}${told}|`;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const save = page.getByRole('button', { name: 'Lưu', exact: true });
  await save.click();
  await typeInto(page, 'E7', '12');
  await save.click();
  await page.locator('.unsaved').waitFor({ state: 'detached' });
  const [writes, told] = await page.evaluate(() => [
    (window as unknown as { disk: Disk }).disk.writes,
    document.documentElement.dataset['told'],
  ]);
  expect(writes).toBe(2);
  expect(told).toContain('Đã lưu dia.xlsx');
  expect(told).not.toMatch(/chương trình khác|thay đổi từ khi mở/);
  await page.context().close();
});

test('two tabs with the same file: both are told', async () => {
  const first = await openWithoutPicker();
  await choose(first, 'chung.xlsx', bytesOf('B'));
  await first.locator('.file-name', { hasText: 'chung.xlsx' }).waitFor();
  const second = await openWithoutPicker('index.html', first.context());
  await choose(second, 'chung.xlsx', bytesOf('B'));
  await second.getByText('đang mở ở một thẻ khác').waitFor();
  await first.getByText('đang mở ở một thẻ khác').waitFor();
  await first.context().close();
});

test('a new workbook from a regulation and pasted units is opened beside the old one', async () => {
  const { page, troubles } = await openPage(product, 'index.html');
  await page.getByRole('button', { name: 'Sổ mẫu', exact: true }).click();
  await page.getByRole('button', { name: 'Tạo sổ mới' }).click();
  await page.getByRole('dialog').getByLabel('Tên khối').fill('Khối thử nghiệm');
  await page.getByRole('dialog').getByLabel('Tên các đơn vị').fill('1. Sở Nội vụ\n2. Sở Tài chính\n3. Sở Tư pháp');
  await page.getByRole('button', { name: 'Tạo sổ (3 đơn vị)' }).click();
  await page.locator('.file-name', { hasText: 'Khối thử nghiệm.xlsx' }).waitFor();
  await checked(page);
  expect(await page.locator('.pane h1').innerText()).toContain('Khối thử nghiệm');
  expect(await page.locator('.sheet-tab').allInnerTexts()).toContain('Chấm điểm');
  // It lies on no disk yet: it counts as not saved.
  await page.locator('.unsaved').waitFor();
  await page.getByText('Đã tạo sổ.').waitFor();
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('a part of the program that cannot be loaded: said, and done once the network is back', async () => {
  const page = await openWithoutPicker();
  await page.getByRole('button', { name: 'Sổ mẫu', exact: true }).click();
  await page.getByRole('button', { name: 'Tạo sổ mới' }).click();
  const make = async (): Promise<void> => {
    await page.getByRole('dialog').getByLabel('Tên khối').fill('Khối thử nghiệm');
    await page.getByRole('dialog').getByLabel('Tên các đơn vị').fill('Sở Nội vụ');
    await page.getByRole('button', { name: 'Tạo sổ (1 đơn vị)' }).click();
  };
  await page.getByRole('dialog').getByLabel('Tên khối').waitFor();
  await page.route('**/js/**', (route) => route.abort());
  await make();
  await page.getByRole('alert').filter({ hasText: 'Chưa tải được phần này của phần mềm' }).waitFor();
  expect(await page.locator('.file-name').innerText()).toContain('B.xlsx');
  await page.unroute('**/js/**');
  await page.getByRole('button', { name: 'Sổ mẫu', exact: true }).click();
  await page.getByRole('button', { name: 'Tạo sổ mới' }).click();
  await make();
  await page.locator('.file-name', { hasText: 'Khối thử nghiệm.xlsx' }).waitFor();
  await page.context().close();
});

test('next year’s workbook, and one for other units, are made from the open one; a missing name is asked for', async () => {
  const { page, troubles } = await openPage(product, 'index.html');
  const menu = page.getByRole('button', { name: 'Tùy chọn và trợ giúp' });
  const dialog = page.getByRole('dialog');
  await menu.click();
  await dialog.getByRole('button', { name: 'Lập sổ năm sau…' }).click();
  expect(await dialog.getByLabel('Năm', { exact: true }).inputValue()).toBe('2024');
  const name = await dialog.getByLabel('Tên khối').inputValue();
  await dialog.getByRole('button', { name: 'Lập sổ năm sau' }).click();
  await page.locator('.file-name', { hasText: `${name}.xlsx` }).waitFor();
  await checked(page);
  expect(await page.locator('.pane h1').innerText()).toBe(`${name} 2024`);

  await menu.click();
  await dialog.getByRole('button', { name: 'Tạo sổ mẫu…' }).click();
  await dialog.getByLabel('Lập từ').selectOption('same');
  await dialog.getByLabel('Tên các đơn vị').fill('STT\tTên đơn vị\n1\tSở Một\n2\tSở Hai');
  await dialog.getByRole('button', { name: 'Tạo sổ (2 đơn vị)' }).click();
  await dialog.getByText('Hãy ghi tên.').waitFor();
  await dialog.getByLabel('Tên khối').fill('Khối Hai');
  await dialog.getByRole('button', { name: 'Tạo sổ (2 đơn vị)' }).click();
  // The one of next year is not saved.
  await dialog.getByRole('button', { name: 'Bỏ thay đổi, mở sổ khác' }).click();
  await page.locator('.file-name', { hasText: 'Khối Hai.xlsx' }).waitFor();
  await checked(page);
  expect(await page.locator('.pane h1').innerText()).toContain('Khối Hai');
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('after the first visit the page works without network', async () => {
  const page = await newPage(product, { serviceWorkers: 'allow' });
  const troubles = watchTroubles(page, product.server.address);
  await page.goto(addressOf(product, 'index.html'));
  await checked(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while ((await caches.keys()).length === 0)
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('grid').waitFor();
  await checked(page);
  await page.getByRole('button', { name: 'Tính và ghi kết quả' }).click();
  await page.getByText(/Đã ghi các trang tính: Kết quả/).waitFor();
  await page.locator('#tab-ranking').click();
  await page.locator('.ranking').waitFor();
  expect(troubles).toEqual([]);
  await page.context().close();
});
