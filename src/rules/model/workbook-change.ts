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

/**
 * How a wide sheet is to be printed: on paper that lies, pages beside each other, the first columns and some rows
 * again on each of them. The door knows how wide and high everything is, and chooses size and ends of pages by that.
 */
export interface PageLayout {
  /** Null: what the sheet is set up for where that is one of the two, else A4. */
  readonly paper: 'A4' | 'A3' | null;
  /** So many columns stand on every page. */
  readonly titleColumns: number;
  /** Rows from 0, both ends included. */
  readonly titleRows: { readonly first: number; readonly last: number };
  /** The last row and column that are printed. */
  readonly end: { readonly row: number; readonly column: number };
  /** The first columns of those that stay together on a page, in their order. */
  readonly blocks: readonly number[];
  /** The sheet is left as it is unless it is laid so already: pages in a size of their own that end between blocks. */
  readonly onlyAgain?: boolean;
}

/** A sheet is set up for print anew. No cell changes. */
export interface PrintChange {
  /** The sheet's name. */
  readonly print: string;
  readonly layout: PageLayout;
}

/** A page set-up as a door took it, part by part and in that door's own words: no other door can put it back. */
export type KeptPage = Readonly<Record<string, string>>;

/** The way back of a `PrintChange`: where the sheet is still set up as `now`, it is set up as `back`. */
export interface PrintReturn {
  readonly print: string;
  readonly now: KeptPage;
  readonly back: KeptPage;
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

export type WorkbookChange = IssueFix | LineInsert | LineRemoval | LimitChange | PrintChange | PrintReturn | Demand;

/**
 * The change gives a sheet another name.
 * @example isRename({ rename: 'Điểm', to: 'Chấm điểm' }) // true
 */
export const isRename = (change: WorkbookChange): change is SheetRename => 'rename' in change;
/**
 * The change is what one cell shall hold.
 * @example isFix({ place: { sheet: 'Chấm điểm', row: 4, column: 2 }, value: 9.5 }) // true
 */
export const isFix = (change: WorkbookChange): change is Fix => 'place' in change;
/**
 * The change brings new lines.
 * @example isInsert({ insert: 'rows', sheet: 'Đơn vị', at: 5, count: 1, like: 4 }) // true
 */
export const isInsert = (change: WorkbookChange): change is LineInsert => 'insert' in change;
/**
 * The change takes lines away.
 * @example isRemoval({ insert: 'rows', sheet: 'Đơn vị', at: 5, count: 1, like: 4 }) // false
 */
export const isRemoval = (change: WorkbookChange): change is LineRemoval => 'remove' in change;
/**
 * The change sets what may be typed.
 * @example isLimit({ limit: { first: { sheet: 'Chấm điểm', row: 4, column: 2 }, last: { row: 27, column: 2 } }, from: 10, to: 12 }) // true
 */
export const isLimit = (change: WorkbookChange): change is LimitChange => 'limit' in change;
/**
 * The change sets a sheet up for print, or back.
 * @example isPrint({ print: 'Chấm điểm', now: {}, back: {} }) // true
 */
export const isPrint = (change: WorkbookChange): change is PrintChange | PrintReturn => 'print' in change;
/**
 * The step changes nothing: it asks what the cells hold.
 * @example isDemand({ holds: [], alone: [] }) // true
 */
export const isDemand = (change: WorkbookChange): change is Demand => 'holds' in change;
