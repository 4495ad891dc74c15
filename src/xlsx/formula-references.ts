/** The references inside a formula (ECMA-376 Part 1, §18.17.2.3), found without evaluating anything. */
import { columnName } from '../rules/place';
import type { Area } from '../workbook/cells';
import { MAX_COLUMNS, MAX_ROWS } from './limits';
import { damaged } from './refusal';

/**
 * What a formula reads: an area of one sheet or of a span of sheets (`sheet` null: the formula's own),
 * a defined name, or something that only a calculation can tell (INDIRECT, OFFSET, a table's column).
 */
export type Reference =
  | { readonly kind: 'area'; readonly sheet: string | null; readonly lastSheet: string | null; readonly area: Area }
  | { readonly kind: 'name'; readonly sheet: string | null; readonly name: string }
  | { readonly kind: 'anything' };

/** Excel's own limit of a formula's length. */
const MAX_FORMULA = 8_192;

interface Token {
  /** "call" is a function's name, "bracket" a table's column or another workbook, "lost" an error behind a sheet's name. */
  readonly kind: 'cells' | 'word' | 'call' | 'bracket' | 'lost';
  /** The sheet in front, as written between quotes or without; null for none. */
  readonly prefix: string | null;
  readonly text: string;
  readonly start: number;
  /** Where the prefix begins; it ends, with its "!", at `start`. */
  readonly prefixStart: number;
}

const CELL = '\\$?[A-Za-z]{1,3}\\$?\\d{1,7}';
const CELLS = new RegExp(`(?:${CELL}(?::${CELL})?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?\\d{1,7}:\\$?\\d{1,7})(?![\\w.(!\\u0080-\\uFFFF])`, 'y');
const WORD = /[A-Za-z_\\\u0080-\uFFFF][\w.\\?\u0080-\uFFFF]*/y;
const NUMBER = /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|#[A-Z0-9/]+[!?]?/y;
const SHEET = /[\w.\u0080-\uFFFF]+(?::[\w.\u0080-\uFFFF]+)?!/y;

/** The expression's match at that very place, or ''. */
function matchAt(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? '';
}

/** The operands of a formula from left to right, in time linear in its length. */
function* operands(formula: string): Generator<Token> {
  let at = 0;
  while (at < formula.length) {
    const first = formula[at];
    const prefixStart = at;
    let prefix: string | null = null;
    let external = false;
    if (first === '"') {
      at = quoteEnd(formula, at);
      continue;
    }
    if (first === "'") {
      const end = quoteEnd(formula, at);
      prefix = formula.slice(at + 1, end - 1).replaceAll("''", "'");
      external = prefix.includes('[');
      at = formula[end] === '!' ? end + 1 : end;
    } else if (first === '[') {
      const end = bracketEnd(formula, at);
      const sheet = matchAt(SHEET, formula, end);
      external = sheet !== '';
      if (!external) yield { kind: 'bracket', prefix, text: '', start: at, prefixStart };
      at = end + sheet.length;
    } else {
      const sheet = matchAt(SHEET, formula, at);
      if (sheet !== '') prefix = sheet.slice(0, -1);
      at += sheet.length;
    }
    const cells = matchAt(CELLS, formula, at);
    const word = cells === '' ? matchAt(WORD, formula, at) : '';
    const text = cells || word || matchAt(NUMBER, formula, at);
    if (!external && cells !== '') yield { kind: 'cells', prefix, text, start: at, prefixStart };
    if (!external && word !== '') yield { kind: /^\s*\(/.test(formula.slice(at + word.length, at + word.length + 8)) ? 'call' : 'word', prefix, text, start: at, prefixStart };
    if (!external && prefix !== null && cells === '' && word === '') yield { kind: 'lost', prefix, text, start: at, prefixStart };
    at += text === '' && (first === undefined || !"'[".includes(first)) ? 1 : text.length;
  }
}

/** Behind the closing quote; a doubled one is part of the text. */
function quoteEnd(formula: string, at: number): number {
  const quote = formula.charAt(at);
  for (let end = formula.indexOf(quote, at + 1); end >= 0; end = formula.indexOf(quote, end + 2)) {
    if (formula[end + 1] !== quote) return end + 1;
  }
  return formula.length;
}

function bracketEnd(formula: string, at: number): number {
  let depth = 0;
  for (let end = at; end < formula.length; end++) {
    if (formula[end] === '[') depth++;
    else if (formula[end] === ']' && --depth === 0) return end + 1;
  }
  return formula.length;
}

/** Functions whose arguments name cells at run time. */
const INDIRECT_FUNCTIONS: ReadonlySet<string> = new Set(['INDIRECT', 'OFFSET', 'GETPIVOTDATA', 'CUBEVALUE', 'CUBEMEMBER', 'RTD', 'CALL', 'EVALUATE', 'CELL', 'TABLE']);
const CONSTANT_WORDS: ReadonlySet<string> = new Set(['TRUE', 'FALSE']);

export function findReferences(formula: string): Reference[] {
  if (formula.length > MAX_FORMULA) return [{ kind: 'anything' }];
  const found: Reference[] = [];
  for (const { kind, prefix, text } of operands(formula)) {
    const [sheet, lastSheet] = splitSheets(prefix);
    if (kind === 'cells') {
      const area = parseCells(text);
      found.push(area === null ? { kind: 'name', sheet, name: text } : { kind: 'area', sheet, lastSheet, area });
    } else if (kind === 'word') {
      if (!CONSTANT_WORDS.has(text.toUpperCase())) found.push({ kind: 'name', sheet, name: text });
    } else if (kind === 'bracket' || kind === 'call' && INDIRECT_FUNCTIONS.has(text.toUpperCase().replace(/^_XL\w+\./, ''))) {
      found.push({ kind: 'anything' });
    }
  }
  return found;
}

/** The formula with every sheet in front of a reference called what `renamed` says, given its name in lower case; undefined keeps it. */
export function renameSheets(formula: string, renamed: (name: string) => string | undefined): string {
  let text = '', at = 0;
  for (const { prefix, start, prefixStart } of operands(formula)) {
    const names = splitSheets(prefix).filter((name) => name !== null);
    if (formula[start - 1] !== '!' || names.every((name) => renamed(name.toLowerCase()) === undefined)) continue;
    const quoted = names.map((name) => (renamed(name.toLowerCase()) ?? name).replaceAll("'", "''")).join(':');
    text += `${formula.slice(at, prefixStart)}'${quoted}'!`;
    at = start;
  }
  return text + formula.slice(at);
}

/** A sheet prefix may name a span of sheets, "Q1:Q4!A1". */
function splitSheets(prefix: string | null): [string | null, string | null] {
  if (prefix === null) return [null, null];
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

/** A formula taken apart, so that it can be read from many places. */
export interface RelativeFormula {
  /** Texts and references in turn; a reference is one cell or two with a colon between. */
  readonly pieces: readonly (string | readonly Half[])[];
}

export function takeApart(formula: string): RelativeFormula {
  if (formula.length > MAX_FORMULA) return damaged('formula');
  const pieces: (string | readonly Half[])[] = [];
  let at = 0;
  for (const { kind, text, start } of operands(formula)) {
    if (kind !== 'cells' || parseCells(text) === null) continue;
    pieces.push(formula.slice(at, start), text.split(':').map(parseHalf));
    at = start + text.length;
  }
  pieces.push(formula.slice(at));
  return { pieces };
}

/** The formula as it reads `rows` down and `columns` to the right: what a shared formula means there (§18.3.1.40). */
export function shiftFormula({ pieces }: RelativeFormula, rows: number, columns: number): string {
  return pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    const halves = piece.map((half) => shiftHalf(half, rows, columns));
    return halves.includes(null) ? '#REF!' : halves.join(':');
  }).join('');
}

function shiftHalf(half: Half, rows: number, columns: number): string | null {
  const row = half.row === null ? null : half.row + (half.fixedRow ? 0 : rows);
  const column = half.column === null ? null : half.column + (half.fixedColumn ? 0 : columns);
  if ((row !== null && (row < 0 || row >= MAX_ROWS)) || (column !== null && (column < 0 || column >= MAX_COLUMNS))) return null;
  return (column === null ? '' : (half.fixedColumn ? '$' : '') + columnName(column)) + (row === null ? '' : (half.fixedRow ? '$' : '') + String(row + 1));
}
