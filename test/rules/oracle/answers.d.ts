/** Everything an unknown cell may still turn out to hold, as answers to all the rows that ask it. */
import type { Book, Condition } from '../../../src/rules';
/** One row for one unit. */
export declare const question: (unit: string, row: Condition) => string;
/** For one unit: each way to answer its unknown rows, as the questions answered with yes. One cell answers one way. */
export declare function answersOf(book: Book, unit: string, rows: readonly Condition[], grades: readonly (string | null)[]): readonly (readonly string[])[];
