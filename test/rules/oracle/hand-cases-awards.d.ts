/** Awards worked out on paper. An award reads "status places=… units=… tied=…". */
import { type HandBook } from './hand-books';
export interface HandCase {
    readonly name: string;
    readonly clause: string;
    readonly book: HandBook;
    readonly totals?: Readonly<Record<string, string | null>>;
    readonly ranks?: Readonly<Record<string, number | null>>;
    readonly grades?: Readonly<Record<string, string | null>>;
    readonly brokenBy?: Readonly<Record<string, string | null>>;
    readonly awards?: Readonly<Record<string, string>>;
}
export declare const CUTOFFS: readonly HandCase[];
export declare const PLACES: readonly HandCase[];
export declare const PENDING: readonly HandCase[];
export declare const GRADES: readonly HandCase[];
export declare const booksOf: (cases: readonly HandCase[]) => {
    book: import("../../../src/rules").Book;
    name: string;
    clause: string;
    totals?: Readonly<Record<string, string | null>>;
    ranks?: Readonly<Record<string, number | null>>;
    grades?: Readonly<Record<string, string | null>>;
    brokenBy?: Readonly<Record<string, string | null>>;
    awards?: Readonly<Record<string, string>>;
}[];
