/** Law 3 for what is missing: reasons that rest on it name who lacks it and in which cell. */
import type { UnitId } from './book';
import type { AwardResult, Reason, UnitResult } from './evaluation';
import type { Issue } from './issue';
import type { Place } from './place';

interface Missing {
  readonly units: readonly UnitResult[];
  readonly issues: readonly Issue[];
}

/** For each unit the cell of the finding that keeps it from its total or its rank, or leaves its eligibility open. */
function missingPlaces({ units, issues }: Missing): (id: UnitId) => Place | null {
  const codes = new Map(units.map(({ id, notRanked }) => [id, notRanked ?? 'eligibility-unknown']));
  const places = new Map<UnitId, Place | null>();
  for (const { unit, code, place } of issues) {
    if (unit !== undefined && !places.has(unit) && code === (codes.get(unit) ?? 'eligibility-unknown')) places.set(unit, place);
  }
  return (id) => places.get(id) ?? null;
}

export function nameMissing(award: AwardResult, missing: Missing): AwardResult {
  if (award.status !== 'pending:unknown' && missing.units.every(({ rank }) => rank !== null)) return award;
  const placeOf = missingPlaces(missing);
  // Of the first unit that lacks something; the same for all who wait.
  const place = award.tied.map(placeOf).find((found) => found !== null) ?? null;
  const waitsFor = award.tied.join('; ');
  const named = (reason: Reason, unit: UnitId): Reason => {
    if (reason.place !== null) return reason;
    if (reason.code === 'not-ranked') return { ...reason, place: placeOf(unit) };
    if (reason.code !== 'condition-unknown' || award.tied.length === 0) return reason;
    return { ...reason, place, params: { ...reason.params, units: waitsFor } };
  };
  return { ...award, why: new Map([...award.why].map(([unit, reasons]) => [unit, reasons.map((reason) => named(reason, unit))])) };
}
