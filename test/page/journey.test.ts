/**
 * The week before the meeting, on the page, by mouse and by keyboard alone: faults are found and
 * mended, the tie is decided, results are written, a late change makes them stale, and the
 * difference is shown. The same page by http and as one file by double-click.
 *
 * The story is told once by each hand and once at each address. What a hand does differently at another address
 * would show in single steps too, and those are done by mouse as a file (below, and in board.test) and by
 * keyboard by http (hands.test, editing.test).
 */
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import {
  addressOf,
  checked,
  openPage,
  openProduct,
  openSample,
  sampleValue,
  tabTo,
  typeInto,
  type Product,
} from './support';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product?.close();
});

const COMPUTE = 'Tính và ghi kết quả';

/** What stands in the cell of the workbook once all is mended, as it is typed. */
function rightText(sheet: string, cell: string): string {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return String(sampleValue('co-loi-da-sua', sheet, Number(digits) - 1, column)).replace('.', ',');
}

const where = async (page: Page): Promise<{ readonly sheet: string; readonly cell: string }> => ({
  sheet: await page.locator('.sheet-tab[aria-current]').innerText(),
  cell: await page.locator('.cell-name').innerText(),
});

/** Cells of the sample that are locked: the page asks, once for their sheet, before it changes them. */
const LOCKED: ReadonlySet<string> = new Set(['C18', 'Q25']);
const allowed = new WeakSet<Page>();

/** Whether the page asks now; the answer is a yes for the whole sheet. */
function asksNow(page: Page, cell: string): boolean {
  const asks = LOCKED.has(cell) && !allowed.has(page);
  if (asks) allowed.add(page);
  return asks;
}

/** The two ways of doing the same things. */
interface Hands {
  /** Mends what the issue of this number in the list is about. */
  mend(page: Page, at: number, byFix: boolean): Promise<void>;
  /** Goes to the first empty cell through its unit. */
  reachEmpty(page: Page): Promise<void>;
  decide(page: Page): Promise<void>;
  press(page: Page, button: string): Promise<void>;
  tab(page: Page, name: string): Promise<void>;
  type(page: Page, cell: string, text: string): Promise<void>;
}

const MOUSE: Hands = {
  async mend(page, at, byFix) {
    await page.locator('.issue-main').nth(at).click();
    if (byFix) await page.getByRole('button', { name: 'Sửa ô này' }).click();
    else {
      const { sheet, cell } = await where(page);
      await typeInto(page, cell, rightText(sheet, cell));
      if (asksNow(page, cell)) await page.getByRole('button', { name: 'Cho sửa' }).click();
    }
  },
  async reachEmpty(page) {
    await page.locator('.progress summary', { hasText: 'Ô trống' }).click();
    await page.locator('.progress li summary').first().click();
    await page.locator('.empty-cells button').first().click();
  },
  async decide(page) {
    await page.getByRole('tab', { name: 'Xếp hạng' }).click();
    await page.locator('.awards').getByRole('button', { name: 'Ghi quyết định…' }).click();
    await page.getByLabel('Lý do').fill('Hội nghị biểu quyết: Ban Dân tộc có thành tích nổi bật hơn');
    await page.getByRole('button', { name: 'Đưa Ban Dân tộc lên' }).click();
    await page.getByLabel('Người quyết định').fill('Hội nghị tổng kết khối');
    await page.getByRole('button', { name: 'Ghi và tính lại' }).click();
  },
  press: (page, button) => page.getByRole('button', { name: button }).first().click(),
  tab: (page, name) => page.getByRole('tab', { name }).click(),
  type: typeInto,
};

const KEYBOARD: Hands = {
  async mend(page, at, byFix) {
    await tabTo(page, /^(Lỗi|Cảnh báo|Ghi chú)(Chấm điểm|Đơn vị|Bỏ phiếu|Khen thưởng)!/);
    await page.keyboard.press('Home');
    for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    if (byFix) {
      await tabTo(page, 'Sửa ô này');
      await page.keyboard.press('Enter');
      return;
    }
    const { sheet, cell } = await where(page);
    await page.keyboard.press('F6');
    await expectFocus(page, 'Trang');
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(rightText(sheet, cell));
    await page.keyboard.press('Enter');
    if (asksNow(page, cell)) {
      await page.locator('.lock-question p').waitFor();
      await tabTo(page, 'Cho sửa', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.locator('.lock-question p').waitFor({ state: 'detached' });
    }
    await page.keyboard.press('F6');
  },
  async reachEmpty(page) {
    await tabTo(page, /^Ô trống: /);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.empty-cells').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  },
  async decide(page) {
    await this.tab(page, 'Xếp hạng');
    await tabTo(page, 'Ghi quyết định…');
    await page.keyboard.press('Tab');
    await tabTo(page, 'Ghi quyết định…'); // the one beside the award
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'Đưa Ban Dân tộc lên');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Lý do');
    await page.keyboard.type('Hội nghị biểu quyết');
    await tabTo(page, 'Người quyết định');
    await page.keyboard.type('Hội nghị tổng kết khối');
    await tabTo(page, 'Ghi và tính lại');
    await page.keyboard.press('Enter');
  },
  async press(page, button) {
    await tabTo(page, button);
    await page.keyboard.press('Enter');
  },
  async tab(page, name) {
    await tabTo(page, /^(Kiểm tra\d*|Xếp hạng|Báo cáo)$/);
    await page.keyboard.press('Home');
    for (
      let press = 0;
      press < 3 && !(await page.evaluate(() => document.activeElement?.textContent ?? '')).startsWith(name);
      press += 1
    )
      await page.keyboard.press('ArrowRight');
  },
  async type(page, cell, text) {
    await tabTo(page, /^Trang /);
    await page.keyboard.press('Control+Home');
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    // A merged cell is one step: not every row and column has one of its own.
    const name = () => page.locator('.cell-name').innerText();
    while (Number((await name()).replace(/\D/g, '')) < Number(digits)) await page.keyboard.press('ArrowDown');
    for (let step = 0; step < column && (await name()) !== cell; step += 1) await page.keyboard.press('ArrowRight');
    expect(await page.locator('.cell-name').innerText()).toBe(cell);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  },
};

const expectFocus = (page: Page, label: string) =>
  page.waitForFunction((name) => document.activeElement?.getAttribute('aria-label')?.includes(name) ?? false, label);

/** The first error that is a fault of its own: what only follows from another one goes with it, and the tie is for the meeting. */
async function nextFault(page: Page): Promise<{ readonly at: number; readonly text: string } | null> {
  await checked(page);
  const items = await page.locator('.issue').evaluateAll((all) =>
    all.map((item) => ({
      isError: item.classList.contains('is-error'),
      text: item.querySelector('.issue-what')?.textContent ?? '',
    })),
  );
  const at = items.findIndex(({ isError, text }) => isError && !/^(Chưa rõ đơn vị|Bằng điểm ở suất cuối)/.test(text));
  return at < 0 ? null : { at, text: items[at]?.text ?? '' };
}

describe.each([
  ['index.html', 'by mouse', MOUSE],
  ['thidua.html by file://', 'by keyboard alone', KEYBOARD],
] as const)('%s', (which, way, hands) => {
  test(`from the faulty sample to the difference after a late change, ${way}`, async () => {
    const { page, troubles } = await openPage(product, which);
    await openSample(page, /một tuần trước hội nghị/);
    let fixed = false;
    for (let found = await nextFault(page); found !== null; found = await nextFault(page)) {
      const byFix: boolean = !fixed && found.text.includes('dạng chữ');
      await hands.mend(page, found.at, byFix);
      fixed ||= byFix;
      await page.locator('.issue-main', { hasText: found.text }).waitFor({ state: 'detached' });
      await checked(page);
    }
    expect(fixed).toBe(true);
    // Empty is not wrong: cells that wait are listed apart, by unit, each with the way to it.
    await hands.reachEmpty(page);
    const { sheet, cell } = await where(page);
    await hands.type(page, cell, rightText(sheet, cell));
    await page.locator('.progress').waitFor({ state: 'detached' });
    await checked(page);
    await page.locator('.issue', { hasText: 'Bằng điểm ở suất cuối' }).waitFor();

    await hands.decide(page);
    await page.getByText('Đã ghi quyết định').waitFor();
    await checked(page);
    // The button that opened the form is gone with the tie; the focus is still in the pane.
    expect(await page.evaluate(() => document.activeElement?.closest('.pane') !== null)).toBe(true);
    expect(await page.locator('.ranking tr', { hasText: 'Ban Dân tộc' }).innerText()).toContain('Bằng khen');

    await hands.press(page, COMPUTE);
    await page.getByText(/Đã ghi các trang tính: Kết quả, Báo cáo/).waitFor();
    await page.getByText('Kết quả khớp với số liệu').waitFor();

    await MOUSE_OR_KEYS.chooseSheet(page, hands === KEYBOARD, 'Chấm điểm');
    await hands.type(page, 'G6', '23,25');
    await page.getByText('Kết quả đã cũ').waitFor();
    await hands.press(page, COMPUTE);
    await page.getByText('Kết quả khớp với số liệu').waitFor();
    await hands.tab(page, 'Xếp hạng');
    const changes = page.locator('.changes');
    await changes.waitFor();
    expect(await changes.innerText()).toMatch(/Chấm điểm!G6[\s\S]*→ 23,25/);
    expect(await changes.innerText()).toContain('Thanh tra tỉnh: tổng điểm 97,35 → 96,85');

    const written = await downloaded(page);
    expect(written.getWorksheet('Kết quả')).toBeDefined();
    expect(written.getWorksheet('Báo cáo')).toBeDefined();
    expect(written.getWorksheet('Chấm điểm')?.getCell('G6').value).toBe(23.25);
    expect(written.getWorksheet('Quyết định')?.getColumn(1).values).toContain('phân hạng');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('what is typed goes whole into the active cell, also when it comes faster than the screen scrolls, and when the cell is out of sight', async () => {
    const { page, troubles } = await openPage(product, which, { viewport: { width: 900, height: 600 } });
    const textOf = (cell: string) => page.locator(`#cell-${cell}`).innerText();
    await page.locator('#cell-E7').click();
    for (const key of ['End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
    await page.keyboard.type('12,25');
    await page.keyboard.press('Enter');
    await checked(page);
    expect(await page.locator('.cell-name').innerText()).toBe('W8');
    expect(await textOf('W7')).toContain('12,25');

    for (const key of ['ArrowUp', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
      await page.keyboard.press(key);
    const leave = () =>
      page.locator('.grid-scroller').evaluate(async (element) => {
        element.scrollTo(element.scrollWidth, 0);
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      });
    // Not outside the window, and not below the columns that stay in place.
    const isInSight = () =>
      page.locator('#cell-E7').evaluate((cell) => {
        const { left, right, top, bottom } = cell.getBoundingClientRect();
        return [left + 2, right - 2].every(
          (x) => document.elementFromPoint(x, (top + bottom) / 2)?.closest('td') === cell,
        );
      });
    await leave();
    expect(await isInSight()).toBe(false);
    await page.keyboard.type('3');
    expect(await isInSight()).toBe(true);
    await leave();
    await page.keyboard.type(',5');
    await page.keyboard.press('Enter');
    await checked(page);
    expect(await textOf('E7')).toContain('3,5');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('a score above its maximum: the issue appears, its cell is marked, one can jump to it and take it back', async () => {
    const { page, troubles } = await openPage(product, which);
    await slowDown(page);
    await typeInto(page, 'E7', '99');
    await page.getByText('1 lỗi cần sửa').waitFor();
    await checked(page);
    const cell = page.locator('#cell-E7');
    expect(await cell.getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: 'Đơn vị', exact: true }).click();
    const issue = page.locator('.issue-main', { hasText: 'vượt điểm tối đa' });
    await issue.click();
    expect(await where(page)).toEqual({ sheet: 'Chấm điểm', cell: 'E7' });
    expect(await issue.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Hoàn tác' }).first().click();
    await page.getByText('Không còn lỗi').waitFor();
    await checked(page);
    expect(await page.locator('#cell-E7').getAttribute('aria-invalid')).toBeNull();

    await page.getByRole('button', { name: COMPUTE }).first().click();
    await page.getByText(/Đã ghi các trang tính/).waitFor();
    await page.getByRole('tab', { name: 'Xếp hạng' }).click();
    await checked(page);
    expect(await page.locator('.ranking tbody tr').first().innerText()).toMatch(
      /Thanh tra tỉnh[\s\S]*Cờ thi đua của Chính phủ[\s\S]*97,35/,
    );
    const workbook = await downloaded(page);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Kết quả', 'Báo cáo', 'Kiểm tra', 'Giải trình', 'Nhật ký', 'Chấm điểm']),
    );
    expect(workbook.getWorksheet('Chấm điểm')?.getCell('E7').value).toBe(14.25);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

const MOUSE_OR_KEYS = {
  async chooseSheet(page: Page, byKeys: boolean, name: string): Promise<void> {
    if (!byKeys) {
      await page.getByRole('button', { name, exact: true }).click();
      return page.locator('.grid-scroller').evaluate((element) => {
        element.scrollTo(0, 0);
      });
    }
    await tabTo(page, new RegExp(`^${name}$`));
    await page.keyboard.press('Enter');
  },
};

/** A slow machine: what is drawn later than the rest is then seen to be late. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
}

async function downloaded(page: Page): Promise<ExcelJS.Workbook> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải về' }).click(),
  ]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(readFileSync(await download.path()) as unknown as ArrayBuffer);
  return workbook;
}

test('the address of the page of one file is a file', () => {
  expect(addressOf(product, 'thidua.html by file://')).toMatch(/^file:/);
});
