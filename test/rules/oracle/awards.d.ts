/** One award, then the next, when everything that could be open has an answer (section 5). */
import type { Award, Book, Condition, Decision } from '../../../src/rules';
import { type Truth } from './truth';
/** What an award finds when its turn comes. */
export interface State {
    /** Holders of the awards above, with what they hold. */
    readonly holders: ReadonlyMap<string, readonly string[]>;
    readonly carry: number;
    readonly debt: number;
}
export declare const START: State;
export interface Turn {
    readonly places: number | null;
    readonly holders: readonly string[];
    readonly tied: readonly string[];
    readonly open: number;
    readonly grown: number;
    readonly over: boolean;
    readonly unused: number;
    /** The part of the debt from above that this award had no places for. */
    readonly owed: number;
    readonly next: readonly string[];
    readonly stale: readonly Decision[];
    readonly granted: readonly string[];
}
/** Rank groups and the number of units of the book. */
export interface Field {
    readonly book: Book;
    readonly groups: readonly (readonly string[])[];
}
export declare const requirementsOf: (book: Book, award: Award) => readonly Condition[];
export declare const barsOf: (book: Book, award: Award) => readonly Condition[];
/** Whether a unit meets all that one award asks. */
export declare function eligible(book: Book, award: Award, of: (row: Condition) => Truth): Truth;
/** `meets`: the eligible units, all questions answered. */
export declare function takeTurn({ book, groups }: Field, award: Award, state: State, meets: readonly string[]): Turn;
/** What the next award finds; `lucky` are those of an undecided tie who get it. */
export declare function after({ book }: Field, award: Award, state: State, turn: Turn, lucky: readonly string[]): State;
