/** What a judgement comes to, and what it says: the two things that a change may alter only together. */
import type { Issue } from '../../src/rules';
import type { WorkbookCells } from '../../src/workbook/cells';
import { type Judgement } from '../../src/workbook/job';
import type { Touched } from './change';
/**
 * Totals, ranks, grades, awards, the bloc's name and its leaders. Units and awards count by their names, grades by
 * their places: a code that stands nowhere else may be any.
 */
export declare function outcomeOf({ book, evaluation }: Judgement): string;
/** The findings at error or warning that stood not there before. */
export declare function newFindings(before: readonly Issue[], after: readonly Issue[]): Issue[];
export interface Sound {
    readonly judgement: Judgement;
    readonly outcome: string;
}
export declare function soundOf(cells: WorkbookCells): Sound;
export type Verdict = 'same' | 'said' | 'silent';
/** A changed outcome without a new finding that names the change is `silent`. */
export declare function verdictOf(sound: Sound, judgement: Judgement, touched: Touched): Verdict;
