/** The cells of a sound bloc by what they mean, and which of them are already spoiled. */
import type { Book, Place } from '../../../src/rules';
import { TableFinder } from '../../../src/workbook/table-finder';
import type { SheetKey } from '../../../src/workbook/layout';
import type { SoundBloc } from './bloc';
import type { Random } from './bloc';
export declare class BlocCells {
    readonly random: Random;
    readonly number: number;
    readonly book: Book;
    readonly where: TableFinder;
    private readonly taken;
    constructor({ judgement }: SoundBloc, random: Random, number: number);
    /** False when something else is already wrong there: then the fault is not planted. */
    claim(...things: readonly string[]): boolean;
    /** A unit with which nothing is wrong yet; null when there is none. */
    freeUnit(): string | null;
    /** The cell of a bloc score. */
    score(unit: string, code: string): Place;
    value(unit: string, code: string): number;
    /** The cell of a sum: a parent's code, "" for the total. */
    stated(unit: string, code: string): {
        readonly place: Place;
        readonly value: number;
    };
    private column;
    /** A cell of a table's row, known by the row's key. */
    cell(sheet: SheetKey, key: string, column: string): Place;
}
