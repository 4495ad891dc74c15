/**
 * The one description of the standard workbook: sheets, headers, rows and words. The reader finds
 * things by it, and whoever writes a workbook writes by it.
 */
export * from './rows';
export * from './sheets';
export * from './words';
export type {
  CellReading,
  Column,
  Compared,
  FieldsRead,
  Help,
  Look,
  PlacesRead,
  RowColumn,
  SheetLayout,
} from './column';
export { AWARD_COLUMNS } from './awards';
