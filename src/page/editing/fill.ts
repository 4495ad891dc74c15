/** Filling down and emptying: what the keys change besides typing. */
import type { Fix } from '../../rules';
import { cellAt, type Area, type SheetCells } from '../../sheets/cells';
import type { SheetLayout } from '../grid/layout';
import { isFilled } from '../grid/selection';
import { shiftFormula, takeApart } from '../../sheets/formula/relative';

type Merges = Pick<SheetLayout, 'mergeAt'>;

/** The first row of the area into those below; from the row above where the area has only one. A formula reads from its new place. */
export function fillDown(sheet: SheetCells, { mergeAt }: Merges, area: Area): Fix[] {
  const from = area.top === area.bottom ? area.top - 1 : area.top;
  if (from < 0) return [];
  const fixes: Fix[] = [];
  for (let column = area.left; column <= area.right; column++) {
    const source = cellAt(sheet, from, column);
    if (typeof source?.value === 'object' && source.value !== null && source.formula === undefined) continue;
    for (let row = from + 1; row <= area.bottom; row++) {
      if (isCovered(mergeAt(row, column), row, column)) continue;
      const place = { sheet: sheet.name, row, column };
      const target = cellAt(sheet, row, column);
      const format = source?.format !== undefined && source.format !== target?.format ? { format: source.format } : {};
      if (source?.formula !== undefined)
        fixes.push({ place, value: '', formula: shiftFormula(takeApart(source.formula), row - from, 0), ...format });
      else if (source === undefined ? isFilled(target) : target?.value !== source.value || target.formula !== undefined)
        fixes.push({ place, value: plain(source?.value), ...(source && format) });
    }
  }
  return fixes;
}

/** Empties what is filled. */
export function clearArea(sheet: SheetCells, { mergeAt }: Merges, area: Area): Fix[] {
  const fixes: Fix[] = [];
  for (let row = area.top; row <= Math.min(area.bottom, sheet.rows.length - 1); row++) {
    const cells = sheet.rows[row];
    for (let column = area.left; cells !== undefined && column <= Math.min(area.right, cells.length - 1); column++) {
      if (isFilled(cells[column]) && !isCovered(mergeAt(row, column), row, column))
        fixes.push({ place: { sheet: sheet.name, row, column }, value: '' });
    }
  }
  return fixes;
}

const isCovered = (merge: Area | undefined, row: number, column: number): boolean =>
  merge !== undefined && (merge.top !== row || merge.left !== column);

const plain = (value: unknown): string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
