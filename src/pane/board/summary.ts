/** The summary as sheets, as a file and as a page: loaded once it is asked for. */
import { dayText } from '../../base/days';
import { countVerdicts, type OutputOptions, type Summary } from '../../board/output/output';
import { headingOf } from '../../board/output/heading';
import { htmlOutput } from '../../board/output/html';
import { summarySheets } from '../../board/output/summary-sheets';
import type { Lang } from '../../text';
import { boardText } from '../../text/ui-board';
import type { SheetPlan } from '../../sheets/plan';
import { createPackage } from '../../xlsx';
import { today } from '../parts/days';
import type { BoardState } from './board-store';
import type { StandardChoice } from './board-worker';

export function summaryPlans(state: BoardState, lang: Lang): SheetPlan[] {
  return summarySheets(state.reports, summaryOf(state), optionsOf(state, lang));
}

export const summaryFile = (plans: readonly SheetPlan[]): Uint8Array => createPackage(plans);

/** The page that the command line writes too. */
export function summaryPage(state: BoardState, lang: Lang): string | Uint8Array {
  const output = htmlOutput(optionsOf(state, lang));
  for (const report of state.reports) output.file(report);
  return output.end(summaryOf(state));
}

const summaryOf = ({ reports, overall }: BoardState): Summary => ({
  counts: countVerdicts(reports),
  overall: overall ?? { issues: [], totals: [] },
});

/** Whoever reads the summary later must know what was compared, and that a check ended early is not the whole. */
function optionsOf({ phase, all, reports, used }: BoardState, lang: Lang): OutputOptions {
  const day = dayText(today());
  const stopped = phase === 'cancelled' ? [boardText(lang, 'cancelled', { n: reports.length, all })] : [];
  return {
    lang,
    colour: false,
    linkTo: () => null,
    heading: headingOf(lang, day, used === null ? null : standardName(used.standard), ...stopped),
  };
}

function standardName(choice: StandardChoice): string | null {
  return choice.kind === 'none' ? null : choice.kind === 'workbook' ? choice.name : choice.id;
}
