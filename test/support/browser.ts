/** A Chromium for the browser tests, on any machine that can run one. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';

const require = createRequire(import.meta.url);

/** Where Chrome, Edge and Chromium are installed, in the order in which they are tried. */
const INSTALLED: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ],
  darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((root) =>
    [
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
      'Chromium/Application/chrome.exe',
    ].map((path) => join(process.env[root] ?? 'C:/', path)),
  ),
};

/**
 * Starts $CHROME_PATH, else (Linux x64) the headless one inside the npm package, which is the same on
 * every machine and takes less than half the work of a whole browser, else an installed one.
 * Throws one sentence that says what to set when there is none. The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  const asked = process.env['CHROME_PATH'];
  if (!asked && process.platform === 'linux' && process.arch === 'x64') {
    const folder = unpackedFolder();
    return chromium.launch({
      executablePath: join(folder, 'chromium'),
      args: ['--no-sandbox'],
      env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
    });
  }
  const installed = asked || INSTALLED[process.platform]?.find((path) => existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
  throw new Error('No browser found: set CHROME_PATH to a Chrome, Edge or Chromium of this machine.');
}

/** Unpacks once per machine; several test processes may ask at the same time. */
function unpackedFolder(): string {
  const packageFile = require.resolve('@sparticuz/chromium').replace(/build.*$/, 'package.json');
  const { version } = require(packageFile) as { version: string };
  const folder = join(tmpdir(), `thidua-chromium-${version}`);
  if (existsSync(folder)) return folder;
  const fresh = mkdtempSync(join(tmpdir(), 'thidua-chromium-'));
  execFileSync(process.execPath, [fileURLToPath(new URL('unpack-chromium.mjs', import.meta.url)), fresh]);
  try {
    renameSync(fresh, folder);
  } catch {
    rmSync(fresh, { recursive: true, force: true }); // another process was first
  }
  return folder;
}
