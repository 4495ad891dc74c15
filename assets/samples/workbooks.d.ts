export interface Sample {
    readonly name: string;
    readonly bytes: Uint8Array;
}
export declare function makeSamples(): Sample[];
