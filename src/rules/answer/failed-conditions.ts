/** Why an award is out of reach for a unit that has no rank yet: what fails already, whatever its missing points come to. */
import type { AwardId, Book, UnitId } from '../model/book';
import { conditionsOfAward, judgeUnit } from '../conditions/eligibility';
import type { Reason } from '../model/evaluation';
import { prepare } from '../prepare';
import { failedReasons } from './reasons';

/**
 * The conditions of each award that the unit fails by what is known of it without rank, grade and total: facts, votes,
 * single criteria. Each with expected, actual, cell and legal basis, as `why` gives them for units in the ranking.
 * Awards of which none fails are left out; so is every award of a unit that is not in the book.
 *
 * @example failedConditions(book, 'TTHCC').get('CP')[0].actual // '89.9'
 */
export function failedConditions(book: Book, unit: UnitId): ReadonlyMap<AwardId, readonly Reason[]> {
  const prepared = prepare(book, () => undefined);
  const number = prepared.indexOf.get(unit) ?? -1;
  const facts = prepared.facts[number];
  if (facts === undefined) return new Map();
  return new Map(
    prepared.book.awards.flatMap((award) => {
      const eligibility = judgeUnit(
        conditionsOfAward(award, prepared.book.conditions, prepared.stray),
        facts,
        prepared.judge,
      );
      return eligibility.eligible === false
        ? [[award.id, failedReasons({ prepared }, number, eligibility)] as const]
        : [];
    }),
  );
}
