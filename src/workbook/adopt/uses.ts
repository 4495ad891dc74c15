/** What became of every cell of a sheet: nothing of a table passes in silence. */
import type { Place } from '../../rules';
import type { SheetCells } from '../../sheets/cells';
import { isBlankCell } from '../../sheets/shown-cell';

/** `sum`, `total`, `rank`, `award`: results of the old table; `known`: titles, headers, running numbers, signatures. */
export type Use =
  | 'unit'
  | 'criterion'
  | 'max'
  | 'level'
  | 'score'
  | 'sum'
  | 'total'
  | 'rank'
  | 'award'
  | 'remark'
  | 'about'
  | 'known'
  | 'said';

export class Uses {
  private readonly uses = new Map<string, Use>();

  constructor(private readonly sheet: SheetCells) {}

  mark({ row, column }: Place, use: Use): void {
    const key = `${String(row)} ${String(column)}`;
    if (!this.uses.has(key)) this.uses.set(key, use);
  }

  markRow(row: number, use: Use, left = 0, right = Infinity): void {
    (this.sheet.rows[row] ?? []).forEach((_, column) => {
      if (column >= left && column < right) this.mark({ sheet: this.sheet.name, row, column }, use);
    });
  }

  of({ row, column }: Place): Use | null {
    return this.uses.get(`${String(row)} ${String(column)}`) ?? null;
  }

  /** Cells with contents that nothing was made of. */
  unread(): Place[] {
    return this.sheet.rows.flatMap((cells, row) =>
      (cells ?? []).flatMap((cell, column) => {
        const place = { sheet: this.sheet.name, row, column };
        return isBlankCell(cell) || this.of(place) !== null ? [] : [place];
      }),
    );
  }
}
