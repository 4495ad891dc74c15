export interface CopyRun {
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
    /** What it left in its temporary folder. */
    readonly left: readonly string[];
}
export declare class SourceCopy {
    private readonly folder;
    constructor();
    at(...names: string[]): string;
    run(...args: string[]): CopyRun;
    remove(): void;
}
