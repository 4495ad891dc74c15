/**
 * A unit of a large bloc is opened on the page: the longest task of the thread that answers the user, from the
 * click until its points are on the screen.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listen, serveFolder } from '../src/page/serve.mjs';
import { launchBrowser } from '../test/support/browser';
import { largeWorkbook, mainThreadTasks, openBook, TRACED } from './large-page';
import { median, type BenchReport } from './report';

const root = fileURLToPath(new URL('..', import.meta.url));
const UNITS = 1000;
const SECTIONS = 10;
const OPENED = 10;
/** The mark in the trace from which tasks count: those before it are the trace's own. */
const CLICK = 'click';

type Figure = 'unit' | 'longest task, CPU ms' | 'longest task, ms' | 'all tasks, CPU ms' | 'on the screen, ms';
type Opened = Readonly<Record<Figure, number>>;

const tenth = (ms: number): number => Math.round(ms * 10) / 10;

export async function bench(): Promise<BenchReport> {
  const server = serveFolder(join(process.env['BEFORE'] ?? root, 'dist'));
  const address = `http://127.0.0.1:${String(await listen(server, 0))}/`;
  const browser = await launchBrowser();
  try {
    const page = await openBook(browser, address, largeWorkbook({ units: UNITS, sections: SECTIONS }));
    await page.getByRole('tab', { name: 'Xếp hạng' }).click();
    const rows: Opened[] = [];
    for (let at = 0; at < OPENED; at += 1) {
      const name = `Sở, ban, ngành thứ ${String(at * 97 + 1)}`;
      const button = page.locator('.ranking').getByRole('button', { name, exact: true });
      await button.scrollIntoViewIfNeeded();
      // Whatever the list has left to do is not the unit's.
      await page.waitForTimeout(1500);
      await browser.startTracing(page, { categories: TRACED });
      const took = await button.evaluate(async (element, from) => {
        const began = performance.now();
        performance.mark(from);
        (element as HTMLElement).click();
        let more = 2;
        // Two frames more: what was made is drawn.
        while (more > 0) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          if (document.querySelector('.unit .total-line') !== null) more -= 1;
        }
        return performance.now() - began;
      }, CLICK);
      const tasks = mainThreadTasks(await browser.stopTracing(), CLICK);
      rows.push({
        unit: at * 97 + 1,
        'longest task, CPU ms': tenth(Math.max(...tasks.map(({ cpuMs }) => cpuMs))),
        'longest task, ms': tenth(Math.max(...tasks.map(({ clockMs }) => clockMs))),
        'all tasks, CPU ms': Math.round(tasks.reduce((sum, { cpuMs }) => sum + cpuMs, 0)),
        'on the screen, ms': Math.round(took),
      });
      await page.locator('.unit .back').click();
      await page.locator('.ranking').waitFor();
    }
    const middle = (key: Figure) => median(rows.map((row) => row[key])).toFixed(1);
    return {
      name: 'unit',
      rows,
      notes: [
        `${String(UNITS)} units × ${String(SECTIONS * 10)} criteria, two levels, ${String(OPENED)} units opened one after the other. Longest task of the page's thread, median: ${middle('longest task, CPU ms')} ms CPU, ${middle('longest task, ms')} ms by the clock (goal 16).`,
      ],
    };
  } finally {
    await browser.close();
    server.close();
  }
}
