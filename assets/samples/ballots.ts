/** Ballots of a story: one row for every unit that stands on the ballot paper. */
import type { WorkbookContent } from '../../src/workbook/create-content';
import type { BlocStory } from './stories';

export function ballotRows(story: BlocStory): WorkbookContent['ballots'] {
  if (!story.voting) return [];
  const { members, favour } = story.voting;
  const counts = { members, present: members, issued: members, returned: members, valid: members };
  return Object.entries(favour).flatMap(([ballot, votes]) =>
    Object.entries(votes).map(([unit, inFavour]) => ({ ballot, unit, ...counts, favour: inFavour })),
  );
}
