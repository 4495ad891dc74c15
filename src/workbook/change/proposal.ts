/** What a command would do to a workbook: the changes, what they are in words' data, and what follows. */
import type { AwardId, Issue, PageLayout, Place, UnitId, WorkbookChange } from '../../rules';
import type { WorkbookCells } from '../../sheets/cells';
import type { WayWord } from '../layout';
import type { BallotCounts } from './ballot-rules';
import type { WrittenBand } from './band-rules';
import type { Direction } from './unit-order';

/** What a person wants changed; units, criteria and awards by their names or codes. */
export type Wish =
  | { readonly kind: 'addUnit'; readonly name: string }
  | { readonly kind: 'renameUnit'; readonly unit: string; readonly name: string }
  | { readonly kind: 'removeUnit'; readonly unit: string }
  | ({ readonly kind: 'addCriterion' } & NewCriterion)
  | { readonly kind: 'changeMaximum'; readonly criterion: string; readonly max: number }
  | { readonly kind: 'addCriteria'; readonly criteria: readonly NamedMaximum[]; readonly under: string | null }
  | { readonly kind: 'renameCriterion'; readonly criterion: string; readonly name: string }
  | { readonly kind: 'removeCriterion'; readonly criterion: string }
  | { readonly kind: 'changeWay'; readonly criterion: string; readonly way: WayWord; readonly parameter: string }
  | { readonly kind: 'changeQuota'; readonly award: string; readonly quota: string }
  | { readonly kind: 'addAward'; readonly name: string; readonly quota: string }
  | { readonly kind: 'removeAward'; readonly award: string }
  | ({ readonly kind: 'addCondition' } & NewCondition)
  | { readonly kind: 'removeCondition'; readonly condition: string }
  | { readonly kind: 'moveUnit'; readonly unit: string; readonly direction: Direction }
  | { readonly kind: 'addBallot'; readonly ballot: string; readonly unit: string; readonly counts: BallotCounts }
  | { readonly kind: 'removeBallot'; readonly ballot: string; readonly unit: string }
  | ({ readonly kind: 'addBand' | 'changeBand' } & WrittenBand)
  | { readonly kind: 'removeBand'; readonly name: string }
  | { readonly kind: 'rebuild' }
  /** `Chấm điểm` on paper of this size. */
  | { readonly kind: 'layPages'; readonly paper: 'A4' | 'A3' };

export interface NewCriterion {
  readonly name: string;
  readonly max: number | null;
  /** The group it stands in; null: at the top. */
  readonly under: string | null;
  /** A group of criteria to come. */
  readonly isGroup: boolean;
}

/** A criterion of a list; null: its maximum could not be read. */
export interface NamedMaximum {
  readonly name: string;
  readonly max: number | null;
}

/** A condition in the words of the sheet `Điều kiện`; '' leaves a cell blank. */
export interface NewCondition {
  readonly scope: string;
  readonly field: string;
  readonly op: string;
  readonly value: string;
  readonly effect: string;
}

/** One line of the preview. `what` names a unit, a criterion or an award. */
export type ChangeLine =
  | { readonly kind: 'rowAdded'; readonly sheet: string; readonly row: number; readonly what: string }
  | {
      readonly kind: 'rowsRemoved';
      readonly sheet: string;
      readonly rows: number;
      readonly what: string;
      /** Scores that go with them. */
      readonly scores: number;
    }
  | {
      readonly kind: 'columnsAdded' | 'columnsRemoved';
      readonly sheet: string;
      readonly first: number;
      readonly last: number;
      readonly what: string;
      /** Scores that go with them. */
      readonly scores: number;
    }
  | { readonly kind: 'cell'; readonly place: Place; readonly what: string; readonly from: string; readonly to: string }
  | { readonly kind: 'sums'; readonly sheet: string; readonly cells: number }
  | { readonly kind: 'limit'; readonly sheet: string; readonly what: string; readonly to: number }
  | { readonly kind: 'code'; readonly what: string; readonly code: string }
  | ({ readonly kind: 'pages'; readonly sheet: string } & Pick<PageLayout, 'paper' | 'titleColumns' | 'titleRows'>)
  | { readonly kind: 'pagesAgain'; readonly sheet: string }
  /** Two units have changed places. */
  | {
      readonly kind: 'swapped';
      readonly sheet: string;
      readonly what: string;
      readonly other: string;
      readonly cells: number;
    }
  /** Comments on cells stay where they are. */
  | { readonly kind: 'commentsStay' }
  /** A sum of the user's own that does not follow by itself. */
  | { readonly kind: 'ownSum'; readonly place: Place };

/** What steps on a workbook come to. */
export interface StepsProposal {
  readonly changes: readonly WorkbookChange[];
  readonly lines: readonly ChangeLine[];
  readonly before: WorkbookCells;
  readonly after: WorkbookCells;
  /** Locked sheets among those that change. */
  readonly locked: readonly string[];
  /** Errors that the workbook has afterwards and did not have before; scores still missing are none. */
  readonly newErrors: readonly Issue[];
  /** Awards whose proposal or places are others afterwards. */
  readonly awards: readonly AwardId[];
  /** Units whose total or rank are others afterwards. */
  readonly units: readonly UnitId[];
  /** The inputs say the same afterwards: the fingerprint is the same. */
  readonly saysTheSame: boolean;
}

export interface ChangeProposal extends StepsProposal {
  readonly wish: Wish;
}

export type ChangeRefusal =
  | {
      readonly code:
        | 'name-empty'
        | 'name-taken'
        | 'unit-unknown'
        | 'unit-last'
        | 'criterion-unknown'
        | 'criterion-scored'
        | 'criterion-last'
        | 'way-of-groups'
        | 'way-of-leaves'
        | 'order-end'
        | 'columns-differ'
        | 'award-unknown'
        | 'award-last'
        | 'ballot-unknown'
        | 'ballot-there'
        | 'ballot-gone'
        | 'count-invalid'
        | 'band-unknown'
        | 'points-invalid'
        | 'condition-empty'
        | 'condition-unknown'
        | 'max-invalid'
        | 'quota-invalid'
        | 'codes-by-place'
        | 'no-matrix'
        | 'no-model'
        | 'nothing';
      readonly what: string;
    }
  /** An error of the workbook that must be mended first, or one that the change would make. */
  | { readonly code: 'unsafe-before' | 'unsafe-after'; readonly issue: Issue };
