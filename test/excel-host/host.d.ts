/** The stand-in for Excel: takes the requests of Microsoft's library and answers as Excel would. */
import { type HostObject, type World } from './base';
import { type Fault } from './faults';
import { BookModel, type Scalar } from './model';
import { Workbook } from './objects';
import { type Member } from './schema';
export interface Answer {
    readonly status: number;
    readonly body: string;
}
/** One round trip as the host saw it. */
export interface Trip {
    readonly requestBytes: number;
    responseBytes: number;
    /** Such as "Range.values=" or "Worksheet.activate()", in order. */
    readonly actions: string[];
    /** Sent by the library on its own, mostly to give handles back. */
    readonly isLibrarys: boolean;
}
export interface HostOptions {
    /** The n of ExcelApi 1.n; 19 unless said otherwise. */
    readonly version?: number;
    readonly calculate?: World['calculate'];
    /** Bytes; Excel on the web takes 5 MB each way (learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization). */
    readonly limit?: number;
    /** Above so many cells a range answers null for its values; Infinity unless said otherwise. */
    readonly mostCells?: number;
}
export declare class ExcelHost {
    readonly book: BookModel;
    readonly trips: Trip[];
    readonly faults: Fault[];
    /** Handles the library asked to keep and has not given back. */
    readonly references: Map<string, HostObject>;
    /** Loads that named no property: Excel then sends them all (learn.microsoft.com/office/dev/add-ins/excel/performance). */
    emptyLoads: number;
    /** A cell is being edited: batches that may wait do so, others fail (learn.microsoft.com/javascript/api/excel/excel.runoptions). */
    editing: boolean;
    /** What a person would notice: undo history cleared, recalculation, … */
    readonly notes: string[];
    onEvent: (entry: readonly unknown[]) => void;
    listening: boolean;
    readonly root: Workbook;
    private readonly handles;
    private readonly version;
    private readonly limit;
    private nextReference;
    constructor(book?: BookModel, options?: HostOptions);
    /** Round trips without the library's own. */
    get syncs(): number;
    /** Someone at the keyboard, or a co-author, writes into a cell. */
    type(sheetName: string, row: number, column: number, value: Scalar, source?: 'Local' | 'Remote'): void;
    /** Never answers when a fault says so. */
    execute(text: string, flags: number): Promise<Answer>;
    /** The member of this name, or ApiNotFound when it does not exist or is too new. */
    member(object: HostObject, name: string): Member;
    keep(object: HostObject): string;
    handleOf(object: HostObject): string | undefined;
    release(id: string): void;
    /** What the add-in writes is told too (learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs; unverified that all of it is). */
    private fire;
}
