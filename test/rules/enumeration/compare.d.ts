import type { Sample } from './blocs';
/** `unsound`: says more than is so. `inexact`: says less than filling in shows. */
export interface Finding {
    readonly kind: 'unsound' | 'inexact';
    readonly what: 'total' | 'rank' | 'award' | 'status' | 'provisional';
    readonly where: string;
}
export interface Comparison {
    readonly findings: readonly Finding[];
    /** How many answers were compared. */
    readonly answers: number;
}
export declare function compare({ book, holes }: Sample): Comparison;
