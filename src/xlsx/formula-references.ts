/** The references inside a formula (ECMA-376 Part 1, §18.17.2.3), found without evaluating anything. */
import { columnName } from '../rules/place';
import type { Area } from '../workbook/cells';
import { MAX_COLUMNS, MAX_ROWS } from './limits';

/**
 * What a formula reads: an area of one sheet or of a span of sheets (`sheet` null: the formula's own),
 * a defined name, or something that only a calculation can tell (INDIRECT, OFFSET, a table's column).
 */
export type Reference =
  | { readonly kind: 'area'; readonly sheet: string | null; readonly lastSheet: string | null; readonly area: Area }
  | { readonly kind: 'name'; readonly sheet: string | null; readonly name: string }
  | { readonly kind: 'anything' };

const WORD = '[A-Za-z_\\\\\\u0080-\\uFFFF][\\w.\\\\?\\u0080-\\uFFFF]*';
const SHEET = `(?:'((?:[^']|'')+)'|([\\w.\\u0080-\\uFFFF]+(?::[\\w.\\u0080-\\uFFFF]+)?))!`;
const EXTERNAL = `(?:'[^']*\\[[^']*'|\\[[^\\]]*\\][^!\\s(),;+*/^&=<>"-]*)!(?:\\$?[A-Za-z]{1,3}\\$?\\d+(?::\\$?[A-Za-z]{1,3}\\$?\\d+)?|${WORD})`;
const CELLS = '\\$?[A-Za-z]{1,3}\\$?\\d{1,7}(?::\\$?[A-Za-z]{1,3}\\$?\\d{1,7})?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?\\d{1,7}:\\$?\\d{1,7}';

/** Groups: 1, 2 sheet; 3 cells; 4 word; 5 its "("; 6 bracket of a table or another book. */
const TOKEN = new RegExp(
  `"(?:[^"]|"")*"|${EXTERNAL}|#[A-Z0-9/]+[!?]?|(?:${SHEET})?(?:(${CELLS})(?![\\w.(!\\u0080-\\uFFFF])|(${WORD})(\\s*\\()?)|(\\[)|\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|[\\s\\S]`, 'gy');

/** Functions whose arguments name cells at run time. */
const INDIRECT_FUNCTIONS: ReadonlySet<string> = new Set(['INDIRECT', 'OFFSET', 'GETPIVOTDATA', 'CUBEVALUE', 'CUBEMEMBER', 'RTD', 'CALL', 'EVALUATE', 'CELL', 'TABLE']);
const CONSTANT_WORDS: ReadonlySet<string> = new Set(['TRUE', 'FALSE']);

export function findReferences(formula: string): Reference[] {
  const found: Reference[] = [];
  for (const [, quoted, plain, cells, word, call, bracket] of formula.matchAll(TOKEN)) {
    const [sheet, lastSheet] = splitSheets(quoted?.replaceAll("''", "'") ?? plain);
    if (cells !== undefined) {
      const area = parseCells(cells);
      found.push(area === null ? { kind: 'name', sheet, name: cells } : { kind: 'area', sheet, lastSheet, area });
    } else if (word !== undefined && call === undefined) {
      if (!CONSTANT_WORDS.has(word.toUpperCase())) found.push({ kind: 'name', sheet, name: word });
    } else if (bracket !== undefined || (word !== undefined && INDIRECT_FUNCTIONS.has(word.toUpperCase().replace(/^_XL\w+\./, '')))) {
      found.push({ kind: 'anything' });
    }
  }
  return found;
}

/** A sheet prefix may name a span of sheets, "Q1:Q4!A1". */
function splitSheets(prefix: string | undefined): [string | null, string | null] {
  if (prefix === undefined) return [null, null];
  const colon = prefix.indexOf(':');
  return colon < 0 ? [prefix, null] : [prefix.slice(0, colon), prefix.slice(colon + 1)];
}

const HALF = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/;

interface Half { readonly row: number | null; readonly column: number | null; readonly fixedRow: boolean; readonly fixedColumn: boolean }

function parseHalf(text: string): Half {
  const [, first = '', letters = '', second = '', digits = ''] = HALF.exec(text) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return {
    row: digits === '' ? null : Number(digits) - 1, column: letters === '' ? null : column - 1,
    fixedColumn: letters !== '' && first === '$', fixedRow: (letters === '' ? first : second) === '$',
  };
}

/** The area of "A1", "A1:B2", "A:B" or "1:2"; null when it lies outside a worksheet, a name that looks like a cell. */
function parseCells(text: string): Area | null {
  const [from, to] = text.split(':').map(parseHalf);
  if (from === undefined) return null;
  const other = to ?? from;
  const rows = [from.row ?? 0, other.row ?? MAX_ROWS - 1];
  const columns = [from.column ?? 0, other.column ?? MAX_COLUMNS - 1];
  if (Math.min(...rows, ...columns) < 0 || Math.max(...rows) >= MAX_ROWS || Math.max(...columns) >= MAX_COLUMNS) return null;
  return { top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) };
}

/** The formula as it reads `rows` down and `columns` to the right: what a shared formula means there (§18.3.1.40). */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(TOKEN, (token: string, ...groups: (string | undefined)[]) => {
    const cells = groups[2];
    if (cells === undefined || parseCells(cells) === null) return token;
    const shifted = cells.split(':').map((half) => shiftHalf(parseHalf(half), rows, columns));
    return shifted.includes(null) ? '#REF!' : token.slice(0, token.length - cells.length) + shifted.join(':');
  });
}

function shiftHalf(half: Half, rows: number, columns: number): string | null {
  const row = half.row === null ? null : half.row + (half.fixedRow ? 0 : rows);
  const column = half.column === null ? null : half.column + (half.fixedColumn ? 0 : columns);
  if ((row !== null && (row < 0 || row >= MAX_ROWS)) || (column !== null && (column < 0 || column >= MAX_COLUMNS))) return null;
  return (column === null ? '' : (half.fixedColumn ? '$' : '') + columnName(column)) + (row === null ? '' : (half.fixedRow ? '$' : '') + String(row + 1));
}
