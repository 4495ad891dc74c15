/**
 * Microsoft's library, unmodified, in Chromium: the page gets the functions that Excel for Windows
 * gives a pane (as the library calls them; what a real Excel answers is unverified), office.js boots by
 * itself, and the workbook stays in the test's own process.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ExcelHost } from './host';

const OFFICE_FILES = join(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json'), '../dist');
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

export interface ExcelWindow {
  /** The language of Excel's own menus; "en-US" unless said otherwise. */
  readonly locale?: string;
  /** The n of ExcelApi 1.n; 19 unless said otherwise. */
  readonly version?: number;
  readonly dark?: boolean;
  /** Whether Microsoft's CDN answers (from the npm package). */
  readonly cdn?: boolean;
}

/** Prepares the page before it is opened; returns the addresses it asked for of other origins than `own` and the CDN. */
export async function openInExcel(
  page: Page,
  host: ExcelHost,
  own: string,
  excel: ExcelWindow = {},
): Promise<{ readonly strangers: string[] }> {
  const strangers: string[] = [];
  await page.context().route('**/*', async (route) => {
    const address = route.request().url();
    if (address.startsWith(own) || /^(data|blob):/.test(address)) return route.continue();
    if (!address.startsWith(CDN)) strangers.push(address);
    if (!address.startsWith(CDN) || excel.cdn === false) return route.abort('blockedbyclient');
    const file = address.slice(CDN.length).replace(/\?.*$/, '');
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(OFFICE_FILES, file)) });
  });
  await page.exposeFunction('excelHostExecute', (body: string, flags: number) => host.execute(body, flags));
  await page.exposeFunction('excelHostKeep', (settings: Record<string, string>) => {
    host.book.settings = settings;
  });
  const shown: Shown = {
    settings: host.book.settings,
    locale: excel.locale ?? 'en-US',
    version: excel.version ?? 19,
    background: excel.dark === true ? 0x292929 : 0xffffff,
  };
  // As text: tsx wraps functions in a helper that the page does not have.
  await page.addInitScript({
    content: `{ const __name = (one) => one; (${likeExcel.toString()})(${JSON.stringify(shown)}); }`,
  });
  host.onEvent = (entry) => {
    page
      .evaluate(
        (one) => (window as unknown as { excelHostEvent(entry: readonly unknown[]): void }).excelHostEvent(one),
        entry,
      )
      .catch(() => {}); // the pane was closed in the meantime
  };
  return { strangers };
}

interface Shown {
  readonly settings: Readonly<Record<string, string>>;
  readonly locale: string;
  readonly version: number;
  readonly background: number;
}

/** Runs inside the page before all its scripts: what Excel for Windows puts on `window.external`. */
function likeExcel({ settings: kept, locale, version, background }: Shown): void {
  const EXECUTE_RICH_API = 93;
  const RICH_API_EVENT = 33;
  type Callback = (answer: unknown) => void;
  /** Arrays cross as COM safe arrays. */
  const safe = (items: readonly unknown[]): object => ({
    dimensions: () => 1,
    getItem: (index: number) => items[index],
    toArray: () => [...items],
  });
  let onEvent: ((id: number, payload: unknown) => void) | undefined;
  const settings = {
    Read(keys: string[], values: string[]) {
      keys.push(...Object.keys(kept));
      values.push(...Object.values(kept));
    },
    Write(keys: readonly string[], values: readonly string[]) {
      (window as unknown as { excelHostKeep(settings: Record<string, unknown>): void }).excelHostKeep(
        Object.fromEntries(keys.map((key, index) => [key, values[index]])),
      );
    },
  };
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => 'thidua',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetDocUrl: () => 'C:\\khối.xlsx',
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetInstanceId: () => '1',
    GetSupportedMatrix: () =>
      JSON.stringify({
        ExcelApi: `1.${String(version)}`,
        RichApiRuntime: '1.1',
        RichApiRuntimeFlag: '1.1',
        DelayForCellEdit: '1.1',
      }),
    GetHostFullVersion: () => '16.0.17928.20000',
    GetOfficeThemeInfo: () =>
      JSON.stringify({ bodyBackgroundColor: background, bodyForegroundColor: 0xffffff - background }),
    GetSettings: () => settings,
  };
  const external = {
    GetHostInfo: () => `_host_Info=Excel$Win32$16.01$${locale}$$$disableLogging$0`,
    GetContext: () => context,
    Execute(id: number, [message]: readonly (readonly unknown[])[], callback: Callback) {
      if (id !== EXECUTE_RICH_API) return callback(0);
      const execute = (
        window as unknown as {
          excelHostExecute: (body: string, flags: number) => Promise<{ status: number; body: string }>;
        }
      ).excelHostExecute;
      void execute(String(message?.[4]), Number(message?.[6])).then(({ status, body }) => {
        callback(status === 200 ? safe([0, safe([200, safe([]), body])]) : status);
      });
    },
    RegisterEvent(id: number, _target: string, handler: typeof onEvent, callback: Callback) {
      if (id === RICH_API_EVENT) onEvent = handler;
      callback(0);
    },
    UnregisterEvent(_id: number, _target: string, callback: Callback) {
      callback(0);
    },
  };
  Object.defineProperty(window, 'external', { value: external });
  Object.assign(window, {
    excelHostEvent: (entry: readonly unknown[]) => onEvent?.(RICH_API_EVENT, safe([safe(entry)])),
  });
}
