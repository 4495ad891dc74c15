/** What can be said of a form that came back. */
import type { Issue, Place } from '../../rules';
import type { DoorProblem } from '../../sheets/door';

/**
 * A fault keeps a form out: it is named with its cell and its unit sends it again. Everything else is taken, or
 * known to be no answer, and said.
 */
export type FormFault =
  /** No form of ours. */
  | 'no-form'
  | 'two-forms'
  | 'newer-form'
  | 'other-bloc'
  | 'other-year'
  | 'other-unit'
  | 'other-kind'
  | 'other-level'
  | 'other-rules'
  /** The head says something else than the form was made with. */
  | 'head-changed'
  | 'stamp-changed'
  | 'max-changed'
  | 'text-changed'
  | 'column-missing'
  | 'column-twice'
  | 'row-missing'
  | 'row-twice'
  | 'row-added'
  /** Two files of one unit that do not say the same. */
  | 'unit-twice'
  | 'own-points';

export type FormNote =
  /** A number was written as a text and could mean one thing only. */
  | 'number-in-text'
  | 'formula'
  | 'sum-typed'
  | 'shown-otherwise'
  | 'comments'
  | 'not-asked'
  | 'unread'
  | 'sheet-unread'
  | 'hidden'
  | 'unit-renamed'
  | 'same-file';

interface At {
  readonly place: Place | null;
  readonly received?: string;
  readonly expected?: string;
  /** A criterion or a unit by name. */
  readonly what?: string;
}

export type FormProblem =
  | ({ readonly kind: 'fault'; readonly code: FormFault } & At)
  | ({ readonly kind: 'note'; readonly code: FormNote } & At)
  /** What the rules say of a cell. */
  | { readonly kind: 'cell'; readonly isFault: boolean; readonly issue: Issue }
  /** The file cannot be read at all. */
  | { readonly kind: 'file'; readonly problem: DoorProblem };

export const isFault = (problem: FormProblem): boolean =>
  problem.kind === 'fault' || problem.kind === 'file' || (problem.kind === 'cell' && problem.isFault);
