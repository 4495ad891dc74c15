/**
 * Hands on the page in Firefox, over WebDriver BiDi: answers what was seen as one line of JSON.
 * `node hands.mjs FIREFOX DIST WORKBOOK`; `puppeteer-core` must be at hand. A process of its own, as that package is one of
 * modules only.
 */
import { readFileSync } from 'node:fs';
import { listen, serveFolder } from '../../../src/page/serve.mjs';

const [executablePath, dist, workbook] = process.argv.slice(2);
const { default: puppeteer } = await import('puppeteer-core');
const server = serveFolder(dist);
const address = `http://127.0.0.1:${String(await listen(server, 0))}/index.html`;
const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath,
  headless: true,
  extraPrefsFirefox: { 'intl.accept_languages': 'vi-VN, vi' },
});
const seen = { version: await browser.version(), errors: [] };
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => seen.errors.push(error.message));
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(address);

  const checked = () =>
    page.waitForFunction(
      () => document.querySelector('.pane[aria-busy="false"] .status-line :is(.is-good, .is-error)') !== null,
    );
  const press = async (keys) => {
    const parts = keys.split('+');
    const last = parts.pop();
    for (const key of parts) await page.keyboard.down(key);
    await page.keyboard.press(last);
    for (const key of parts.reverse()) await page.keyboard.up(key);
  };
  const text = (cell) =>
    page.$eval(`#cell-${cell} > span`, (span) =>
      [...span.childNodes]
        .map((node) => (node.nodeType === 3 ? node.nodeValue : ''))
        .join('')
        .trim(),
    );
  const texts = async (...cells) => Promise.all(cells.map(text));
  const shows = (cell, wanted) =>
    page.waitForFunction(
      (id, expected) =>
        [...(document.querySelector(`#cell-${id} > span`)?.childNodes ?? [])]
          .map((node) => (node.nodeType === 3 ? node.nodeValue : ''))
          .join('')
          .trim() === expected,
      {},
      cell,
      wanted,
    );
  /** Everything typed is in the workbook, and judged. */
  const settled = async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    await checked();
  };
  const selected = () => page.$$eval('.grid td.is-selected', (cells) => cells.map(({ id }) => id.replace('cell-', '')));
  const name = () => page.$eval('.cell-name', (line) => line.textContent);
  const paste = (formats) =>
    page.$eval(
      '.grid',
      (grid, given) => {
        const data = new DataTransfer();
        for (const [format, contents] of Object.entries(given)) data.setData(format, contents);
        grid.focus();
        // Firefox makes such an event with an empty clipboard, whatever it is given.
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: data });
        grid.dispatchEvent(event);
      },
      formats,
    );
  /** What the page put on the clipboard by the last cut or copy. */
  await page.evaluate(() => {
    for (const kind of ['copy', 'cut'])
      window.addEventListener(kind, ({ clipboardData }) => {
        globalThis.taken = clipboardData.getData('text/plain');
      });
  });

  await checked();
  // Dropped: what a file chooser answers reaches no input outside of the document there.
  await page.$eval(
    '.page',
    (target, bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], 'so.xlsx'));
      target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    readFileSync(workbook).toString('base64'),
  );
  await page.waitForFunction(() => document.querySelector('.file-name')?.textContent.includes('so.xlsx'));
  await checked();

  // Selected, filled, emptied, cut, each with its undo.
  await page.click('#cell-E6');
  await press('Shift+ArrowDown');
  await press('Shift+ArrowDown');
  seen.selected = await selected();
  const before = await texts('E6', 'E7', 'E8');
  seen.before = before;
  await press('Control+d');
  await shows('E8', before[0]);
  seen.filled = await texts('E6', 'E7', 'E8');
  await press('Control+z');
  await shows('E8', before[2]);
  await press('Delete');
  await shows('E6', '');
  await press('Control+z');
  await shows('E8', before[2]);
  await press('Control+x');
  await shows('E7', '');
  seen.taken = await page.evaluate(() => globalThis.taken);
  await press('Control+z');
  await shows('E7', before[1]);
  seen.undone = await texts('E6', 'E7', 'E8');

  // By the machine's own clipboard.
  await page.click('#cell-E6');
  await press('Control+c');
  await page.click('#cell-H6');
  await press('Control+v');
  await shows('H6', before[0]);
  await settled();
  seen.byKeys = await text('H6');

  // A block as text and as a table, copied back; one undo.
  const rows = Array.from({ length: 10 }, (_, row) => Array.from({ length: 40 }, (__, at) => row + at / 4 + 0.25));
  const comma = (score) => String(score).replace('.', ',');
  const tsv = rows.map((row) => row.map(comma).join('\t')).join('\r\n');
  const html = `<html><body><table>${rows.map((row) => `<tr>${row.map((score) => `<td align="right">${comma(score)}</td>`).join('')}</tr>`).join('')}</table></body></html>`;
  seen.pasted = [];
  for (const formats of [{ 'text/plain': `${tsv}\r\n` }, { 'text/plain': tsv, 'text/html': html }]) {
    await page.$eval('.grid', (grid) => grid.focus());
    await press('Control+Home');
    for (let at = await name(); at !== 'A30'; at = await name()) {
      await press('ArrowDown');
      await page.waitForFunction((from) => document.querySelector('.cell-name').textContent !== from, {}, at);
    }
    await paste(formats);
    await shows('B31', '1,5');
    await settled();
    const banner = await page.waitForSelector('.banner ::-p-text(Đã dán vào)');
    await press('Control+c');
    const taken = await page.evaluate(() => globalThis.taken);
    seen.pasted.push({
      said: await banner.evaluate((line) => line.textContent),
      cells: await texts('A30', 'B31', 'G32'),
      copied: taken.split('\r\n').map((line) => line.split('\t').length),
    });
    await press('Control+z');
    await shows('A30', '');
    await settled();
  }

  // Keys.
  await page.click('#cell-E30');
  await page.keyboard.type('1');
  await press('Tab');
  await page.keyboard.type('2');
  await press('Tab');
  await page.keyboard.type('3');
  await press('Enter');
  seen.afterEnter = await name();
  await shows('G30', '3');
  seen.typed = await texts('E30', 'F30', 'G30');

  // Find.
  await press('Control+f');
  await page.keyboard.type('ban dan toc');
  await page.waitForFunction(() => /^\d+\/\d+ ô$/.test(document.querySelector('.find-count')?.textContent ?? ''));
  await press('Enter');
  await press('Escape');
  seen.found = await page.$eval('.grid td.is-active', (cell) => cell.textContent);
} finally {
  await browser.close();
  server.close();
}
process.stdout.write(`${JSON.stringify(seen)}\n`);
