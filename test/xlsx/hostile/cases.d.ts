export interface HostileCase {
    readonly build: () => Buffer;
    /** Costly to read: it gets a process of its own. */
    readonly heavy?: true;
    /** "code" or "code detail"; "ok" for what only looks dangerous. */
    readonly answer: string;
}
export declare const HOSTILE: Readonly<Record<string, HostileCase>>;
