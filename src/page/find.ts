/** Finding a text in the cells of the workbook: in either case, with or without marks, as it is shown. */
import type { Place } from '../rules';
import type { SheetCells } from '../sheets/cells';
import { fold, unmark } from '../base/folding';
import { displayText, type Calendar } from './grid/display';

/** More cells than this are counted no further. */
export const MOST_FOUND = 1_000;

/** The cells that hold `text`, sheet by sheet, row by row. "doan luat" finds "Đoàn Luật sư"; "Đoàn" finds no "doan". */
export function findCells(sheets: readonly SheetCells[], text: string, calendar: Calendar): Place[] {
  const wanted = fold(text);
  if (wanted === '') return [];
  const isUnmarked = unmark(wanted) === wanted;
  const found: Place[] = [];
  for (const { name, rows } of sheets) {
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of (cells ?? []).entries()) {
        if (cell === undefined || found.length >= MOST_FOUND) continue;
        const shown = fold(displayText(cell, calendar));
        if ((isUnmarked ? unmark(shown) : shown).includes(wanted)) found.push({ sheet: name, row, column });
      }
    }
  }
  return found;
}

/** The index of the first one behind a place (at or behind it), or before it; round about. */
export function nextFound(found: readonly Place[], sheets: readonly string[], from: Place, step: 1 | -1 | 0): number {
  const order = ({ sheet, row, column }: Place): readonly number[] => [sheets.indexOf(sheet), row, column];
  const compare = (a: Place, b: Place): number => {
    const [left, right] = [order(a), order(b)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
  };
  if (step < 0) {
    const before = found.findLastIndex((place) => compare(place, from) < 0);
    return before < 0 ? found.length - 1 : before;
  }
  const after = found.findIndex((place) => (step > 0 ? compare(place, from) > 0 : compare(place, from) >= 0));
  return after < 0 ? 0 : after;
}
