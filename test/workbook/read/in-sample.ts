/** Small changes of sample B, and what its awards come to. */
import type { Evaluation } from '../../../src/rules';
import type { Cell, WorkbookCells } from '../../../src/sheets/cells';
import { insertRow, withCell, withSheet } from '../../sieve/change';
import { SIEVED } from '../../sieve/workbooks';
import { cellOf, columnOf } from '../../support/tables';

export type Change = (cells: WorkbookCells) => WorkbookCells;

export const indexOf = (cells: WorkbookCells, name: string): number =>
  cells.sheets.findIndex((sheet) => sheet.name === name);

/** Cells as "Sheet!A1" with what stands there instead: in the writing of `test/support/tables.ts`, or as a cell. */
export const set =
  (values: Readonly<Record<string, string | Cell>>): Change =>
  (cells) =>
    Object.entries(values).reduce((book, [address, written]) => {
      const [, sheet = '', letters = '', row = ''] = /^(.+)!([A-Z]+)(\d+)$/u.exec(address) ?? [];
      return withSheet(book, indexOf(book, sheet), (old) =>
        withCell(old, Number(row) - 1, columnOf(letters), typeof written === 'string' ? cellOf(written) : written),
      );
    }, cells);
export const rename =
  (from: string, to: string): Change =>
  (cells) =>
    withSheet(cells, indexOf(cells, from), (sheet) => ({ ...sheet, name: to }));
/** A row before the one of Excel's number. */
export const row =
  (sheet: string, at: number, ...texts: readonly string[]): Change =>
  (cells) =>
    insertRow(cells, indexOf(cells, sheet), at - 1, texts.map(cellOf));
export const merged =
  (sheet: string, top: number, bottom: number, left: number, right: number): Change =>
  (cells) =>
    withSheet(cells, indexOf(cells, sheet), (old) => ({
      ...old,
      merges: [...(old.merges ?? []), { top: top - 1, bottom: bottom - 1, left, right }],
    }));
export const all =
  (...changes: readonly Change[]): Change =>
  (cells) =>
    changes.reduce((book, change) => change(book), cells);

export const sampleB = (): WorkbookCells =>
  SIEVED['B']?.() ?? { sheets: [], date1904: false, structureProtected: false };

/** What is decided in sample B as it stands, and while nothing can be. */
export const SETTLED = 'CP ok TTT | UBND ok SNV | BK ok STP SKHCN BDT';
export const OPEN = 'CP pending:unknown | UBND pending:unknown | BK pending:unknown';

export const awardsOf = ({ awards }: Evaluation): string =>
  awards.map(({ id, status, units }) => [id, status, ...units].join(' ')).join(' | ');
