/**
 * `npx tsx docs/screenshots.ts [FOLDER] [NAME…]`: every view of pane and page as pictures, from the
 * built product and the samples. Without FOLDER: docs/images, those that README and guide show.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openInExcel } from '../test/excel-host/browser';
import { loadBook } from '../test/excel-host/file';
import { ExcelHost } from '../test/excel-host/host';
import { launchBrowser } from '../test/support/browser';
import { fewMissing, sampleWithout, type IsMissing } from '../test/support/holes';
import { listen, serveFolder } from '../src/page/serve.mjs';
import { judge } from '../src/workbook/judgement';
import { makeForms } from '../src/workbook/unit-forms';
import { createPackage, readWorkbook } from '../src/xlsx';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Shot {
  readonly name: string;
  readonly host: 'page' | 'pane';
  readonly sample: string;
  /** In the pane: scores of the sample that are not there yet. */
  readonly missing?: IsMissing;
  readonly width: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly forced?: boolean;
  readonly lang?: 'vi' | 'en' | 'pseudo';
  /** Brings the view on. */
  readonly act?: (page: Page) => Promise<void>;
  /** Shown in README or guide. */
  readonly kept?: boolean;
}

const tab = (name: string) => async (page: Page) => {
  await page.getByRole('tab', { name }).click();
  await page.waitForTimeout(400);
};
const button = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  await page.waitForTimeout(300);
};
const all =
  (...acts: ((page: Page) => Promise<void>)[]) =>
  async (page: Page) => {
    for (const act of acts) await act(page);
  };
const firstIssue = async (page: Page) => {
  await page.locator('.issue-main').first().click();
  await page.waitForTimeout(300);
};
const fixableIssue = async (page: Page) => {
  await page.getByRole('searchbox').fill('luu dang chu');
  await page.waitForTimeout(200);
  await firstIssue(page);
};
const computed = async (page: Page) => {
  await page
    .getByRole('button', { name: /Tính và ghi|Compute and/ })
    .first()
    .click();
  await page.locator('.notice').waitFor();
  await page.waitForTimeout(600);
};
const firstUnit = async (page: Page) => {
  await page.locator('.ranking .link').first().click();
  await page.waitForTimeout(300);
};

/** Forms of the units of sample B: one with other points and evidence, one with a changed maximum. */
const collecting = async (page: Page) => {
  const read = readWorkbook(readFileSync(join(root, 'assets/samples/B.xlsx')));
  const forms = read.ok ? makeForms(judge(read.value), { kind: 'own' }) : read;
  if (!forms.ok) throw new Error('no forms');
  const files = forms.value.slice(0, 3).map(({ file, plans }, index) => {
    const [row, column, value] = [
      [8, 4, 'Báo cáo số 12/BC-VP'],
      [8, 2, 30],
      [9, 3, 14.25],
    ][index] ?? [0, 0, ''];
    const changed = plans.map((plan) => ({
      ...plan,
      rows: plan.rows.map((cells, at) => ({
        ...cells,
        cells: cells.cells.map((cell, of) =>
          at === row && of === column && cell ? { ...cell, value: value ?? '' } : cell,
        ),
      })),
    }));
    return { name: file, mimeType: 'application/octet-stream', buffer: Buffer.from(createPackage(changed)) };
  });
  await button(/^Quy chế:/)(page);
  await button('Thu phiếu…')(page);
  await page.locator('input[data-forms=files]').setInputFiles(files);
  await page.locator('.change-preview').waitFor();
  await page.waitForTimeout(300);
};

export const SHOTS: readonly Shot[] = [
  { name: 'trang', host: 'page', sample: 'co-loi', width: 1280, height: 800, act: firstIssue, kept: true },
  {
    name: 'trang-xep-hang',
    host: 'page',
    sample: 'B',
    width: 1280,
    height: 800,
    act: all(computed, tab('Xếp hạng')),
    kept: true,
  },
  { name: 'trang-toi', host: 'page', sample: 'co-loi', width: 1280, height: 800, scheme: 'dark', act: firstIssue },
  { name: 'trang-tuong-phan', host: 'page', sample: 'co-loi', width: 1280, height: 800, forced: true, act: firstIssue },
  { name: 'trang-hep', host: 'page', sample: 'D', width: 500, height: 800 },
  { name: 'trang-bat-dau', host: 'page', sample: 'B', width: 1280, height: 800, act: button('Sổ mẫu'), kept: true },
  { name: 'bang-kiem-tra', host: 'pane', sample: 'co-loi', width: 320, height: 640, act: firstIssue, kept: true },
  { name: 'bang-sua', host: 'pane', sample: 'co-loi', width: 320, height: 640, act: fixableIssue, kept: true },
  {
    name: 'bang-xep-hang',
    host: 'pane',
    sample: 'B',
    width: 320,
    height: 1500,
    act: all(computed, tab('Xếp hạng')),
    kept: true,
  },
  {
    name: 'bang-dien-bien',
    host: 'pane',
    sample: 'B',
    width: 320,
    height: 1500,
    missing: fewMissing,
    act: tab('Xếp hạng'),
    kept: true,
  },
  {
    name: 'bang-dien-bien-so-moi',
    host: 'pane',
    sample: 'B',
    width: 320,
    height: 640,
    missing: () => true,
    act: tab('Xếp hạng'),
  },
  { name: 'bang-dien-bien-co-loi', host: 'pane', sample: 'co-loi', width: 320, height: 1500, act: tab('Xếp hạng') },
  {
    name: 'bang-dien-bien-toi',
    host: 'pane',
    sample: 'B',
    width: 320,
    height: 1500,
    scheme: 'dark',
    missing: fewMissing,
    act: tab('Xếp hạng'),
  },
  {
    name: 'bang-dien-bien-tuong-phan',
    host: 'pane',
    sample: 'B',
    width: 320,
    height: 1500,
    forced: true,
    missing: fewMissing,
    act: tab('Xếp hạng'),
  },
  {
    name: 'bang-dien-bien-270',
    host: 'pane',
    sample: 'B',
    width: 270,
    height: 1500,
    lang: 'en',
    missing: fewMissing,
    act: tab('Ranking'),
  },
  { name: 'bang-xep-hang-24', host: 'pane', sample: 'D', width: 320, height: 2600, act: tab('Xếp hạng') },
  {
    name: 'bang-don-vi',
    host: 'pane',
    sample: 'B',
    width: 320,
    height: 1300,
    act: all(tab('Xếp hạng'), firstUnit),
    kept: true,
  },
  {
    name: 'bang-bao-cao',
    host: 'pane',
    sample: 'B',
    width: 320,
    height: 900,
    act: all(computed, tab('Báo cáo')),
    kept: true,
  },
  {
    name: 'bang-quyet-dinh',
    host: 'pane',
    sample: 'co-loi-da-sua',
    width: 320,
    height: 640,
    act: all(tab('Xếp hạng'), button('Ghi quyết định…')),
    kept: true,
  },
  {
    name: 'bang-neu-thi',
    host: 'pane',
    sample: 'B',
    width: 320,
    height: 900,
    act: all(tab('Xếp hạng'), button('Nếu … thì sao?'), async (page) => {
      await page.getByRole('textbox').fill('24,75');
      await page.getByRole('button', { name: 'Thử' }).click();
      await page.waitForTimeout(300);
    }),
    kept: true,
  },
  {
    name: 'bang-tao-so',
    host: 'pane',
    sample: 'B',
    width: 320,
    height: 640,
    act: all(button('Tùy chọn và trợ giúp'), button('Tạo sổ mẫu…')),
    kept: true,
  },
  {
    name: 'bang-hoi-dong',
    host: 'pane',
    sample: 'B',
    width: 320,
    height: 900,
    act: all(tab('Hội đồng'), async (page) => {
      await page
        .locator('[data-board="files"]')
        .setInputFiles(['A', 'co-loi', 'D', 'E'].map((name) => join(root, `assets/samples/${name}.xlsx`)));
      await page.getByText(/^4 sổ:/).waitFor();
    }),
    kept: true,
  },
  {
    name: 'bang-ma-loi',
    host: 'pane',
    sample: 'co-loi',
    width: 320,
    height: 640,
    act: all(firstIssue, async (page) => {
      await page.locator('.issue-code button').click();
      await page.locator('dialog[open]').waitFor();
    }),
  },
  {
    name: 'bang-don-vi-co-loi',
    host: 'pane',
    sample: 'co-loi',
    width: 320,
    height: 900,
    act: all(tab('Xếp hạng'), button('Bảng xếp hạng'), async (page) => {
      await page.locator('.ranking .link').nth(2).click();
      await page.waitForTimeout(300);
    }),
  },
  { name: 'bang-thu-phieu', host: 'pane', sample: 'B', width: 320, height: 1250, act: collecting, kept: true },
  { name: 'bang-tuy-chon', host: 'pane', sample: 'B', width: 320, height: 640, act: button('Tùy chọn và trợ giúp') },
  { name: 'bang-378', host: 'pane', sample: 'co-loi', width: 320, height: 378 },
  { name: 'bang-270', host: 'pane', sample: 'co-loi', width: 270, height: 800, act: firstIssue },
  { name: 'bang-350', host: 'pane', sample: 'co-loi', width: 350, height: 800, act: fixableIssue },
  { name: 'bang-500', host: 'pane', sample: 'co-loi', width: 500, height: 800, act: firstIssue },
  { name: 'bang-toi', host: 'pane', sample: 'B', width: 320, height: 1300, scheme: 'dark', act: tab('Xếp hạng') },
  {
    name: 'bang-kiem-tra-toi',
    host: 'pane',
    sample: 'co-loi',
    width: 320,
    height: 800,
    scheme: 'dark',
    act: fixableIssue,
  },
  { name: 'bang-tuong-phan', host: 'pane', sample: 'B', width: 320, height: 1300, forced: true, act: tab('Xếp hạng') },
  {
    name: 'bang-kiem-tra-tuong-phan',
    host: 'pane',
    sample: 'co-loi',
    width: 320,
    height: 800,
    forced: true,
    act: fixableIssue,
  },
  { name: 'bang-en', host: 'pane', sample: 'co-loi', width: 320, height: 800, lang: 'en', act: firstIssue },
  { name: 'bang-en-xep-hang', host: 'pane', sample: 'B', width: 320, height: 1300, lang: 'en', act: tab('Ranking') },
  { name: 'bang-en-bao-cao', host: 'pane', sample: 'B', width: 320, height: 900, lang: 'en', act: tab('Report') },
  { name: 'bang-gia', host: 'pane', sample: 'co-loi', width: 320, height: 800, lang: 'pseudo' },
];

async function take(browser: Browser, address: string, shot: Shot, folder: string): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: shot.height ?? 640 },
    colorScheme: shot.scheme ?? 'light',
    forcedColors: shot.forced === true ? 'active' : 'none',
    locale: 'vi-VN',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.addInitScript(() => {
    localStorage.setItem('thidua.seen', '1');
  });
  const query = shot.lang === 'pseudo' ? '?lang=pseudo' : '';
  if (shot.host === 'pane') {
    const host = new ExcelHost(loadBook(sampleWithout(shot.sample, shot.missing ?? (() => false))), { version: 19 });
    await openInExcel(page, host, address, { locale: shot.lang === 'en' ? 'en-US' : 'vi-VN' });
    await page.goto(`${address}taskpane.html${query}`);
  } else {
    await page.goto(`${address}index.html${query}`);
    await page.locator('.grid').waitFor();
    if (shot.sample !== 'B') {
      await page.getByRole('button', { name: 'Sổ mẫu' }).click();
      await page
        .getByRole('button', { name: shot.sample === 'co-loi' ? /một tuần trước/ : new RegExp(`^Khối ${shot.sample}`) })
        .click();
      await page.locator('.file-name', { hasText: shot.sample }).waitFor();
    }
  }
  await page.locator('.status-line .is-good, .status-line .is-error').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(400);
  await shot.act?.(page);
  await page.screenshot({ path: join(folder, `${shot.name}.png`) });
  await context.close();
}

async function main(): Promise<void> {
  const [given, ...names] = process.argv.slice(2);
  const folder = given ?? join(root, 'docs/images');
  mkdirSync(folder, { recursive: true });
  const server = serveFolder(join(root, 'dist'));
  const address = `http://127.0.0.1:${String(await listen(server, 0))}/`;
  const browser = await launchBrowser();
  for (const shot of SHOTS.filter(({ name, kept }) =>
    names.length > 0 ? names.includes(name) : given !== undefined || kept === true,
  )) {
    try {
      await take(browser, address, shot, folder);
      process.stdout.write(`${shot.name}.png\n`);
    } catch (error) {
      process.stdout.write(`${shot.name}: ${error instanceof Error ? error.message.slice(0, 400) : String(error)}\n`);
      process.exitCode = 1;
    }
  }
  await browser.close();
  server.close();
}

await main();
