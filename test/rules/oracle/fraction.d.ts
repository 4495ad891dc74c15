/** The oracle's own exact fractions. Plain and slow on purpose: nothing here is shared with `src`. */
export interface Fraction {
    readonly over: bigint;
    readonly under: bigint;
}
export declare const ZERO: Fraction;
export declare const ONE: Fraction;
export declare const HALF: Fraction;
export declare const HUNDRED: Fraction;
export declare const whole: (count: number) => Fraction;
export declare const plus: (a: Fraction, b: Fraction) => Fraction;
export declare const minus: (a: Fraction, b: Fraction) => Fraction;
export declare const times: (a: Fraction, b: Fraction) => Fraction;
export declare const divided: (a: Fraction, b: Fraction) => Fraction;
export declare const sum: (all: readonly Fraction[]) => Fraction;
/** Negative, zero or positive, as a − b. */
export declare function compare(a: Fraction, b: Fraction): number;
export declare const equal: (a: Fraction, b: Fraction) => boolean;
export declare const lesser: (a: Fraction, b: Fraction) => Fraction;
export declare const greater: (a: Fraction, b: Fraction) => Fraction;
export declare const greatest: (all: readonly Fraction[]) => Fraction;
export declare function floor(a: Fraction): bigint;
/** To whole numbers, halves up. */
export declare const halfUp: (a: Fraction) => bigint;
export declare const ceiling: (a: Fraction) => bigint;
/** Half away from zero, at `decimals` places; `null`: as it is. */
export declare function rounded(a: Fraction, decimals: number | null): Fraction;
export declare const toStep: (a: Fraction, step: Fraction) => Fraction;
/** `null` for a text that is neither a plain decimal nor a fraction. */
export declare function parse(text: string): Fraction | null;
/** For texts that the generators made themselves and that must be numbers. */
export declare function number(text: string): Fraction;
/** Shortest decimal where there is a finite one, else a fraction in lowest terms. */
export declare function write(a: Fraction): string;
