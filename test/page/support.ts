/** The built product in a browser: opening it, and doing things in it as people do. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { cellAt } from '../../src/sheets/cells';
import { readWorkbook } from '../../src/xlsx';
import { launchBrowser } from '../support/browser';
import { serveBuilt, type StaticServer } from '../support/static-server';

export const root = join(__dirname, '../..');
export const dist = join(root, 'dist');

export interface Product {
  readonly browser: Browser;
  readonly server: StaticServer;
  close(): Promise<void>;
}

export async function openProduct(): Promise<Product> {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('npm run build comes first');
  const server = await serveBuilt(dist);
  const browser = await launchBrowser();
  return {
    browser,
    server,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

export type Address = 'index.html' | 'thidua.html by file://';

export const addressOf = ({ server }: Product, which: Address): string =>
  which === 'index.html' ? `${server.address}index.html` : pathToFileURL(join(dist, 'thidua.html')).href;

export interface OpenedPage {
  readonly page: Page;
  /** What went wrong inside the page, and what it asked of other origins. */
  readonly troubles: string[];
}

/**
 * A fresh browser profile. No service worker is let in: beside each test it would fetch, keep and compile the
 * whole product once more. The tests of releases and of the page without network let it in. Without motion:
 * a spinner that turns and a colour on its way are frames that are drawn while the test waits.
 */
export const newContext = ({ browser }: Product, options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'vi-VN',
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
    ...options,
  });

/** An empty tab, in a profile of its own unless one is given. */
export async function newPage(
  product: Product,
  options: BrowserContextOptions = {},
  context?: BrowserContext,
): Promise<Page> {
  const page = await (context ?? (await newContext(product, options))).newPage();
  page.setDefaultTimeout(60_000);
  await slowDown(page);
  return page;
}

/**
 * `SLOW=8 npx jest test/page`: the thread of the page runs eight times slower, as beside other work on a small
 * machine. What a test reads before it stands on the screen comes to light so.
 */
export async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env.SLOW ?? 1);
  if (rate <= 1) return;
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate });
}

/** A fresh browser profile with the page in it, the first sample open. */
export async function openPage(
  product: Product,
  which: Address,
  options: BrowserContextOptions = {},
  query = '',
): Promise<OpenedPage> {
  const page = await newPage(product, options);
  const troubles = watchTroubles(page, product.server.address);
  await page.goto(addressOf(product, which) + query);
  await page.getByRole('grid').waitFor();
  await checked(page);
  return { page, troubles };
}

export function watchTroubles(page: Page, own: string): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(own) && !/^(data|blob|file):/.test(request.url())) troubles.push(request.url());
  });
  return troubles;
}

/** Waits until the pane has judged what is open and everything on the screen is of that judgement. */
export async function checked(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('.pane[aria-busy="false"] .status-line :is(.is-good, .is-error)') !== null &&
      document.querySelector('.pane [aria-busy="true"]') === null,
  );
}

/** Waits for what an edit in Excel brings. A pane on a slow machine looks again only when it is told to. */
export async function followed(page: Page, sign: Locator): Promise<void> {
  const again = page.locator('.status-line button');
  await sign.or(again).first().waitFor();
  while (!(await sign.isVisible())) {
    // Not a click that waits: the button goes as soon as the pane looks by itself.
    await again.evaluateAll(([button]) => {
      if (button instanceof HTMLElement) button.click();
    });
    await page.waitForFunction(() => document.querySelector('.pane[aria-busy="false"]') !== null);
  }
}

export async function openSample(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Sổ mẫu', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await checked(page);
}

/** Values of a sample by "Sheet!A1". */
export function sampleValue(sample: string, sheet: string, row: number, column: number): unknown {
  const read = readWorkbook(readFileSync(join(root, `assets/samples/${sample}.xlsx`)));
  const found = read.ok ? read.value.sheets.find(({ name }) => name === sheet) : undefined;
  return found && cellAt(found, row, column)?.value;
}

/** Types into a cell of the active sheet: the name box shows which one is active. */
export async function typeInto(page: Page, cell: string, text: string): Promise<void> {
  await page.locator(`#cell-${cell}`).click();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: cell, exact: true }).fill(text);
  await page.keyboard.press('Enter');
}

/** Presses Tab until something with this name has the focus. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab', most = 90): Promise<void> {
  const passed = new Set<string>();
  for (let press = 0; press < most; press += 1) {
    const { focused, inGrid } = await page.evaluate(() => {
      const active = document.activeElement;
      const element = active === document.body || active?.role === 'tabpanel' ? null : active;
      const labelled =
        element?.closest('label')?.textContent ??
        (element?.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`)?.textContent : '');
      const names = [
        element?.getAttribute('aria-label'),
        labelled,
        element instanceof HTMLSelectElement ? '' : element?.textContent,
      ];
      return { focused: names.filter(Boolean).join(' '), inGrid: active?.getAttribute('role') === 'grid' };
    });
    if (typeof name === 'string' ? focused.includes(name) : name.test(focused)) return;
    passed.add(focused.slice(0, 30));
    // In the grid Tab goes from cell to cell; Escape before it lets one out.
    if (key !== 'F6' && inGrid) await page.keyboard.press('Escape');
    await page.keyboard.press(key);
  }
  throw new Error(`${String(name)} cannot be reached with ${key}; passed: ${[...passed].join(' | ')}`);
}
