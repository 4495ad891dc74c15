/**
 * What a column of an input sheet is to everybody: its header, what the reader makes of its cells, what a
 * new workbook puts there, what the Board compares, and what is told of it to those who fill it.
 */
import type { Entry, Numeral, Place, Quota } from '../../rules';
import { CUTOFF_POLICIES, ROUNDINGS, UNUSED_PLACES, YES_NO, type Words } from './words';

export interface Help {
  /** What is written there, with an example where one helps. */
  readonly text: string;
  /** The closed words of the place, each with what it means. */
  readonly words?: readonly (readonly [word: string, meaning: string])[];
}

/** How a column of a new workbook looks, and what can be chosen in it. */
export interface Look {
  readonly width: number;
  /** What is typed there; `any`: a number, a day or a text. `fixed`: nothing, it is ours. */
  readonly holds: 'any' | 'text' | 'number' | 'day' | 'fixed';
  /** A drop-down of these words; others are refused when `strict`. */
  readonly choices?: readonly string[];
  /** A drop-down of the codes of this sheet. */
  readonly codesOf?: 'units' | 'awards';
  /** The workbook's attribute columns are choices too, as far as a list can hold them. */
  readonly andAttributes?: true;
  readonly strict?: boolean;
  /** A number from 0 on, with an upper limit or none. */
  readonly limit?: { readonly max: number | null };
}

/** A column of a table. */
export interface Column {
  readonly header: string;
  /** Other headers people use for the same column. */
  readonly synonyms?: readonly string[];
  /** It came with `thidua/2`: older sheets are whole without it. */
  readonly late?: boolean;
  /** Its absence is `header-missing`. */
  readonly required?: boolean;
  /** A name or a remark: alone it does not make a row a record. */
  readonly text?: boolean;
  /** Only printed: no outcome hangs on it. */
  readonly printed?: boolean;
  readonly help?: Help;
  /** Of a table that a new workbook has rows for. */
  readonly look?: Look;
}

/** A cell of a record as its column reads it. What cannot be read is said, and counts as blank. */
export interface CellReading {
  /** The code of its row. */
  readonly code: string;
  /** Whether the sheet has its column. */
  readonly exists: boolean;
  /** As people see it; null for a blank one. */
  readonly text: () => string | null;
  readonly word: <Meaning extends string>(words: Words<Meaning>) => Meaning | null;
  readonly yesNo: () => boolean | null;
  readonly positive: () => Numeral | null;
  /** A limit of places: a whole number. */
  readonly places: () => Numeral | null;
  readonly quota: () => Quota | null;
  /** A blank one is said. */
  readonly neededQuota: () => Quota;
  /** An ISO day; a text that is none stays as it is. */
  readonly day: () => string | null;
  /** What it holds, for the rules to judge. `words`: có and không are read as yes and no. */
  readonly entry: (words?: boolean) => Entry;
}

/** What the Board lays beside the standard's. */
export interface Compared<Row> {
  /** The same for two rows that mean the same; null where the reader could not read it, and has said so. */
  readonly meaning: (row: Row) => string | null;
  /** What to say where the cell is blank. */
  readonly blank?: (row: Row) => string;
}

/** A column whose cells become fields of a row of the book. */
export interface RowColumn<Row> extends Column {
  readonly help: Help;
  readonly look: Look;
  /** The fields it gives. `reader`: its sheet's reader makes them, for they hang on other cells. */
  readonly read: ((cell: CellReading) => Partial<Row>) | 'reader';
  /** The row keeps the place of its cell. */
  readonly placed?: true;
  /** Null: the Board does not compare it. */
  readonly compared: Compared<Row> | null;
}
export type RowColumns<Row> = Readonly<Record<string, RowColumn<Row>>>;

type Joined<Union> = (Union extends unknown ? (part: Union) => void : never) extends (part: infer Whole) => void
  ? Whole
  : never;
/** The fields that the columns read by themselves. */
export type FieldsRead<Columns> = Joined<
  {
    [Key in keyof Columns]: Columns[Key] extends { readonly read: (cell: never) => infer Given } ? Given : never;
  }[keyof Columns]
>;
export type PlacedKey<Columns> = {
  [Key in keyof Columns]: Columns[Key] extends { readonly placed: true } ? Key : never;
}[keyof Columns];
export type PlacesRead<Columns> = Readonly<Partial<Record<PlacedKey<Columns>, Place>>>;

/** How a table stands on its sheet in a new workbook. */
export interface Paper {
  readonly title: string;
  /** One or two sentences for those who fill it. */
  readonly remark: string;
  readonly orientation?: 'portrait' | 'landscape';
  /** Empty rows below the records, ready to be typed in. */
  readonly spare: number;
}

export interface SheetLayout<Key extends string> {
  readonly name: string;
  readonly required: boolean;
  /** The column that names a record. */
  readonly key: Key;
  /** In the order in which they are written. */
  readonly columns: Readonly<Record<Key, Column>>;
  /** A row that has all of one of these filled is a record, wherever it stands. */
  readonly records: readonly (readonly Key[])[];
  /** Rows of totals are usual here; in every other table one is said. */
  readonly totals?: boolean;
  readonly paper?: Paper;
}

interface SheetRules<Key extends string> {
  readonly records: readonly (readonly NoInfer<Key>[])[];
  readonly totals?: boolean;
  readonly paper?: Paper;
}

export function sheet<Key extends string>(
  name: string,
  required: boolean,
  keyColumn: NoInfer<Key>,
  columns: Readonly<Record<Key, Column>>,
  rules: SheetRules<Key>,
): SheetLayout<Key> {
  return { name, required, key: keyColumn, columns, ...rules };
}

export const CODE_HELP = 'Mã riêng của dòng, không trùng';
export const MAX: Column = { header: 'Điểm tối đa', synonyms: ['Điểm chuẩn', 'Thang điểm', 'Điểm'], required: true };

/** The word that is written for each meaning. */
export function firstWords<Meaning extends string>(words: Words<Meaning>): string[] {
  return Object.values<readonly [string, ...string[]]>(words).map(([first]) => first);
}

/** The word that is written for each meaning, beside what it means. */
export function explained<Meaning extends string>(
  words: Words<Meaning>,
  meanings: Readonly<Record<Meaning, string>>,
): readonly (readonly [string, string])[] {
  const texts = new Map<string, string>(Object.entries(meanings));
  return Object.entries<readonly [string, ...string[]]>(words).map(
    ([meaning, [first]]) => [first, texts.get(meaning) ?? ''] as const,
  );
}

export const ROUNDING_HELP = explained(ROUNDINGS, {
  floor: 'bỏ phần lẻ: 20% của 14 đơn vị là 2',
  halfUp: 'từ 0,5 trở lên thành 1: 20% của 13 đơn vị (2,6) là 3',
  ceil: 'lẻ bao nhiêu cũng thành 1: 20% của 11 đơn vị (2,2) là 3',
});
export const CUTOFF_HELP = explained(CUTOFF_POLICIES, {
  decide: 'chờ hội nghị quyết định, ghi ở trang tính Quyết định',
  includeAll: 'lấy mọi đơn vị bằng điểm, số suất tăng lên',
  includeAllDebit: 'lấy mọi đơn vị bằng điểm, suất thừa trừ vào hình thức xếp dưới',
  excludeAll: 'không lấy đơn vị nào trong số bằng điểm, suất đó bỏ trống',
});
export const UNUSED_HELP = explained(UNUSED_PLACES, {
  lost: 'suất không ai được thì thôi',
  passDown: 'suất không ai được chuyển cho hình thức xếp dưới',
});

export const NA_HELP: Readonly<Record<'full' | 'section' | 'total', string>> = {
  full: 'không áp dụng thì tính đủ điểm tối đa',
  section: 'bỏ tiêu chí ra, phần còn lại của nhóm quy đổi về điểm tối đa của nhóm',
  total: 'bỏ tiêu chí ra, điểm chính quy đổi về tổng điểm tối đa: 68,32 trên 84 là 81,33 trên 100',
};
export const yesNoHelp = (yes: string, no: string) => explained(YES_NO, { yes, no });

export const YES_OR_NO = [YES_NO.yes[0], YES_NO.no[0]] as const;

export const text = (width: number): Look => ({ width, holds: 'text' });
export const free = (width: number): Look => ({ width, holds: 'any' });
export const number = (width: number): Look => ({ width, holds: 'number', limit: { max: null } });
export const choice = (width: number, choices: readonly string[], strict = true): Look => ({
  width,
  holds: 'text',
  choices,
  strict,
});
export const codesOf = (sheetOf: 'units' | 'awards', width: number, strict = true): Look => ({
  width,
  holds: 'text',
  codesOf: sheetOf,
  strict,
});

/** For the Board: quotas by what they mean. */
export const quotaMeaning = (quota: Quota | null): string | null =>
  quota === null ? '' : quota.kind === 'invalid' ? null : JSON.stringify(quota);

const BASIS_HELP: Help = { text: 'Điều, khoản của quy chế, in ra cùng kết quả; không ảnh hưởng đến cách tính.' };
/** What a row rests on. */
export const basis = (width: number) =>
  ({
    header: 'Căn cứ',
    text: true,
    printed: true,
    help: BASIS_HELP,
    look: text(width),
    read: (cell: CellReading) => ({ basis: cell.text() }),
    compared: null,
  }) as const;
