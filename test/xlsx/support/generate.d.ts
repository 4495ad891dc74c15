/** A small generator of its own (mulberry32), so that a seed means the same everywhere. */
export declare function randomFrom(seed: number): (below: number) => number;
export declare function generateWorkbook(seed: number): Buffer;
