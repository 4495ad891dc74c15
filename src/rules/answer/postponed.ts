/**
 * No proposal while discipline, an inspection or a complaint is pending (Decree 152/2025 art. 4(4)): the
 * unit keeps its place and is taken up again when cleared.
 */
import type { Award } from '../model/book';
import type { Judged } from '../conditions/eligibility';
import type { Prepared } from '../prepare';

/** The rules on postponing that speak of an award, judged for one unit. */
export function postponing({ book, facts, judge }: Prepared, award: Award, unit: number): readonly Judged[] {
  const own = facts[unit];
  if (own === undefined) return [];
  return book.conditions
    .filter(
      ({ effect, scope }) =>
        effect.kind === 'postpone' &&
        (scope.kind === 'all' || (scope.kind === 'awards' && scope.awards.includes(award.id))),
    )
    .map((condition) => ({ condition, verdict: judge(condition, own) }));
}
