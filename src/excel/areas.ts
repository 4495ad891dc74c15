/** Areas and their addresses; cells grouped into as few rectangles as a simple walk finds. */
import { columnName } from '../rules/model/place';
import type { Area } from '../sheets/cells';

const MAX_ROW = 1_048_575;
const MAX_COLUMN = 16_383;

/** "B2:C5". */
export function addressOf(area: Area): string {
  return `${columnName(area.left)}${String(area.top + 1)}:${columnName(area.right)}${String(area.bottom + 1)}`;
}

/** The address of whole rows, "2:5", or whole columns, "B:C". */
export const rowsAddress = (first: number, last: number): string => `${String(first + 1)}:${String(last + 1)}`;
export const columnsAddress = (first: number, last: number): string => `${columnName(first)}:${columnName(last)}`;

/** Reads "Sheet!B2:C5", "'A sheet'!$B$2", "B:B" or "2:3" as Excel writes them. */
export function parseAddress(address: string): Area {
  const [first = '', last = first] = address
    .slice(address.lastIndexOf('!') + 1)
    .replaceAll('$', '')
    .split(':');
  const start = corner(first);
  const end = corner(last);
  return { top: start.row ?? 0, left: start.column ?? 0, bottom: end.row ?? MAX_ROW, right: end.column ?? MAX_COLUMN };
}

function corner(text: string): { row: number | null; column: number | null } {
  const [, letters = '', digits = ''] = /^([A-Za-z]*)(\d*)$/.exec(text) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: digits === '' ? null : Number(digits) - 1, column: letters === '' ? null : column - 1 };
}

/** A sheet's name as a formula writes it. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/**
 * Rectangles of equal keys that together hold every cell whose key is not undefined: runs along the
 * row, joined with the row above where they are the same.
 */
export function rectangles<Key extends string | number | boolean>(
  rows: number,
  columns: number,
  keyAt: (row: number, column: number) => Key | undefined,
): { readonly key: Key; readonly area: Area }[] {
  const done: { key: Key; area: Area }[] = [];
  let open = new Map<string, { key: Key; area: Area }>();
  for (let row = 0; row < rows; row += 1) {
    const next = new Map<string, { key: Key; area: Area }>();
    for (const { key, left, right } of runs(columns, (column) => keyAt(row, column))) {
      const name = `${String(left)}:${String(right)}:${String(key)}`;
      const above = open.get(name);
      open.delete(name);
      next.set(name, { key, area: { top: above?.area.top ?? row, left, bottom: row, right } });
    }
    done.push(...open.values());
    open = next;
  }
  return [...done, ...open.values()];
}

/** Neighbouring indices of one key, from the first to the last. */
export function runs<Key>(
  count: number,
  keyAt: (index: number) => Key | undefined,
): { key: Key; left: number; right: number }[] {
  const found: { key: Key; left: number; right: number }[] = [];
  for (let index = 0; index < count; index += 1) {
    const key = keyAt(index);
    const last = found[found.length - 1];
    if (key === undefined) continue;
    if (last && last.key === key && last.right === index - 1) last.right = index;
    else found.push({ key, left: index, right: index });
  }
  return found;
}
