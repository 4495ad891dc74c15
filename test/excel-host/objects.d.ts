/**
 * What Excel's classes do, as far as the door uses them. A member of a class here bears its name in
 * `@types/office-js`; properties that only keep what they are given live in a bag.
 * Each behaviour cites Microsoft's page or says "unverified".
 */
import { Bag, Collection, HostObject, type World } from './base';
import { type NameModel, type SheetModel } from './model';
import { Range } from './range';
declare class NamedItem extends HostObject {
    private readonly owner;
    private readonly item;
    readonly className = "NamedItem";
    constructor(world: World, owner: NameModel[], item: NameModel);
    get name(): string;
    get formula(): string;
    set formula(text: string);
    get visible(): boolean;
    set visible(shown: boolean);
    /** A text constant gives its text (learn.microsoft.com/javascript/api/excel/excel.nameditem#excel-excel-nameditem-value-member). */
    get value(): string;
    delete(): void;
}
declare class NamedItemCollection extends Collection {
    private readonly names;
    readonly className = "NamedItemCollection";
    constructor(world: World, names: NameModel[]);
    list(): NamedItem[];
    private find;
    getItemOrNullObject(name: string): NamedItem | null;
    getItem(name: string): NamedItem;
    add(name: string, reference: unknown): NamedItem;
}
declare class Worksheet extends HostObject {
    readonly sheet: SheetModel;
    readonly className = "Worksheet";
    constructor(world: World, sheet: SheetModel);
    get id(): string;
    get name(): string;
    set name(text: string);
    get visibility(): SheetModel["visibility"];
    set visibility(value: SheetModel['visibility']);
    get position(): number;
    set position(index: number);
    get tabColor(): unknown;
    set tabColor(value: unknown);
    get showGridlines(): unknown;
    set showGridlines(value: unknown);
    activate(): void;
    delete(): void;
    getRange(address?: string): Range;
    /** With `valuesOnly` formats alone do not count (learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-getusedrangeornullobject-member(1)). */
    getUsedRangeOrNullObject(valuesOnly?: boolean): Range | null;
    /** An empty sheet gives its first cell (learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-getusedrange-member(1)). */
    getUsedRange(valuesOnly?: boolean): Range;
    get names(): NamedItemCollection;
    get protection(): WorksheetProtection;
    get freezePanes(): WorksheetFreezePanes;
    get pageLayout(): Bag;
    get charts(): ChartCollection;
    get tables(): TableCollection;
    get comments(): CommentCollection;
    get shapes(): ShapeCollection;
    get autoFilter(): AutoFilter;
    get horizontalPageBreaks(): PageBreakCollection;
    get verticalPageBreaks(): PageBreakCollection;
}
declare class WorksheetCollection extends Collection {
    readonly className = "WorksheetCollection";
    list(): Worksheet[];
    getItemOrNullObject(key: string): Worksheet | null;
    getItem(key: string): Worksheet;
    getActiveWorksheet(): Worksheet;
    /** Protected structure: no sheet can be added (support.microsoft.com, "Protect a workbook"); the code is unverified. */
    add(name: string): Worksheet;
}
declare class WorksheetProtection extends HostObject {
    private readonly sheet;
    readonly className = "WorksheetProtection";
    constructor(world: World, sheet: SheetModel);
    get protected(): boolean;
    protect(): void;
    /** New builds refuse to unprotect what is not protected (unverified). */
    unprotect(): void;
}
/** learn.microsoft.com/javascript/api/excel/excel.worksheetfreezepanes */
declare class WorksheetFreezePanes extends HostObject {
    private readonly sheet;
    readonly className = "WorksheetFreezePanes";
    constructor(world: World, sheet: SheetModel);
    freezeAt(range: Range): void;
    freezeRows(count?: number): void;
    freezeColumns(count?: number): void;
    unfreeze(): void;
}
/** learn.microsoft.com/javascript/api/excel/excel.pagebreakcollection */
declare class PageBreakCollection extends Collection {
    private readonly breaks;
    readonly className = "PageBreakCollection";
    constructor(world: World, breaks: string[]);
    list(): Bag[];
    add(at: unknown): Bag;
    removePageBreaks(): void;
}
declare class ChartCollection extends Collection {
    private readonly sheet;
    readonly className = "ChartCollection";
    constructor(world: World, sheet: SheetModel);
    list(): Bag[];
    getItemOrNullObject(name: string): Bag | null;
    getItem(name: string): Bag;
    /** Named "Chart 1", "Chart 2" and so on; numbers are not used again (unverified). */
    add(kind: string, source: Range): Bag;
    private chart;
}
/** learn.microsoft.com/javascript/api/excel/excel.commentcollection */
declare class CommentCollection extends Collection {
    private readonly sheet;
    readonly className = "CommentCollection";
    constructor(world: World, sheet: SheetModel);
    list(): Bag[];
}
/** learn.microsoft.com/javascript/api/excel/excel.shapecollection; whether charts are among them is unverified. */
declare class ShapeCollection extends Collection {
    private readonly sheet;
    readonly className = "ShapeCollection";
    constructor(world: World, sheet: SheetModel);
    list(): Bag[];
}
/** learn.microsoft.com/javascript/api/excel/excel.autofilter; removing none is an error (unverified). */
declare class AutoFilter extends HostObject {
    private readonly sheet;
    readonly className = "AutoFilter";
    constructor(world: World, sheet: SheetModel);
    get enabled(): boolean;
    remove(): void;
}
/** learn.microsoft.com/javascript/api/excel/excel.tablecollection */
declare class TableCollection extends Collection {
    private readonly sheet;
    readonly className = "TableCollection";
    constructor(world: World, sheet: SheetModel);
    add(address: string): Bag | undefined;
    list(): Bag[];
}
export declare class Workbook extends HostObject {
    readonly className = "Workbook";
    get worksheets(): WorksheetCollection;
    get names(): NamedItemCollection;
    get application(): Application;
    get protection(): WorkbookProtection;
}
declare class WorkbookProtection extends HostObject {
    readonly className = "WorkbookProtection";
    get protected(): boolean;
}
/** Only what `Excel.createWorkbook` asks of it. */
declare class WorkbookCreated extends HostObject {
    private readonly base64;
    readonly className = "WorkbookCreated";
    constructor(world: World, base64: string);
    readonly id = "new";
    open(): void;
}
/** learn.microsoft.com/javascript/api/excel/excel.application */
declare class Application extends HostObject {
    readonly className = "Application";
    get calculationMode(): "Automatic" | "Manual";
    calculate(kind: string): void;
    /** A file of its own, given as base64 (learn.microsoft.com/javascript/api/excel/excel.application#excel-excel-application-createworkbook-member(1)). */
    createWorkbook(base64: string): WorkbookCreated;
    suspendApiCalculationUntilNextSync(): void;
    suspendScreenUpdatingUntilNextSync(): void;
}
export {};
