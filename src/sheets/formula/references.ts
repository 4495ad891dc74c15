/** The references inside a formula (ECMA-376 Part 1, §18.17.2.3), found without evaluating anything. */
import { columnName } from '../../rules/model/place';
import type { Area } from '../cells';
import { LONGEST_FORMULA, tokensOf } from './tokens';

/** The size of a worksheet (Part 1, §18.3.1.4 with Excel's own limits). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A cell as one number, within its sheet. */
export const cellKey = (row: number, column: number): number => row * MAX_COLUMNS + column;

/**
 * What a formula reads: an area of one sheet or of a span of sheets (`sheet` null: the formula's own),
 * a defined name, or something that only a calculation can tell (INDIRECT, OFFSET, a table's column).
 */
export type Reference =
  | { readonly kind: 'area'; readonly sheet: string | null; readonly lastSheet: string | null; readonly area: Area }
  | { readonly kind: 'name'; readonly sheet: string | null; readonly name: string }
  | { readonly kind: 'anything' };

/** Functions whose arguments name cells at run time. */
const INDIRECT_FUNCTIONS: ReadonlySet<string> = new Set([
  'INDIRECT',
  'OFFSET',
  'GETPIVOTDATA',
  'CUBEVALUE',
  'CUBEMEMBER',
  'RTD',
  'CALL',
  'EVALUATE',
  'CELL',
  'TABLE',
]);
export const CONSTANT_WORDS: ReadonlySet<string> = new Set(['TRUE', 'FALSE']);

export const isIndirect = (name: string): boolean => INDIRECT_FUNCTIONS.has(name);

/** A function's name as Excel shows it: later ones are stored with a prefix. */
export const functionName = (written: string): string => written.toUpperCase().replace(/^_XL\w+\./, '');

export function findReferences(formula: string): Reference[] {
  if (formula.length > LONGEST_FORMULA) return [{ kind: 'anything' }];
  const found: Reference[] = [];
  for (const { kind, prefix, text } of tokensOf(formula)) {
    if (kind === 'cells') found.push(referenceOf(prefix, text));
    else if (kind === 'word') {
      if (!CONSTANT_WORDS.has(text.toUpperCase()))
        found.push({ kind: 'name', sheet: splitSheets(prefix)[0], name: text });
    } else if (kind === 'bracket' || (kind === 'call' && isIndirect(functionName(text))))
      found.push({ kind: 'anything' });
  }
  return found;
}

/** What a token of kind `cells` refers to: what lies outside a worksheet is a name that looks like a cell. */
export function referenceOf(prefix: string | null, text: string): Reference {
  const [sheet, lastSheet] = splitSheets(prefix);
  const area = parseCells(text);
  return area === null ? { kind: 'name', sheet, name: text } : { kind: 'area', sheet, lastSheet, area };
}

/** A sheet prefix may name a span of sheets, "Q1:Q4!A1". */
export function splitSheets(prefix: string | null): [string | null, string | null] {
  if (prefix === null) return [null, null];
  const colon = prefix.indexOf(':');
  return colon < 0 ? [prefix, null] : [prefix.slice(0, colon), prefix.slice(colon + 1)];
}

const HALF = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/;

/** One corner of a reference; null where a whole row or column leaves it out. */
export interface Half {
  readonly row: number | null;
  readonly column: number | null;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

export function parseHalf(text: string): Half {
  const [, first = '', letters = '', second = '', digits = ''] = HALF.exec(text) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return {
    row: digits === '' ? null : Number(digits) - 1,
    column: letters === '' ? null : column - 1,
    fixedColumn: letters !== '' && first === '$',
    fixedRow: (letters === '' ? first : second) === '$',
  };
}

/** The corner as a formula has it. */
export function writtenHalf({ row, column, fixedRow, fixedColumn }: Half): string {
  return (
    (column === null ? '' : (fixedColumn ? '$' : '') + columnName(column)) +
    (row === null ? '' : (fixedRow ? '$' : '') + String(row + 1))
  );
}

/** The area of "A1", "A1:B2", "A:B" or "1:2"; null when it lies outside a worksheet. */
export function parseCells(text: string): Area | null {
  const [from, to] = text.split(':').map(parseHalf);
  if (from === undefined) return null;
  const other = to ?? from;
  const rows = [from.row ?? 0, other.row ?? MAX_ROWS - 1];
  const columns = [from.column ?? 0, other.column ?? MAX_COLUMNS - 1];
  if (Math.min(...rows, ...columns) < 0 || Math.max(...rows) >= MAX_ROWS || Math.max(...columns) >= MAX_COLUMNS)
    return null;
  return { top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) };
}
