/** Traces, findings and comparisons as lines that can be read and laid side by side. */
import type { Comparison, Evaluation, UnitTrace } from '../../src/rules/index';
export declare function traceOf(found: UnitTrace | null): string[];
export declare function issuesOf({ issues }: Evaluation): string[];
export declare function changesOf({ inputs, units, awards }: Comparison): string[];
