/** A paper as plain data: what stands in it, in order. The looks are the decree's and stand in one place (docx/decree.ts). */

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export interface Column {
  readonly header: string;
  /** Share of the table's width. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** One text per column; `across`: one text over the whole row. */
export type Row = readonly (string | Run)[] | { readonly across: string };

/** The tables that papers have; tests look them up by these names. */
export type TableName =
  | 'ranking'
  | 'sections'
  | 'proposals'
  | 'grades'
  | 'attendance'
  | 'scores'
  | 'ballot'
  | 'nominees'
  | 'candidates'
  | 'points'
  | 'reasons'
  | 'criteria';

export type Block =
  | {
      readonly kind: 'letterhead';
      readonly superior: string;
      readonly issuer: string;
      readonly number: string | null;
      readonly date: string | null;
    }
  | { readonly kind: 'title'; readonly type: string; readonly subject: string }
  | { readonly kind: 'appendix'; readonly label: string; readonly title: string; readonly attachedTo: string }
  | { readonly kind: 'addressee'; readonly to: readonly string[] }
  | { readonly kind: 'bases'; readonly items: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  /** A line without indent, centred where it is a remark under a title. */
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly align?: 'left' | 'center';
      readonly style?: 'bold' | 'italic';
    }
  /** To be written by the office: what belongs there, and dotted lines. */
  | { readonly kind: 'narrative'; readonly what: string }
  | {
      readonly kind: 'table';
      readonly name: TableName;
      readonly columns: readonly Column[];
      readonly rows: readonly Row[];
    }
  /** Who signs, side by side; the right one is the paper's own. */
  | {
      readonly kind: 'signatures';
      readonly left: Signature | null;
      readonly right: Signature;
      readonly receivers: readonly string[];
    }
  /** Places to sign for many, two beside each other. */
  | { readonly kind: 'signatureGrid'; readonly signatures: readonly Signature[] };

export interface Signature {
  /** Bold capitals above: authority and post. */
  readonly authority: readonly string[];
  /** A hint in italics, for who signs by hand. */
  readonly hint: string;
  /** Bold below the place to sign: the post in the own agency, the name. */
  readonly below: readonly string[];
}

/** Pages of one orientation, counted from 1. */
export interface Section {
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
}

export type PaperKind = 'report' | 'minutes' | 'ballots' | 'counting' | 'letter' | 'covenant' | 'unit';

export interface Paper {
  readonly kind: PaperKind;
  /** Inside the folder, with "/" between parts: letters, digits and hyphens only. */
  readonly file: string;
  readonly title: string;
  readonly sections: readonly Section[];
  /** In the footer of every page: program, fingerprint, time. */
  readonly stamp: string;
  /** In the header of every page while the workbook has errors. */
  readonly warning: string | null;
}

export const paragraph = (...parts: readonly (string | Run)[]): Block => ({
  kind: 'paragraph',
  runs: parts.map((part) => (typeof part === 'string' ? { text: part } : part)),
});
export const bold = (text: string): Run => ({ text, bold: true });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const narrative = (what: string): Block => ({ kind: 'narrative', what });
