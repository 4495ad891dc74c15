/** From a story to what stands in the cells: an illustrative workbook in the words of its sheets. */
import { type Regulation } from '../../src/regulations';
import type { WorkbookContent, WrittenUnit } from '../../src/workbook/create-content';
import type { BlocStory } from './stories';
export interface SampleContent {
    readonly regulation: Regulation;
    readonly units: readonly WrittenUnit[];
    readonly content: Partial<WorkbookContent>;
}
/** The whole content of one bloc's sample workbook. */
export declare function sampleContent(story: BlocStory): SampleContent;
