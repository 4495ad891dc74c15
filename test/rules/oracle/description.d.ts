/** A book and what differs in it, in lines that a person can read. */
import type { Book } from '../../../src/rules';
import type { Difference } from './comparison';
export declare function describeBook(book: Book): string;
export declare const describeDifferences: (differences: readonly Difference[]) => string;
