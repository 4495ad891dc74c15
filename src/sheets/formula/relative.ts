/** A formula written anew for another place than its own. */
import { MAX_COLUMNS, MAX_ROWS, parseCells, parseHalf, writtenHalf } from './references';
import type { Half } from './references';
import { tokensOf } from './tokens';

/** A formula taken apart, so that it can be read from many places. */
export interface RelativeFormula {
  /** Texts and references in turn; a reference is one cell or two with a colon between. */
  readonly pieces: readonly (string | readonly Half[])[];
}

export function takeApart(formula: string): RelativeFormula {
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
  return writtenHalf({ ...half, row, column });
}
