/** All awards of one definite ranking: every answer of unknown conditions, every end of an undecided tie. */
import type { AwardStatus, Condition } from '../../../src/rules';
import { type Field, type State, type Turn } from './awards';
import type { Truth } from './truth';
export interface Verdict {
    /** "pending": missing totals hold it up, directly or through the award above; the text does not say which is told. */
    readonly status: AwardStatus | 'pending';
    /** `undefined`: not said by the text, so not compared. */
    readonly places: number | null | undefined;
    readonly units: readonly string[];
    /** `undefined`: which of the units without total matter is not said. */
    readonly tied: readonly string[] | undefined;
    /** `null`: open questions behind the border leave it open; the text does not say what stands there then. */
    readonly next: readonly string[] | null;
    /** Where nothing is open; for reasons. */
    readonly turns: readonly Turn[];
    /** Every end it may still come to, by the answers and by what stands above. */
    readonly ends: readonly string[];
    /** States in which this award may find the awards above. */
    readonly states: readonly State[];
}
type Asked = (unit: string, row: Condition) => Truth;
type GradesOf = (unit: string) => readonly (string | null)[];
export declare const unique: <T>(all: readonly T[], key: (one: T) => string) => readonly T[];
/** `asked` is final but for "unknown", which is answered both ways, the same for all awards. */
export declare function settle(field: Field, asked: Asked, gradesOf: GradesOf): readonly Verdict[];
export declare const heldInAll: (all: readonly (readonly string[])[]) => readonly string[];
export {};
