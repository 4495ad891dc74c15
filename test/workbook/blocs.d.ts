/** Blocs of invented units and repeatable invented scores, as plans and as the cells a door reads. */
import { type Regulation } from '../../src/regulations';
import type { WorkbookCells } from '../../src/workbook/cells';
import { type WorkbookContent } from '../../src/workbook/create';
import type { SheetPlan } from '../../src/workbook/plan';
/** mulberry32: the same seed gives the same bloc. */
export declare function seededRandom(seed: number): () => number;
export interface BlocOptions {
    readonly units: number;
    readonly seed: number;
    /** Tenths by default: the step at which sums of doubles go wrong most. */
    readonly stepsPerPoint?: number;
    readonly regulation?: Regulation;
    readonly content?: Partial<WorkbookContent>;
    /** How often a criterion that allows it does not apply; never by default. */
    readonly notApplicable?: number;
    /** Instead of "Đơn vị số 01" and so on. */
    readonly names?: readonly string[];
}
/** The plans of a workbook whose every needed input is there. */
export declare function blocPlans({ units: count, seed, stepsPerPoint, regulation, content, names, notApplicable }: BlocOptions): SheetPlan[];
export declare function blocCells(options: BlocOptions): WorkbookCells;
