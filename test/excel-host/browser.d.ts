import type { Page } from 'playwright-core';
import type { ExcelHost } from './host';
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
export declare function openInExcel(page: Page, host: ExcelHost, own: string, excel?: ExcelWindow): Promise<{
    readonly strangers: string[];
}>;
