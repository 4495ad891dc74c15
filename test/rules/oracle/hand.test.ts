/** The oracle against cases worked out on paper: one hand must not confirm itself. */
import { CUTOFFS, GRADES, PENDING, PLACES, booksOf, type HandCase } from './hand-cases-awards';
import { RANKS, SCORES } from './hand-cases-scores';
import { outcomeOf, type AwardOutcome } from './oracle';

const written = (award: AwardOutcome | undefined): string =>
  award
    ? `${award.status} places=${String(award.places)} units=${award.units.join()} tied=${award.tied?.join() ?? '?'}`
    : 'no such award';

function expectCase({ book, totals, ranks, grades, brokenBy, awards }: ReturnType<typeof booksOf>[number]): void {
  const outcome = outcomeOf(book);
  const unit = <K extends 'total' | 'rank' | 'grade' | 'tieBrokenBy'>(of: object | undefined, field: K) =>
    of && Object.fromEntries(Object.keys(of).map((id) => [id, outcome.units[id]?.[field]]));
  expect({
    totals: unit(totals, 'total'),
    ranks: unit(ranks, 'rank'),
    grades: unit(grades, 'grade'),
    brokenBy: unit(brokenBy, 'tieBrokenBy'),
    awards: awards && Object.fromEntries(Object.keys(awards).map((id) => [id, written(outcome.awards?.[id])])),
  }).toEqual({ totals, ranks, grades, brokenBy, awards });
}

const TABLES: readonly (readonly [string, readonly HandCase[]])[] = [
  ['points and totals', SCORES],
  ['ranks', RANKS],
  ['ties at the last place', CUTOFFS],
  ['places and decisions', PLACES],
  ['what is still open', PENDING],
  ['grades', GRADES],
];

describe.each(TABLES)('%s', (_title, cases) => {
  test.each(booksOf(cases))('$name (clause $clause)', expectCase);
});
