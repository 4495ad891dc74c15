/** The reverse sieve: what people do to a workbook without meaning anything by it. */
import type { Cell, SheetCells, WorkbookCells } from '../../src/sheets/cells';
import { SHEETS, type SheetKey } from '../../src/workbook/layout';
import { insertRow, moveColumn, width, withCell, withSheet } from './change';

export interface Innocent {
  readonly kind: string;
  readonly name: string;
  readonly make: () => WorkbookCells;
}

const text = (value: string): Cell => ({ value });
const NAMES = Object.entries(SHEETS).map(([key, { name }]) => [key as SheetKey, name] as const);

/** Rows laid below the last one of a sheet. */
function below(sheet: SheetCells, rows: readonly (readonly (Cell | undefined)[])[]): SheetCells {
  return { ...sheet, rows: [...sheet.rows, ...rows] };
}

const SIGNATURES: readonly (readonly (Cell | undefined)[])[] = [
  [],
  [undefined, undefined, undefined, text('Ninh Bình, ngày 20 tháng 12 năm 2025')],
  [text('NGƯỜI LẬP BIỂU'), undefined, undefined, text('TRƯỞNG KHỐI')],
  [text('(Ký, ghi rõ họ tên)'), undefined, undefined, text('(Ký tên, đóng dấu)')],
  [],
  [],
];

const LETTERHEAD: readonly (readonly (Cell | undefined)[])[] = [
  [text('UBND TỈNH NINH BÌNH'), undefined, text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')],
  [text('SỞ NỘI VỤ'), text('Độc lập - Tự do - Hạnh phúc'), undefined, text('(Mẫu số 01)')],
];

/** By name, a change of one sheet that no outcome may notice. */
const OF_ONE_SHEET: Readonly<Record<string, (sheet: SheetCells, key: SheetKey) => SheetCells | null>> = {
  'a signature block': (sheet) => below(sheet, SIGNATURES),
  'a date line': (sheet) => below(sheet, [[text('…, ngày 20 tháng 12 năm 2024')]]),
  'notes beside the table': (sheet, key) =>
    key === 'units'
      ? null
      : withCell(
          withCell(sheet, 1, width(sheet) + 2, text('Nhớ hỏi lại đơn vị')),
          2,
          width(sheet) + 2,
          text('đã xong'),
        ),
  'a trailing total row': (sheet, key) =>
    key === 'criteria' || key === 'scores' ? below(sheet, [[text('Tổng cộng')]]) : null,
  'an own column': (sheet, key) =>
    key === 'units'
      ? withCell(
          withCell(sheet, headerRow(sheet), width(sheet), text('Số điện thoại')),
          headerRow(sheet) + 1,
          width(sheet),
          text('0229 000 000'),
        )
      : null,
  'hidden rows': (sheet) => ({ ...sheet, hiddenRows: new Set([2, 3]) }),
};

function headerRow(sheet: SheetCells): number {
  return sheet.rows.findIndex((row) => row?.some((cell) => cell?.value === 'Tên đơn vị') === true);
}

/** Where the first table row with a known header stands. */
function firstHeader(sheet: SheetCells, key: SheetKey): number {
  const headers: readonly string[] = Object.values(SHEETS[key].columns).map(({ header }) => header);
  return sheet.rows.findIndex(
    (row) => (row ?? []).filter((cell) => typeof cell?.value === 'string' && headers.includes(cell.value)).length > 1,
  );
}

export function* innocentOf(cells: WorkbookCells): Generator<Innocent> {
  for (const [key, sheetName] of NAMES) {
    const index = cells.sheets.findIndex(({ name }) => name === sheetName);
    const sheet = cells.sheets[index];
    if (sheet === undefined) continue;
    for (const [name, change] of Object.entries(OF_ONE_SHEET)) {
      const changed = change(sheet, key);
      if (changed !== null)
        yield { kind: name, name: `${name}: ${sheetName}`, make: () => withSheet(cells, index, () => changed) };
    }
    yield {
      kind: 'letterhead',
      name: `letterhead: ${sheetName}`,
      make: () => LETTERHEAD.reduceRight((book, line) => insertRow(book, index, 0, line), cells),
    };
    yield {
      kind: 'title rows',
      name: `title rows: ${sheetName}`,
      make: () => insertRow(insertRow(cells, index, 0, []), index, 0, [text('KHỐI THI ĐUA CÁC CƠ QUAN THAM MƯU')]),
    };
    const header = firstHeader(sheet, key);
    for (let row = header + 1; row <= sheet.rows.length; row++) {
      if (row > header + 2 || key !== 'scores')
        yield {
          kind: 'a blank row',
          name: `a blank row: ${sheetName} ${String(row + 1)}`,
          make: () => insertRow(cells, index, row, undefined),
        };
    }
    // Any name is a band's: there is no sub-heading among them.
    for (let row = header + 3; row < sheet.rows.length && key !== 'bands'; row++) {
      yield {
        kind: 'a sub-heading',
        name: `a sub-heading: ${sheetName} ${String(row + 1)}`,
        make: () => insertRow(cells, index, row, [text('Các nội dung khác')]),
      };
    }
    if (key !== 'scores')
      for (let column = 0; column < width(sheet); column++)
        yield {
          kind: 'a moved column',
          name: `a moved column: ${sheetName} ${String(column + 1)}`,
          make: () => moveColumn(cells, index, column, width(sheet)),
        };
  }
  const own: SheetCells = {
    name: 'Việc cần làm',
    state: 'visible',
    rows: [
      [text('Việc'), text('Hạn')],
      [text('Gửi hồ sơ'), { value: 45_000, format: 'dd/mm/yyyy' }],
    ],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: [],
    stamp: null,
    protected: false,
  };
  yield { kind: 'an own sheet', name: 'an own sheet', make: () => ({ ...cells, sheets: [...cells.sheets, own] }) };
}
