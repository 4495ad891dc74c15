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
import { REGULATIONS } from '../src/regulations';
import { createWorkbook } from '../src/workbook/create';
import { createPackage } from '../src/xlsx';
import { listen, serveFolder } from '../src/page/serve.mjs';
import { openInExcel } from '../test/excel-host/browser';
import { loadBook } from '../test/excel-host/file';
import { ExcelHost } from '../test/excel-host/host';
import { launchBrowser } from '../test/support/browser';
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

/** A bloc of 24 units and 80 criteria; of every `every`th score the bloc's own is not there yet (0: all are). */
function largeWorkbook(every = 0): Uint8Array {
  const [regulation] = REGULATIONS;
  const sections = Array.from({ length: 8 }, (_, section) => [
    { code: `${section + 1}`, name: `Nhóm ${String(section + 1)}`, max: 10, way: 'nhóm' as const },
    ...Array.from({ length: 10 }, (_unused, leaf) => ({
      code: `${String(section + 1)}.${String(leaf + 1)}`,
      name: `Thực hiện nội dung thi đua thứ ${String(leaf + 1)} của nhóm`,
      max: 1,
    })),
  ]).flat();
  const units = Array.from({ length: 24 }, (_, at) => ({
    code: `DV${String(at + 1)}`,
    name: `Sở, ban, ngành thứ ${String(at + 1)}`,
  }));
  const scores = Object.fromEntries(
    units.map(({ code }, unit) => [
      code,
      Object.fromEntries(
        (['self', 'bloc'] as const).map((level) => [
          level,
          Object.fromEntries(
            sections
              .filter(({ max }) => max === 1)
              .flatMap(({ code: leaf }, at) =>
                level === 'bloc' && every > 0 && (unit * 80 + at) % every === 0
                  ? []
                  : [[leaf, ((unit * 7 + at * 3) % 10) / 10] as const],
              ),
          ),
        ]),
      ),
    ]),
  );
  return createPackage(
    createWorkbook(regulation, units, {
      content: {
        criteria: sections,
        scores,
        conditions: [],
        settings: [
          { setting: 'scale', value: 80 },
          { setting: 'tieKeys', value: '' },
        ],
      },
    }),
  );
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
  const page = await (
    await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN', serviceWorkers: 'block' })
  ).newPage();
  await page.addInitScript('delete window.showOpenFilePicker');
  await page.goto(`${address}index.html`);
  await verdict(page);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Mở tệp…' }).first().click(),
  ]);
  await chooser.setFiles({ name: 'lon.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(workbook) });
  await page.locator('.file-name', { hasText: 'lon.xlsx' }).waitFor();
  await verdict(page);
  if (view === '.standing') await page.getByRole('tab', { name: 'Xếp hạng' }).click();
  await page.locator(view).first().waitFor();
  await page.locator('#cell-E7').click();
  const settled: number[] = [];
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
  for (let edit = 0; edit < EDITS; edit += 1) {
    await page.keyboard.type(`0,${String(edit % 10)}`);
    const began = Date.now();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(30);
    await verdict(page);
    settled.push(Date.now() - began);
  }
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  await page.context().close();
  server.close();
  const tasks = mainThreadTasks(trace.traceEvents).map((ms) => ms * SLOWER);
  return {
    longest: Math.round(Math.max(0, ...tasks)),
    over50: tasks.filter((ms) => ms > 50).length,
    settledMs: Math.round(median(settled)),
  };
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** CPU milliseconds of each task of the renderers' main threads. */
function mainThreadTasks(events: readonly TraceEvent[]): number[] {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${String(pid)} ${String(tid)}`),
  );
  return events
    .filter(
      ({ name, pid, tid, tdur }) =>
        /RunTask$/.test(name) && tdur !== undefined && mains.has(`${String(pid)} ${String(tid)}`),
    )
    .map(({ tdur = 0 }) => tdur / 1000);
}

async function verdict(page: Page): Promise<void> {
  await page
    .locator('.pane[aria-busy="false"] .status-line :is(.is-good, .is-error)')
    .first()
    .waitFor({ timeout: 60_000 });
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
    const editing = await longestTaskWhileEditing(browser, largeWorkbook(), '.issue, .all-good');
    const season = await longestTaskWhileEditing(browser, largeWorkbook(SEASON), '.standing');
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
