/** What must come out of the rich book, line by line; each number was worked out by hand. */
export declare const TRACE_OF_A: readonly string[];
export declare const TRACE_OF_B: readonly string[];
export declare const TRACE_OF_C: readonly string[];
export declare const TRACE_OF_B_ITSELF: readonly string[];
export declare const ISSUES: readonly string[];
export declare const CHANGES: readonly string[];
export declare const CANONICAL: readonly string[];
