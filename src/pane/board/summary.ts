/** The summary as sheets and as a file: loaded once it is asked for. */
import type { Overall } from '../../board/across-files';
import type { FileReport } from '../../board/check-workbook';
import { countVerdicts } from '../../board/output/output';
import { summarySheets } from '../../board/output/summary-sheets';
import type { Lang } from '../../text';
import type { SheetPlan } from '../../workbook/plan';
import { createPackage } from '../../xlsx';
import { today } from '../parts/days';

export function summaryPlans(reports: readonly FileReport[], overall: Overall | null, lang: Lang): SheetPlan[] {
  const day = today().split('-').reverse().join('/');
  const summary = { counts: countVerdicts(reports), overall: overall ?? { issues: [], totals: [] } };
  return summarySheets(reports, summary, { lang, colour: false, linkTo: () => null, day });
}

export const summaryFile = (plans: readonly SheetPlan[]): Uint8Array => createPackage(plans);
