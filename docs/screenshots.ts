/**
 * `npx tsx docs/screenshots.ts [FOLDER] [NAME…]`: the page in its real flow from the built product, the views of
 * the pane as the gallery shows them. Without FOLDER: docs/images, those that README and guide show.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { buildGallery, GALLERY } from '../deploy/gallery.mjs';
import { launchBrowser } from '../test/support/browser';
import { listen, serveFolder } from '../src/page/serve.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A picture of the page in its real flow. */
interface Shot {
  readonly name: string;
  readonly sample: string;
  readonly width: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly forced?: boolean;
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
const computed = async (page: Page) => {
  await page
    .getByRole('button', { name: /Tính và ghi|Compute and/ })
    .first()
    .click();
  await page.locator('.notice').waitFor();
  await page.waitForTimeout(600);
};

const SHOTS: readonly Shot[] = [
  { name: 'trang', sample: 'co-loi', width: 1280, height: 800, act: firstIssue, kept: true },
  {
    name: 'trang-xep-hang',
    sample: 'B',
    width: 1280,
    height: 800,
    act: all(computed, tab('Xếp hạng')),
    kept: true,
  },
  { name: 'trang-toi', sample: 'co-loi', width: 1280, height: 800, scheme: 'dark', act: firstIssue },
  { name: 'trang-tuong-phan', sample: 'co-loi', width: 1280, height: 800, forced: true, act: firstIssue },
  { name: 'trang-hep', sample: 'D', width: 500, height: 800 },
  { name: 'trang-bat-dau', sample: 'B', width: 1280, height: 800, act: button('Sổ mẫu'), kept: true },
];

/** A picture of a state of the gallery. */
interface PaneShot {
  readonly name: string;
  /** In the gallery's address: view, state, and how it is looked at. */
  readonly state: string;
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly forced?: boolean;
  readonly kept?: boolean;
}

const PANE_SHOTS: readonly PaneShot[] = [
  { name: 'bang-kiem-tra', state: 'check/one-open', kept: true },
  { name: 'bang-sua', state: 'check/with-a-fix', kept: true },
  { name: 'bang-xep-hang', state: 'ranking/written', height: 1500, kept: true },
  { name: 'bang-dien-bien', state: 'season/few-missing', height: 1500, kept: true },
  { name: 'bang-dien-bien-so-moi', state: 'season/untouched' },
  { name: 'bang-dien-bien-co-loi', state: 'season/with-errors', height: 1500 },
  { name: 'bang-dien-bien-toi', state: 'season/few-missing/dark', height: 1500 },
  { name: 'bang-dien-bien-tuong-phan', state: 'season/few-missing', height: 1500, forced: true },
  { name: 'bang-dien-bien-270', state: 'season/few-missing/english', width: 270, height: 1500 },
  { name: 'bang-xep-hang-24', state: 'ranking/many-units', height: 2600 },
  { name: 'bang-don-vi', state: 'unit/holder', height: 1300, kept: true },
  { name: 'bang-bao-cao', state: 'report/written', height: 900, kept: true },
  { name: 'bang-quyet-dinh', state: 'decision/tie', kept: true },
  { name: 'bang-neu-thi', state: 'what-if/tried', height: 900, kept: true },
  { name: 'bang-tao-so', state: 'create/ready-regulation', kept: true },
  { name: 'bang-hoi-dong', state: 'board/checked', height: 900, kept: true },
  { name: 'bang-ma-loi', state: 'codes/from-a-finding' },
  { name: 'bang-don-vi-co-loi', state: 'unit/with-errors', height: 900 },
  { name: 'bang-thu-phieu', state: 'collect-forms/differing', height: 1250, kept: true },
  { name: 'bang-tuy-chon', state: 'menu/standard-workbook' },
  { name: 'bang-378', state: 'check/with-findings', height: 378 },
  { name: 'bang-270', state: 'check/one-open', width: 270, height: 800 },
  { name: 'bang-350', state: 'check/with-a-fix', width: 350, height: 800 },
  { name: 'bang-500', state: 'check/one-open', width: 500, height: 800 },
  { name: 'bang-toi', state: 'ranking/table/dark', height: 1300 },
  { name: 'bang-kiem-tra-toi', state: 'check/with-a-fix/dark', height: 800 },
  { name: 'bang-tuong-phan', state: 'ranking/table', height: 1300, forced: true },
  { name: 'bang-kiem-tra-tuong-phan', state: 'check/with-a-fix', height: 800, forced: true },
  { name: 'bang-en', state: 'check/one-open/english', height: 800 },
  { name: 'bang-en-xep-hang', state: 'ranking/table/english', height: 1300 },
  { name: 'bang-en-bao-cao', state: 'report/not-written/english', height: 900 },
  { name: 'bang-gia', state: 'check/with-findings/pseudo', height: 800 },
];

async function opened(
  browser: Browser,
  { width, height = 640, scheme = 'light', forced = false }: Pick<Shot, 'width' | 'height' | 'scheme' | 'forced'>,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    forcedColors: forced ? 'active' : 'none',
    reducedMotion: 'reduce',
    locale: 'vi-VN',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

async function take(browser: Browser, address: string, shot: Shot): Promise<Page> {
  const page = await opened(browser, shot);
  await page.addInitScript(() => {
    localStorage.setItem('thidua.seen', '1');
  });
  await page.goto(`${address}index.html`);
  await page.locator('.grid').waitFor();
  if (shot.sample !== 'B') {
    await page.getByRole('button', { name: 'Sổ mẫu' }).click();
    await page
      .getByRole('button', { name: shot.sample === 'co-loi' ? /một tuần trước/ : new RegExp(`^Khối ${shot.sample}`) })
      .click();
    await page.locator('.file-name', { hasText: shot.sample }).waitFor();
  }
  await page.locator('.status-line .is-good, .status-line .is-error').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(400);
  await shot.act?.(page);
  return page;
}

async function takeState(browser: Browser, address: string, shot: PaneShot): Promise<Page> {
  const page = await opened(browser, { width: 320, ...shot });
  await page.goto(`${address}${GALLERY}?state#${shot.state}`);
  await page.locator('html[data-state]').waitFor({ state: 'attached' });
  const failure = await page.locator('.gallery-failed').allTextContents();
  if (failure.length > 0) throw new Error(failure.join());
  // What the steps pressed has the focus as if by keyboard; whoever comes with a mouse sees no ring.
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  return page;
}

async function main(): Promise<void> {
  const [given, ...names] = process.argv.slice(2);
  const folder = given ?? join(root, 'docs/images');
  mkdirSync(folder, { recursive: true });
  const isWanted = ({ name, kept }: Shot | PaneShot): boolean =>
    names.length > 0 ? names.includes(name) : given !== undefined || kept === true;
  const [shots, paneShots] = [SHOTS.filter(isWanted), PANE_SHOTS.filter(isWanted)];
  const browser = await launchBrowser();
  const takeAll = async <Each extends { readonly name: string }>(
    from: string,
    each: readonly Each[],
    shown: (browser: Browser, address: string, shot: Each) => Promise<Page>,
  ): Promise<void> => {
    const server = serveFolder(from);
    const address = `http://127.0.0.1:${String(await listen(server, 0))}/`;
    for (const shot of each) {
      try {
        const page = await shown(browser, address, shot);
        await page.screenshot({ path: join(folder, `${shot.name}.png`) });
        await page.context().close();
        process.stdout.write(`${shot.name}.png\n`);
      } catch (error) {
        process.stdout.write(`${shot.name}: ${error instanceof Error ? error.message.slice(0, 400) : String(error)}\n`);
        process.exitCode = 1;
      }
    }
    server.close();
  };
  await takeAll(join(root, 'dist'), shots, take);
  if (paneShots.length > 0) {
    const built = mkdtempSync(join(tmpdir(), 'thidua-gallery-'));
    await buildGallery(built);
    await takeAll(built, paneShots, takeState);
    rmSync(built, { recursive: true });
  }
  await browser.close();
}

await main();
