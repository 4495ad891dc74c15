/**
 * What a quotient in a cell leaves open: a total that could be rounded either way, units whose order is
 * unknown, a threshold that is met or missed within its error. Each is named with the cell to round.
 */
import { itemAt } from '../../base/present';
import type { Condition, Entry } from '../model/book';
import { cellName } from '../model/place';
import type { Place } from '../model/place';
import type { Prepared } from '../prepare';
import * as q from '../number/rational';
import type { PenalisedUnit } from '../conditions/sanctions';
import type { Standing } from '../certainty/standing';

const isQuotient = (entry: Entry | undefined): entry is Entry =>
  entry?.kind === 'number' && q.read(entry.value)?.e !== undefined;

/** The cells of a unit that hold quotients: its attributes for a condition on one, else its scores and data. */
function quotientCells({ book }: Prepared, { scored }: PenalisedUnit, condition?: Condition): Place[] {
  if (condition?.field.kind === 'attribute')
    return [scored.unit.attributes.get(condition.field.header)].filter(isQuotient).map(({ place }) => place);
  const column = scored.columns.get(book.settings.rankingLevel);
  const data = book.data
    .filter(({ unit }) => unit === scored.unit.id)
    .flatMap(({ target, actual }) => [target, actual]);
  return [...(column?.entries.values() ?? []), ...data].filter(isQuotient).map(({ place }) => place);
}

const isLong = (text: string | null | undefined): boolean => q.readOptional(text ?? null)?.e !== undefined;

/** Cells of the rules that hold quotients: where no cell of the unit does, one of these is to be rounded. */
function quotientRules({ book }: Prepared, condition?: Condition): Place[] {
  return [
    ...(condition !== undefined && isLong(condition.value.number) ? [condition.places.value ?? condition.place] : []),
    ...book.criteria
      .filter(({ max, step }) => isLong(max) || isLong(step))
      .map(({ place, places }) => places.max ?? place),
    ...book.bands.filter(({ from }) => isLong(from)).map(({ place, places }) => places.from ?? place),
  ];
}

/** So many cells are named; more would hide the sentence. */
const MOST_NAMED = 6;

const shortName = (place: Place, of: Place): string =>
  place.sheet === of.sheet ? cellName(place) : `${place.sheet}!${cellName(place)}`;

class NearnessReporter {
  constructor(private readonly prepared: Prepared) {}

  /** Names both values, and the cells to round. */
  say(
    own: PenalisedUnit,
    values: readonly string[],
    about: { readonly units?: string; readonly condition?: Condition },
  ): void {
    const { report } = this.prepared;
    const { condition, units } = about;
    const cells = [...quotientCells(this.prepared, own, condition), ...quotientRules(this.prepared, condition)];
    const [place = own.scored.unit.place] = cells;
    const named = cells
      .slice(0, MOST_NAMED)
      .map((cell) => shortName(cell, place))
      .join(', ');
    report('near-equal', place, {
      unit: own.scored.unit.id,
      received: values.join('; '),
      ...(condition === undefined ? {} : { expected: condition.value.written, basis: condition.basis }),
      params: {
        cells: named === '' ? shortName(place, place) : named,
        ...(units === undefined ? {} : { units }),
        ...(condition === undefined ? {} : { condition: condition.id, field: condition.fieldWritten }),
      },
    });
  }
}

/** The two totals between which rounding cannot choose; null where it can, or is not asked to. */
function roundings({ ranking: { exact, total } }: PenalisedUnit, decimals: number | null): readonly string[] | null {
  if (exact === null || total?.e === undefined || decimals === null) return null;
  return q.ends(exact).map((end) => q.format(q.round(end, decimals)));
}

/** Whether anything of a unit can be open at all: most books hold no quotients. */
function holdsQuotient({ ranking, scored }: PenalisedUnit): boolean {
  return (
    ranking.leaves.some((leaf) => leaf.kind === 'points' && leaf.points.e !== undefined) ||
    [...scored.unit.attributes.values()].some(isQuotient)
  );
}

/** Everything that the errors of quotients leave open under the standing as it is known. */
export function checkNearness(prepared: Prepared, { ranking }: Standing): void {
  const { book, units, facts, judge } = prepared;
  const reporter = new NearnessReporter(prepared);
  const totalOf = (unit: number): string => q.formatOptional(itemAt(facts, unit).total) ?? '';
  for (const tied of ranking.near) {
    const ids = tied.map((unit) => itemAt(book.units, unit).id);
    reporter.say(itemAt(units, itemAt(tied, 0)), tied.map(totalOf), { units: ids.join('; ') });
  }
  const inRules =
    quotientRules(prepared).length > 0 || book.conditions.some((condition) => isLong(condition.value.number));
  units.forEach((own, unit) => {
    const known = itemAt(facts, unit);
    if (own.scored.recorded || !(inRules || holdsQuotient(own))) return;
    const both = roundings(own, book.settings.totalDecimals);
    if (both !== null) reporter.say(own, both, {});
    for (const condition of book.conditions) {
      const { near, actual } = judge(condition, known);
      if (near === true) reporter.say(own, [actual ?? ''], { condition });
    }
    for (const { from } of book.bands) {
      const limit = q.readOptional(from);
      if (limit !== null && known.total !== null && q.order(known.total, limit) === null)
        reporter.say(own, [totalOf(unit), q.format(limit)], {});
    }
  });
}
