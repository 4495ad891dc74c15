/**
 * Grades that could still change: another unit's missing total or an unknown fact may push a unit out of a
 * band with a limit. No grade is called settled that a completion could change.
 */
import { itemAt } from '../../base/present';
import type { Grade } from '../order/grades';
import type { Outlook } from './outlook';
import type { Prepared } from '../prepare';

/** Units that a rule or a record surely keeps from a rank have no grade, and take nobody's place. */
function mayRank({ units }: Prepared, unit: number): boolean {
  const { scored, noRank } = itemAt(units, unit);
  return !scored.recorded && noRank !== true;
}

/** The units whose grade may still change or come; none where the workbook has no bands. */
export function openGrades(prepared: Prepared, { bounds, standing }: Outlook): ReadonlySet<number> {
  if (prepared.book.bands.length === 0) return new Set();
  const all = [...prepared.units.keys()].filter((unit) => mayRank(prepared, unit));
  if (prepared.doubtful) return new Set(all);
  const possible = new Map(
    bounds?.field.contenders.map(({ unit }, number) => [unit, itemAt(bounds.grades, number)]) ??
      standing.grading.possible,
  );
  const shown = (unit: number): readonly Grade[] => standing.grading.possible.get(unit) ?? [null];
  return new Set(
    all.filter((unit) => {
      const grades = possible.get(unit) ?? [];
      return grades.length !== 1 || shown(unit).length !== 1 || shown(unit)[0] !== grades[0];
    }),
  );
}
