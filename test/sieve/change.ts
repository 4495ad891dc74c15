/** One single change of a workbook, as a person makes it by accident. */
import type { Cell, SheetCells, WorkbookCells } from '../../src/sheets/cells';

/** What a change touched: by this a finding must name it. Rows and columns as they stand after the change. */
export interface Touched {
  readonly sheet: string;
  readonly row?: number;
  /** Of a row that was moved: where it stood. */
  readonly rowBefore?: number;
  readonly column?: number;
  /** The words that stood there and stand there now: a finding that quotes one of them names the change. */
  readonly words: readonly string[];
}

export interface Change {
  /** Such as "cut: Điều kiện!A4 ĐK3 → ĐK". */
  readonly name: string;
  readonly kind: string;
  readonly touched: Touched;
  /** The changed cell holds a value (a number, a free text, a word changed into another allowed one): it is what it is. */
  readonly isValue: boolean;
  readonly make: () => WorkbookCells;
}

export const withSheet = (
  cells: WorkbookCells,
  index: number,
  change: (sheet: SheetCells) => SheetCells,
): WorkbookCells => ({ ...cells, sheets: cells.sheets.map((sheet, at) => (at === index ? change(sheet) : sheet)) });

export function withCell(sheet: SheetCells, row: number, column: number, cell: Cell | undefined): SheetCells {
  const rows = [...sheet.rows];
  const changed = [...(rows[row] ?? [])];
  changed[column] = cell;
  rows[row] = changed;
  return { ...sheet, rows };
}

export const width = (sheet: SheetCells): number => Math.max(0, ...sheet.rows.map((row) => row?.length ?? 0));

/** Where a line stands after lines were moved. */
type Moved = (index: number) => number;

const REFERENCE = /((?:'[^']+'|[\p{L}\p{N}_.]+)!)?(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\p{L}\p{N}_(])/gu;
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
const numberOf = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** A formula after lines of a sheet were moved, as Excel rewrites it. */
function moveFormula(formula: string, own: string, moved: string, row: Moved, column: Moved): string {
  return formula.replace(
    REFERENCE,
    (whole, sheet: string | undefined, fixedColumn: string, name: string, fixedRow: string, number: string) => {
      const named = sheet === undefined ? own : sheet.slice(0, -1).replace(/^'|'$/gu, '');
      if (named !== moved) return whole;
      return `${sheet ?? ''}${fixedColumn}${letters(column(numberOf(name)))}${fixedRow}${String(row(Number(number) - 1) + 1)}`;
    },
  );
}

const same: Moved = (index) => index;
const movedLine =
  (from: number, to: number): Moved =>
  (at) =>
    at === from ? to : at > from && at <= to ? at - 1 : at < from && at >= to ? at + 1 : at;

/** The workbook with the formulas of all sheets following the moved lines of one of them. */
function followLines(cells: WorkbookCells, moved: string, row: Moved, column: Moved): WorkbookCells {
  return withFormulas(cells, (formula, own) => moveFormula(formula, own, moved, row, column));
}

/** The workbook with other formulas; sheets and rows without a changed one stay the very same. */
export function withFormulas(cells: WorkbookCells, change: (formula: string, sheet: string) => string): WorkbookCells {
  const changedCell = (cell: Cell | undefined, sheet: string): Cell | undefined => {
    const formula = cell?.formula === undefined ? undefined : change(cell.formula, sheet);
    return cell === undefined || formula === cell.formula
      ? cell
      : { ...cell, ...(formula === undefined ? {} : { formula }) };
  };
  const sheets = cells.sheets.map((sheet) => {
    const rows = sheet.rows.map((line) =>
      line?.some((cell) => cell !== changedCell(cell, sheet.name)) === true
        ? line.map((cell) => changedCell(cell, sheet.name))
        : line,
    );
    return rows.some((line, at) => line !== sheet.rows[at]) ? { ...sheet, rows } : sheet;
  });
  return { ...cells, sheets };
}

/** The workbook with a row put in above a row of a sheet; merges, hidden rows and formulas follow as in Excel. */
export function insertRow(
  cells: WorkbookCells,
  index: number,
  above: number,
  row: readonly (Cell | undefined)[] | undefined,
): WorkbookCells {
  const name = cells.sheets[index]?.name ?? '';
  const down: Moved = (at) => (at >= above ? at + 1 : at);
  return withSheet(followLines(cells, name, down, same), index, (sheet) => ({
    ...sheet,
    rows: [...sheet.rows.slice(0, above), row, ...sheet.rows.slice(above)],
    hiddenRows: new Set([...sheet.hiddenRows].map(down)),
    merges:
      sheet.merges?.map((area) => ({
        ...area,
        top: down(area.top),
        bottom: area.bottom >= above ? area.bottom + 1 : area.bottom,
      })) ?? null,
  }));
}

/** The workbook with a row of a sheet moved so that it stands at `to`; hidden rows and formulas follow, merges where they can. */
export function moveRow(cells: WorkbookCells, index: number, from: number, to: number): WorkbookCells {
  const name = cells.sheets[index]?.name ?? '';
  const moved = movedLine(from, to);
  return withSheet(followLines(cells, name, moved, same), index, (sheet) => {
    const order = Array.from({ length: Math.max(sheet.rows.length, to + 1) }, (_, at) => at).sort(
      (a, b) => moved(a) - moved(b),
    );
    return {
      ...sheet,
      rows: order.map((at) => sheet.rows[at]),
      hiddenRows: new Set([...sheet.hiddenRows].map(moved)),
      merges:
        sheet.merges
          ?.filter(({ top, bottom }) => bottom - top === moved(bottom) - moved(top))
          .map((area) => ({ ...area, top: moved(area.top), bottom: moved(area.bottom) })) ?? null,
    };
  });
}

/** The workbook with a column of a sheet moved so that it stands at `to`; merges follow where they can, formulas always. */
export function moveColumn(cells: WorkbookCells, index: number, from: number, to: number): WorkbookCells {
  const name = cells.sheets[index]?.name ?? '';
  const moved = movedLine(from, to);
  return withSheet(followLines(cells, name, same, moved), index, (sheet) => {
    const end = Math.max(width(sheet), to + 1);
    const order = Array.from({ length: end }, (_, at) => at).sort((a, b) => moved(a) - moved(b));
    return {
      ...sheet,
      rows: sheet.rows.map((row) => (row === undefined ? row : order.map((at) => row[at]))),
      hiddenColumns: new Set([...sheet.hiddenColumns].map(moved)),
      merges:
        sheet.merges
          ?.filter(({ left, right }) => right - left === moved(right) - moved(left))
          .map((area) => ({ ...area, left: moved(area.left), right: moved(area.right) })) ?? null,
    };
  });
}
