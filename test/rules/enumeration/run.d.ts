import { type Finding } from './compare';
export type Told = Finding & {
    readonly seed: number;
    readonly cause: string;
};
export interface Run {
    readonly answers: number;
    readonly unsound: readonly Told[];
    readonly inexact: readonly Told[];
    /** Blocs in which only points are open. */
    readonly totalsAlone: {
        readonly answers: number;
        readonly inexact: readonly Told[];
    };
}
export declare function run(from: number, blocs: number): Run;
