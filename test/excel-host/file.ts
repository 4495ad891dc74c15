/** Workbooks from .xlsx files into the stand-in, and what the stand-in holds back into one. */
import type { WorkbookCells } from '../../src/sheets/cells';
import type { SheetPlan } from '../../src/sheets/plan';
import { createPackage, readWorkbook } from '../../src/xlsx';
import { BookModel, MAX_COLUMNS, type SheetModel } from './model';

const STATES = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** Throws when the file cannot be read. Looks are not taken over. */
export function loadBook(bytes: Uint8Array): BookModel {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.error.code);
  return bookOf(read.value);
}

export function bookOf(cells: WorkbookCells): BookModel {
  const book = new BookModel();
  book.structureProtected = cells.structureProtected;
  book.date1904 = cells.date1904;
  if (cells.manualCalculation === true) book.calculationMode = 'Manual';
  for (const { name, sheet, formula } of cells.names ?? [])
    if (sheet === null) book.names.push({ name, formula: `=${formula}`, visible: true });
  for (const [index, from] of cells.sheets.entries()) {
    const sheet = book.addSheet(from.name);
    sheet.visibility = STATES[from.state];
    sheet.isProtected = from.protected;
    sheet.merges = [...(from.merges ?? [])];
    for (const row of from.hiddenRows) sheet.hiddenRows.add(row);
    for (const column of from.hiddenColumns) sheet.hiddenColumns.add(column);
    if (from.stamp !== null)
      sheet.names.push({ name: 'thidua_stamp', formula: `="${from.stamp.replaceAll('"', '""')}"`, visible: false });
    for (const { name, sheet: own, formula } of cells.names ?? [])
      if (own === index && name !== 'thidua_stamp') sheet.names.push({ name, formula: `=${formula}`, visible: true });
    from.rows.forEach((row, rowIndex) =>
      row?.forEach((cell, column) => {
        if (!cell) return;
        const value = typeof cell.value === 'object' ? (cell.value?.error ?? '') : cell.value;
        sheet.put(rowIndex, column, {
          value,
          ...(cell.formula === undefined ? {} : { formula: `=${cell.formula}` }),
          ...(cell.format === undefined ? {} : { format: cell.format }),
        });
      }),
    );
  }
  return book;
}

/** Contents, formulas, number formats, merges and stamps; looks are left behind. */
export const saveBook = (book: BookModel): Uint8Array => createPackage(book.sheets.map(planOf));

function planOf(sheet: SheetModel): SheetPlan {
  const area = sheet.usedArea(true);
  const stamp = sheet.names.find(({ name }) => name === 'thidua_stamp')?.formula;
  return {
    name: sheet.name,
    columns: [],
    merges: sheet.merges,
    freeze: null,
    validations: [],
    conditional: [],
    print: null,
    protect: sheet.isProtected,
    chart: null,
    tabColor: null,
    stamp: stamp === undefined ? null : stamp.slice(2, -1).replaceAll('""', '"'),
    rows: Array.from({ length: area ? area.bottom + 1 : 0 }, (_, row) => ({
      cells: Array.from({ length: area ? area.right + 1 : 0 }, (_unused, column) => {
        const cell = sheet.cells.get(row * MAX_COLUMNS + column);
        return cell
          ? {
              value: cell.value,
              ...(cell.formula === undefined ? {} : { formula: cell.formula.slice(1) }),
              ...(cell.format === undefined ? {} : { format: cell.format }),
            }
          : null;
      }),
    })),
  };
}
