import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type StaticServer } from '../support/static-server';
export declare const root: string;
export declare const dist: string;
export interface Product {
    readonly browser: Browser;
    readonly server: StaticServer;
    close(): Promise<void>;
}
export declare function openProduct(): Promise<Product>;
export type Address = 'index.html' | 'thidua.html by file://';
export declare const addressOf: ({ server }: Product, which: Address) => string;
export interface OpenedPage {
    readonly page: Page;
    /** What went wrong inside the page, and what it asked of other origins. */
    readonly troubles: string[];
}
/** A fresh browser profile with the page in it, the first sample open. */
export declare function openPage(product: Product, which: Address, options?: BrowserContextOptions, query?: string): Promise<OpenedPage>;
export declare function watchTroubles(page: Page, own: string): string[];
/** Waits until the pane has judged what is open and everything on the screen is of that judgement. */
export declare function checked(page: Page): Promise<void>;
export declare function openSample(page: Page, name: RegExp): Promise<void>;
/** Values of a sample by "Sheet!A1". */
export declare function sampleValue(sample: string, sheet: string, row: number, column: number): unknown;
/** Types into a cell of the active sheet: the name box shows which one is active. */
export declare function typeInto(page: Page, cell: string, text: string): Promise<void>;
/** Presses Tab until something with this name has the focus. */
export declare function tabTo(page: Page, name: string | RegExp, key?: string, most?: number): Promise<void>;
