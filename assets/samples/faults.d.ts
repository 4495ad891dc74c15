/**
 * `co-loi.xlsx`: bloc B the week before the meeting. A dozen faults of real life, each with the cell
 * it stands in and the value that mends it; once all are mended, two units are tied at the last
 * Bằng khen place and the meeting has to decide.
 */
import type { WrittenValue } from '../../src/regulations';
import { type SampleContent } from './content';
import type { BlocStory } from './stories';
/** A score cell that is wrong. `value: null` is a blank cell. */
export interface ScoreFault {
    readonly unit: string;
    readonly criterion: string;
    readonly code: string;
    readonly value: (right: number) => WrittenValue;
}
/** The reference `#REF!` that stands where a sheet was deleted. */
export declare const BROKEN_REFERENCE: {
    readonly unit: "TTT";
    readonly criterion: "I.3";
    readonly code: "cell-error";
};
/** The right content and the faulty one. */
export declare function faultyContent(story: BlocStory): {
    right: SampleContent;
    faulty: SampleContent;
};
