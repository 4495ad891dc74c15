/** A new release of the page: for a browser that keeps the old one, online and offline, and for a tab that still runs it. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { serveBuilt, type StaticServer } from '../support/static-server';
import { checked, dist, watchTroubles } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});
let site: Site;
beforeEach(async () => {
  site = await new Site().open();
});
afterEach(async () => {
  await site?.close();
});

/** A server whose folder is given the next release while it runs. */
class Site {
  readonly folder = mkdtempSync(join(tmpdir(), 'thidua-release-'));
  server!: StaticServer;
  context!: BrowserContext;

  async open(): Promise<this> {
    cpSync(dist, this.folder, { recursive: true });
    this.server = await serveBuilt(this.folder);
    this.context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
    return this;
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.server.close();
    rmSync(this.folder, { recursive: true });
  }

  /** As a build of changed sources would: other names for all scripts, which know each other by name; nothing of the old ones is left. */
  release(number: number): void {
    const scripts = readdirSync(join(this.folder, 'js'));
    const renamed = new Map(
      scripts.map((name) => [name, name.replace(/\.[0-9a-f]{8}\.js$/, `.${String(number).repeat(8)}.js`)]),
    );
    // Scripts know each other by number and hash.
    const hashes = new Map(
      scripts.map((name) => [/\.([0-9a-f]{8})\.js$/.exec(name)?.[1] ?? name, String(number).repeat(8)]),
    );
    const change = (path: string): void => {
      let text = readFileSync(path, 'utf8');
      for (const [old, fresh] of hashes) text = text.replaceAll(old, fresh);
      writeFileSync(
        path,
        path.includes('index.') && path.endsWith('.js') ? `globalThis.release=${String(number)};${text}` : text,
      );
    };
    for (const [old, fresh] of renamed) {
      change(join(this.folder, 'js', old));
      renameSync(join(this.folder, 'js', old), join(this.folder, 'js', fresh));
    }
    change(join(this.folder, 'index.html'));
    change(join(this.folder, 'service-worker.js'));
    const worker = join(this.folder, 'service-worker.js');
    writeFileSync(
      worker,
      readFileSync(worker, 'utf8').replace(/"?version"?:"[^"]*"/, `"version":"release-${String(number)}"`),
    );
  }

  async tab(): Promise<{ readonly page: Page; readonly troubles: string[] }> {
    const page = await this.context.newPage();
    page.setDefaultTimeout(60_000);
    const troubles = watchTroubles(page, this.server.address);
    await page.goto(this.server.address);
    await checked(page);
    return { page, troubles };
  }
}

const releaseOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => (globalThis as { release?: number }).release ?? 1);
/** Until the service worker of the newest release serves this tab and nothing is on its way. */
const settled = (page: Page, releases: number): Promise<void> =>
  page.evaluate(async (count) => {
    for (;;) {
      const registration = await navigator.serviceWorker.getRegistration();
      const { controller } = navigator.serviceWorker;
      const kept = (await caches.keys()).length;
      if (
        controller?.state === 'activated' &&
        registration?.active === controller &&
        !registration.installing &&
        !registration.waiting &&
        kept === count
      )
        return;
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
  }, releases);
/** What a browser does when a tab comes to the front. */
const lookAgain = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });

test('old service worker, new release: online and offline run the new one, the old files go', async () => {
  const { page } = await site.tab();
  await settled(page, 1);
  site.release(2);
  await page.reload();
  await checked(page);
  expect(await releaseOf(page)).toBe(2);
  await settled(page, 2);
  expect(await page.getByText('đã có bản mới').count()).toBe(0);
  await site.context.setOffline(true);
  await page.reload();
  await checked(page);
  expect(await releaseOf(page)).toBe(2);
  // What is loaded late is of the new release too.
  await page.locator('#tab-ranking').click();
  await page.locator('.ranking').waitFor();
  await site.context.setOffline(false);
  await page.close();
  const later = await site.tab();
  await settled(later.page, 1);
  expect(later.troubles).toEqual([]);
});

test('a tab that was never reloaded offline runs the new release once it has been fetched', async () => {
  const { page } = await site.tab();
  await settled(page, 1);
  site.release(2);
  await lookAgain(page);
  await page.getByText('đã có bản mới').waitFor();
  await site.context.setOffline(true);
  await page.reload();
  await checked(page);
  expect(await releaseOf(page)).toBe(2);
});

test('a release under an open tab: it says so and goes on, also with parts that it loads only now', async () => {
  const { page, troubles } = await site.tab();
  await settled(page, 1);
  site.release(2);
  await lookAgain(page);
  await page.getByText('đã có bản mới').waitFor();
  expect(await releaseOf(page)).toBe(1);
  // The server has none of its files any more.
  await page.locator('#tab-ranking').click();
  await page.locator('.ranking').waitFor();
  await page.getByRole('button', { name: 'Tính và ghi kết quả' }).click();
  await page.getByText(/Đã ghi các trang tính: Kết quả/).waitFor();
  await page.locator('#tab-board').click();
  await page.locator('.board-drop').waitFor();
  // A second tab, opened now, runs the new one; the first still finds its own.
  const second = await site.tab();
  expect(await releaseOf(second.page)).toBe(2);
  await page.getByRole('button', { name: 'Sổ mẫu', exact: true }).click();
  await page.getByRole('button', { name: 'Tạo sổ mới' }).click();
  await page.getByRole('dialog').getByLabel('Tên khối').waitFor();
  expect([troubles, second.troubles]).toEqual([[], []]);
});
