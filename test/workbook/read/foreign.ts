/** The cells of a test workbook written by other people's libraries. */
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import XLSX from 'xlsx';
import { columnName } from '../../../src/rules';
import type { Cell, SheetCells, WorkbookCells } from '../../../src/sheets/cells';

const range = ({ top, left, bottom, right }: NonNullable<SheetCells['merges']>[number]): string =>
  `${columnName(left)}${String(top + 1)}:${columnName(right)}${String(bottom + 1)}`;

function eachCell(sheet: SheetCells, visit: (address: string, cell: Cell) => void): void {
  sheet.rows.forEach((row, r) =>
    row?.forEach((cell, c) => {
      if (cell !== undefined) visit(`${columnName(c)}${String(r + 1)}`, cell);
    }),
  );
}

/** Written by exceljs. */
export async function writtenByExcelJs(cells: WorkbookCells): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = cells.date1904;
  for (const sheet of cells.sheets) {
    const page = book.addWorksheet(sheet.name, { state: sheet.state });
    eachCell(sheet, (address, { value, formula, format }) => {
      const target = page.getCell(address);
      const result =
        value !== null && typeof value === 'object' ? { error: value.error as ExcelJS.CellErrorValue['error'] } : value;
      target.value = formula === undefined ? result : result === null ? { formula } : { formula, result };
      if (format !== undefined) target.numFmt = format;
    });
    for (const area of sheet.merges ?? []) page.mergeCells(range(area));
    for (const row of sheet.hiddenRows) page.getRow(row + 1).hidden = true;
    for (const column of sheet.hiddenColumns) page.getColumn(column + 1).hidden = true;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const ERROR_NUMBERS: Readonly<Record<string, number>> = { '#REF!': 23, '#N/A': 42, '#DIV/0!': 7, '#NAME?': 29 };

const STATES = { visible: 0, hidden: 1, veryHidden: 2 } as const;

/** Written by SheetJS. */
export function writtenBySheetJs(cells: WorkbookCells, compression = true): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const sheet of cells.sheets) {
    const page: XLSX.WorkSheet = {};
    let last = 'A1';
    eachCell(sheet, (address, { value, formula, format }) => {
      page[address] = {
        ...(formula === undefined ? {} : { f: formula }),
        ...(format === undefined ? {} : { z: format }),
        ...(value === null
          ? { t: 'z' }
          : typeof value === 'object'
            ? { t: 'e', v: ERROR_NUMBERS[value.error] ?? 15 }
            : { t: typeof value === 'number' ? 'n' : typeof value === 'boolean' ? 'b' : 's', v: value }),
      };
      last = address;
    });
    const width = Math.max(0, ...Array.from(sheet.rows, (row) => row?.length ?? 0));
    page['!ref'] = `A1:${columnName(width)}${/\d+/u.exec(last)?.[0] ?? '1'}`;
    page['!merges'] = (sheet.merges ?? []).map(({ top, left, bottom, right }) => ({
      s: { r: top, c: left },
      e: { r: bottom, c: right },
    }));
    page['!rows'] = Array.from({ length: Math.max(0, ...sheet.hiddenRows) + 1 }, (_, row) => ({
      hidden: sheet.hiddenRows.has(row),
    }));
    page['!cols'] = Array.from({ length: Math.max(-1, ...sheet.hiddenColumns) + 1 }, (_, column) => ({
      hidden: sheet.hiddenColumns.has(column),
    }));
    XLSX.utils.book_append_sheet(book, page, sheet.name);
  }
  book.Workbook = {
    WBProps: { date1904: cells.date1904 },
    Sheets: cells.sheets.map(({ name, state }) => ({ name, Hidden: STATES[state] })),
    Names: [
      ...cells.sheets.flatMap(({ stamp }, index) =>
        stamp === null ? [] : [{ Name: 'thidua_stamp', Sheet: index, Ref: `"${stamp}"`, Hidden: true }],
      ),
      ...(cells.names ?? []).map(({ name, sheet, formula }) => ({
        Name: name,
        Ref: formula,
        ...(sheet === null ? {} : { Sheet: sheet }),
      })),
    ],
  };
  // As a buffer: an array is made by way of a text, which takes five times as long.
  const bytes = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression }) as Buffer);
  return cells.manualCalculation === true ? inManualCalculation(bytes) : bytes;
}

/** SheetJS writes nothing of how a workbook is calculated. */
function inManualCalculation(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  return zipSync({
    ...parts,
    'xl/workbook.xml': strToU8(workbook.replace('</workbook>', '<calcPr calcMode="manual"/></workbook>')),
  });
}
