/** What happens where a criterion does not apply (`Không áp dụng`, of the workbook and of one criterion). */
import type { Criterion, NaTreatment, Settings } from './book';

/** A criterion's own treatment, else the workbook's; `forbid` where the criterion allows none. */
export function naTreatment(
  { allowsNa, na }: Pick<Criterion, 'allowsNa' | 'na'>,
  { notApplicable }: Pick<Settings, 'notApplicable'>,
): NaTreatment {
  return allowsNa ? (na ?? notApplicable) : 'forbid';
}
