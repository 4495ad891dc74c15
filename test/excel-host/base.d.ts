/** What all objects of the stand-in share. */
import type { Area, BookModel, SheetModel } from './model';
/**
 * An error as Excel reports it: the code is stable (learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling),
 * the message is translated and tells nothing to a program. Which of the codes answers which mistake is
 * unverified unless a line says otherwise.
 */
export declare class HostError extends Error {
    readonly code: string;
    constructor(code: string, message?: string);
}
export interface World {
    readonly book: BookModel;
    /** The result of a formula; 0 unless a test says otherwise. */
    readonly calculate: (sheet: SheetModel, formula: string, row: number, column: number) => string | number | boolean;
    /** Called for every cell that changes, by whom. */
    readonly changed: (sheet: SheetModel, area: Area) => void;
    readonly notes: string[];
    /** Ranges of more cells answer null for their values (github.com/OfficeDev/office-js-docs-pr/pull/5821: Excel may do so instead of an error). */
    readonly mostCells: number;
}
export declare abstract class HostObject {
    readonly world: World;
    abstract readonly className: string;
    constructor(world: World);
}
/** A class whose properties only keep what they are given; its parts are made on demand. */
export declare class Bag extends HostObject {
    readonly className: string;
    readonly bag: Map<string, unknown>;
    private readonly prefix;
    readonly parts: Readonly<Record<string, () => HostObject>>;
    constructor(world: World, className: string, bag: Map<string, unknown>, prefix: string, parts?: Readonly<Record<string, () => HostObject>>);
    keep(name: string, value: unknown): void;
    kept(name: string): unknown;
}
export declare abstract class Collection extends HostObject {
    abstract list(): HostObject[];
    getCount(): number;
}
