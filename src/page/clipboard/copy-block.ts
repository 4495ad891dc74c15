/** The selected cells for the clipboard: as a table that other programs lay into cells, and as text. */
import { cellAt, type Area, type SheetCells } from '../../sheets/cells';
import { displayText, isDate, type Calendar } from '../grid/display';
import type { SheetLayout } from '../grid/layout';
import { writeHtml, type HtmlCell } from './html-table';
import { writeTsv } from './tsv';

export interface Copied {
  readonly text: string;
  readonly html: string;
}

export function copyBlock(
  sheet: SheetCells,
  { mergeAt }: Pick<SheetLayout, 'mergeAt'>,
  area: Area,
  calendar: Calendar,
): Copied {
  const rows: HtmlCell[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells: HtmlCell[] = [];
    for (let column = area.left; column <= area.right; column++)
      cells.push(cellFor(sheet, mergeAt(row, column), row, column, calendar));
    rows.push(cells);
  }
  return { text: writeTsv(rows), html: writeHtml(rows) };
}

function cellFor(
  sheet: SheetCells,
  merge: Area | undefined,
  row: number,
  column: number,
  calendar: Calendar,
): HtmlCell {
  if (merge !== undefined && (merge.top !== row || merge.left !== column))
    return { text: '', isText: false, isCovered: true };
  const cell = cellAt(sheet, row, column);
  const text = cell ? displayText(cell, calendar) : '';
  const number = typeof cell?.value === 'number' && !isDate(cell.format) ? { number: cell.value } : {};
  const size = merge === undefined ? {} : { rows: merge.bottom - merge.top + 1, columns: merge.right - merge.left + 1 };
  return { text, isText: typeof cell?.value === 'string', ...number, ...size };
}
