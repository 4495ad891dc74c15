/** One row of a table: what its cells say. */
import type { Entry, Place } from '../../rules';
import { cellAt, type Cell } from '../../sheets/cells';
import { entryOf } from './cell';
import { isBlankCell, shownText } from '../../sheets/shown-cell';
import type { DatedCodes } from './dated-codes';
import { placeOf, type Table } from './table';

export class TableRow<Key extends string> {
  constructor(
    private readonly table: Table<Key>,
    readonly row: number,
    private readonly date1904: boolean,
  ) {}

  /** The place of a column's cell; of the key where the table lacks the column. */
  place(key: Key): Place {
    return placeOf(this.table, this.row, this.table.columns.get(key) ?? this.table.keyColumn);
  }

  has(key: Key): boolean {
    return this.table.columns.has(key);
  }

  cell(key: Key): Cell | undefined {
    const column = this.table.columns.get(key);
    return column === undefined ? undefined : cellAt(this.table.sheet, this.row, column);
  }

  /** What the cell holds; `absent` where its column is missing though required. */
  entry(key: Key, words = false): Entry {
    const column = this.table.columns.get(key);
    if (column !== undefined) return this.entryAt(column, words);
    const place = this.place(key);
    return this.table.layout.columns[key].required === true
      ? { kind: 'absent', code: 'header-missing', place }
      : { kind: 'blank', place };
  }

  entryAt(column: number, words: boolean): Entry {
    return entryOf(
      cellAt(this.table.sheet, this.row, column),
      placeOf(this.table, this.row, column),
      this.date1904,
      words,
    );
  }

  /** The text of a cell as people see it, "" for a blank. */
  text(key: Key): string {
    return shownText(this.cell(key), this.date1904);
  }

  /** The code that Excel turned into the day in a cell; null where it holds none. */
  codeBehindDate(key: Key, dated: DatedCodes, isKnown: (code: string) => boolean): string | null {
    const column = this.table.columns.get(key);
    return column === undefined ? null : dated.codeAt(this.table.sheet, this.row, column, isKnown);
  }

  /** Whether a text can be read there. */
  holdsText(key: Key): boolean {
    const cell = this.cell(key);
    return typeof cell?.value === 'string' && cell.stale !== true;
  }

  /** Where something stands in the row beside the table, in a column without header; null where nothing does. */
  besideColumns(): Place | null {
    const { columns, others, sheet } = this.table;
    const headed = new Set([...columns.values(), ...others.map(({ column }) => column)]);
    const column = (sheet.rows[this.row] ?? []).findIndex((cell, at) => !headed.has(at) && !isBlankCell(cell));
    return column < 0 || column > Math.max(...headed) + 1 ? null : placeOf(this.table, this.row, column);
  }

  isBlank(key: Key): boolean {
    return isBlankCell(this.cell(key));
  }
}
