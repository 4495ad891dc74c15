/** Microsoft's library, unmodified, in plain Node, wired to a stand-in host. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, Script } from 'node:vm';
import type { ExcelHost } from './host';

const STATUS_CODES: Readonly<Record<number, string>> = {
  5004: 'InvalidOperationInCellEditMode',
  5103: 'RequestPayloadSizeLimitExceeded',
  5104: 'ResponsePayloadSizeLimitExceeded',
  7000: 'AccessDenied',
};

interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}
interface Library {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: { readonly HostBridge: { init(bridge: Bridge): void } };
}
interface Message {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: unknown };
}

let script: Script | undefined;

/** The library tries its clean-up again after 5 s: no test waits for that. */
const briefTimeout = (act: () => void, ms?: number): NodeJS.Timeout => {
  const timer = setTimeout(act, ms);
  return (ms ?? 0) >= 1000 ? timer.unref() : timer;
};

/** Loads excel-win32-16.01.js into a context of its own and puts its `Excel` where the door looks for it. */
export function connect(host: ExcelHost): void {
  connection()(host);
}

/** One library for many hosts, one after the other: loading it takes longer than reading a workbook. */
export function connection(): (host: ExcelHost) => void {
  let host: ExcelHost | undefined;
  script ??= new Script(
    readFileSync(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-win32-16.01.js'), 'utf8'),
  );
  const global: Record<string, unknown> = {
    setTimeout: briefTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    console,
    location: { href: 'https://localhost/', search: '', hash: '' },
    navigator: { userAgent: 'node' },
  };
  global['window'] = global;
  script.runInContext(createContext(global));
  const library = global as unknown as Library;
  const bridge: Bridge = {
    sendMessageToHost(text) {
      const { id, flags, message } = JSON.parse(text) as Message;
      void host?.execute(JSON.stringify(message.body), flags).then(({ status, body }) => {
        const failed = { error: { code: STATUS_CODES[status] ?? 'GeneralException', message: String(status) } };
        const answer =
          status === 200
            ? { statusCode: 200, headers: {}, body }
            : { statusCode: 500, headers: {}, body: JSON.stringify(failed) };
        bridge.onMessageFromHost?.(JSON.stringify({ id, type: 2, message: answer }));
      });
    },
  };
  library.OfficeExtension.HostBridge.init(bridge);
  return (next) => {
    host = next;
    host.onEvent = (entry) => bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries: [entry] } }));
    Object.assign(globalThis, { Excel: library.Excel });
  };
}
