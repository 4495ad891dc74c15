/**
 * A season on the page: a workbook without a single score is typed in by hand, unit by unit. After every step
 * the standing on the screen is that of the same workbook judged apart; what is certain or out of reach stays
 * so; awards are clinched before the last cell; the complete book shows the plain ranking.
 */
import type { Page } from 'playwright-core';
import type { CriterionCode, UnitId } from '../../src/rules';
import { chanceOf, rangeText, rankRangeText } from '../../src/text/outlook';
import { judge } from '../../src/workbook/judgement';
import { readWorkbook } from '../../src/xlsx';
import { fewMissing, sampleWithout, type IsMissing } from '../support/holes';
import { checked, openPage, openProduct, sampleValue, typeInto, type Product } from './support';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product?.close();
});

async function openBook(bytes: Uint8Array): Promise<{ readonly page: Page; readonly troubles: string[] }> {
  const { page, troubles } = await openPage(product, 'index.html');
  await page.evaluate('delete window.showOpenFilePicker');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Mở tệp…' }).first().click(),
  ]);
  await chooser.setFiles({ name: 'mua-cham.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  await page.locator('.file-name', { hasText: 'mua-cham' }).waitFor();
  await checked(page);
  await page.getByRole('tab', { name: 'Xếp hạng' }).click();
  await checked(page);
  return { page, troubles };
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const progress = async (page: Page): Promise<string> => plain(await page.locator('.progress p').first().innerText());

/** Rank, name and total of every row. */
const standing = (page: Page): Promise<string[]> =>
  page
    .locator('.standing tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [row.querySelector('.rank'), row.querySelector('.link'), row.querySelector('.total')]
          .map((part) => part?.textContent ?? '')
          .join(' | '),
      ),
    );

interface Apart {
  readonly standing: readonly string[];
  readonly settled: ReadonlySet<string>;
}

/** The same workbook judged by itself: the rows, and each "unit award chance" that is settled. */
function apart(isMissing: IsMissing): Apart {
  const read = readWorkbook(sampleWithout('B', isMissing));
  if (!read.ok) throw new Error(read.error.code);
  const {
    book,
    evaluation: { outlook },
  } = judge(read.value);
  const name = (id: UnitId) => book.units.find((unit) => unit.id === id)?.name ?? id;
  return {
    standing: outlook.units.map(({ id, rank, total }) =>
      [rankRangeText(rank), name(id), rangeText(total, book.settings.totalDecimals, 'vi')].join(' | '),
    ),
    settled: new Set(
      outlook.awards.flatMap((award) =>
        outlook.units.flatMap(({ id }) => {
          const chance = chanceOf(award, id);
          return chance === 'possible' ? [] : [`${id} ${award.id} ${chance}`];
        }),
      ),
    ),
  };
}

/** Rows of `Chấm điểm` in which points are typed, 0-based, with their criteria. */
const ROWS: readonly (readonly [number, CriterionCode])[] = [
  [5, 'I.1'],
  [6, 'I.2'],
  [7, 'I.3'],
  [8, 'I.4'],
  [10, 'II.1'],
  [11, 'II.2'],
  [12, 'II.3'],
  [14, 'III.1'],
  [15, 'III.2'],
  [16, 'III.3'],
  [17, 'III.4'],
];
const UNITS: readonly UnitId[] = ['VPUBND', 'TTT', 'SKHDT', 'STC', 'SNV', 'STP', 'SKHCN', 'SNGV', 'BDT', 'VPDDBQH'];
/** Bonus and deduction are there from the start: a blank one is 0. */
const isMain: IsMissing = (_unit, criterion) => criterion.startsWith('I');
const columnOf = (unit: UnitId): number => 4 + 2 * UNITS.indexOf(unit);

/** Types what the sample has, from the active cell down; the rows of sums are passed over. */
async function typeDown(page: Page, unit: UnitId, rows: typeof ROWS): Promise<void> {
  for (const [at, [row]] of rows.entries()) {
    await page.keyboard.type(String(sampleValue('B', 'Chấm điểm', row, columnOf(unit))).replace('.', ','));
    await page.keyboard.press('Enter');
    const next = rows[at + 1]?.[0] ?? row + 1;
    for (let step = row + 1; step < next; step += 1) await page.keyboard.press('ArrowDown');
  }
}

test('from a new book to the last score', async () => {
  const { page, troubles } = await openBook(sampleWithout('B', isMain));
  expect(await progress(page)).toBe('Đã chấm 0/110 ô');
  expect(await page.locator('.panel').innerText()).toContain('Chưa có điểm nào');
  await page.locator('#cell-E6').click();
  const typed = new Set<string>();
  const settledSoFar: string[] = [];
  const step = async (unit: UnitId, rows: typeof ROWS): Promise<Apart> => {
    await typeDown(page, unit, rows);
    for (const [, criterion] of rows) typed.add(`${unit} ${criterion}`);
    await page.locator('.progress p', { hasText: `Đã chấm ${String(typed.size)}/110 ô` }).waitFor();
    await checked(page);
    const expected = apart((one, criterion) => isMain(one, criterion) && !typed.has(`${one} ${criterion}`));
    expect((await standing(page)).sort()).toEqual([...expected.standing].sort());
    expect(settledSoFar.filter((each) => !expected.settled.has(each))).toEqual([]);
    settledSoFar.splice(0, settledSoFar.length, ...expected.settled);
    return expected;
  };
  for (const unit of UNITS.slice(0, -1)) {
    await step(unit, ROWS);
    for (let up = 0; up < 13; up += 1) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
  }
  // The last unit, one cell at a time at the end: both flags and all three Bằng khen are certain before its last cell.
  await step('VPDDBQH', ROWS.slice(0, -1));
  const winner = page.locator('.standing tbody tr', { hasText: 'Thanh tra tỉnh' });
  expect(plain(await winner.innerText())).toMatch(/^1 Thanh tra tỉnh chắc chắn: A/);
  expect(await page.locator('.panel').innerText()).toContain('Suất đã chắc chắn: 5/5');
  await typeDown(page, 'VPDDBQH', ROWS.slice(-1));
  await page.locator('.ranking').waitFor();
  await checked(page);
  expect(await page.locator('.standing').count()).toBe(0);
  expect(plain(await page.locator('.ranking tbody tr').first().innerText())).toMatch(
    /^1 Thanh tra tỉnh A Cờ thi đua của Chính phủ 97,35$/,
  );
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('one score more: the standing follows while one looks at it', async () => {
  const { page, troubles } = await openBook(sampleWithout('B', fewMissing));
  const row = (unit: string) => page.locator('.standing tbody tr', { hasText: unit });
  expect(plain(await row('Ban Dân tộc').innerText())).toMatch(/còn có thể: C/);
  // The award names the cell it waits for, and leads there.
  await page.locator('.awards .link', { hasText: 'Chấm điểm!U9' }).click();
  await page.locator('.cell-name', { hasText: 'U9' }).waitFor();
  await typeInto(page, 'U9', '10');
  await page.locator('.progress p', { hasText: 'Đã chấm 107/110 ô' }).waitFor();
  await checked(page);
  expect(plain(await row('Ban Dân tộc').innerText())).toMatch(/chắc chắn: C/);
  expect(plain(await row('Sở Ngoại vụ').innerText())).toMatch(/không còn khả năng/);
  await page.getByRole('button', { name: 'Hoàn tác' }).first().click();
  await page.locator('.progress p', { hasText: 'Đã chấm 106/110 ô' }).waitFor();
  await checked(page);
  expect(plain(await row('Ban Dân tộc').innerText())).toMatch(/còn có thể: C/);
  expect(troubles).toEqual([]);
  await page.context().close();
});
