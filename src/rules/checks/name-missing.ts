/** Law 3 for what is missing: reasons that rest on it name who lacks it and in which cell. */
import type { UnitId } from '../model/book';
import type { AwardResult, Reason, UnitResult } from '../model/evaluation';
import type { Issue } from '../model/issue';
import type { Place } from '../model/place';

interface Missing {
  readonly units: readonly UnitResult[];
  readonly issues: readonly Issue[];
}

/** By unit, the cell of the finding that keeps it from its total or its rank, or leaves its eligibility open. */
function missingPlaces({ units, issues }: Missing): ReadonlyMap<UnitId, Place | null> {
  const asked = new Map<UnitId, string>(units.map(({ id, notRanked }) => [id, notRanked ?? 'eligibility-unknown']));
  const first = new Map<UnitId, Place | null>();
  const find = (unit: UnitId, code: string, place: Place | null): void => {
    if (asked.get(unit) === code && !first.has(unit)) first.set(unit, place);
  };
  for (const { unit, code, place } of issues) {
    // A workbook nobody has filled has many findings, and the first of each unit come first.
    if (first.size === asked.size) return first;
    if (unit !== undefined) find(unit, code, place);
  }
  for (const { code, place, params } of issues) {
    if (code === 'ballot-needed')
      for (const unit of params?.['units']?.split('; ') ?? []) find(unit, 'eligibility-unknown', place);
  }
  return first;
}

function nameIn(award: AwardResult, places: ReadonlyMap<UnitId, Place | null>): AwardResult {
  const place = award.tied.map((id) => places.get(id) ?? null).find((found) => found !== null) ?? null;
  const units = award.tied.join('; ');
  const named = (reason: Reason, unit: UnitId): Reason => {
    if (reason.place !== null) return reason;
    if (reason.code === 'not-ranked') return { ...reason, place: places.get(unit) ?? null };
    return reason.code !== 'condition-unknown' || award.tied.length === 0
      ? reason
      : { ...reason, place, params: { ...reason.params, units } };
  };
  return {
    ...award,
    why: new Map([...award.why].map(([unit, reasons]) => [unit, reasons.map((reason) => named(reason, unit))])),
  };
}

/** Names what is missing in the reasons of every award. */
export function nameMissing(awards: readonly AwardResult[], missing: Missing): readonly AwardResult[] {
  const allRanked = missing.units.every(({ rank }) => rank !== null);
  if (allRanked && awards.every(({ status }) => status !== 'pending:unknown')) return awards;
  const places = missingPlaces(missing);
  return awards.map((award) => (allRanked && award.status !== 'pending:unknown' ? award : nameIn(award, places)));
}
