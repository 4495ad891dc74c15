/**
 * A regulation of forty leaves, typed through *Quy chế* by keyboard into a workbook that has none of its own: filled in
 * with the same points it is judged as the same regulation written by hand.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Regulation } from '../../src/regulations';
import type { Fix } from '../../src/rules';
import { createWorkbook } from '../../src/workbook/create';
import { judge } from '../../src/workbook/judgement';
import { createPackage, editCells, readWorkbook } from '../../src/xlsx';
import { checked, openPage, openProduct, tabTo, type Product } from './support';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product?.close();
});

const UNITS = ['Sở Nội vụ', 'Sở Tư pháp', 'Thanh tra tỉnh', 'Sở Tài chính'].map((name) => ({ name }));
const SECTIONS = ['Kinh tế', 'Văn hóa', 'Xây dựng', 'Phong trào'];
const LEAVES = SECTIONS.map((section) => Array.from({ length: 10 }, (_, at) => `${section}: việc ${String(at + 1)}`));
const FLAG = 'Cờ thi đua của UBND tỉnh';

/** Nothing but what a workbook cannot be without. */
const BARE: Regulation = {
  id: 'bare',
  name: 'Quy chế của khối',
  source: 'Số liệu minh họa',
  levels: ['bloc'],
  settings: [],
  criteria: [
    { code: 'I', name: 'Nhóm tạm', max: null },
    { code: 'I.1', name: 'Việc tạm', max: 1 },
  ],
  attributes: [{ header: 'Kỷ luật' }],
  awards: [{ code: 'TK', name: 'Thư khen', quota: 1 }],
  conditions: [],
  bands: [],
};

/** The same as below, as the sheets have it. */
const BY_HAND: Regulation = {
  ...BARE,
  criteria: SECTIONS.flatMap((name, section) => {
    const code = ['II', 'III', 'IV', 'V'][section] ?? '';
    return [
      { code, name, max: 25, way: section === 3 ? ('nhóm lấy mức cao nhất' as const) : ('nhóm' as const) },
      ...(LEAVES[section] ?? []).map((leaf, at) => ({
        code: `${code}.${String(at + 1)}`,
        name: leaf,
        max: 2.5,
        ...(section === 0 && at === 0 ? { way: 'bậc' as const, parameter: '0; 1,5; 2,5' } : {}),
        ...(section === 0 && at === 1 ? { way: 'có/không' as const } : {}),
      })),
    ];
  }),
  awards: [
    { code: 'TK', name: 'Thư khen', quota: 1 },
    { code: 'CTDCUT', name: FLAG, quota: '50% đơn vị' },
  ],
  conditions: [
    { code: 'ĐK1', scope: 'CTDCUT', field: 'tổng điểm', op: '>=', value: 25 },
    { code: 'ĐK2', field: 'Kỷ luật', op: '=', value: 'có', effect: 'loại' },
    { code: 'ĐK3', scope: 'TK', field: 'tỷ lệ nhóm III', op: '>=', value: 30 },
  ],
};

/** By the arrow keys, as in any list of a browser. */
async function chooseBy(page: Page, list: string, wanted: string): Promise<void> {
  await tabTo(page, list);
  const shown = (): Promise<string> =>
    page.evaluate(() =>
      document.activeElement instanceof HTMLSelectElement
        ? (document.activeElement.selectedOptions[0]?.textContent ?? '')
        : 'no list',
    );
  await page.keyboard.press('Home');
  for (let press = 0; press < 80 && (await shown()) !== wanted; press += 1) await page.keyboard.press('ArrowDown');
  const offered = await page.evaluate(() =>
    [...((document.activeElement as HTMLSelectElement | null)?.options ?? [])].map(({ text }) => text),
  );
  expect([await shown(), offered]).toEqual([wanted, expect.arrayContaining([wanted])]);
}

async function typeAt(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** Opens the form of a command, fills it in, looks at what it would do, and does it. */
async function command(page: Page, name: string, fill: () => Promise<void>): Promise<void> {
  await page.locator('.regulation').getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await fill();
  await tabTo(page, 'Xem trước');
  await page.keyboard.press('Enter');
  await page.locator('.change-preview').waitFor();
  await tabTo(page, 'Thực hiện');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('.notice', { hasText: name }).waitFor();
  await checked(page);
}

/** Points for every leaf and unit that both workbooks get, and a unit that was disciplined. */
function filledIn(file: Uint8Array): Uint8Array {
  const cells = readWorkbook(file);
  if (!cells.ok) throw new Error(cells.error.code);
  const { book } = judge(cells.value);
  const sheet = cells.value.sheets.find(({ name }) => name === 'Chấm điểm');
  const list = cells.value.sheets.find(({ name }) => name === 'Đơn vị');
  const header = sheet?.rows.find((row) => row?.some((cell) => cell?.value === UNITS[0]?.name)) ?? [];
  const attributes = list?.rows.findIndex((row) => row?.some((cell) => cell?.value === 'Kỷ luật')) ?? -1;
  const column = list?.rows[attributes]?.findIndex((cell) => cell?.value === 'Kỷ luật') ?? -1;
  const changes: Fix[] = UNITS.flatMap(({ name }, unit) => {
    const at = header.findIndex((cell) => cell?.value === name);
    return LEAVES.flat().map((leaf, index): Fix => {
      const code = book.criteria.find((criterion) => criterion.name === leaf)?.code;
      const row = sheet?.rows.findIndex((cells) => cells?.[0]?.value === code) ?? -1;
      const points = index === 0 ? [0, 1.5, 2.5, 1.5] : index === 1 ? [0, 2.5, 2.5, 0] : [];
      return {
        place: { sheet: 'Chấm điểm', row, column: at },
        value: points[unit] ?? ((index * 7 + unit * 3) % 11) / 4,
        overLocked: true,
      };
    });
  });
  const discipline = UNITS.map((_, unit): Fix => ({
    place: { sheet: 'Đơn vị', row: attributes + 1 + unit, column },
    value: unit === 2 ? 'có' : 'không',
    overLocked: true,
  }));
  const edited = editCells(file, [...changes, ...discipline]);
  if (!edited.ok) throw new Error(edited.error.code);
  return edited.value.bytes;
}

function judged(file: Uint8Array): ReturnType<typeof judge> {
  const cells = readWorkbook(filledIn(file));
  if (!cells.ok) throw new Error(cells.error.code);
  return judge(cells.value);
}

test('forty leaves, their ways of scoring, awards and conditions, typed by keyboard', async () => {
  const { page, troubles } = await openPage(product, 'index.html');
  await page.evaluate('delete window.showOpenFilePicker');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Mở tệp…' }).first().click(),
  ]);
  await chooser.setFiles({
    name: 'moi.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(createPackage(createWorkbook(BARE, UNITS))),
  });
  await page.locator('.file-name', { hasText: 'moi.xlsx' }).waitFor();
  await checked(page);
  await page.getByRole('button', { name: 'Quy chế: đơn vị, tiêu chí, khen thưởng…' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.regulation').waitFor();

  for (const [section, name] of SECTIONS.entries()) {
    await command(page, 'Thêm tiêu chí', async () => {
      await typeAt(page, 'Nội dung tiêu chí', name);
      await chooseBy(page, 'Đứng trong nhóm', 'Không trong nhóm nào');
      await chooseBy(page, 'Loại', 'Nhóm, thêm tiêu chí vào sau');
      await typeAt(page, 'Điểm tối đa của nhóm', '25');
    });
    await command(page, 'Thêm nhiều tiêu chí', async () => {
      await typeAt(page, 'Mỗi dòng một tiêu chí', (LEAVES[section] ?? []).map((leaf) => `${leaf}; 2,5`).join('\n'));
      await chooseBy(page, 'Đứng trong nhóm', `${['II', 'III', 'IV', 'V'][section] ?? ''} ${name}`);
    });
  }
  await command(page, 'Bỏ tiêu chí', () => chooseBy(page, 'Tiêu chí hoặc nhóm', 'I Nhóm tạm'));
  await command(page, 'Đổi cách chấm', async () => {
    await chooseBy(page, 'Tiêu chí hoặc nhóm', 'II.1 Kinh tế: việc 1');
    await chooseBy(page, 'Cách chấm', 'Chọn một trong các mức điểm');
    await typeAt(page, 'Tham số', '0; 1,5; 2,5');
  });
  await command(page, 'Đổi cách chấm', async () => {
    await chooseBy(page, 'Tiêu chí hoặc nhóm', 'II.2 Kinh tế: việc 2');
    await chooseBy(page, 'Cách chấm', 'Có thì đủ điểm, không thì 0 điểm');
  });
  await command(page, 'Đổi cách chấm', async () => {
    await chooseBy(page, 'Tiêu chí hoặc nhóm', 'V Phong trào');
    await chooseBy(page, 'Cách chấm', 'Nhóm: chỉ lấy tiêu chí cao điểm nhất');
  });
  await command(page, 'Thêm hình thức khen thưởng', async () => {
    await typeAt(page, 'Tên hình thức', FLAG);
    await chooseBy(page, 'Tính theo', '% số đơn vị');
    await typeAt(page, 'Tỷ lệ', '50');
  });
  for (const [field, op, value, scope, effect] of [
    ['Tổng điểm', 'từ … trở lên', '25', FLAG, 'Phải đạt mới được xét'],
    ['Kỷ luật', 'là, bằng', 'có', 'Mọi hình thức khen thưởng', 'Đơn vị như vậy không được xét'],
    ['Tỷ lệ điểm đạt được của III Văn hóa', 'từ … trở lên', '30', 'Thư khen', 'Phải đạt mới được xét'],
  ] as const)
    await command(page, 'Thêm điều kiện', async () => {
      await chooseBy(page, 'Xét theo', field);
      await chooseBy(page, 'So sánh', op);
      await typeAt(page, 'Giá trị', value);
      await chooseBy(page, 'Áp dụng cho', scope);
      await chooseBy(page, 'Hệ quả', effect);
    });

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.page-bar').getByRole('button', { name: 'Tải về' }).click(),
  ]);
  const typed = judged(readFileSync(await download.path()));
  const written = judged(createPackage(createWorkbook(BY_HAND, UNITS)));
  expect(typed.book.criteria.filter(({ way }) => way.kind !== 'group')).toHaveLength(40);
  expect(written.evaluation.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(typed.evaluation.canonical).toBe(written.evaluation.canonical);
  const { units, awards, ties } = written.evaluation;
  expect({ units: typed.evaluation.units, awards: typed.evaluation.awards, ties: typed.evaluation.ties }).toEqual({
    units,
    awards,
    ties,
  });
  // It ranks and proposes: an empty verdict would be equal too.
  expect(awards.map(({ units: holders }) => holders.length)).not.toContain(0);
  expect(troubles).toEqual([]);
  await page.context().close();
});
