/** What three readers make of a file, in one shape: "type value" per cell, with the formula where there is one. */
import ExcelJS from 'exceljs';
import * as SheetJS from 'xlsx';
import { readWorkbook } from '../../../src/xlsx';
import { cellName } from '../../../src/rules/model/place';
import type { WorkbookCells } from '../../../src/sheets/cells';

/** "Trang!A1" → [kind, value]. Blank cells are left out. */
export type Reading = ReadonlyMap<
  string,
  readonly [kind: 'number' | 'text' | 'yes/no' | 'error' | 'none', value: string]
>;

const kindOf = (value: unknown): 'number' | 'text' | 'yes/no' =>
  typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'yes/no' : 'text';

export function readOurs(file: Uint8Array): { reading: Reading; workbook: WorkbookCells } {
  const read = readWorkbook(file);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const reading = new Map<string, Reading extends ReadonlyMap<string, infer Item> ? Item : never>();
  for (const { name, rows } of read.value.sheets) {
    rows.forEach((row, r) =>
      row?.forEach((cell, column) => {
        if (cell === undefined) return;
        const { value } = cell;
        reading.set(
          `${name}!${cellName({ row: r, column })}`,
          value === null
            ? ['none', '']
            : typeof value === 'object'
              ? ['error', value.error]
              : [kindOf(value), String(value)],
        );
      }),
    );
  }
  return { reading, workbook: read.value };
}

export function readSheetJs(file: Uint8Array): Reading {
  const cells = new Map<string, readonly [ReturnType<typeof kindOf> | 'error' | 'none', string]>();
  const book = SheetJS.read(file);
  for (const name of book.SheetNames) {
    for (const [key, cell] of Object.entries(book.Sheets[name] ?? {}) as [string, SheetJS.CellObject][]) {
      if (key.startsWith('!') || (cell.t === 'z' && cell.f === undefined)) continue;
      cells.set(
        `${name}!${key}`,
        cell.t === 'z' || cell.v === undefined
          ? ['none', '']
          : cell.t === 'e'
            ? ['error', cell.w ?? '']
            : [kindOf(cell.v), String(cell.v)],
      );
    }
  }
  return cells;
}

const DAY = 86_400_000;

export async function readExcelJs(file: Uint8Array): Promise<Reading> {
  const cells = new Map<string, readonly [ReturnType<typeof kindOf> | 'error' | 'none', string]>();
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(file) as unknown as ArrayBuffer);
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const { value } = cell;
        const plain: unknown =
          value !== null && typeof value === 'object' && ('formula' in value || 'sharedFormula' in value)
            ? value.result
            : value;
        if (plain === null || (plain === undefined && cell.formula === undefined)) return;
        cells.set(`${sheet.name}!${cell.address}`, describe(plain));
      });
    });
  }
  return cells;
}

function describe(value: unknown): readonly [ReturnType<typeof kindOf> | 'error' | 'none', string] {
  if (value === undefined || value === null) return ['none', ''];
  if (value instanceof Date || Object.prototype.toString.call(value) === '[object Date]')
    return ['number', String((value as Date).getTime() / DAY + 25_569)];
  if (typeof value === 'object' && 'error' in value) return ['error', String(value.error)];
  if (typeof value === 'object' && 'richText' in value)
    return ['text', (value.richText as { text: string }[]).map(({ text }) => text).join('')];
  if (typeof value === 'object' && 'hyperlink' in value && 'text' in value) return describe(value.text);
  return [kindOf(value), String(value)];
}
