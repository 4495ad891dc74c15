/** What is selected in a sheet and where keys lead, as in Excel: pure geometry over a layout. */
import { cellAt, type Area, type Cell, type SheetCells } from '../../sheets/cells';
import type { Axis, SheetLayout } from './layout';
import { isSameSpot, type Spot } from './spot';

/** The rectangle between two corners, and the active cell in it; arrows with Shift move `far`. */
export interface Selection {
  readonly active: Spot;
  readonly from: Spot;
  readonly far: Spot;
  /** Whole rows or columns: no merge makes them more. */
  readonly isWhole?: true;
}

export const single = (active: Spot): Selection => ({ active, from: active, far: active });
export const between = (from: Spot, far: Spot): Selection => ({ active: from, from, far });
export const isSingle = ({ top, bottom, left, right }: Area): boolean => top === bottom && left === right;
export const sizeOf = ({ top, bottom, left, right }: Area): number => (bottom - top + 1) * (right - left + 1);

/** The selected rectangle; a merge is selected whole or not at all. */
export function areaOf({ from, far, isWhole }: Selection, merges: readonly Area[]): Area {
  let area: Area = {
    top: Math.min(from.row, far.row),
    bottom: Math.max(from.row, far.row),
    left: Math.min(from.column, far.column),
    right: Math.max(from.column, far.column),
  };
  for (let grows = isWhole !== true; grows;) {
    grows = false;
    for (const merge of merges) {
      if (merge.top > area.bottom || merge.bottom < area.top || merge.left > area.right || merge.right < area.left)
        continue;
      const next: Area = {
        top: Math.min(area.top, merge.top),
        bottom: Math.max(area.bottom, merge.bottom),
        left: Math.min(area.left, merge.left),
        right: Math.max(area.right, merge.right),
      };
      if (sizeOf(next) === sizeOf(area)) continue;
      area = next;
      grows = true;
    }
  }
  return area;
}

export const wholeRow = ({ columns }: SheetLayout, from: Spot, to = from): Selection => ({
  ...between({ row: from.row, column: 0 }, { row: to.row, column: columns.count - 1 }),
  isWhole: true,
});
export const wholeColumn = ({ rows }: SheetLayout, from: Spot, to = from): Selection => ({
  ...between({ row: 0, column: from.column }, { row: rows.count - 1, column: to.column }),
  isWhole: true,
});

/** Everything that holds something; from an empty sheet the first cell. */
export function everything(sheet: SheetCells): Selection {
  return between({ row: 0, column: 0 }, lastUsed(sheet));
}

/** The corner below right of what is used. */
export function lastUsed(sheet: SheetCells): Spot {
  let row = 0,
    column = 0;
  sheet.rows.forEach((cells, at) =>
    cells?.forEach((cell, to) => {
      if (!isFilled(cell)) return;
      row = at;
      column = Math.max(column, to);
    }),
  );
  return { row, column };
}

export const isFilled = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.formula !== undefined || (cell.value !== null && cell.value !== ''));

export const isShown = (axis: Axis, index: number): boolean => (axis.edges[index + 1] ?? 0) > (axis.edges[index] ?? 0);

/** So many steps over hidden entries and out of a merge; stays where there is nothing further. */
export function step(layout: SheetLayout, from: Spot, by: Spot): Spot {
  const merge = layout.mergeAt(from.row, from.column);
  const rowFrom = merge === undefined ? from.row : by.row > 0 ? merge.bottom : by.row < 0 ? merge.top : from.row;
  const columnFrom =
    merge === undefined ? from.column : by.column > 0 ? merge.right : by.column < 0 ? merge.left : from.column;
  const moved = {
    row: by.row === 0 ? from.row : stepAxis(layout.rows, rowFrom, by.row),
    column: by.column === 0 ? from.column : stepAxis(layout.columns, columnFrom, by.column),
  };
  const stays = moved.row === rowFrom && moved.column === columnFrom;
  return stays ? from : anchorOf(layout, moved);
}

/** A cell that a merge covers stands for the merge's first one. */
export function anchorOf(layout: SheetLayout, spot: Spot): Spot {
  const merge = layout.mergeAt(spot.row, spot.column);
  return merge === undefined || !isShown(layout.rows, merge.top) || !isShown(layout.columns, merge.left)
    ? spot
    : { row: merge.top, column: merge.left };
}

function stepAxis(axis: Axis, from: number, by: number): number {
  const direction = Math.sign(by);
  let at = from;
  for (let left = Math.abs(by); left > 0; left--) {
    let next = at + direction;
    while (next >= 0 && next < axis.count && !isShown(axis, next)) next += direction;
    if (next < 0 || next >= axis.count) return at;
    at = next;
  }
  return at;
}

/**
 * Ctrl with an arrow: to the end of the filled run, or over blanks to the next filled cell, or to the edge
 * of what is used (of the sheet, from there on).
 */
export function jump(sheet: SheetCells, layout: SheetLayout, from: Spot, by: Spot): Spot {
  const filled = ({ row, column }: Spot): boolean => isFilled(cellAt(sheet, row, column));
  let at = from;
  let next = step(layout, at, by);
  if (isSameSpot(next, at)) return at;
  const inRun = filled(at) && filled(next);
  for (;;) {
    if (inRun ? !filled(next) : filled(at) && !isSameSpot(at, from)) return at;
    at = next;
    next = step(layout, at, by);
    if (isSameSpot(next, at)) return at;
  }
}

/** Enter and Tab inside a selection of several cells: to the next one, round about, over hidden cells and covered ones. */
export function nextWithin(layout: SheetLayout, area: Area, from: Spot, by: 'row' | 'column', back: boolean): Spot {
  const [width, height] = [area.right - area.left + 1, area.bottom - area.top + 1];
  const total = width * height;
  const row = from.row - area.top,
    column = from.column - area.left;
  let at = by === 'row' ? column * height + row : row * width + column;
  for (let tries = 0; tries < total; tries++) {
    at = (at + (back ? total - 1 : 1)) % total;
    const spot =
      by === 'row'
        ? { row: area.top + (at % height), column: area.left + Math.floor(at / height) }
        : { row: area.top + Math.floor(at / width), column: area.left + (at % width) };
    const merge = layout.mergeAt(spot.row, spot.column);
    const isCovered = merge !== undefined && (merge.top !== spot.row || merge.left !== spot.column);
    if (!isCovered && isShown(layout.rows, spot.row) && isShown(layout.columns, spot.column)) return spot;
  }
  return from;
}
