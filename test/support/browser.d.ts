import { type Browser } from 'playwright-core';
/**
 * Starts $CHROME_PATH, else an installed browser, else (Linux x64) the one inside the npm package.
 * Throws one sentence that says what to set when there is none. The caller closes it.
 */
export declare function launchBrowser(): Promise<Browser>;
