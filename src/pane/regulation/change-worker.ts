/** The worker that finds out what a change of the rules would do: it judges the workbook twice. */
import type { WorkbookChange } from '../../rules';
import type { Lang } from '../../text';
import { proposeChange, type Wish } from '../../workbook/change';
import { changeLines, consequenceLines, refusalText } from '../../workbook/change/words';
import type { WorkbookCells } from '../../workbook/cells';

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

interface Scope {
  onmessage: ((event: { readonly data: ChangeTask }) => void) | null;
  postMessage: (answer: ChangeAnswer) => void;
}

export function serveChanging(scope: Scope): void {
  scope.onmessage = ({ data }) => {
    scope.postMessage(changeAnswer(data));
  };
}
