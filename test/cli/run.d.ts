export interface Run {
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
}
export declare function thidua(...args: string[]): Run;
