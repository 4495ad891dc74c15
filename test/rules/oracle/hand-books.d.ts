/** Builders for the hand-written cases: a bloc in a few words. */
import type { Award, Band, Book, Condition, Criterion, Decision, Field, Settings } from '../../../src/rules';
export declare const leaf: (code: string, max: string | null, more?: Partial<Criterion>) => Criterion;
export declare const group: (code: string, more?: Partial<Criterion>) => Criterion;
export interface HandBook {
    readonly criteria?: readonly Criterion[];
    /** Per unit the cells of the leaves in the order of the criteria. */
    readonly scores: Readonly<Record<string, readonly string[]>>;
    readonly attributes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly recorded?: readonly string[];
    readonly settings?: Partial<Settings>;
    /** [unit, criterion, target, actual, count]. */
    readonly data?: readonly (readonly [string, string, string, string, string])[];
    readonly awards?: readonly Award[];
    readonly conditions?: readonly Condition[];
    readonly bands?: readonly Band[];
    readonly decisions?: readonly Decision[];
    /** [ballot, unit, members, present, issued, returned, valid, favour]. */
    readonly ballots?: readonly (readonly [string, string, string, string, string, string, string, string])[];
}
export declare function handBook(hand: HandBook): Book;
/** Totals of one leaf of 100 points; "" for a unit that has none. */
export declare const totals: (of: Readonly<Record<string, string>>) => HandBook["scores"];
export declare const award: (id: string, places: string, more?: Partial<Award>) => Award;
export declare const percent: (share: string, of: "units" | "ranked" | "eligible") => Award["quota"];
/** `value`: a number, a list "Tốt; Khá", or a share "4/5 members". */
export declare function condition(id: string, field: Field, op: Condition['op'], value: string, more?: Partial<Condition>): Condition;
export declare const years: Field;
export declare const onlyFor: (...awards: readonly string[]) => Partial<Condition>;
export declare const band: (name: string, from: string | null, more?: Partial<Band>) => Band;
export declare const decision: (kind: Decision["kind"], scope: string, units: string, more?: Partial<Decision>) => Decision;
