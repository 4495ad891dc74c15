/** The two sides of a comparison with the standard, and how their rows are matched. */
import { blocKind, type Book, type Place } from '../rules';
import { remembered } from '../base/remembered';
import { inKind } from '../text';
import type { Compared, SheetKey } from '../workbook/layout';
import { codeText, fold } from '../base/folding';
import type { TableFinder } from '../workbook/table-finder';

export interface Sides {
  readonly submitted: Book;
  readonly where: TableFinder;
  readonly standard: Book;
  readonly standardWhere: TableFinder;
}

export interface RowMatch<Row> {
  /** Own row and the standard's, in the standard's order. */
  readonly both: readonly (readonly [own: Row, wanted: Row])[];
  readonly missing: readonly Row[];
  readonly added: readonly Row[];
}

/** What a text means, whichever word for the bloc it uses: a standard written for blocs holds for clusters too. */
export const meant = remembered((text) => inKind(text, 'cluster'));

/** A cell of the standard as the submitted workbook would say it; null where it is blank. */
export function wantedText(
  { submitted, standardWhere }: Sides,
  sheet: SheetKey,
  key: Place,
  column: string,
): string | null {
  const written = standardWhere.text(sheet, key, column);
  return written === null ? null : inKind(written, blocKind(submitted.info));
}

const sameCode = remembered((code) => fold(codeText(meant(code))));

/** Codes are matched as the reader matches them: without a trailing "." or ")", whatever their case. */
export function matchRows<Row>(
  own: readonly Row[],
  wanted: readonly Row[],
  codeOf: (row: Row) => string,
): RowMatch<Row> {
  const key = (row: Row): string => sameCode(codeOf(row));
  const left = new Map<string, Row>();
  for (const row of own) {
    const code = key(row);
    if (!left.has(code)) left.set(code, row);
  }
  const both: (readonly [Row, Row])[] = [];
  const missing: Row[] = [];
  for (const row of wanted) {
    const code = key(row);
    const found = left.get(code);
    if (found === undefined) missing.push(row);
    else both.push([found, row]);
    left.delete(code);
  }
  return { both, missing, added: [...left.values()] };
}

/** One thing a row says. */
export interface Aspect<Row> extends Compared<Row> {
  readonly column: string;
}

/** What the columns of a kind of row say of themselves. */
export const aspectsOf = <Row>(
  columns: Readonly<Record<string, { readonly compared: Compared<Row> | null }>>,
): Aspect<Row>[] =>
  Object.entries(columns).flatMap(([column, { compared }]) => (compared === null ? [] : [{ column, ...compared }]));
