/** Ballots that nobody has cast yet are no error: each is asked for once, with the units that wait for it. */
import type { BallotId, UnitId } from './book';
import { issue } from './issue';
import type { Issue, IssueDetails } from './issue';
import { nameIssue } from './names';
import type { BookNames } from './names';
import type { Place } from './place';
import type { Report } from './report';

/** Says that a unit waits for a ballot, at the cell that asks for it. */
export function reportNeeded(
  report: Report,
  ballot: BallotId,
  place: Place | null,
  unit: UnitId,
  more: Pick<IssueDetails, 'basis'> = {},
): void {
  report('ballot-needed', place, { unit, received: ballot, ...more });
}

/** One finding for each ballot, where it is asked for first, naming all who wait. */
export function neededOnce(issues: readonly Issue[], names: BookNames): readonly Issue[] {
  const waiting = new Map<BallotId, Set<UnitId>>();
  for (const { code, received, unit } of issues) {
    if (code !== 'ballot-needed' || received === null || unit === undefined) continue;
    waiting.set(received, (waiting.get(received) ?? new Set()).add(unit));
  }
  const said = new Set<BallotId>();
  return issues.flatMap((found) => {
    if (found.code !== 'ballot-needed' || found.received === null) return [found];
    if (said.has(found.received)) return [];
    said.add(found.received);
    const { unit = '', received, basis = null } = found;
    const units = [...(waiting.get(received) ?? [unit])].join('; ');
    return [nameIssue(issue(found.code, found.place, { received, basis, params: { units } }), names)];
  });
}
