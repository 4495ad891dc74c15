export interface FuzzOutcome {
    readonly answer: string;
    readonly milliseconds: number;
    readonly wrong: string | null;
}
/** Reads a mutant, and where it can be read also writes into it and edits it. */
export declare function tryMutant(number: number): FuzzOutcome;
