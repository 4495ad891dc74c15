import type { Evaluation, Issue, UnitResult } from '../../rules';

/** The errors that concern a unit: its own, and, while it has no total, those of the whole bloc. */
export function unitErrors(
  { issues }: Pick<Evaluation, 'issues'>,
  { id, total }: Pick<UnitResult, 'id' | 'total'>,
): Issue[] {
  const errors = issues.filter(({ severity }) => severity === 'error');
  return [
    ...errors.filter(({ unit }) => unit === id),
    ...errors.filter(({ unit, award }) => total === null && unit === undefined && award === undefined),
  ];
}
