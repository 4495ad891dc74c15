/** A door that reads again only the sheets that changed: what it read of the others stands. Both doors read sheet by sheet. */
import type { SheetCells, WorkbookCells } from '../../src/sheets/cells';

type Reading = (cells: WorkbookCells) => WorkbookCells | Promise<WorkbookCells>;

/**
 * Reads whole workbooks where anything but a sheet is another than in the workbook before (names, the calendar);
 * else the sheets it has not met yet, in a workbook of their own.
 */
export function sheetwise(reading: Reading): (cells: WorkbookCells) => Promise<WorkbookCells> {
  const met = new WeakMap<SheetCells, SheetCells>();
  let frame: { readonly of: string; readonly read: WorkbookCells } | null = null;
  return async (cells) => {
    const { sheets, ...rest } = cells;
    const of = JSON.stringify(rest);
    const fresh = frame?.of === of ? sheets.filter((sheet) => !met.has(sheet)) : sheets;
    if (fresh.length > 0) {
      const read = await reading(fresh === sheets ? cells : alone(cells, fresh));
      fresh.forEach((sheet, at) => {
        met.set(sheet, read.sheets[at] ?? sheet);
      });
      if (frame === null || fresh === sheets) frame = { of, read };
    }
    return { ...(frame?.read ?? cells), sheets: sheets.map((sheet) => met.get(sheet) ?? sheet) };
  };
}

/** Some sheets in a workbook of their own, which must have one that is seen. */
function alone(cells: WorkbookCells, sheets: readonly SheetCells[]): WorkbookCells {
  const seen: SheetCells = {
    name: 'Trang trống',
    state: 'visible',
    rows: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: [],
    stamp: null,
    protected: false,
  };
  return { ...cells, names: [], sheets: [...sheets, seen] };
}

const texts = new WeakMap<SheetCells, string>();

/** All that is judged of a sheet but its merges; a cell of no text is a blank one. */
function textOf(sheet: SheetCells): string {
  const { name, state, stamp, rows, hiddenRows, hiddenColumns } = sheet;
  const text =
    texts.get(sheet) ??
    JSON.stringify([
      name,
      state,
      stamp,
      [...hiddenRows].sort((a, b) => a - b),
      [...hiddenColumns].sort((a, b) => a - b),
      Array.from(rows, (row, at) =>
        (row ?? []).flatMap((cell, column) =>
          cell === undefined || (cell.value === '' && cell.formula === undefined)
            ? []
            : [[at, column, cell.value, cell.formula, cell.format, cell.hidden]],
        ),
      ),
    ]);
  texts.set(sheet, text);
  return text;
}

/** Whether two doors read the same: then no judgement can differ. */
export function haveSameCells(one: WorkbookCells, other: WorkbookCells): boolean {
  return (
    one.date1904 === other.date1904 &&
    (one.manualCalculation === true) === (other.manualCalculation === true) &&
    one.sheets.length === other.sheets.length &&
    one.sheets.every((sheet, at) => textOf(sheet) === textOf(other.sheets[at] ?? sheet))
  );
}
