/** The grid draws the file's own look: sizes, fonts, fills, lines, alignment; our marks and every theme keep the upper hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { layOut, roomBeside } from '../../src/page/grid/layout';
import { contrast, readable } from '../../src/page/grid/look-style';
import { readLooks, readWorkbook } from '../../src/xlsx';
import { addressOf, checked, newPage, openPage, openProduct, openSample, root, type Product } from './support';

const solid = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

/** A sheet as offices make them: a title over merged cells, a dark header, coloured rows, a note beside the table. */
async function coloured(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sổ màu');
  sheet.columns = [{ width: 6 }, { width: 32 }, { width: 11 }, { width: 18 }];
  sheet.getRow(1).height = 36;
  sheet.mergeCells('A1:D1');
  const title = sheet.getCell('A1');
  title.value = 'BẢNG THEO DÕI THI ĐUA NĂM 2026';
  title.font = { name: 'Times New Roman', size: 16, bold: true, color: { argb: 'FFC00000' } };
  title.alignment = { horizontal: 'center', vertical: 'middle' };
  ['TT', 'Đơn vị', 'Điểm', 'Ghi chú'].forEach((text, at) => {
    const cell = sheet.getCell(3, at + 1);
    cell.value = text;
    cell.font = { name: 'Arial', size: 11, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = solid('FF1F4E79');
    cell.border = { bottom: { style: 'medium', color: { argb: 'FF0000FF' } } };
  });
  [
    [1, 'Sở Nội vụ có tên rất dài để phải xuống dòng', 97.5, 'ghi chú dài hơn ô của nó'],
    [2, 'Sở Tài chính', 96, null],
    [3, 'Sở Tư pháp', 95, null],
  ].forEach((values, down) => {
    values.forEach((value, at) => {
      const cell = sheet.getCell(down + 4, at + 1);
      cell.value = value;
      cell.font = { name: 'Times New Roman', size: 13, italic: at === 3, underline: at === 1 };
      if (at === 1) cell.alignment = { wrapText: true, vertical: 'top', indent: 1 };
      if (at === 2) cell.alignment = { horizontal: 'center' };
      if (down === 1) cell.fill = solid('FFFFFF00');
      if (down === 1) cell.font = { ...cell.font, color: { argb: 'FFFFC000' } };
    });
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('sizes', () => {
  test('widths and heights are the file’s; without one, a wrapped text makes its row higher', async () => {
    const bytes = await coloured();
    const [read, looks] = [readWorkbook(bytes), readLooks(bytes)];
    const sheet = read.ok ? read.value.sheets[0] : undefined;
    const look = looks.ok ? looks.value[0] : undefined;
    if (!sheet || !look) throw new Error('not read');
    const layout = layOut(sheet, look);
    const sizes = ({ edges }: { readonly edges: readonly number[] }) =>
      edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0));
    expect(sizes(layout.columns).slice(0, 5)).toEqual([42, 224, 77, 126, 64]);
    const [title, blank, , wrapped, single] = sizes(layout.rows);
    expect([title, blank]).toEqual([48, 20]);
    expect(wrapped).toBeGreaterThan(1.6 * (single ?? 0));
    // A text that is not wrapped runs over blank cells, and stops before one that holds something.
    expect(roomBeside(sheet, layout, 3, 3)).toBeGreaterThan(126);
    expect(roomBeside(sheet, layout, 3, 2)).toBe(0);
    // Nothing of the file: guessed from the contents, as for a workbook whose looks cannot be read.
    expect(sizes(layOut(sheet).columns)[0]).toBe(76);
  });
});

test.each([
  ['FFC000', 'FFFF00'],
  ['FFFFFF', 'FFFFFF'],
  ['000000', '1F4E79'],
  ['808080', '808080'],
  ['FF0000', '292929'],
])('%s on %s becomes a colour that can be read', (color, behind) => {
  expect(contrast(readable(color, behind), behind)).toBeGreaterThanOrEqual(4.5);
  expect(readable('000000', 'FFFFFF')).toBe('000000');
});

describe('in the browser', () => {
  let product: Product;
  beforeAll(async () => {
    product = await openProduct();
  });
  afterAll(async () => {
    await product?.close();
  });

  async function open(bytes: Uint8Array, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await newPage(product, { viewport: { width: 1400, height: 900 }, ...options });
    await page.addInitScript('delete window.showOpenFilePicker');
    await page.goto(addressOf(product, 'index.html'));
    await page.getByRole('grid').waitFor();
    await checked(page);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Mở tệp…' }).first().click(),
    ]);
    await chooser.setFiles({ name: 'mau.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    await page.locator('.file-name', { hasText: 'mau.xlsx' }).waitFor();
    return page;
  }

  const drawn = (page: Page, name: string) =>
    page.locator(`#cell-${name}`).evaluate((cell) => {
      const style = getComputedStyle(cell);
      const span = cell.querySelector('span');
      const { width, height } = cell.getBoundingClientRect();
      return {
        font: style.fontFamily.split(',')[0]?.replaceAll('"', ''),
        size: style.fontSize,
        weight: style.fontWeight,
        slant: style.fontStyle,
        line: span && getComputedStyle(span).textDecorationLine,
        color: style.color,
        fill: style.backgroundColor,
        align: style.textAlign,
        vertical: style.verticalAlign,
        indent: style.paddingLeft,
        below: `${style.borderBottomWidth} ${style.borderBottomStyle} ${style.borderBottomColor}`,
        width,
        height,
      };
    });

  /** The least contrast of all drawn texts with what lies behind them, by the browser's own colours. */
  const leastContrast = (page: Page): Promise<number> =>
    page.locator('.grid td[role="gridcell"]').evaluateAll((cells) => {
      const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
      const luminance = (color: string): number => {
        const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) =>
          channel(Number(part) / 255),
        );
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      return Math.min(
        ...cells
          .filter((cell) => cell.textContent !== '')
          .map((cell) => {
            const { color, backgroundColor } = getComputedStyle(cell);
            const [one, other] = [luminance(color), luminance(backgroundColor)];
            return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
          }),
      );
    });

  test('a coloured sheet of another program: as the file says, light and dark, and without colours where the system forbids them', async () => {
    const bytes = await coloured();
    const page = await open(bytes);
    await page.locator('.grid.has-looks').waitFor();
    expect(await drawn(page, 'B3')).toMatchObject({
      font: 'Arial',
      size: '14.67px',
      weight: '700',
      color: 'rgb(255, 255, 255)',
      fill: 'rgb(31, 78, 121)',
      below: '2px solid rgb(0, 0, 255)',
      width: 224,
    });
    expect(await drawn(page, 'B4')).toMatchObject({
      font: 'Times New Roman',
      size: '17.33px',
      line: 'underline',
      vertical: 'top',
      indent: '11px',
    });
    expect(await drawn(page, 'C4')).toMatchObject({ align: 'center', width: 77 });
    expect(await drawn(page, 'D4')).toMatchObject({ slant: 'italic', vertical: 'bottom' });
    expect(await drawn(page, 'A1')).toMatchObject({
      font: 'Times New Roman',
      align: 'center',
      vertical: 'middle',
      height: 48,
    });
    expect(await drawn(page, 'B5')).toMatchObject({ fill: 'rgb(255, 255, 0)' });
    expect(await leastContrast(page)).toBeGreaterThanOrEqual(4.5);
    // The title lies over what stays in place: nothing of it is cut off.
    const title = page.locator('#cell-A1 > span');
    expect(await title.evaluate((span) => [span.scrollWidth <= span.clientWidth, span.clientHeight < 30])).toEqual([
      true,
      true,
    ]);

    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator(':root[data-theme="dark"]').waitFor({ state: 'attached' });
    expect(await leastContrast(page)).toBeGreaterThanOrEqual(4.5);
    expect((await drawn(page, 'B5')).fill).toBe('rgb(255, 255, 0)');

    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    const [header, plain] = [await drawn(page, 'B3'), await drawn(page, 'C6')];
    expect([header.fill, header.color]).toEqual([plain.fill, plain.color]);
    await page.context().close();
  });

  test('results that are written look as on paper at once; cells to be typed into and faults keep our colours', async () => {
    const page = await open(new Uint8Array(readFileSync(join(root, 'assets/samples/co-loi.xlsx'))));
    await checked(page);
    await page.getByRole('button', { name: 'Chấm điểm', exact: true }).click();
    const fault = page.locator('.grid td.has-error').first();
    await fault.waitFor();
    expect(await page.locator('.grid td:is(.has-error, .has-warning, .is-input).is-filled').count()).toBe(0);
    expect(await page.locator('.grid td.is-input').count()).toBeGreaterThan(20);
    await openSample(page, /^Khối B: /);
    await page.getByRole('button', { name: 'Tính và ghi kết quả' }).click();
    await page.locator('.sheet-tab', { hasText: 'Kết quả' }).click();
    await page.locator('.grid.has-no-lines #cell-A5').waitFor();
    expect(await drawn(page, 'A5')).toMatchObject({
      font: 'Times New Roman',
      size: '18.67px',
      weight: '700',
      align: 'center',
    });
    await page.context().close();
  });

  test('looks that cannot be read: the sheet is drawn as before', async () => {
    const parts = unzipSync(await coloured());
    const page = await open(zipSync({ ...parts, 'xl/theme/theme1.xml': strToU8('<a:theme><clrScheme>') }));
    await page.locator('#cell-B4').waitFor();
    expect(await page.locator('.grid').getAttribute('class')).toBe('grid');
    await page.context().close();
  });

  test.each([
    [320, 568],
    [480, 800],
  ])('at %i × %i px the sheet keeps two thirds of the height', async (width, height) => {
    const { page } = await openPage(product, 'index.html', { viewport: { width, height } });
    const sheet = await page.locator('.grid').locator('..').boundingBox();
    expect((sheet?.height ?? 0) / height).toBeGreaterThanOrEqual(2 / 3);
    await page.context().close();
  });
});
