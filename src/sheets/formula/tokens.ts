/** The pieces of a formula (ECMA-376 Part 1, §18.17.2), in time linear in its length. */

export interface Token {
  /**
   * `cells`: a cell, an area, whole rows or columns. `word`: a defined name, TRUE. `call`: a function's name. `bracket`: a
   * table's column. `external`: what another workbook holds. `sign`: an operator, a parenthesis, a comma.
   */
  readonly kind: 'cells' | 'word' | 'call' | 'bracket' | 'external' | 'number' | 'text' | 'error' | 'sign';
  /** The sheet in front, as written between quotes or without; null for none. */
  readonly prefix: string | null;
  readonly text: string;
  readonly start: number;
  /** Where the prefix begins; it ends, with its "!", at `start`. */
  readonly prefixStart: number;
}

/** The longest formula a cell of Excel takes (specifications and limits): a longer one would break the file. */
export const LONGEST_FORMULA = 8_192;

const CELL = '\\$?[A-Za-z]{1,3}\\$?\\d{1,7}';
const CELLS = new RegExp(
  `(?:${CELL}(?::${CELL})?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?\\d{1,7}:\\$?\\d{1,7})(?![\\w.(!\\u0080-\\uFFFF])`,
  'y',
);
const WORD = /[A-Za-z_\\\u0080-\uFFFF][\w.\\?\u0080-\uFFFF]*/y;
const NUMBER = /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|#[A-Z0-9/]+[!?]?/y;
const SHEET = /[\w.\u0080-\uFFFF]+(?::[\w.\u0080-\uFFFF]+)?!/y;

/** The expression's match at that very place, or ''. */
function matchAt(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? '';
}

/** What stands in front of an operand: the sheet, and whether another workbook holds it. */
interface Prefix {
  readonly sheet: string | null;
  readonly external: boolean;
  readonly end: number;
}

/** Signs with which neither a reference, a name nor a number begins. */
const SIGNS: ReadonlySet<string> = new Set('+-*/^&=<>%(),;:{}@ ');

export function* tokensOf(formula: string): Generator<Token> {
  for (let at = 0; at < formula.length;) {
    const first = formula.charAt(at);
    if (SIGNS.has(first)) {
      if (first !== ' ') yield { kind: 'sign', prefix: null, text: first, start: at, prefixStart: at };
      at++;
      continue;
    }
    if (first === '"') {
      const end = quoteEnd(formula, at);
      yield { kind: 'text', prefix: null, text: formula.slice(at, end), start: at, prefixStart: at };
      at = end;
      continue;
    }
    const prefixStart = at;
    const prefix = readPrefix(formula, at, first);
    if (first === '[' && !prefix.external) yield { kind: 'bracket', prefix: null, text: '', start: at, prefixStart };
    at = prefix.end;
    const cells = matchAt(CELLS, formula, at);
    const word = cells === '' ? matchAt(WORD, formula, at) : '';
    const text = cells || word || matchAt(NUMBER, formula, at);
    const token = { prefix: prefix.sheet, text, start: at, prefixStart };
    if (cells !== '' || word !== '') {
      const isCall = word !== '' && /^\s*\(/.test(formula.slice(at + word.length, at + word.length + 8));
      yield { ...token, kind: prefix.external ? 'external' : cells !== '' ? 'cells' : isCall ? 'call' : 'word' };
    } else if (text !== '') yield { ...token, kind: text.startsWith('#') ? 'error' : 'number' };
    else if (first !== "'" && first !== '[') {
      const sign = formula.charAt(at);
      if (sign.trim() !== '') yield { ...token, kind: 'sign', text: sign };
      at++;
    }
    at += text.length;
  }
}

function readPrefix(formula: string, at: number, first: string): Prefix {
  if (first === "'") {
    const end = quoteEnd(formula, at);
    const sheet = formula.slice(at + 1, end - 1).replaceAll("''", "'");
    return { sheet, external: sheet.includes('['), end: formula[end] === '!' ? end + 1 : end };
  }
  if (first === '[') {
    const end = bracketEnd(formula, at);
    const sheet = matchAt(SHEET, formula, end) || (formula[end] === '!' ? '!' : '');
    return { sheet: null, external: sheet !== '', end: end + sheet.length };
  }
  const sheet = matchAt(SHEET, formula, at);
  return { sheet: sheet === '' ? null : sheet.slice(0, -1), external: false, end: at + sheet.length };
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
