/** The reverse sieve: what people do to a workbook without meaning anything by it. */
import type { WorkbookCells } from '../../src/workbook/cells';
export interface Innocent {
    readonly name: string;
    readonly make: () => WorkbookCells;
}
export declare function innocentOf(cells: WorkbookCells): Generator<Innocent>;
