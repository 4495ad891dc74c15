import { type Issue } from '../../src/rules';
import type { Said } from './province/measure';
/** "score-missing Chấm điểm!E7". */
export declare const placed: ({ code, place }: Pick<Issue, "code" | "place">) => string;
/** An issue as the check's JSON has it. */
export declare const said: ({ code, place, received, expected }: Issue) => Said;
