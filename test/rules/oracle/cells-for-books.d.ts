/** Small builders of cells for generated and hand-written books. */
import type { Entry, Numeral, Place } from '../../../src/rules';
export declare const place: (sheet: string, row: number, column: number) => Place;
export declare const text: (words: string, here: Place) => Entry;
export declare const date: (day: string, here: Place) => Entry;
export declare const figure: (value: Numeral, here: Place) => Entry;
export declare const blank: (here: Place) => Entry;
/** Cycles through a list that is never empty. */
export declare function at<T>(list: readonly T[], index: number): T;
