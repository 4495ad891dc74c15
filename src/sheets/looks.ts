/** How a file wants its cells to look: plain data. Lengths of sheets are CSS pixels at full size, colours "RRGGBB". */

export interface Font {
  /** Null where the file's name of it is none that can be used. */
  readonly name: string | null;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** Null: whatever the screen writes with. */
  readonly color: string | null;
}

export interface Edge {
  readonly width: 1 | 2 | 3;
  readonly style: 'solid' | 'dashed' | 'dotted' | 'double';
  readonly color: string | null;
}

export interface Look {
  readonly font: Font;
  readonly fill: string | null;
  readonly edges: Readonly<Partial<Record<Side, Edge>>>;
  /** Null: numbers to the right, texts to the left. */
  readonly align: 'left' | 'center' | 'right' | 'justify' | null;
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly wrap: boolean;
  /** Steps of three blanks. */
  readonly indent: number;
  /** The letters run upwards, downwards, or stand one below the other. */
  readonly turn: 'up' | 'down' | 'stacked' | null;
}

export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
export type Side = (typeof SIDES)[number];

export interface SheetLooks {
  readonly sheet: string;
  /** Every look that a cell of the workbook has; the first is that of cells of which nothing is said. */
  readonly looks: readonly Look[];
  /** Thin lines stand between the cells. */
  readonly gridlines: boolean;
  /** Of columns and rows of which nothing is said. */
  readonly width: number;
  readonly height: number;
  readonly widths: ReadonlyMap<number, number>;
  readonly heights: ReadonlyMap<number, number>;
  /** Indexes into `looks`; of the cells of a row by column, one more than the index, 0 where the file has no cell. */
  readonly cells: ReadonlyMap<number, Uint16Array>;
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
}

export function lookAt({ looks, cells, rows, columns }: SheetLooks, row: number, column: number): Look | undefined {
  const own = cells.get(row)?.[column] ?? 0;
  return looks[own > 0 ? own - 1 : (rows.get(row) ?? columns.get(column) ?? 0)];
}
