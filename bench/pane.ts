/**
 * The pane and the page as people wait for them: JavaScript per entry (gzip), first paint, readiness,
 * and the longest task while a workbook of 24 × 80 is edited on a CPU four times slower; beside it a
 * bare page with React, FluentProvider and one Button built the same way, which is the floor.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import webpack from 'webpack';
import { listen, serveFolder } from '../src/page/serve.mjs';
import { openInExcel } from '../test/excel-host/browser';
import { loadBook } from '../test/excel-host/file';
import { ExcelHost } from '../test/excel-host/host';
import { launchBrowser } from '../test/support/browser';
import { largeWorkbook, mainThreadTasks, openBook, TRACED, verdict } from './large-page';
import { median, type BenchReport } from './report';
import makeConfig from '../webpack.config.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 5;
const SLOWER = 4;
const EDITS = 12;
/** In a season of which this is measured one score of so many is missing. */
const SEASON = 3;

interface Measured {
  readonly entry: string;
  /** Kilobytes of JavaScript until the verdict: the first chunk, all on the page's thread, all in workers. */
  readonly first: number;
  readonly own: number;
  readonly workers: number;
  readonly paintMs: number;
  readonly readyMs: number;
}

/** React, FluentProvider and a Button, through the same loaders and minifier. */
function buildFloor(folder: string): Promise<void> {
  const source = join(root, 'bench', 'floor.tsx');
  const [app] = makeConfig({}, { mode: 'production' });
  const config = { ...app, entry: { floor: source }, output: { path: folder, filename: '[name].js' }, plugins: [] };
  return new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error || stats?.hasErrors()) return reject(error ?? new Error(stats?.toString('errors-only')));
      writeFileSync(
        join(folder, 'floor.html'),
        '<!doctype html><html lang="en"><title>floor</title><div id="root"></div><script type="module" src="floor.js"></script></html>',
      );
      resolve();
    });
  });
}

async function load(
  browser: Browser,
  folder: string,
  entry: string,
  ready: (page: Page) => Promise<void>,
  before?: (page: Page, address: string) => Promise<unknown>,
): Promise<Measured> {
  const server = serveFolder(folder);
  const address = `http://127.0.0.1:${String(await listen(server, 0))}/`;
  const paints: number[] = [];
  const readies: number[] = [];
  let sizes = new Map<string, number>();
  let own: string[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'vi-VN',
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    sizes = new Map();
    page.on('response', (response) => {
      if (response.url().startsWith(address) && response.url().endsWith('.js'))
        sizes.set(
          response.url(),
          gzipSync(readFileSync(join(folder, new URL(response.url()).pathname)), { level: 9 }).length,
        );
    });
    await before?.(page, address);
    await page.goto(address + entry);
    await ready(page);
    readies.push(await page.evaluate(() => performance.now()));
    // What is on the screen in no time may be told of a moment later.
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    paints.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN));
    // What a worker loads for itself is not among the page's own resources; its first file is.
    const started = new Set(page.workers().map((worker) => worker.url()));
    own = (await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))).filter(
      (name) => sizes.has(name) && !started.has(name),
    );
    await context.close();
  }
  server.close();
  const sum = (names: Iterable<string>) =>
    [...new Set(names)].reduce((total, name) => total + (sizes.get(name) ?? 0), 0);
  const kb = (bytes: number) => Math.round(bytes / 100) / 10;
  return {
    entry,
    first: kb([...sizes.values()][0] ?? 0),
    own: kb(sum(own)),
    workers: kb(sum([...sizes.keys()].filter((name) => !own.includes(name)))),
    paintMs: Math.round(median(paints)),
    readyMs: Math.round(median(readies)),
  };
}

/**
 * The longest task of the page's thread while cells are typed one after the other, each followed by its
 * re-check. In CPU milliseconds of that thread, so that other work on the machine does not count, times
 * `SLOWER` for the slower CPU.
 */
export async function longestTaskWhileEditing(
  browser: Browser,
  workbook: Uint8Array,
  view: '.issue, .all-good' | '.standing',
): Promise<{ readonly longest: number; readonly over50: number; readonly settledMs: number }> {
  const server = serveFolder(join(root, 'dist'));
  const address = `http://127.0.0.1:${String(await listen(server, 0))}/`;
  const page = await openBook(browser, address, workbook);
  if (view === '.standing') await page.getByRole('tab', { name: 'Xếp hạng' }).click();
  await page.locator(view).first().waitFor();
  await page.locator('#cell-E7').click();
  const settled: number[] = [];
  await browser.startTracing(page, { categories: TRACED });
  for (let edit = 0; edit < EDITS; edit += 1) {
    await page.keyboard.type(`0,${String(edit % 10)}`);
    const began = Date.now();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(30);
    await verdict(page);
    settled.push(Date.now() - began);
  }
  const trace = await browser.stopTracing();
  await page.context().close();
  server.close();
  const tasks = mainThreadTasks(trace).map(({ cpuMs }) => cpuMs * SLOWER);
  return {
    longest: Math.round(Math.max(0, ...tasks)),
    over50: tasks.filter((ms) => ms > 50).length,
    settledMs: Math.round(median(settled)),
  };
}

export async function bench(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-floor-'));
  mkdirSync(folder, { recursive: true });
  await buildFloor(folder);
  const browser = await launchBrowser();
  try {
    const inExcel = (page: Page, address: string) =>
      openInExcel(
        page,
        new ExcelHost(loadBook(readFileSync(join(root, 'assets/samples/B.xlsx'))), { version: 19 }),
        address,
        { locale: 'vi-VN' },
      );
    const rows = [
      await load(browser, folder, 'floor.html', async (page) => {
        await page.getByRole('button').waitFor();
      }),
      await load(browser, join(root, 'dist'), 'taskpane.html', verdict, inExcel),
      await load(browser, join(root, 'dist'), 'index.html', verdict),
    ];
    const editing = await longestTaskWhileEditing(
      browser,
      largeWorkbook({ units: 24, sections: 8 }),
      '.issue, .all-good',
    );
    const season = await longestTaskWhileEditing(
      browser,
      largeWorkbook({ units: 24, sections: 8, every: SEASON }),
      '.standing',
    );
    return {
      name: 'pane',
      rows: rows.map(({ entry, first, own, workers, paintMs, readyMs }) => ({
        entry,
        'first chunk, KB gz': first,
        'page until the verdict, KB gz': own,
        'workers, KB gz': workers,
        'first paint, ms': paintMs,
        'verdict on screen, ms': readyMs,
      })),
      notes: [
        `Editing 24 × 80 on the page, ${String(EDITS)} edits, CPU time of the page's thread × ${String(SLOWER)}: longest task ${String(editing.longest)} ms, ${String(editing.over50)} tasks over 50 ms; from Enter to the new verdict ${String(editing.settledMs)} ms (median).`,
        `The same with every ${String(SEASON)}th score missing and Diễn biến on the screen: longest task ${String(season.longest)} ms, ${String(season.over50)} tasks over 50 ms; ${String(season.settledMs)} ms.`,
        'The page counts its worker and its reader and writer of .xlsx files too. floor.html: React, FluentProvider, one Button; its "verdict" is the Button.',
        `Medians of ${String(RUNS)} loads from 127.0.0.1 without cache; the stand-in for Excel answers from the measuring process.`,
      ],
    };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
