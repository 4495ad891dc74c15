/** Ranges: what can be read from them, written into them, and what Excel refuses. */
import { Bag, Collection, HostObject, type World } from './base';
import { type Area, type SheetModel } from './model';
export declare class Range extends HostObject {
    readonly sheet: SheetModel;
    readonly area: Area;
    readonly className = "Range";
    constructor(world: World, sheet: SheetModel, area: Area);
    get address(): string;
    get rowCount(): number;
    get columnCount(): number;
    get rowIndex(): number;
    get columnIndex(): number;
    get cellCount(): number;
    get values(): unknown;
    set values(input: unknown);
    /** Without a formula the value stands here (learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-formulas-member). */
    get formulas(): unknown;
    set formulas(input: unknown);
    /** In the tokens of en-US, whatever the locale (learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-numberformat-member). */
    get numberFormat(): unknown;
    set numberFormat(input: unknown);
    /** As shown, whatever the width of the column (learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-text-member). */
    get text(): string[][];
    get valueTypes(): ("Error" | "Empty" | "Double" | "String" | "Boolean")[][];
    /** null where rows differ (learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-rowhidden-member). */
    get rowHidden(): unknown;
    set rowHidden(hidden: unknown);
    get columnHidden(): unknown;
    set columnHidden(hidden: unknown);
    /** One entry for each row (learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getrowproperties-member(1)). */
    getRowProperties(wanted: LineWish): object[];
    getColumnProperties(wanted: LineWish): object[];
    get hyperlink(): unknown;
    set hyperlink(link: unknown);
    get format(): RangeLook;
    get dataValidation(): RangeRule;
    get conditionalFormats(): ConditionalFormatCollection;
    getRow(row: number): Range;
    getBoundingRect(other: unknown): Range;
    _ValidateArraySize(rows: number, columns: number): void;
    select(): void;
    unmerge(): void;
    clear(what?: string): void;
    merge(across?: boolean): void;
    /** A locked cell of a protected sheet cannot be changed (support.microsoft.com, "Protect a worksheet"). */
    demandWritable(): void;
    private get isTooMuch();
    private grid;
    /** One value for all cells, or an array of exactly the range's size; null leaves a cell as it is (learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values). */
    private write;
    private enter;
    private eachUsed;
}
/** Looks of a range (learn.microsoft.com/javascript/api/excel/excel.rangeformat): kept for the whole area, read from its first cell. */
declare class RangeLook extends Bag {
    private readonly range;
    private readonly path;
    constructor(range: Range, className: string, path: string, parts?: Readonly<Record<string, () => HostObject>>);
    keep(name: string, value: unknown): void;
    kept(name: string): unknown;
    autofitColumns(): void;
    autofitRows(): void;
    clear(): void;
}
interface Rule {
    area: Area;
    bag: Map<string, unknown>;
}
/** The data validation of a range (learn.microsoft.com/javascript/api/excel/excel.datavalidation). */
declare class RangeRule extends Bag {
    private readonly range;
    private readonly rules;
    constructor(range: Range, className: string, rules: Rule[]);
    keep(name: string, value: unknown): void;
    clear(): void;
}
/** learn.microsoft.com/javascript/api/excel/excel.conditionalformatcollection */
declare class ConditionalFormatCollection extends Collection {
    private readonly range;
    readonly className = "ConditionalFormatCollection";
    constructor(world: World, range: Range);
    list(): never[];
    add(kind: string): Bag;
    clearAll(): void;
}
interface LineWish {
    readonly rowHidden?: boolean;
    readonly columnHidden?: boolean;
    readonly format?: object;
}
export {};
