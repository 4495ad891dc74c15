/** Law 3 for what is missing: reasons that rest on it name who lacks it and in which cell. */
import type { UnitId } from './book';
import type { AwardResult, Reason, UnitResult } from './evaluation';
import type { Issue } from './issue';
import type { Place } from './place';

interface Missing {
  readonly units: readonly UnitResult[];
  readonly issues: readonly Issue[];
}

/** The cell of the finding that keeps a unit from its total or its rank, or leaves its eligibility open. */
function missingPlace({ units, issues }: Missing, id: UnitId): Place | null {
  const code = units.find((unit) => unit.id === id)?.notRanked ?? 'eligibility-unknown';
  return issues.find((found) => found.unit === id && found.code === code)?.place ?? null;
}

function named(reason: Reason, unit: UnitId, award: AwardResult, missing: Missing): Reason {
  if (reason.place !== null) return reason;
  if (reason.code === 'not-ranked') return { ...reason, place: missingPlace(missing, unit) };
  if (reason.code !== 'condition-unknown' || award.tied.length === 0) return reason;
  const place = award.tied.map((id) => missingPlace(missing, id)).find((found) => found !== null) ?? null;
  return { ...reason, place, params: { ...reason.params, units: award.tied.join('; ') } };
}

export function nameMissing(award: AwardResult, missing: Missing): AwardResult {
  if (award.status !== 'pending:unknown' && missing.units.every(({ rank }) => rank !== null)) return award;
  return { ...award, why: new Map([...award.why].map(([unit, reasons]) => [unit, reasons.map((reason) => named(reason, unit, award, missing))])) };
}
