/** The worker of what judges the open workbook anew: what a change of its rules would do, and the workbooks made of it. */
import type { WorkbookChange } from '../../rules';
import type { Lang } from '../../text';
import { proposeChange, type Wish } from '../../workbook/change';
import { changeLines, consequenceLines, refusalText } from '../../workbook/change/words';
import type { WorkbookCells } from '../../sheets/cells';
import { judge } from '../../workbook/judgement';
import { nextYearWorkbook, sameRulesWorkbook } from '../../workbook/next-year';
import type { SheetPlan } from '../../sheets/plan';
import type { WrittenUnit } from '../../workbook/create-content';

export interface ChangeTask {
  readonly cells: WorkbookCells;
  readonly wish: Wish;
  readonly lang: Lang;
}

/** A change in words, or why there is none. */
export type ChangeAnswer =
  | {
      readonly kind: 'proposed';
      readonly changes: readonly WorkbookChange[];
      readonly lines: readonly string[];
      readonly follows: readonly string[];
    }
  | { readonly kind: 'refused'; readonly why: string };

export function changeAnswer({ cells, wish, lang }: ChangeTask): ChangeAnswer {
  const proposed = proposeChange(cells, wish);
  if (!proposed.ok) return { kind: 'refused', why: refusalText(proposed.error, lang) };
  const { value } = proposed;
  return {
    kind: 'proposed',
    changes: value.changes,
    lines: changeLines(value, lang),
    follows: consequenceLines(value, lang),
  };
}

/** A workbook of the open one: `units` null: next year's, with its units. */
export interface BookTask {
  readonly cells: WorkbookCells;
  readonly given: { readonly name: string; readonly year: string };
  readonly units: readonly WrittenUnit[] | null;
}

export const bookPlans = ({ cells, given, units }: BookTask): readonly SheetPlan[] =>
  units === null ? nextYearWorkbook(judge(cells), undefined, given) : sameRulesWorkbook(judge(cells), units, given);

interface Scope {
  onmessage: ((event: { readonly data: ChangeTask | BookTask }) => void) | null;
  postMessage: (answer: ChangeAnswer | readonly SheetPlan[]) => void;
}

export function serveChanging(scope: Scope): void {
  scope.onmessage = ({ data }) => {
    scope.postMessage('wish' in data ? changeAnswer(data) : bookPlans(data));
  };
}
