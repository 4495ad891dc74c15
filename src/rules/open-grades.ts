/**
 * Grades that could still change. A band without a limit asks the unit alone; one with a limit asks who
 * stands above, so a rival whose total or rank is open may push a unit out. No grade is called settled
 * that a completion could change; near a limit one may be called open that none would.
 */
import type { Facts } from './conditions';
import { judgeBand } from './grades';
import type { Prepared } from './prepare';
import { countPlaces } from './quota';
import * as q from './rational';
import type { Rational } from './rational';
import { reachOf } from './reach';
import type { Standing } from './standing';

interface Rival {
  readonly unit: number;
  /** The most it may come to; null: no bound. */
  readonly highest: Rational | null;
}

/** Units that a rule or a record surely keeps from a rank have no grade, and take nobody's place. */
const mayRank = ({ units }: Prepared, unit: number): boolean => units[unit]?.scored.recorded === false && units[unit].noRank !== true;

/** Units that may come into the ranking, or leave it. */
function rivalsOf(prepared: Prepared): Rival[] {
  const { highest } = reachOf(prepared);
  return prepared.units.flatMap(({ facts, noRank, possibleTotals }, unit): Rival[] => {
    if (!mayRank(prepared, unit) || (facts.total !== null && noRank === false)) return [];
    return [{ unit, highest: facts.total ?? possibleTotals[0] ?? highest }];
  });
}

/** The units whose grade may still change or come; none where the workbook has no bands. */
export function openGrades(prepared: Prepared, standing: Standing): ReadonlySet<number> {
  const { book, units, doubtful } = prepared;
  if (book.bands.length === 0) return new Set();
  const rivals = rivalsOf(prepared);
  return new Set(units.flatMap((_, unit) => {
    if (!mayRank(prepared, unit)) return [];
    const grades = standing.grading.possible.get(unit);
    const isOpen = doubtful || grades?.length !== 1 || hangsOnRivals(prepared, standing, unit, rivals.filter((rival) => rival.unit !== unit));
    return isOpen ? [unit] : [];
  }));
}

function hangsOnRivals(prepared: Prepared, standing: Standing, unit: number, rivals: readonly Rival[]): boolean {
  const { book, sanctions } = prepared;
  if (rivals.length === 0) return false;
  const asked = [...sanctions.grade, ...book.conditions.filter(({ scope }) => scope.kind === 'grade')];
  if (asked.some(({ field }) => field.kind === 'rank')) return true;
  const own = standing.grading.given.get(unit);
  const held = book.bands.findIndex(({ name }) => name === own);
  const above = held < 0 ? book.bands : book.bands.slice(0, held);
  const limited = above.filter(({ limit }) => limit !== null);
  const band = book.bands[held];
  // A share of the ranked or eligible units grows with the rivals.
  if ([...limited, band].some((each) => each?.limit?.kind === 'percent' && each.limit.of !== 'units')) return true;
  if (band === undefined || band.limit === null) return false;
  const total = standing.facts[unit]?.total ?? null;
  const mayPass = rivals.filter(({ highest }) => highest === null || total === null || q.compare(highest, total) >= 0).length;
  if (mayPass === 0) return false;
  if (limited.some(({ cutoff }) => cutoff === 'includeAllDebit')) return true;
  const places = countPlaces({ quota: band.limit, rounding: band.rounding, min: null, max: null }, { units: book.units.length, ranked: 0, eligible: 0 });
  const { end, largestTie } = placeInBand(prepared, standing, unit, held);
  // Each rival takes one place, and may make a tie above fall as a whole.
  return end + mayPass + limited.length * largestTie > places;
}

/** How many candidates of a band stand down to the unit's rank, and the largest tie among them and above. */
function placeInBand({ book, judge }: Prepared, { ranking, grading, facts }: Standing, unit: number, number: number): { readonly end: number; readonly largestTie: number } {
  const until = ranking.classes.findIndex((tied) => tied.includes(unit));
  const down = ranking.classes.slice(0, until + 1);
  const band = book.bands[number];
  const taken = new Set(book.bands.slice(0, number).map(({ name }) => name));
  const left = down.flat().filter((other) => !taken.has(grading.given.get(other) ?? ''));
  const verdicts = band === undefined ? new Map<number, never>() : judgeBand(band, left, { conditions: book.conditions, judge, factsOf: (other) => facts[other] as Facts });
  return { end: left.filter((other) => verdicts.get(other) !== false).length, largestTie: Math.max(0, ...down.map(({ length }) => length)) };
}
