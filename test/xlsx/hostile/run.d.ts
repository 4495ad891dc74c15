import type { HostileCase } from './cases';
export interface HostileOutcome {
    readonly answer: string;
    readonly seconds: number;
    readonly megabytes: number;
}
/** The outcomes in order; fewer than cases when the process had to be killed or died. */
export declare function readInChild(cases: readonly HostileCase[]): Promise<HostileOutcome[]>;
