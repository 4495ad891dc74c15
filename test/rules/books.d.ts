/** Small books for tests: say only what the case is about. */
import type { Award, Band, Book, Condition, Criterion, DataRow, Decision, Entry, Field, Level, Place, Settings, Unit, Way } from '../../src/rules/index';
export type CellInput = number | string | boolean | null | Entry;
/** A place of its own for everything a test may name. */
export declare const at: (sheet: string, row: number, column?: number) => Place;
/** A number, a text that is a numeral, true/false, null for blank, "N/A", or a whole entry. */
export declare function entry(value: CellInput, place: Place): Entry;
export type CriterionInput = Partial<Omit<Criterion, 'code' | 'way' | 'max'>> & {
    readonly way?: Way | Way['kind'];
    readonly max?: number | string | null;
};
/** "total", "section I", "criterion I.1", "percent V", "attribute Kỷ luật", "ballot A1". */
export declare function field(written: string): Field;
export type ConditionInput = Partial<Omit<Condition, 'field' | 'value'>> & {
    readonly field: string;
    readonly value: string;
};
export declare function condition(id: string, row: number, input: ConditionInput): Condition;
export type AwardInput = Partial<Omit<Award, 'quota'>> & {
    readonly quota?: number | string | Award['quota'] | undefined;
};
export declare function award(id: string, row: number, input?: AwardInput): Award;
export declare function band(name: string, from: number | null, row: number, rest?: Partial<Band>): Band;
export interface BookInput {
    readonly settings?: Partial<Settings>;
    /** By code; the order is the sheet's. Default: one section `I` of at most 100 points. */
    readonly criteria?: Readonly<Record<string, CriterionInput>>;
    /** Scores of the ranking level by unit, then by criterion (a plain value: of criterion `I`). */
    readonly scores: Readonly<Record<string, CellInput | Readonly<Record<string, CellInput>>>>;
    readonly others?: Partial<Record<Level, Readonly<Record<string, Readonly<Record<string, CellInput>>>>>>;
    readonly stated?: Readonly<Record<string, Readonly<Record<string, CellInput>>>>;
    readonly units?: Readonly<Record<string, Partial<Omit<Unit, 'attributes'>> & {
        readonly attributes?: Readonly<Record<string, CellInput>>;
    }>> | undefined;
    readonly data?: readonly (Partial<Omit<DataRow, 'target' | 'actual' | 'count'>> & {
        readonly unit: string;
        readonly criterion: string;
        readonly target?: CellInput;
        readonly actual?: CellInput;
        readonly count?: CellInput;
    })[];
    readonly awards?: Readonly<Record<string, AwardInput>>;
    readonly conditions?: Readonly<Record<string, ConditionInput>>;
    readonly bands?: readonly Band[];
    readonly ballots?: readonly (Partial<Record<'round' | 'members' | 'present' | 'written' | 'issued' | 'returned' | 'valid' | 'favour', CellInput>> & {
        readonly ballot: string;
        readonly unit: string;
    })[];
    readonly decisions?: readonly (Partial<Omit<Decision, 'scope'>> & {
        readonly kind: Decision['kind'];
        readonly units: readonly string[];
        readonly scope?: string;
    })[];
}
/** Builds a book; every cell gets a place of its own. */
export declare function book(input: BookInput): Book;
