/** Every part by its name, in the order in which Excel writes them. */
export declare function featureRichParts(): Record<string, string | Buffer>;
export declare const featureRichWorkbook: (changes?: Readonly<Record<string, string | Buffer>>) => Buffer;
/** The same with sheets of ours in it, as LibreOffice saved it, when stamps still looked otherwise. */
export declare const savedByLibreOffice: () => Uint8Array;
