/** The first of these programs that is missing, or null. */
export declare function missingProgram(): string | null;
export interface Workshop {
    readonly folder: string;
    /** Converts all files at once; answers the converted files by name without extension. */
    convert(files: ReadonlyMap<string, Uint8Array>, to: 'xlsx' | 'pdf'): ReadonlyMap<string, string>;
    close(): void;
}
export declare function openWorkshop(): Workshop;
/** The package with one edit of the XML of every part whose name matches. */
export declare function editParts(bytes: Uint8Array, name: RegExp, edit: (xml: string) => string): Uint8Array;
/** Takes away the stored value of every formula, so that whoever opens the file must compute it. */
export declare function withoutStoredValues(bytes: Uint8Array): Uint8Array;
export interface Page {
    readonly width: number;
    readonly height: number;
    /** Lines from top to bottom, laid out as on paper. */
    readonly text: string;
}
export declare function pagesOf(pdf: string): Page[];
/** Lines of a row that is too low run into those of its neighbours: words that lie on other words. */
export declare function collidingWords(pdf: string): string[];
/** Font families of a PDF, without style and subset marks. */
export declare function fontFamilies(pdf: string): string[];
export declare function drawPages(pdf: string, prefix: string): void;
export declare const readBytes: (path: string) => Uint8Array;
