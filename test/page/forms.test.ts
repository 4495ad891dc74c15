/**
 * Forms on the page: sent as one archive, filled in with another program, collected in one go; what is wrong is named,
 * what differs waits for an answer, and the page's own undo takes it back.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { judge } from '../../src/workbook/judgement';
import { readWorkbook } from '../../src/xlsx';
import { filled } from '../workbook/unit-forms/support';
import { HOSTILE } from '../xlsx/hostile/cases';
import { checked, openPage, openProduct, type Product } from './support';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product?.close();
});

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What is wrong for a reader of the screen, colours included. */
async function axeFindings(page: Page): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ include: [['dialog']], exclude: [['[data-tabster-dummy]']] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function saved(page: Page): Promise<ReturnType<typeof judge>> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.page-bar').getByRole('button', { name: 'Tải về' }).click(),
  ]);
  const read = readWorkbook(readFileSync(await download.path()));
  if (!read.ok) throw new Error(read.error.code);
  return judge(read.value);
}
const scoreOf = ({ book }: ReturnType<typeof judge>, unit: string): unknown => {
  const entry = book.scores.find((column) => column.unit === unit && column.level === 'self')?.entries.get('I.1');
  return entry?.kind === 'number' ? entry.value : entry?.kind;
};

test.each(['index.html', 'thidua.html by file://'] as const)(
  '%s: forms go out as one archive and come back: a faulty one named, a cell that differs asked about, undone',
  async (address) => {
    const { page, troubles } = await openPage(product, address);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Quy chế: đơn vị, tiêu chí, khen thưởng…' }).click();
    await page.getByRole('button', { name: 'Phát phiếu…' }).click();
    const [archive] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Lập phiếu và tải về' }).click(),
    ]);
    expect(archive.suggestedFilename()).toMatch(/^phieu-\d{4}\.zip$/);
    expect(plain(await dialog.locator('[role=status]').innerText())).toMatch(/^Đã lập 10 phiếu/);
    await dialog.getByRole('button', { name: 'Đóng' }).last().click();
    const forms = Object.entries(unzipSync(readFileSync(await archive.path())));
    expect(forms).toHaveLength(10);

    const before = await saved(page);
    const [[first = '', one] = [], [second = '', two] = []] = forms;
    if (one === undefined || two === undefined) throw new Error('no forms');
    const files = [
      {
        name: first,
        mimeType: mime,
        buffer: Buffer.from(
          await filled(one, [
            ['I.1', 'Tự chấm', 20.5],
            ['I.1', 'Minh chứng', 'Báo cáo 7'],
          ]),
        ),
      },
      // A bomb and half a file stop nothing.
      { name: 'bom.xlsx', mimeType: mime, buffer: HOSTILE['bomb of 1.5 GB that claims 1 kB']?.build() ?? Buffer.of() },
      { name: 'nua.xlsx', mimeType: mime, buffer: Buffer.from(one.slice(0, one.length / 2)) },
      { name: second, mimeType: mime, buffer: Buffer.from(await filled(two, [['I.1', 'Điểm tối đa', 40]])) },
    ];
    await page.getByRole('button', { name: 'Thu phiếu…' }).click();
    await dialog.locator('input[data-forms=files]').setInputFiles(files);
    const preview = dialog.locator('.change-preview');
    await preview.waitFor();
    const text = plain(await preview.innerText());
    expect(await axeFindings(page)).toEqual([]);
    expect(text).toContain(`Văn phòng UBND tỉnh ← ${first}: 1 ô mới, 1 ô khác sổ`);
    expect(text).toMatch(/KHÔNG THU \(Thanh tra tỉnh\)\. Phiếu chấm!C9: Điểm tối đa của .* ghi 40, sổ là 25/);
    for (const name of ['bom.xlsx', 'nua.xlsx']) expect(text).toContain(`${name}: KHÔNG THU. Tệp`);
    expect(text).toContain('Chưa có phiếu (9): Thanh tra tỉnh;');
    expect(text).toMatch(/sổ “24,5”, phiếu “20,5”/);
    // Nothing can be confirmed until it is said what becomes of that cell.
    expect(await preview.getByRole('button', { name: /^Ghi/ }).count()).toBe(0);
    await preview.getByRole('combobox').selectOption({ label: 'Thay bằng phiếu' });
    await preview.getByRole('button', { name: 'Ghi 2 ô vào sổ' }).click();
    await dialog.waitFor({ state: 'detached' });
    await checked(page);
    expect(plain(await page.locator('.pane').innerText())).toContain('Thu phiếu: 2 ô từ 1 phiếu');
    const after = await saved(page);
    const { id } = after.book.units[0] ?? { id: '' };
    expect([scoreOf(before, id), scoreOf(after, id)]).toEqual(['24.5', '20.5']);
    expect(after.book.data.find(({ unit }) => unit === id)?.evidence).toBe('Báo cáo 7');

    // The same again changes nothing; taken back it is as before.
    await page.getByRole('button', { name: 'Thu phiếu…' }).click();
    await dialog.locator('input[data-forms=files]').setInputFiles(files.slice(0, 1));
    await preview.waitFor();
    expect(plain(await preview.innerText())).toContain('Không có gì phải ghi');
    await preview.getByRole('button', { name: 'Đóng' }).click();
    await page.locator('.pane').getByRole('button', { name: 'Hoàn tác' }).first().click();
    await checked(page);
    expect((await saved(page)).fingerprint).toBe(before.fingerprint);
    expect(troubles).toEqual([]);
  },
);
