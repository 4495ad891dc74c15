/** Which cells hold values: what a person typed there is what it is, and no program can know better. */
import type { SheetCells, WorkbookCells } from '../../src/sheets/cells';
import * as layout from '../../src/workbook/layout';
import { SHEETS, type SheetKey } from '../../src/workbook/layout';
import { fold } from './inputs';

/** Free rows of `Thông tin`: whatever is typed there is printed. */
const CLOSED_INFO = [
  'Mẫu sổ',
  'Loại',
  'Trưởng khối',
  'Phó Trưởng khối',
  'Trưởng khối năm sau',
  'Phó Trưởng khối năm sau',
].map(fold);
const FREE_COLUMNS: Readonly<Partial<Record<SheetKey, readonly string[]>>> = {
  criteria: ['Nội dung', 'Căn cứ'],
  units: ['Tên đơn vị', 'Ghi chú', 'Không xếp hạng'],
  settings: ['Căn cứ'],
  awards: ['Hình thức', 'Căn cứ'],
  conditions: ['Căn cứ'],
  data: ['Minh chứng', 'Giải trình'],
  decisions: ['Lý do', 'Người quyết định', 'Ngày'],
};

/** Columns of texts with numbers in them: another number is another value. */
const NUMBERS: Readonly<Partial<Record<SheetKey, readonly string[]>>> = {
  conditions: ['Giá trị'],
  criteria: ['Tham số'],
  awards: ['Số suất'],
  bands: ['Số đơn vị tối đa'],
};

const headerRows = new WeakMap<SheetCells, number>();

/** The row with the most known headers; -1 where none has two. */
function headerRowOf(sheet: SheetCells, key: SheetKey): number {
  const met = headerRows.get(sheet);
  if (met !== undefined) return met;
  const known = new Set(Object.values(SHEETS[key].columns).map(({ header }) => fold(header)));
  let best = -1;
  let most = 1;
  sheet.rows.slice(0, 12).forEach((line, index) => {
    const count = (line ?? []).filter((cell) => typeof cell?.value === 'string' && known.has(fold(cell.value))).length;
    if (count > most) [best, most] = [index, count];
  });
  headerRows.set(sheet, best);
  return best;
}

function headerAbove(
  sheet: SheetCells,
  key: SheetKey,
  row: number,
  column: number,
): { header: string; first: string } | null {
  const best = headerRowOf(sheet, key);
  if (best < 0 || row <= best) return null;
  const value = sheet.rows[best]?.[column]?.value;
  const first = sheet.rows[row]?.[0]?.value;
  return { header: typeof value === 'string' ? fold(value) : '', first: typeof first === 'string' ? fold(first) : '' };
}

/** A free text or a typed number: the bloc's own name, a reason, a remark. */
export function isValueCell(key: SheetKey, sheet: SheetCells, row: number, column: number, changed: string): boolean {
  const above = headerAbove(sheet, key, row, column);
  if (above === null) return false;
  if (key === 'info') return above.header === fold('Giá trị') && !CLOSED_INFO.includes(above.first);
  if (NUMBERS[key]?.some((header) => fold(header) === above.header) === true) return /\d/u.test(changed);
  return FREE_COLUMNS[key]?.some((free) => fold(free) === above.header) === true;
}

const WORDS = new Set(
  Object.values(layout).flatMap((list): string[] => {
    if (typeof list !== 'object' || list === null) return [];
    return Object.values(list).flatMap((entry: unknown) =>
      Array.isArray(entry) ? entry.filter((word): word is string => typeof word === 'string').map(fold) : [],
    );
  }),
);

const known = new WeakMap<WorkbookCells, ReadonlySet<string>>();

function codesOf(cells: WorkbookCells): ReadonlySet<string> {
  const codes =
    known.get(cells) ??
    new Set(
      cells.sheets.flatMap((sheet) =>
        sheet.rows.flatMap((row) =>
          (row ?? []).flatMap((cell) =>
            typeof cell?.value === 'string' && cell.value.length <= 40 ? [fold(cell.value)] : [],
          ),
        ),
      ),
    );
  known.set(cells, codes);
  return codes;
}

/** Whether a changed text is another allowed word, or another code of the same workbook: then it was chosen. */
export function otherWords(
  cells: WorkbookCells,
  key: SheetKey,
): (sheet: SheetCells, row: number, column: number, changed: string) => boolean {
  const codes = codesOf(cells);
  return (sheet, row, column, changed) => {
    const above = headerAbove(sheet, key, row, column);
    if (above === null) return false;
    const before = sheet.rows[row]?.[column]?.value;
    const folded = fold(changed);
    return typeof before === 'string' && folded !== fold(before) && (WORDS.has(folded) || codes.has(folded));
  };
}
