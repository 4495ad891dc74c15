/** Random small blocs for properties: plain values, so that a failing one can be read and kept. */
import fc from 'fast-check';
import { type AwardInput, type BookInput, type ConditionInput } from './books';
export declare const RUNS: {
    readonly seed: number;
    readonly numRuns: number;
};
export interface BlocShape {
    readonly scores: readonly number[];
    readonly k: readonly boolean[];
    readonly favour: readonly number[];
    readonly awards: Record<string, AwardInput>;
    readonly conditions: Record<string, ConditionInput>;
    readonly exclusive: boolean;
    readonly passDown: boolean;
    /** At most so many units have the higher of the two grades. */
    readonly gradeLimit: number | null;
}
/** One criterion of 0 to 10 whole points, so that every total can be tried. */
export declare const bloc: fc.Arbitrary<BlocShape>;
export declare const nameOf: (unit: number) => string;
export declare function inputOf(shape: BlocShape): BookInput & {
    scores: Record<string, number | null>;
};
