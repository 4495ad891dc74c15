/** Cell references in A1 form (ECMA-376 Part 1, §18.18.62 ST_CellRef and §18.18.63 ST_Ref). */
import type { Area } from '../sheets/cells';
import { MAX_COLUMNS, MAX_ROWS } from './limits';
import { damaged } from './refusal';

/** "AB12" as row and column from 0, also in small letters; refuses `file-damaged` outside a worksheet. */
export function parseCellReference(text: string): { row: number; column: number } {
  let at = 0,
    column = 0,
    row = 0;
  for (let code = upper(text, at); code >= 65 && code <= 90 && at < 4; code = upper(text, ++at))
    column = column * 26 + code - 64;
  const digits = at;
  for (let code = text.charCodeAt(at); code >= 48 && code <= 57 && at - digits < 8; code = text.charCodeAt(++at))
    row = row * 10 + code - 48;
  if (digits === 0 || at === digits || at < text.length || column > MAX_COLUMNS || row === 0 || row > MAX_ROWS)
    damaged('cell-reference');
  return { row: row - 1, column: column - 1 };
}

/** The code of a letter as a capital; others may become anything but letters and digits. */
function upper(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 97 && code <= 122 ? code - 32 : code;
}

/** "A1:C3", or one cell. */
export function parseArea(text: string): Area {
  const colon = text.indexOf(':');
  const from = parseCellReference(colon < 0 ? text : text.slice(0, colon));
  const to = colon < 0 ? from : parseCellReference(text.slice(colon + 1));
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

export const isInside = ({ top, left, bottom, right }: Area, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;
