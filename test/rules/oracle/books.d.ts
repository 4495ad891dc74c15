/** Random small books, and decisions aimed at what the oracle finds tied. */
import * as fc from 'fast-check';
import type { Book } from '../../../src/rules';
import type { Features } from './features';
export declare const randomBook: (features: Features) => fc.Arbitrary<Book>;
