/** A submitted workbook against the official standard: criteria, rules, units, and which version of them. */
import { issue, type BlocInfo, type Issue } from '../rules';
import { INFO_ROWS } from '../workbook/layout';
import type { Judgement } from '../workbook/judgement';
import { fold } from '../base/folding';
import { compareCriteria } from './compare-criteria';
import { compareRules } from './compare-rules';
import { compareUnits } from './compare-units';
import { meant, type Sides } from './sides';
import type { OpenStandard } from './standard';
import { TableFinder } from '../workbook/table-finder';

/** `withUnits` false: a list of units of its own is compared instead. */
export function compareWithStandard({ cells, book }: Judgement, standard: OpenStandard, withUnits: boolean): Issue[] {
  const sides: Sides = {
    submitted: book,
    where: new TableFinder(cells),
    standard: standard.book,
    standardWhere: standard.where,
  };
  return [
    ...(standard.isWorkbook ? compareVersion(sides) : []),
    ...compareCriteria(sides),
    ...compareRules(sides),
    ...(withUnits && listsUnitsOf(sides)
      ? compareUnits(
          book.units,
          standard.book.units.map(({ id, name }) => ({ code: id, name })),
          sides.where,
        )
      : []),
  ];
}

/** The regulation and the year a standard is for; what it leaves blank may be anything. */
function compareVersion({ submitted, standard, where }: Sides): Issue[] {
  return (['regulation', 'year'] as const)
    .filter((row) => standard.info[row] !== '' && fold(meant(submitted.info[row])) !== fold(meant(standard.info[row])))
    .map((row) =>
      issue('rule-changed', where.info(row), {
        received: submitted.info[row] || null,
        expected: standard.info[row],
        params: { rule: INFO_ROWS[row] },
      }),
    );
}

/** A standard lists the units of its own bloc; one that names no bloc lists those of all. */
function listsUnitsOf({ submitted, standard }: Sides): boolean {
  if (standard.units.length === 0) return false;
  const name = ({ name: written }: BlocInfo): string => fold(written);
  return name(standard.info) === '' || name(submitted.info) === name(standard.info);
}
