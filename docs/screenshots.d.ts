import type { Page } from 'playwright-core';
interface Shot {
    readonly name: string;
    readonly host: 'page' | 'pane';
    readonly sample: string;
    readonly width: number;
    readonly height?: number;
    readonly scheme?: 'light' | 'dark';
    readonly forced?: boolean;
    readonly lang?: 'vi' | 'en' | 'pseudo';
    /** Brings the view on. */
    readonly act?: (page: Page) => Promise<void>;
    /** Shown in README or guide. */
    readonly kept?: boolean;
}
export declare const SHOTS: readonly Shot[];
export {};
