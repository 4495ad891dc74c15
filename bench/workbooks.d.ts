import type { SheetPlan } from '../src/workbook/plan';
/** A bloc of 14 units and 48 criteria on three levels, with its other sheets; `seed` varies the scores. */
export declare function benchPlans(seed: number): SheetPlan[];
export declare const benchWorkbook: (seed: number) => Uint8Array;
