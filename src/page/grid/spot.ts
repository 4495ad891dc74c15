/** A cell of a sheet, by row and column from 0. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

export const isSameSpot = (a: Spot, b: Spot): boolean => a.row === b.row && a.column === b.column;
