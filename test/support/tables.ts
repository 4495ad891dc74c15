/**
 * Workbooks written as text tables, for tests that read like the sheets they are about:
 *
 *     workbook({ 'Đơn vị': `
 *       Mã | Tên đơn vị
 *       u1 | Sở Y tế
 *     ` })
 *
 * A cell is a number (`9.5`), `TRUE`, `FALSE`, an error (`#REF!`), a day (`2025-12-31`), a formula with
 * its stored value (`=SUM(A1:A2) -> 5`; nothing behind the arrow: never calculated), or a text. Quotes
 * make it a text whatever it looks like (`"9.5"`, `" "`), `\n` breaks its line, `\p` is a "|". ` @ 0.00`
 * behind a value is its number format. A blank line is a blank row.
 */
import type { Area, Cell, SheetCells, WorkbookCells } from '../../src/sheets/cells';

export interface SheetOptions {
  readonly state?: SheetCells['state'];
  /** Excel's row numbers, from 1. */
  readonly hiddenRows?: readonly number[];
  /** Excel's column letters. */
  readonly hiddenColumns?: readonly string[];
  /** `null`: a door that cannot see merged areas. */
  readonly merges?: readonly string[] | null;
  readonly stamp?: string;
}

export interface SheetTable extends SheetOptions {
  readonly table: string;
}

export type WorkbookTables = Readonly<Record<string, string | SheetTable>>;

export function workbook(tables: WorkbookTables, options: Partial<Omit<WorkbookCells, 'sheets'>> = {}): WorkbookCells {
  const sheets = Object.entries(tables).map(([name, sheet]) =>
    sheetCells(name, typeof sheet === 'string' ? { table: sheet } : sheet),
  );
  return { sheets, date1904: false, structureProtected: false, ...options };
}

export function sheetCells(
  name: string,
  { table, state = 'visible', hiddenRows = [], hiddenColumns = [], merges = [], stamp }: SheetTable,
): SheetCells {
  return {
    name,
    state,
    rows: tableRows(table),
    hiddenRows: new Set(hiddenRows.map((row) => row - 1)),
    hiddenColumns: new Set(hiddenColumns.map((letters) => columnOf(letters))),
    merges: merges?.map(areaOf) ?? null,
    stamp: stamp ?? null,
    protected: false,
  };
}

function tableRows(table: string): (Cell | undefined)[][] {
  const lines = table
    .replace(/^[ \t]*\n/u, '')
    .replace(/\n[ \t]*$/u, '')
    .split('\n');
  return lines.map((line) => (line.trim() === '' ? [] : line.split('|').map((text) => cellOf(text.trim()))));
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** One cell of a table; undefined for a blank. */
export function cellOf(written: string): Cell | undefined {
  if (written === '') return undefined;
  const formatted = /^(.*?)\s+@\s+(.+)$/su.exec(written);
  if (formatted !== null) {
    const cell = cellOf(formatted[1] ?? '');
    return cell === undefined ? undefined : { ...cell, format: formatted[2] ?? '' };
  }
  const formula = /^=(.*?)\s*->\s*(.*)$/su.exec(written);
  if (formula !== null) return { ...(cellOf(formula[2] ?? '') ?? { value: null }), formula: formula[1] ?? '' };
  if (DAY.test(written)) return { value: serialOf(written), format: 'dd/mm/yyyy' };
  return { value: valueOf(written) };
}

function valueOf(written: string): Cell['value'] {
  const quoted = /^"(.*)"$/su.exec(written);
  if (quoted !== null) return textOf(quoted[1] ?? '');
  if (/^-?\d+(\.\d+)?$/u.test(written)) return Number(written);
  if (written === 'TRUE' || written === 'FALSE') return written === 'TRUE';
  return /^#[A-Z/0]+[!?A]?$/u.test(written) ? { error: written } : textOf(written);
}

const textOf = (text: string): string => text.replaceAll('\\n', '\n').replaceAll('\\p', '|');

/** Excel's number of a day after February 1900. */
function serialOf(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

export function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function areaOf(reference: string): Area {
  const [, left = 'A', top = '1', right = left, bottom = top] =
    /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/u.exec(reference) ?? [];
  return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) };
}
