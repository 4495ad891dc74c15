/** One book that holds something of every kind, and what it was a week before. */
import type { Book } from '../../src/rules/index';
export declare const richBook: () => Book;
/** Something of every kind differs: a cell, a way, a setting, a row more, a row less, a turned pair. */
export declare function weekBefore(): Book;
