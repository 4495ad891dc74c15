/** Workbooks in the stand-in, and plans to write into them. */
import type { SheetPlan } from '../../src/workbook/plan';
import { ExcelHost, type HostOptions } from '../excel-host/host';
import { BookModel, type Scalar, type SheetModel } from '../excel-host/model';
export declare function openHost(book: BookModel, options?: HostOptions): ExcelHost;
export declare function fill(sheet: SheetModel, rows: readonly (readonly (Scalar | null)[])[], top?: number, left?: number): void;
/** A bloc's workbook: the sheets of the standard with `units` × `criteria` scores on three levels. */
export declare function sampleBook(units: number, criteria: number): BookModel;
/** A result sheet: title, header, one row per unit with a formula, the stamp's row. `inputs`: what the stamp speaks of (`realStamp`). */
export declare function resultPlan(name: string, units: number, inputs?: string): SheetPlan;
/** Everything a person would see of a sheet's contents, by address-like key. */
export declare function contents(sheet: SheetModel | undefined): Record<string, string>;
/** All that Excel answered against the JSON of values and of formulas. */
export declare function lightness(host: ExcelHost): number;
export declare const pause: (ms: number) => Promise<void>;
