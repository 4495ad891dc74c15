/** The results table as it stands in a workbook, found by its header texts whoever wrote or moved it. */
import type { Place } from '../rules';
import { cellAt, type Cell, type SheetCells } from '../sheets/cells';
import { fold } from '../base/folding';
import type { ColumnKind } from '../workbook/results-columns';
import type { ResultTable } from '../workbook/results-table';

/** A column of the engine's table and where it stands in the sheet. */
export interface FoundColumn {
  /** What it tells: of a printed number, what that number is. */
  readonly kind: ColumnKind;
  /** Its number in the engine's table. */
  readonly index: number;
  readonly column: number;
}

export interface FoundTable {
  readonly sheet: SheetCells;
  readonly headerRow: number;
  readonly columns: readonly FoundColumn[];
  /** The rows that name a unit. */
  readonly rows: readonly { readonly row: number; readonly name: string }[];
}

/** Other headers that people give the same columns. */
const SYNONYMS: Readonly<Partial<Record<ColumnKind, readonly string[]>>> = {
  name: ['đơn vị', 'tên đơn vị'],
  total: ['tổng điểm', 'tổng cộng', 'tổng'],
  rank: ['xếp hạng', 'hạng', 'xếp thứ'],
  awards: ['đề nghị khen thưởng', 'hình thức khen thưởng', 'đề nghị', 'khen thưởng'],
};

const textOf = (cell: Cell | undefined): string => (typeof cell?.value === 'string' ? fold(cell.value) : '');

/** Null where no row names units and at least one of totals, ranks and awards. */
export function findResultsTable(sheet: SheetCells, table: ResultTable): FoundTable | null {
  const names = headerNames(table);
  for (let headerRow = 0; headerRow < sheet.rows.length; headerRow++) {
    const columns: FoundColumn[] = [];
    sheet.rows[headerRow]?.forEach((cell, column) => {
      const index = names.get(withoutMaximum(textOf(cell)));
      const own = index === undefined ? undefined : table.columns[index];
      const kind = own?.shows?.kind ?? own?.kind;
      if (index !== undefined && kind !== undefined && !columns.some((found) => found.index === index))
        columns.push({ kind, index, column });
    });
    const has = (kind: ColumnKind): boolean => columns.some((found) => found.kind === kind);
    if (!has('name') || !(has('total') || has('rank') || has('awards'))) continue;
    return { sheet, headerRow, columns, rows: unitRows(sheet, headerRow, columns) };
  }
  return null;
}

/** Header texts of the engine's columns. A section's header carries its maximum, which may have changed since. */
function headerNames({ columns, printedCount }: ResultTable): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  columns.forEach(({ kind, header, shows }, index) => {
    const synonyms = index < printedCount ? (SYNONYMS[shows?.kind ?? kind] ?? []) : [];
    for (const name of [withoutMaximum(fold(header)), ...synonyms]) names.set(name, index);
  });
  return names;
}

const withoutMaximum = (header: string): string =>
  header.startsWith('nhóm ') ? header.replace(/ \([^()]*\)$/u, '') : header;

/** From below the header to the first row that names nobody. */
function unitRows(sheet: SheetCells, headerRow: number, columns: readonly FoundColumn[]): FoundTable['rows'] {
  const nameColumn = columns.find(({ kind }) => kind === 'name')?.column ?? 0;
  const scored = columns.filter(({ kind }) => kind === 'total' || kind === 'rank' || kind === 'awards');
  const rows: { row: number; name: string }[] = [];
  for (let row = headerRow + 1; row < sheet.rows.length; row++) {
    const name = cellAt(sheet, row, nameColumn)?.value;
    if (typeof name !== 'string' || name.trim() === '') {
      // An emptied name leaves its row behind.
      if (scored.some(({ column }) => cellAt(sheet, row, column) !== undefined)) {
        rows.push({ row, name: '' });
        continue;
      }
      break;
    }
    rows.push({ row, name });
  }
  return rows;
}

export const placeIn = ({ sheet }: FoundTable, row: number, column: number): Place => ({
  sheet: sheet.name,
  row,
  column,
});
