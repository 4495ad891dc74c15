/** A formula written anew: for another place than its own, or for sheets that bear another name. */
import { columnName } from '../rules/place';
import { MAX_COLUMNS, MAX_ROWS, parseCells, parseHalf, splitSheets } from '../workbook/formula/references';
import type { Half } from '../workbook/formula/references';
import { LONGEST_FORMULA, tokensOf } from '../workbook/formula/tokens';
import { damaged } from './refusal';

/** The formula with every sheet in front of a reference called what `renamed` says, given its name in lower case; undefined keeps it. */
export function renameSheets(formula: string, renamed: (name: string) => string | undefined): string {
  let text = '',
    at = 0;
  for (const { kind, prefix, start, prefixStart } of tokensOf(formula)) {
    if (kind === 'external') continue;
    const names = splitSheets(prefix).filter((name) => name !== null);
    if (formula[start - 1] !== '!' || names.every((name) => renamed(name.toLowerCase()) === undefined)) continue;
    const quoted = names.map((name) => (renamed(name.toLowerCase()) ?? name).replaceAll("'", "''")).join(':');
    text += `${formula.slice(at, prefixStart)}'${quoted}'!`;
    at = start;
  }
  return text + formula.slice(at);
}

/** A formula taken apart, so that it can be read from many places. */
export interface RelativeFormula {
  /** Texts and references in turn; a reference is one cell or two with a colon between. */
  readonly pieces: readonly (string | readonly Half[])[];
}

export function takeApart(formula: string): RelativeFormula {
  if (formula.length > LONGEST_FORMULA) return damaged('formula');
  const pieces: (string | readonly Half[])[] = [];
  let at = 0;
  for (const { kind, text, start } of tokensOf(formula)) {
    if (kind !== 'cells' || parseCells(text) === null) continue;
    pieces.push(formula.slice(at, start), text.split(':').map(parseHalf));
    at = start + text.length;
  }
  pieces.push(formula.slice(at));
  return { pieces };
}

/** The formula as it reads `rows` down and `columns` to the right: what a shared formula means there (§18.3.1.40). */
export function shiftFormula({ pieces }: RelativeFormula, rows: number, columns: number): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const halves = piece.map((half) => shiftHalf(half, rows, columns));
      return halves.includes(null) ? '#REF!' : halves.join(':');
    })
    .join('');
}

function shiftHalf(half: Half, rows: number, columns: number): string | null {
  const row = half.row === null ? null : half.row + (half.fixedRow ? 0 : rows);
  const column = half.column === null ? null : half.column + (half.fixedColumn ? 0 : columns);
  if ((row !== null && (row < 0 || row >= MAX_ROWS)) || (column !== null && (column < 0 || column >= MAX_COLUMNS)))
    return null;
  return (
    (column === null ? '' : (half.fixedColumn ? '$' : '') + columnName(column)) +
    (row === null ? '' : (half.fixedRow ? '$' : '') + String(row + 1))
  );
}
