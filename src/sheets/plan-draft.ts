/** A sheet in the making: rows one below the other, cells merged across columns, heights that fit. */
import type { Area } from './cells';
import type { PlanCell, PlanRow } from './plan';
import { across, blanks, cell, heightFor } from './plan-parts';
import type { StyleName } from './styles';

/** A cell that runs from column `from` to `to`; `to` absent: one column. */
export interface Span {
  readonly from: number;
  readonly to?: number;
  readonly cell: PlanCell;
}

export class SheetDraft {
  readonly rows: PlanRow[] = [];
  readonly merges: Area[] = [];
  readonly last: number;

  /** `beside`: of columns right of those that are printed. */
  constructor(
    readonly widths: readonly number[],
    private readonly beside: readonly number[] = [],
  ) {
    this.last = widths.length - 1;
  }

  /** The index of the row that comes next. */
  get next(): number {
    return this.rows.length;
  }

  /** Characters from column `from` to `to`. */
  width(from: number, to: number): number {
    return [...this.widths, ...this.beside].slice(from, to + 1).reduce((sum, width) => sum + width, 0);
  }

  /** Adds a row of spans, high enough for their texts and at least `least` points, or of just this `height`; returns its index. */
  add(spans: readonly Span[], least = 0, height?: number): number {
    const index = this.next;
    const cells: (PlanCell | null)[] = [];
    for (const { from, to = from, cell: first } of spans) {
      while (cells.length < from) cells.push(null);
      cells.push(first, ...blanks(to - from, first.style ?? 'plain'));
      if (to > from) this.merges.push(across(index, from, to));
    }
    const texts = spans.flatMap(({ from, to = from, cell: { value, style } }) =>
      typeof value === 'string' && style ? [{ text: value, width: this.width(from, to), style }] : [],
    );
    this.rows.push({ cells, height: height ?? Math.max(least, heightFor(texts)) });
    return index;
  }

  /** A text over the whole width. */
  line(text: string, style: StyleName, least = 0): number {
    return this.add([{ from: 0, to: this.last, cell: cell(text, style) }], least);
  }

  /** A row of a table, one cell per column. */
  record(cells: readonly PlanCell[]): number {
    return this.add(cells.map((one, from) => ({ from, cell: one })));
  }

  gap(height: number): void {
    this.rows.push({ cells: [], height });
  }

  /** The column at whose right edge this share of the width is nearest. */
  columnAt(share: number): number {
    const wanted = this.width(0, this.last) * share;
    const distance = (column: number): number => Math.abs(this.width(0, column) - wanted);
    let best = 0;
    for (let column = 1; column < this.last; column++) if (distance(column) < distance(best)) best = column;
    return best;
  }
}
