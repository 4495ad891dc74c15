/** Where nothing can be written into the open workbook, its results can be a workbook of their own. */
import type { DoorProblemCode } from '../../sheets/door';
import type { PlanOptions } from '../../workbook/job';
import type { Judgement } from '../../workbook/judgement';

/** What bars the way into the open workbook for good, until the user lifts it. */
export const BARRED: ReadonlySet<DoorProblemCode> = new Set(['structure-protected', 'sheet-protected']);

/** An .xlsx file of the results: without formulas, which would speak of cells that are not in it. */
export async function resultsApart(judgement: Judgement, options: PlanOptions): Promise<Uint8Array> {
  const [{ planResults }, { valuesOnly }, { createPackage }] = await Promise.all([
    import('../../workbook/job'),
    import('../../sheets/plan-values'),
    import('../../xlsx'),
  ]);
  return createPackage(valuesOnly(planResults(judgement, options)));
}
