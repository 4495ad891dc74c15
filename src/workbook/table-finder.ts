/** Where the cells of a workbook's tables stand, found the way the reader finds them. */
import type { Place } from '../rules';
import { cellAt, type WorkbookCells } from '../sheets/cells';
import { infoRow, SHEETS, type InfoRow, type SheetKey, type SheetLayout } from './layout';
import { shownText } from '../sheets/shown-cell';
import { Findings } from './read/findings';
import { findSheets, infoPlace, type InputSheets } from './read/sheets';
import { openTable, type Table } from './read/table';
import { fold } from '../base/folding';

export class TableFinder {
  private found: InputSheets | null = null;
  private readonly tables = new Map<SheetKey, Table<string> | null>();

  constructor(private readonly cells: WorkbookCells) {}

  /** Looked for once something is asked; what is wrong with them has been said by the reader. */
  private get sheets(): InputSheets {
    return (this.found ??= findSheets(this.cells, new Findings()).found);
  }

  private table(sheet: SheetKey): Table<string> | null {
    const known = this.tables.get(sheet);
    if (known !== undefined) return known;
    const found = this.sheets.get(sheet);
    const layout: SheetLayout<string> = SHEETS[sheet];
    const table = found === undefined ? null : openTable(found, layout, new Findings(), null);
    this.tables.set(sheet, table);
    return table;
  }

  /** The header row's first cell; where there is no such sheet, the first cell of `Thông tin`, if there is that. */
  header(sheet: SheetKey): Place | null {
    const table = this.table(sheet);
    if (table === null) return infoPlace(this.sheets);
    return { sheet: table.sheet.name, row: Math.max(table.headerRow, 0), column: 0 };
  }

  /** The cell of a record's row under a header; its key's cell where there is no such column. */
  cell(sheet: SheetKey, key: Place, column: string): Place {
    const found = this.table(sheet)?.columns.get(column);
    return found === undefined ? key : { ...key, column: found };
  }

  /** What such a cell says; null where it is blank or there is no such column. */
  text(sheet: SheetKey, key: Place, column: string): string | null {
    const found = this.table(sheet)?.columns.get(column);
    return found === undefined ? null : this.written({ ...key, column: found });
  }

  /** The headed columns of a table, known ones by their key and those that only the user knows by their header. */
  columns(sheet: SheetKey): ReadonlyMap<string, number> {
    const table = this.table(sheet);
    return new Map([
      ...(table?.columns ?? []),
      ...(table?.others ?? []).map(({ header, column }) => [header, column] as const),
    ]);
  }

  /** The value's cell of a row of `Thông tin`; the header where there is no such row. */
  info(row: InfoRow): Place | null {
    const table = this.table('info');
    const value = table?.columns.get('value');
    if (table === null || value === undefined) return this.header('info');
    const wanted = (['bloc', 'cluster'] as const).map((kind) => fold(infoRow(row, kind)));
    const index = table.sheet.rows.findIndex((cells) => {
      const item = cells?.[table.keyColumn]?.value;
      return typeof item === 'string' && wanted.includes(fold(item));
    });
    return index < 0 ? this.header('info') : { sheet: table.sheet.name, row: index, column: value };
  }

  /** What people see in a cell; null for a blank one. */
  written(place: Place): string | null {
    const sheet = this.cells.sheets.find(({ name }) => name === place.sheet);
    return sheet === undefined ? null : shownText(cellAt(sheet, place.row, place.column), this.cells.date1904) || null;
  }
}
