/** Ballots as counts: who got how many votes, and whether the threshold holds. Never a choice. */
import type { Ballot } from '../conditions/ballots';
import { baseOf, votesNeeded } from '../conditions/ballots';
import type { Condition, UnitId } from '../model/book';
import type { Tri } from '../conditions/comparison';
import type { Facts } from '../conditions/conditions';
import type { BallotResult } from '../model/evaluation';
import type { Prepared } from '../prepare';
import { electedPost } from '../model/election-ballots';
import * as q from '../number/rational';

function neededFor(condition: Condition, ballot: Ballot): number | null {
  const { share } = condition.value;
  if (share === null || ballot.fault !== null || (condition.op !== '>=' && condition.op !== '>')) return null;
  const asked = q.parse(share.share);
  const bases = [...ballot.rows.values()].map((row) => baseOf(row, share.of));
  const [base] = bases;
  if (asked === null || base === null || base === undefined) return null;
  return bases.every((other) => other !== null && q.equal(other, base)) ? votesNeeded(base, asked, condition.op) : null;
}

function holdsAll(conditions: readonly Condition[], facts: Facts | undefined, { judge }: Prepared): Tri {
  if (facts === undefined || conditions.length === 0) return null;
  const verdicts = conditions.map((condition) => judge(condition, facts).holds);
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}

/** One of each ballot, as recorded; the counts in the order of the units, whichever row of a ballot stands first. */
export function ballotResults(prepared: Prepared): BallotResult[] {
  const { book, ballots, facts, indexOf } = prepared;
  const placeOf = (unit: UnitId): number => indexOf.get(unit) ?? -1;
  const factsOf = (unit: UnitId): Facts | undefined => facts[placeOf(unit)];
  return [...ballots.values()].map((ballot): BallotResult => {
    const conditions = book.conditions.filter(({ field }) => field.kind === 'ballot' && field.ballot === ballot.id);
    return {
      ballot: ballot.id,
      thresholds: conditions.map((condition) => ({
        condition: condition.id,
        written: condition.value.written,
        needed: neededFor(condition, ballot),
      })),
      counts: [...ballot.rows]
        .sort(([one], [other]) => placeOf(one) - placeOf(other))
        .map(([unit, { counts }]) => ({
          unit,
          favour: q.formatOptional(counts.favour),
          holds: holdsAll(conditions, factsOf(unit), prepared),
        })),
    };
  });
}

/** The ballots about persons: the leader's before the deputy's, whichever stands first in the workbook. */
export function electionsOf(ballots: readonly BallotResult[]): BallotResult[] {
  return (['leader', 'deputy'] as const).flatMap((post) =>
    ballots.filter(({ ballot }) => electedPost(ballot) === post),
  );
}
