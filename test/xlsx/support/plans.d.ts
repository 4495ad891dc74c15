/** Sheet plans for tests: one with everything a plan can say, and plain ones. */
import type { PlanCell, SheetPlan } from '../../../src/workbook/plan';
export declare const area: (top: number, left: number, bottom: number, right: number) => {
    top: number;
    left: number;
    bottom: number;
    right: number;
};
/** `inputs`: what the stamp speaks of (`realStamp`); null for a sheet of the user's. */
export declare const plainPlan: (name: string, inputs: string | null, cells?: readonly (readonly PlanCell["value"][])[]) => SheetPlan;
/** Results of two units with a live total, a link, a chart and a full page set-up. */
export declare const resultPlan: (inputs: string, total?: number) => SheetPlan;
