/** A workbook in memory, as simple as the stand-in needs it. Rows and columns count from 0. */
export interface Area {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
}
export declare const MAX_COLUMNS = 16384;
export type Scalar = string | number | boolean;
export interface HostCell {
    value: Scalar;
    formula?: string;
    format?: string;
}
/** One formatting action; later ones win. `clear` takes every look away. */
export interface Look {
    readonly area: Area;
    readonly path: string;
    readonly value: unknown;
}
export declare class SheetModel {
    readonly id: string;
    name: string;
    visibility: 'Visible' | 'Hidden' | 'VeryHidden';
    readonly cells: Map<number, HostCell>;
    looks: Look[];
    merges: Area[];
    readonly hiddenRows: Set<number>;
    readonly hiddenColumns: Set<number>;
    isProtected: boolean;
    /** Areas that can be typed in while the sheet is protected. */
    unlocked: Area[];
    /** Empty cells that only carry a format: they stretch the used range, as in Excel. */
    formatted: Area | null;
    readonly tables: Area[];
    /** Plain properties of its parts (page layout, freeze panes, …), by "Class.property". */
    readonly bag: Map<string, unknown>;
    readonly names: NameModel[];
    readonly charts: Map<string, unknown>[];
    chartsMade: number;
    comments: number;
    /** Kinds of shapes, as `Excel.ShapeType` names them. */
    readonly shapes: string[];
    isFiltered: boolean;
    readonly pageBreaks: string[];
    readonly columnBreaks: string[];
    readonly validations: {
        area: Area;
        bag: Map<string, unknown>;
    }[];
    readonly conditionals: {
        area: Area;
        bag: Map<string, unknown>;
    }[];
    constructor(id: string, name: string);
    cell(row: number, column: number): HostCell | undefined;
    put(row: number, column: number, change: Partial<HostCell>): void;
    /** The look of one cell, such as `look(2, 3, 'font.bold')`. */
    look(row: number, column: number, path: string): unknown;
    /** The smallest area around all contents, and all formats too unless `valuesOnly`. */
    usedArea(valuesOnly: boolean): Area | null;
}
export interface NameModel {
    name: string;
    formula: string;
    visible: boolean;
}
export declare class BookModel {
    readonly sheets: SheetModel[];
    /** Workbooks opened beside this one: .xlsx files as base64. */
    readonly opened: string[];
    readonly names: NameModel[];
    structureProtected: boolean;
    /** Day 0 is 1904-01-01 (support.microsoft.com, "Date systems in Excel"). */
    date1904: boolean;
    calculationMode: 'Automatic' | 'Manual';
    /** What the add-in keeps in the document, each as JSON (learn.microsoft.com/javascript/api/office/office.settings). */
    settings: Readonly<Record<string, string>>;
    active: number;
    selected: string;
    private nextId;
    addSheet(name: string): SheetModel;
    /** By name or id, folding case as Excel does. */
    sheet(key: string): SheetModel | undefined;
}
export declare const contains: (area: Area, row: number, column: number) => boolean;
export declare const overlaps: (a: Area, b: Area) => boolean;
export declare const join: (a: Area, b: Area) => Area;
export declare const WHOLE: Area;
/** "B2:C3", "B2", "2:5", "B:C"; null when it is no address. */
export declare function parseAddress(text: string): Area | null;
export declare function addressOf(sheetName: string, area: Area): string;
/** What Excel makes of something written into a cell; `text` cells keep what they are given. */
export declare function entered(input: Scalar, format: string | undefined): {
    value: Scalar;
    formula?: string;
    format?: string;
};
