/**
 * From the page to paper: what a person downloads after an edit, printed by LibreOffice, says that it is old wherever it
 * shows an old number; written again by the command line it shows the new ones.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { CHANGED } from '../../src/sheets/banner';
import { thidua } from '../cli/run';
import { missingProgram, openWorkshop, resultPagesOf } from '../print/office';
import { openPage, openProduct, openSample, typeInto, type Product } from './support';

const missing = missingProgram();
const withPrinter = missing === null ? test : test.skip;
const reason = missing === null ? '' : ` (${missing} is not installed)`;

/** The total of Thanh tra tỉnh before; the bloc gives it ten points less. */
const OLD = '97,35';
const NEW = '87,35';

let product: Product;
let folder = '';
beforeAll(async () => {
  product = await openProduct();
  folder = mkdtempSync(join(tmpdir(), 'thidua-paper-'));
});
afterAll(async () => {
  await product?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function downloaded(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải về', exact: true }).click(),
  ]);
  const path = join(folder, `${name}.xlsx`);
  copyFileSync(await download.path(), path);
  return path;
}

withPrinter(`no old number is printed unmarked, and after a new writing none at all${reason}`, async () => {
  const { page } = await openPage(product, 'index.html');
  await page.evaluate('delete window.showSaveFilePicker');
  await openSample(page, /^Khối B: /);
  await page.locator('.pane-action button').click();
  await page.locator('.notice').waitFor();
  const fresh = await downloaded(page, 'fresh');
  await typeInto(page, 'G6', '13,75');
  await page.locator('.status-line .is-stale').waitFor();
  const edited = await downloaded(page, 'edited');
  const again = join(folder, 'again.xlsx');
  expect(thidua('write', edited, '-o', again)).toMatchObject({ code: 0 });
  await page.context().close();

  const workshop = openWorkshop();
  try {
    const pdfs = workshop.convert(
      new Map(
        [
          ['fresh', fresh],
          ['edited', edited],
          ['again', again],
        ].map(([name = '', path = '']) => [name, new Uint8Array(readFileSync(path))]),
      ),
      'pdf',
    );
    const pages = (name: string): string[] => resultPagesOf(pdfs.get(name) ?? '');
    const withOld = (name: string): string[] => pages(name).filter((text) => text.includes(OLD));
    expect(withOld('fresh').length).toBeGreaterThan(2);
    expect(pages('fresh').filter((text) => text.includes(CHANGED))).toEqual([]);
    expect(withOld('edited').filter((text) => !text.includes(CHANGED))).toEqual([]);
    expect(pages('edited')[0]).toContain(CHANGED);
    expect(pages('edited')[0]).toContain(NEW);
    expect(withOld('again')).toEqual([]);
    expect(pages('again').filter((text) => text.includes(CHANGED))).toEqual([]);
    expect(pages('again').join('')).toContain(NEW);
  } finally {
    workshop.close();
  }
});
