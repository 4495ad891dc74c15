/** Ballots of a story: one row for every unit that stands on the ballot paper. */
import type { WorkbookContent } from '../../src/workbook/create-content';
import type { BlocStory } from './stories';
export declare function ballotRows(story: BlocStory): WorkbookContent['ballots'];
