export type Parts = Readonly<Record<string, Uint8Array>>;
export declare const partsOf: (file: Uint8Array) => Parts;
export declare const textOf: (file: Uint8Array, part: string) => string;
/** Names of the parts that differ, are new or are gone. */
export declare function changedParts(before: Uint8Array, after: Uint8Array): string[];
/** Value, type and formula of every cell as SheetJS reads them, by sheet. */
export declare function valuesOf(file: Uint8Array): Record<string, Record<string, unknown>>;
