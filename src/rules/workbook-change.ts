/**
 * What a door changes at the user's word, as plain data. A list of changes is one command: its steps follow each
 * other, each names cells as the steps before it left them, and all are made or none.
 */
import type { Fix, IssueFix, SheetRename } from './issue';
import type { Place } from './place';

export type LineAxis = 'rows' | 'columns';

interface Lines {
  readonly sheet: string;
  /** The first of the lines, from 0. */
  readonly at: number;
  readonly count: number;
  /** Lines that look like these, the first of as many, where they stand without these; null: none do. */
  readonly like: number | null;
  /** The user has said that the sheet changes although it is locked. Only for files, and never against a password. */
  readonly overLocked?: boolean;
}

/** New lines before the line `at`: empty, with the looks, lists, limits and merged cells of `like`. References follow. */
export interface LineInsert extends Lines {
  readonly insert: LineAxis;
}

/** Lines that go with all that stands in them. References follow; what pointed at nothing else becomes `#REF!`. */
export interface LineRemoval extends Lines {
  readonly remove: LineAxis;
}

/** What may be typed into an area: where it is limited by exactly `from`, it is limited by `to`. Other limits stay. */
export interface LimitChange {
  readonly limit: { readonly first: Place; readonly last: Pick<Place, 'row' | 'column'> };
  /** The greatest number, or the range (a formula without "=") that a list is chosen from. */
  readonly from: number | string;
  readonly to: number | string;
  /** What is said to who types something else; absent: as before. */
  readonly message?: string;
}

/** Nothing is changed unless these cells hold this, before the first step. A formula is compared by its text. */
export interface Demand {
  readonly holds: readonly Fix[];
  /** Lines that hold nothing else, since they go. */
  readonly alone: readonly {
    readonly sheet: string;
    readonly axis: LineAxis;
    readonly at: number;
    readonly count: number;
  }[];
}

export type WorkbookChange = IssueFix | LineInsert | LineRemoval | LimitChange | Demand;

export const isRename = (change: WorkbookChange): change is SheetRename => 'rename' in change;
export const isFix = (change: WorkbookChange): change is Fix => 'place' in change;
export const isInsert = (change: WorkbookChange): change is LineInsert => 'insert' in change;
export const isRemoval = (change: WorkbookChange): change is LineRemoval => 'remove' in change;
export const isLimit = (change: WorkbookChange): change is LimitChange => 'limit' in change;
export const isDemand = (change: WorkbookChange): change is Demand => 'holds' in change;
