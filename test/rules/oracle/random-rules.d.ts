/** Random settings, awards, conditions, grades and ballots. References are drawn from what the book has. */
import * as fc from 'fast-check';
import type { Award, Band, BallotRow, Condition, Criterion, Settings, Unit } from '../../../src/rules';
import type { Features } from './features';
export declare const HEADERS: {
    readonly number: "Thâm niên";
    readonly yesno: "Kỷ luật";
    readonly day: "Ngày nộp hồ sơ";
    readonly word: "Xếp loại nhiệm vụ";
};
export declare const BALLOTS: readonly ["CO", "LAY_Y_KIEN"];
export declare const settingsPlan: (features: Features) => fc.Arbitrary<{
    notApplicable: "forbid" | "full" | "section" | "total";
    totalDecimals: 0 | 1 | 2 | null;
    sectionDecimals: 0 | 1 | null;
    criterionDecimals: 0 | 1 | null;
    bonusCap: "2" | "3" | null;
    deductionCap: "1" | null;
    totalMin: "2" | null;
    totalMax: "6" | null;
    oneAwardPerUnit: boolean;
    unusedPlaces: "lost" | "passDown";
    tieKeys: {
        which: number;
        code: number;
        turned: boolean;
    }[];
}>;
type Planned<T extends (features: Features) => fc.Arbitrary<unknown>> = T extends (features: Features) => fc.Arbitrary<infer P> ? P : never;
export type SettingsPlan = Planned<typeof settingsPlan>;
/** The codes of a book's criteria, by what can be asked of them. */
export interface Codes {
    readonly sections: readonly string[];
    readonly all: readonly string[];
    readonly leaves: readonly string[];
}
export declare function codesOf(criteria: readonly Criterion[]): Codes;
export declare function settingsOf(plan: SettingsPlan, codes: Codes, ballots: boolean): Settings;
export declare const awardPlan: fc.Arbitrary<{
    quota: {
        kind: "number";
        places: "0" | "1" | "2" | "3";
    } | {
        kind: "percent";
        percent: "20" | "25" | "40" | "50" | "92.7";
        of: "units" | "ranked" | "eligible";
    };
    rounding: "floor" | "halfUp" | "ceil";
    limits: readonly [null, null] | readonly ["1", null] | readonly [null, "1"] | readonly ["1", "2"];
    cutoff: "decide" | "includeAll" | "includeAllDebit" | "excludeAll";
    unusedPlaces: "lost" | "passDown" | null;
}>;
type Made<T> = T extends fc.Arbitrary<infer P> ? P : never;
export declare const awardOf: (plan: Made<typeof awardPlan>, index: number) => Award;
export declare const bandPlan: fc.Arbitrary<{
    limit: {
        readonly kind: "number";
        readonly places: "1";
        readonly percent?: never;
        readonly of?: never;
    } | {
        readonly kind: "percent";
        readonly percent: "25";
        readonly of: "units";
        readonly places?: never;
    } | {
        readonly kind: "percent";
        readonly percent: "50";
        readonly of: "ranked";
        readonly places?: never;
    } | null;
    rounding: "floor" | "halfUp" | "ceil";
    cutoff: "decide" | "includeAll" | "excludeAll";
}>;
export declare const bandsOf: (plans: readonly Made<typeof bandPlan>[]) => readonly Band[];
export declare const conditionPlan: fc.Arbitrary<{
    what: number;
    code: number;
    op: number;
    value: number;
    effect: number;
    scope: number;
    orGroup: "a" | "b" | null;
}>;
export type ConditionPlan = Made<typeof conditionPlan>;
export declare function conditionOf(plan: ConditionPlan, index: number, codes: Codes, grades: readonly string[], awards: readonly string[], features: Features): Condition;
export declare const ballotPlan: fc.Arbitrary<{
    favour: number;
    valid: 4 | 5;
    missing: number;
    broken: number;
}>;
export declare function ballotOf(plan: Made<typeof ballotPlan>, ballot: string, unit: Unit, row: number): BallotRow | null;
export {};
