export type Parts = Record<string, string | null>;
type Oddity = (parts: Parts) => Parts;
/** By name; a later one of a pair sees what the earlier one made. */
export declare const ODDITIES: Readonly<Record<string, Oddity>>;
export declare const baseParts: () => Parts;
/** In the encoding that each part declares. */
export declare const packed: (parts: Parts) => Buffer;
/** Every oddity alone, then pairs, each a few steps further on, up to `most` packages. */
export declare function oddPackages(most: number): {
    readonly what: string;
    readonly file: Buffer;
}[];
export {};
