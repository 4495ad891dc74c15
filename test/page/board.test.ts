/** The view *Hội đồng* in the built page: many files in, a list and a summary out, nothing leaves the machine. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { openInExcel } from '../excel-host/browser';
import { loadBook } from '../excel-host/file';
import { ExcelHost } from '../excel-host/host';
import type { SheetPlan } from '../../src/sheets/plan';
import { createPackage } from '../../src/xlsx';
import { Random, soundBloc, withResults } from '../board/province/bloc';
import { BlocCells } from '../board/province/bloc-cells';
import { edited } from '../board/province/edit-xml';
import { blocPlans } from '../workbook/blocs';
import { checked, newPage, openPage, openProduct, root, tabTo, typeInto, type Address, type Product } from './support';

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

const rowsIn = (page: Page) => page.locator('.board tbody [data-row]');

/** Waits until the list has these rows, one pattern each. */
async function expectRows(page: Page, patterns: readonly RegExp[]): Promise<void> {
  await page.waitForFunction((n) => document.querySelectorAll('.board tbody [data-row]').length === n, patterns.length);
  expect(await rowsIn(page).allInnerTexts()).toEqual(patterns.map((pattern) => expect.stringMatching(pattern)));
}

const PAGES: readonly Address[] = ['index.html', 'thidua.html by file://'];

describe.each(PAGES)('%s', (which) => {
  test('three workbooks and a broken one: verdicts, findings by cell, the summary reopened by another reader', async () => {
    const { page, troubles } = await openPage(product, which);
    await page.getByRole('tab', { name: 'Hội đồng' }).click();
    writeFileSync(join(folder, 'hong.xlsx'), readFileSync(sample('C')).subarray(0, 9_000));
    await choose(page, [sample('D'), sample('co-loi'), sample('A'), join(folder, 'hong.xlsx')]);
    await page.getByText('4 sổ: 2 hợp lệ, 1 có lỗi, 1 không đọc được.').waitFor();
    const rows = rowsIn(page);
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringMatching(/co-loi\.xlsx\s+có lỗi\s+Đơn vị!D7 [\s\S]*\s12\s/),
      expect.stringMatching(/hong\.xlsx\s+không đọc được[\s\S]*\s1\s+0\s/),
      expect.stringMatching(/A\.xlsx\s+hợp lệ/),
      expect.stringMatching(/D\.xlsx\s+hợp lệ[\s\S]*\s0\s+2\s/),
    ]);
    const search = page.getByRole('searchbox', { name: 'Tìm khối, tệp, ô, câu báo lỗi, mã lỗi' });
    await search.fill('FILE-damaged');
    await expectRows(page, [/hong\.xlsx/]);
    await search.fill('diem o o s11 la 9');
    await expectRows(page, [/co-loi\.xlsx/]);
    await search.fill('');
    await rows.filter({ hasText: 'co-loi.xlsx' }).click();
    const beside = page.getByRole('region', { name: 'Chi tiết' });
    await beside.getByText('Điểm ở ô S11 là 9, vượt điểm tối đa').waitFor();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await page.getByRole('button', { name: /^Tất cả các sổ/ }).click();
        await page.getByRole('button', { name: 'Tải bản tổng hợp (.xlsx)' }).click();
      })(),
    ]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(readFileSync(await download.path()) as unknown as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Tổng hợp', 'Đề nghị', 'Phát hiện']);
    expect(workbook.getWorksheet('Tổng hợp')?.getColumn(3).values).toEqual(
      expect.arrayContaining(['co-loi.xlsx', 'D.xlsx', 'A.xlsx', 'hong.xlsx']),
    );
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('a folder with folders inside, chosen and dropped; the page to print', async () => {
    const inner = join(folder, which.slice(0, 5), 'Khối A', 'sâu');
    mkdirSync(inner, { recursive: true });
    copyFileSync(sample('A'), join(inner, 'E.xlsx'));
    copyFileSync(sample('A'), join(inner, '..', 'bản sao #1 & E.xlsx'));
    for (const name of ['trống.xlsx', '~$E.xlsx', 'ghi chú.txt']) writeFileSync(join(inner, '..', name), '');
    const { page, troubles } = await openPage(product, which);
    await page.getByRole('tab', { name: 'Hội đồng' }).click();
    await drop(page, [join(inner, '..'), sample('D')]);
    await page.getByText('4 sổ: 2 hợp lệ, 1 có lỗi, 1 không đọc được.').waitFor();
    expect(await page.locator('.board tbody .of-file').allInnerTexts()).toEqual(
      expect.arrayContaining(['Khối A/sâu/E.xlsx', 'D.xlsx']),
    );
    await page.locator('[data-board="folder"]').setInputFiles(join(inner, '..'));
    await page.getByText('3 sổ: 1 hợp lệ, 1 có lỗi, 1 không đọc được.').waitFor();
    copyFileSync(sample('D'), join(inner, 'E.xlsx'));
    await rowsIn(page).filter({ hasText: 'sâu/E.xlsx' }).click();
    await page.getByRole('button', { name: 'Mở sổ này để xem' }).click();
    await page.getByText('Tệp đã đổi hoặc không còn ở đó từ lúc chọn. Chọn lại tệp.').waitFor();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await page.getByRole('button', { name: /^Tất cả các sổ/ }).click();
        await page.getByRole('button', { name: 'Tải trang HTML để in' }).click();
      })(),
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
    await choose(page, [sample('C')], 'standard');
    await page.getByLabel('Giới hạn toàn tỉnh theo mã hình thức').fill('BK=1');
    await choose(page, [sample('C'), sample('E'), sample('A')]);
    await page.getByText(/^3 sổ: /).waitFor();
    await page.getByText(/Toàn tỉnh đề nghị 2 đơn vị cho Bằng khen/).waitFor();
    expect(await rowsIn(page).filter({ hasText: 'C.xlsx' }).innerText()).toContain('hợp lệ');
    expect(await rowsIn(page).filter({ hasText: 'A.xlsx' }).innerText()).toContain('có lỗi');

    await page.getByRole('tab', { name: 'Kiểm tra' }).click();
    await page.getByRole('tab', { name: 'Hội đồng' }).click();
    await page.getByText('Bộ chuẩn, danh sách khối, giới hạn', { exact: true }).click();
    const limits = page.getByLabel('Giới hạn toàn tỉnh theo mã hình thức');
    expect(await limits.inputValue()).toBe('BK=1'); // what was chosen is still there after other views
    await limits.fill('BK=2');
    await page.getByRole('button', { name: 'Thẩm định lại' }).click();
    // E and A are of other years and provinces than the standard: they are named and not summed.
    await page
      .getByText(/Bằng khen của Chủ tịch UBND tỉnh: 2, giới hạn 2.*không tính 4 của sổ năm khác, tỉnh khác/)
      .waitFor();
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
  // Of the province of the workbook with the typed 12.
  return createPackage(JSON.parse(named.replaceAll('"Ninh Bình"', '"Tỉnh giả định"')) as SheetPlan[]);
}

/** A bloc whose results are there and then one score is typed over: one fault, and much that follows. */
function typedTwelve(): Uint8Array {
  const bloc = soundBloc(5);
  const second = bloc.judgement.evaluation.units.find(({ rank }) => rank === 2)?.id ?? '';
  const place = new BlocCells(bloc, new Random(1), 5).score(second, 'II.1');
  return edited(withResults(bloc.bytes), [{ place, value: 12 }]);
}

/** What the drawn rows say in a column, from the top. */
const columnOf = (page: Page, column: string): Promise<string[]> =>
  page.locator(`.board tbody [data-row] .of-${column}`).allInnerTexts();

test('three hundred files in the whole window: the seven wrong ones on top by keyboard alone, sorted, filtered; the sheet under it as it was left', async () => {
  const whole = join(folder, 'ba trăm');
  mkdirSync(whole);
  for (let index = 0; index < 293; index++) writeFileSync(join(whole, `khoi-${String(index)}.xlsx`), blocNumber(index));
  const faulty = readFileSync(sample('co-loi'));
  writeFileSync(join(whole, 'sai-0.xlsx'), typedTwelve());
  for (let index = 1; index < 5; index++) writeFileSync(join(whole, `sai-${String(index)}.xlsx`), faulty);
  for (let index = 0; index < 2; index++)
    writeFileSync(join(whole, `hong-${String(index)}.xlsx`), faulty.subarray(0, 9_000 + index));
  const { page, troubles } = await openPage(product, 'index.html', { viewport: { width: 1366, height: 768 } });
  await typeInto(page, 'G6', '23,25');
  await page.locator('.unsaved').waitFor();
  const scrolled = await page.locator('.grid-scroller').evaluate((box) => (box.scrollTop = 60));

  await page.locator('#tab-check').focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
  await page.locator('.board-drop').waitFor();
  expect(await page.locator('.workbook').isVisible()).toBe(false);
  await page.locator('[data-board="folder"]').setInputFiles(whole);
  await page.getByText('300 sổ: 293 hợp lệ, 5 có lỗi, 2 không đọc được.').waitFor({ timeout: 240_000 });
  // Of the list at least half of the window is in sight, also on a small screen.
  const list = await page.locator('.board-scroll').boundingBox();
  expect(list?.y).toBeLessThan(200);
  expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(768);

  await tabTo(page, 'Các sổ đã thẩm định');
  await page.keyboard.press('Home');
  const beside = page.getByRole('region', { name: 'Chi tiết' });
  const seen: string[] = [];
  for (let row = 0; row < 8; row++) {
    await page.locator(`#board-row-${String(row)}[aria-selected="true"]`).waitFor();
    const file = (await page.locator('[aria-selected="true"] .of-file').innerText()).replace(/^.*\/|-\d+\.xlsx$/g, '');
    await beside
      .getByText(new RegExp(`${file}-\\d+\\.xlsx`))
      .first()
      .waitFor();
    seen.push(file);
    await page.keyboard.press('ArrowDown');
  }
  expect(seen).toEqual([...Array<string>(5).fill('sai'), 'hong', 'hong', 'khoi']);
  await page.keyboard.press('End');
  await page.locator('#board-row-299[aria-selected="true"]').waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  await checked(page);
  expect(await beside.locator('.fault').first().innerText()).toMatch(
    /^Chấm điểm!\S+ Điểm ở ô \S+ là 12, vượt điểm tối đa/,
  );
  expect(await beside.locator('.faults > .fault').count()).toBe(1);
  const followers = beside.locator('summary').first();
  expect(await followers.innerText()).toMatch(/^Kéo theo \d+ phát hiện$/);
  expect(await beside.locator('details .fault').count()).toBe(0);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Chép thư' }).click();
  await page.getByText('Đã chép thư').waitFor();
  const cell = /!(\S+)/.exec(await beside.locator('.fault .link').first().innerText())?.[1] ?? '?';
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(cell);
  const [letter] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải thư (.html)' }).click(),
  ]);
  expect(readFileSync(await letter.path(), 'utf8')).toContain(cell);
  await followers.press('Enter');
  await beside.locator('details .fault').first().waitFor();
  expect(await beside.locator('details').first().locator('.fault').count()).toBe(
    Number(/\d+/.exec(await followers.innerText())?.[0]),
  );
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');

  const collator = new Intl.Collator('vi', { numeric: true });
  for (const column of ['name', 'file', 'fault', 'errors', 'warnings', 'units', 'verdict']) {
    const header = page.locator(`.board th.of-${column}`);
    for (let press = 0; press < 2; press++) {
      const before = await header.getAttribute('aria-sort');
      await header.getByRole('button').press('Enter');
      const direction = await header.getAttribute('aria-sort');
      expect(direction).not.toBe(before);
      // By the sentence, whatever cell stands before it.
      const shown = (await columnOf(page, column))
        .map((text) => text.replace(/^[^!]+![A-Z]+\d+ /, '').trim())
        .filter((text) => text !== '' && text !== '–');
      const sorted = [...shown].sort((a, b) => (direction === 'ascending' ? 1 : -1) * collator.compare(a, b));
      if (column !== 'verdict') expect([column, direction, ...shown]).toEqual([column, direction, ...sorted]);
      else expect(shown[0]).toBe(direction === 'ascending' ? 'có lỗi' : 'hợp lệ');
    }
  }
  await page.locator('.board th.of-verdict button').press('Enter');
  await page.getByRole('button', { name: 'không đọc được 2' }).click();
  await expectRows(page, [/hong-0\.xlsx/, /hong-1\.xlsx/]);
  await page.getByRole('button', { name: 'Tất cả 300' }).click();

  // A workbook of the list at the cell of its fault; back in the list all is as it was.
  await page.locator('#board-row-0').click();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('sai-0');
  await expectRows(page, [/sai-0\.xlsx/]);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
  await page.getByRole('button', { name: 'Về sổ tính' }).click();
  await page.locator('.workbook').waitFor();
  expect(await page.locator('.grid-scroller').evaluate((box) => box.scrollTop)).toBe(scrolled);
  expect(await page.locator('#cell-G6').innerText()).toBe('23,25');
  expect(await page.locator('.cell-name').innerText()).toBe('G7');
  expect(await page.locator('.unsaved').count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('.cell-name').innerText()).toBe('G8');

  await page.locator('#tab-board').click();
  await page.locator('#board-row-0[aria-selected="true"]').waitFor();
  const place = await beside.locator('.fault .link').first().innerText();
  await beside.locator('.fault .link').first().click();
  await page.getByRole('button', { name: 'Bỏ thay đổi, mở sổ khác' }).click();
  await page.locator('.file-name', { hasText: 'sai-' }).waitFor();
  expect(`Chấm điểm!${await page.locator('.cell-name').innerText()}`).toBe(place);
  await page.locator('#tab-board').click();
  await page.locator('#board-row-0[aria-selected="true"]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.workbook').waitFor();
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('in Excel: the sheets go into the open workbook, the page is downloaded; a file let go beside the view opens nothing', async () => {
  const host = new ExcelHost(loadBook(readFileSync(sample('B'))), { version: 19 });
  const page = await newPage(product, { viewport: { width: 320, height: 640 } });
  await openInExcel(page, host, product.server.address, { locale: 'vi-VN' });
  await page.goto(`${product.server.address}taskpane.html`);
  await page.getByRole('tab', { name: 'Hội đồng' }).click();
  await page.locator('.board-drop').waitFor();
  await drop(page, [sample('D')], '.pane-head');
  await drop(page, [sample('E')]);
  await page.getByText('1 sổ: 1 hợp lệ, 0 có lỗi, 0 không đọc được.').waitFor();
  expect(page.context().pages()).toHaveLength(1);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải trang HTML để in' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('<h2>Sổ hợp lệ (1)</h2>');
  await page.getByRole('button', { name: 'Ghi bản tổng hợp vào sổ này' }).click();
  await page.getByText('Đã ghi các trang tính: Tổng hợp, Đề nghị, Phát hiện.').waitFor();
  expect(host.book.sheets.map(({ name }) => name).slice(-3)).toEqual(['Tổng hợp', 'Đề nghị', 'Phát hiện']);
  await page.context().close();
});
