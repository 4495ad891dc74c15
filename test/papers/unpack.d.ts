export interface Unpacked {
    /** Part name → XML. */
    readonly parts: Readonly<Record<string, string>>;
    /** Every table with borders: rows of texts, the header row first; a merged row has one text. */
    readonly tables: readonly (readonly (readonly string[])[])[];
    /** Paragraphs outside of tables, in order. */
    readonly paragraphs: readonly string[];
    /** All text of the body, paragraphs by line breaks. */
    readonly text: string;
}
export declare const decoded: (xml: string) => string;
export declare function unpack(bytes: Uint8Array): Unpacked;
