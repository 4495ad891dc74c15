/** Hands that expect a sheet: selecting, pasting from other programs, copying, filling, finding, lists and locks, by mouse and by keyboard. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { addressOf, checked, newPage, openProduct, root, tabTo, type Address, type Product } from './support';
import { withYesNo } from './yes-no';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product?.close();
});

const SAMPLE = new Uint8Array(readFileSync(join(root, 'assets/samples/B.xlsx')));
const openSheet = (): Buffer => withYesNo(SAMPLE);

async function open(file: Buffer | null, which: Address = 'index.html'): Promise<Page> {
  const page = await newPage(product, {
    viewport: { width: 1280, height: 900 },
    ...(which === 'index.html' && { permissions: ['clipboard-read', 'clipboard-write'] }),
  });
  await page.addInitScript('delete window.showOpenFilePicker');
  await page.goto(addressOf(product, which));
  await page.getByRole('grid').waitFor();
  await checked(page);
  if (file === null) return page;
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Mở tệp…' }).first().click(),
  ]);
  await chooser.setFiles({ name: 'so.xlsx', mimeType: 'application/octet-stream', buffer: file });
  await page.locator('.file-name', { hasText: 'so.xlsx' }).waitFor();
  await checked(page);
  return page;
}

const cell = (page: Page, name: string) => page.locator(`#cell-${name}`);
/** What a cell shows, without what is said of it. */
const text = async (page: Page, name: string): Promise<string> =>
  (
    await cell(page, name)
      .locator('> span')
      .evaluate((span) => [...span.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : '')).join(''))
  ).trim();
/** Down from the first cell: merged cells are one step. */
const goDownTo = async (page: Page, name: string): Promise<void> => {
  await page.locator('.grid').focus();
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 60 && (await page.locator('.cell-name').innerText()) !== name; step++)
    await page.keyboard.press('ArrowDown');
};
const selected = (page: Page): Promise<string[]> =>
  page.locator('.grid td.is-selected').evaluateAll((cells) => cells.map(({ id }) => id.replace('cell-', '')));
/** Everything typed is in the workbook, and judged. */
const settled = async (page: Page): Promise<void> => {
  await page.waitForTimeout(50);
  await checked(page);
};
const value = (page: Page, name: string, expected: string) =>
  page.waitForFunction(
    ([id, wanted]) =>
      [...(document.getElementById(`cell-${id ?? ''}`)?.querySelector('span')?.childNodes ?? [])]
        .map((node) => (node.nodeType === 3 ? node.nodeValue : ''))
        .join('')
        .trim() === wanted,
    [name, expected],
  );

/** Ctrl+V with what another program left on the clipboard, in the formats of that program. */
const pasteAs = (page: Page, formats: Readonly<Record<string, string>>) =>
  page.locator('.grid').evaluate((grid, given) => {
    const data = new DataTransfer();
    for (const [format, contents] of Object.entries(given)) data.setData(format, contents);
    (grid as HTMLElement).focus();
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, formats);

/** Scores with quarters: 9,25 in row 1 and column 1, and so on. */
const scores = Array.from({ length: 10 }, (_, row) =>
  Array.from({ length: 40 }, (__, column) => row + column / 4 + 0.25),
);
const comma = (score: number): string => String(score).replace('.', ',');
const tsv = scores.map((row) => row.map(comma).join('\t')).join('\r\n');
const FORMATS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['text of any program', { 'text/plain': `${tsv}\r\n` }],
  [
    'LibreOffice Calc',
    {
      'text/plain': tsv,
      'text/html': `<html><body><table cellspacing="0" border="0"><colgroup span="40" width="85"></colgroup>${scores.map((row) => `<tr>${row.map((score) => `<td height="17" align="right" sdval="${String(score)}" sdnum="1066;">${comma(score)}</td>`).join('')}</tr>`).join('')}</table></body></html>`,
    },
  ],
  [
    'Excel',
    {
      'text/plain': tsv,
      'text/html': `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0><!--StartFragment-->${scores.map((row) => ` <tr height=20>\r\n${row.map((score) => `  <td align=right width=64>${comma(score)}</td>\r\n`).join('')} </tr>`).join('')}<!--EndFragment--></table></body></html>`,
    },
  ],
];

describe('10 × 40 scores', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open(openSheet());
  });
  afterAll(async () => {
    await page.context().close();
  });

  test.each(FORMATS)(
    'from %s: two cells that take only a list stay and are named; one undo; copied back',
    async (_, formats) => {
      // What an earlier paste said, marked and copied is gone with one that refuses nothing.
      await cell(page, 'A30').click();
      await pasteAs(page, { 'text/plain': '7' });
      await page.getByText('Đã dán vào 1 ô.').waitFor();
      await page.keyboard.press('Control+z');
      await value(page, 'A30', '');
      await page.evaluate(() => navigator.clipboard.writeText('7'));
      expect(await cell(page, 'G32').getAttribute('title')).toBeNull();

      await pasteAs(page, formats);
      await page
        .getByText('Đã dán vào 398 ô. 2 ô giữ nguyên (G32, K35): ô chỉ nhận giá trị có trong danh sách của ô.')
        .waitFor();
      await settled(page);
      expect(await page.locator('.cell-mark').innerText()).toContain('10 dòng × 40 cột');
      expect([
        await text(page, 'A30'),
        await text(page, 'B31'),
        await text(page, 'G32'),
        await cell(page, 'G32').getAttribute('title'),
      ]).toEqual(['0,25', '1,5', '', 'ô chỉ nhận giá trị có trong danh sách của ô.']);
      await page.keyboard.press('Control+c');
      const copied = (await page.evaluate(() => navigator.clipboard.readText()))
        .split('\r\n')
        .map((line) => line.split('\t'));
      expect(copied.map((line) => line.length)).toEqual(Array(10).fill(40));
      expect(
        copied.flatMap((line, row) =>
          line.flatMap((found, column) =>
            found === comma(scores[row]?.[column] ?? NaN) ? [] : [[row, column, found]],
          ),
        ),
      ).toEqual([
        [2, 6, ''],
        [5, 10, ''],
      ]);
      await page.keyboard.press('Control+z');
      await value(page, 'A30', '');
      expect([await text(page, 'B31'), await text(page, 'J39')]).toEqual(['', '']);
    },
  );
});

test('a table from the machine’s own clipboard, by Ctrl+C and Ctrl+V alone; bad clipboards each have their sentence', async () => {
  const page = await open(null);
  await cell(page, 'E7').click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  await cell(page, 'H7').click();
  await page.keyboard.press('Control+v');
  await value(page, 'H7', '14,25');
  await page.getByText('Đã dán vào 2 ô.').waitFor();
  const html = await page.evaluate(async () =>
    (await (await navigator.clipboard.read())[0]?.getType('text/html'))?.text(),
  );
  expect(html).toContain('14,25</td>');
  await settled(page);

  await pasteAs(page, { 'text/plain': '=1+1' });
  await value(page, 'H7', '=1+1');
  await pasteAs(page, {
    'text/html':
      '<table><tr><td>9<script>document.title="hỏng"</script><img src="x" onerror="document.title=1"></td></tr></table>',
  });
  await value(page, 'H7', '9');
  expect(await page.title()).not.toMatch(/hỏng|1/);
  await pasteAs(page, { 'text/plain': 'x'.repeat(10_000_000) });
  await page.getByText('Vùng này lớn hơn 20000 ô').waitFor();
  await page.getByRole('button', { name: 'Tính và ghi kết quả' }).first().click();
  await page.getByText(/Đã ghi các trang tính/).waitFor();
  await page.locator('.sheet-tab', { hasText: 'Kết quả' }).click();
  await pasteAs(page, { 'text/plain': '1' });
  await page.getByText('Trang tính Kết quả do chương trình ghi').waitFor();
  await page.context().close();
});

test('by mouse: cells, rows, columns, everything, more with Shift', async () => {
  const page = await open(null);
  const [from, to] = [await cell(page, 'E7').boundingBox(), await cell(page, 'F9').boundingBox()];
  if (!from || !to) throw new Error('no cells');
  await page.mouse.move(from.x + 5, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(to.x + 10, to.y + 10, { steps: 5 });
  await page.mouse.up();
  expect(await selected(page)).toEqual(['E7', 'F7', 'E8', 'F8', 'E9', 'F9']);
  expect(await page.locator('.cell-name').innerText()).toBe('E7');
  await cell(page, 'G7').click({ modifiers: ['Shift'] });
  expect(await selected(page)).toEqual(['E7', 'F7', 'G7']);
  await page.locator('[data-letter="4"]').click();
  // Rows 3 and 4 are headers over several columns.
  expect(
    (await selected(page)).filter((name) => !/^[A-Z]+[1-4]$/.test(name)).every((name) => /^E\d+$/.test(name)),
  ).toBe(true);
  expect(await page.locator('.cell-mark').innerText()).toMatch(/dòng × 1 cột/);
  await page.locator('[data-number="7"]').click();
  expect((await selected(page)).every((name) => /^[A-Z]+8$/.test(name))).toBe(true);
  await page.locator('[data-corner]').click();
  expect(await page.locator('.cell-mark').innerText()).toContain('27 dòng');
  await page.context().close();
});

test('by keyboard: fill down, empty, cut, and one undo for each', async () => {
  const page = await open(openSheet());
  await cell(page, 'E6').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  expect(await selected(page)).toEqual(['E6', 'E7', 'E8']);
  const before = [await text(page, 'E6'), await text(page, 'E7'), await text(page, 'E8')];
  await page.keyboard.press('Control+d');
  await value(page, 'E8', before[0] ?? '');
  await settled(page);
  await page.keyboard.press('Delete');
  await value(page, 'E6', '');
  await settled(page);
  await page.keyboard.press('Control+z');
  await value(page, 'E8', before[0] ?? '');
  await settled(page);
  await page.keyboard.press('Control+z');
  await value(page, 'E8', before[2] ?? '');
  await settled(page);
  await page.keyboard.press('Control+x');
  await value(page, 'E7', '');
  await settled(page);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(before.join('\r\n'));
  await page.keyboard.press('Control+z');
  await value(page, 'E7', before[1] ?? '');
  // A formula filled down reads from its new place.
  await cell(page, 'E5').click();
  await page.keyboard.press('F2');
  expect(await page.getByRole('textbox', { name: 'E5', exact: true }).inputValue()).toMatch(/^=/);
  await page.keyboard.press('Escape');
  await page.context().close();
});

test('Tab runs along and Enter returns below where it began; arrows take what is typed; Escape and Tab leave the grid', async () => {
  const page = await open(openSheet());
  const name = () => page.locator('.cell-name').innerText();
  await cell(page, 'E30').click();
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  expect(await name()).toBe('E31');
  await page.keyboard.type('4');
  await page.keyboard.press('ArrowRight');
  expect(await name()).toBe('F31');
  await page.keyboard.type('5');
  await page.keyboard.press('Escape');
  await settled(page);
  expect([
    await text(page, 'E30'),
    await text(page, 'F30'),
    await text(page, 'G30'),
    await text(page, 'E31'),
    await text(page, 'F31'),
  ]).toEqual(['1', '2', '3', '4', '']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('sheet-tab');
  await page.context().close();
});

test('Ctrl+F finds over all sheets, with or without marks, and Escape returns to the cell that was found', async () => {
  const page = await open(null);
  await page.locator('.grid').focus();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('ban dan toc');
  await page.locator('.find-count', { hasText: /^\d+\/\d+ ô$/ }).waitFor();
  const seen = new Set<string>();
  for (let press = 0; press < 4; press++) {
    seen.add(await page.locator('.sheet-tab[aria-current]').innerText());
    await page.keyboard.press('Enter');
  }
  expect([...seen]).toEqual(expect.arrayContaining(['Chấm điểm', 'Đơn vị']));
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  expect(await page.locator('.grid td.is-active').innerText()).toContain('Ban Dân tộc');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('không có ở đâu');
  await page.getByText('Không thấy').waitFor();
  await page.context().close();
});

test('what a cell takes is offered: by its arrow, and by Alt and down', async () => {
  const page = await open(null);
  await page.getByRole('button', { name: 'Khen thưởng', exact: true }).click();
  await cell(page, 'G4').click();
  await page.locator('.cell-arrow').click();
  await page.getByRole('option', { name: 'lấy hết', exact: true }).click();
  await value(page, 'G4', 'lấy hết');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await value(page, 'G5', 'bỏ hết');
  await settled(page);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Escape');
  expect(await page.locator('.cell-name').innerText()).toBe('G5');
  await page.context().close();
});

test('locked cells ask once for their sheet; nothing typed meanwhile is lost or taken for an answer', async () => {
  const page = await open(null);
  await cell(page, 'B7').click();
  await page.keyboard.type('Mục một');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('Đang chờ ghi vào ô khóa: B7').waitFor();
  // Letters and Enter go on into the sheet.
  await page.keyboard.type('Mục hai');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Home');
  await cell(page, 'E7').click();
  await page.keyboard.type('13');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('B7, B8').waitFor();
  expect([await text(page, 'B7'), await text(page, 'B8'), await text(page, 'E7')]).toEqual([
    'Mục một',
    'Mục hai',
    '13',
  ]);
  await page.keyboard.press('Escape');
  await tabTo(page, 'Cho sửa', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.locator('.lock-question p').waitFor({ state: 'detached' });
  await settled(page);
  expect([await text(page, 'B7'), await text(page, 'B8')]).toEqual(['Mục một', 'Mục hai']);
  await cell(page, 'B9').click();
  await page.keyboard.type('Mục ba');
  await page.keyboard.press('Enter');
  await settled(page);
  expect([await page.locator('.lock-question p').count(), await text(page, 'B9')]).toEqual([0, 'Mục ba']);
  await page.context().close();
});

test('300 edits at 20 keys a second on a processor six times slower: no letter is lost', async () => {
  const page = await open(openSheet());
  const devtools = await page.context().newCDPSession(page);
  await goDownTo(page, 'A28');
  // 25 × 12 cells, column by column.
  for (let right = 0; right < 24; right++) await page.keyboard.press('Shift+ArrowRight');
  for (let down = 0; down < 11; down++) await page.keyboard.press('Shift+ArrowDown');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  // A letter lost or doubled moves all that follow: no stretch of these digits is like its neighbours.
  const typed = Array.from({ length: 300 }, (_, at) => String((at * at + Math.floor(at / 10)) % 10));
  // Nobody waits for the page: the keys come as they are pressed.
  const sent: Promise<unknown>[] = [];
  const press = async (key: string, text: string, code: number): Promise<void> => {
    const event = { key, windowsVirtualKeyCode: code };
    sent.push(
      devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...event }),
      devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
    );
    await page.waitForTimeout(50);
  };
  for (const each of typed) {
    await press(each, each, each.charCodeAt(0));
    await press('Enter', '\r', 13);
  }
  await Promise.all(sent);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await settled(page);
  await page.keyboard.press('Control+c');
  const copied = (await page.evaluate(() => navigator.clipboard.readText()))
    .split('\r\n')
    .map((line) => line.split('\t'));
  const byColumn = Array.from({ length: 25 }, (_, column) => copied.map((line) => line[column])).flat();
  expect(byColumn).toEqual(typed);
  await page.context().close();
}, 900_000);
