/** A large workbook on the page, and the tasks of the page's thread. */
import type { Browser, Page } from 'playwright-core';
import { REGULATIONS } from '../src/regulations';
import { createWorkbook } from '../src/workbook/create';
import { createPackage } from '../src/xlsx';

/** A bloc with ten criteria in each section; of every `every`th score the bloc's own is not there yet (0: all are). */
export function largeWorkbook(size: {
  readonly units: number;
  readonly sections: number;
  readonly every?: number;
}): Uint8Array {
  const { every = 0 } = size;
  const [regulation] = REGULATIONS;
  const sections = Array.from({ length: size.sections }, (_, section) => [
    { code: `${section + 1}`, name: `Nhóm ${String(section + 1)}`, max: 10, way: 'nhóm' as const },
    ...Array.from({ length: 10 }, (_unused, leaf) => ({
      code: `${String(section + 1)}.${String(leaf + 1)}`,
      name: `Thực hiện nội dung thi đua thứ ${String(leaf + 1)} của nhóm`,
      max: 1,
    })),
  ]).flat();
  const units = Array.from({ length: size.units }, (_, at) => ({
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
                level === 'bloc' && every > 0 && (unit * size.sections * 10 + at) % every === 0
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
          { setting: 'scale', value: size.sections * 10 },
          { setting: 'tieKeys', value: '' },
        ],
      },
    }),
  );
}

/** The page with this workbook open and judged. */
export async function openBook(browser: Browser, address: string, workbook: Uint8Array): Promise<Page> {
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
  return page;
}

/** Waits until the pane has judged. */
export async function verdict(page: Page): Promise<void> {
  await page
    .locator('.pane[aria-busy="false"] .status-line :is(.is-good, .is-error)')
    .first()
    .waitFor({ timeout: 600_000 });
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What a trace must hold for `mainThreadTasks`. */
export const TRACED = ['toplevel', 'devtools.timeline', 'blink.user_timing', '__metadata'];

/** Each task of the renderers' main threads, `from` a mark on: milliseconds of their CPU and by the clock. */
export function mainThreadTasks(trace: Buffer, from?: string): { readonly cpuMs: number; readonly clockMs: number }[] {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { readonly traceEvents: readonly TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${String(pid)} ${String(tid)}`),
  );
  const began = traceEvents.find(({ name }) => name === from)?.ts ?? -Infinity;
  return traceEvents
    .filter(
      ({ name, pid, tid, tdur, ts = 0, dur = 0 }) =>
        ts + dur > began && /RunTask$/.test(name) && tdur !== undefined && mains.has(`${String(pid)} ${String(tid)}`),
    )
    .map(({ tdur = 0, dur = 0 }) => ({ cpuMs: tdur / 1000, clockMs: dur / 1000 }));
}
