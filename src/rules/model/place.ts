/** Where a value stands in the workbook. Rows and columns count from 0. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * The letters of a column, from 0.
 * @example columnName(26) // 'AA'
 */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/**
 * The address of a place inside its sheet, as people write it; row and column from 0.
 * @example cellName({ row: 6, column: 2 }) // 'C7'
 */
export function cellName(place: Pick<Place, 'row' | 'column'>): string {
  return `${columnName(place.column)}${String(place.row + 1)}`;
}
