/**
 * How fast a bloc is judged: 24 × 80, 40 × 200 and 1,000 × 100 score cells with awards, conditions,
 * ties and all reasons, beside a plain double-precision sum, sort and slice of the same scores.
 */
import { type BenchReport } from './report';
import { type Book } from '../src/rules/index';
/** An invented bloc with scores at steps of 0.1, three awards, conditions, bands and a tie key. */
export declare function blocOf(unitCount: number, leafCount: number): Book;
export declare function bench(): Promise<BenchReport>;
