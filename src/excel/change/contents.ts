/** What all sheets hold, as a change is reckoned from it and compared with it. */
import type { Cell, SheetCells, WorkbookCells } from '../../sheets/cells';
import { parseAddress } from '../areas';
import { cellRows } from '../read';

/** `formats`: number formats are asked for too. */
export function loadUsed(sheet: Excel.Worksheet, formats: boolean): Excel.Range {
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  used.load(formats ? 'address,values,formulas,numberFormat' : 'address,values,formulas');
  return used;
}

export const cellsIn = (sheets: readonly SheetCells[]): WorkbookCells => ({
  sheets,
  date1904: false,
  structureProtected: false,
});

export function sheetIn(name: string, used: Excel.Range, isProtected: boolean, hasFormats: boolean): SheetCells {
  return {
    name,
    state: 'visible',
    protected: isProtected,
    stamp: null,
    rows: used.isNullObject ? [] : rowsIn(name, used, hasFormats),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: null,
  };
}

function rowsIn(name: string, used: Excel.Range, hasFormats: boolean): SheetCells['rows'] {
  const { top, left } = parseAddress(used.address);
  const formats = new Map<string, string>();
  if (hasFormats)
    (used.numberFormat as string[][]).forEach((row, at) => {
      row.forEach((format, column) => {
        if (format !== 'General') formats.set(`${String(at)},${String(column)}`, format);
      });
    });
  const { values, formulas } = used as { values: unknown[][]; formulas: unknown[][] };
  return cellRows({ name, top, left, values, formulas, rowHidden: false, columnHidden: false }, formats);
}

/** The first sheet that holds something else; null where all is alike. What formulas give does not count. */
export function firstOther(is: WorkbookCells, wanted: WorkbookCells): string | null {
  for (const [index, { name, rows }] of wanted.sheets.entries()) {
    const now = is.sheets[index];
    if (now?.name !== name) return name;
    const last = Math.max(rows.length, now.rows.length);
    for (let row = 0; row < last; row++) {
      const [a, b] = [now.rows[row] ?? [], rows[row] ?? []];
      const width = Math.max(a.length, b.length);
      for (let column = 0; column < width; column++) if (textOf(a[column]) !== textOf(b[column])) return name;
    }
  }
  return null;
}

/** Excel writes formulas in its own way: without needless spaces and quotes. */
function textOf(cell: Cell | undefined): string {
  if (cell?.formula !== undefined) return `=${cell.formula.replace(/[\s']/g, '').toUpperCase()}`;
  const value = cell?.value ?? '';
  return typeof value === 'object' ? value.error : `${typeof value} ${String(value)}`;
}
