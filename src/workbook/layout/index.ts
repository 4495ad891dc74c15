/**
 * The one description of the standard workbook: sheets, headers, rows and words. The reader finds
 * things by it, and whoever writes a workbook writes by it.
 */
export * from './rows';
export * from './sheet-names';
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
export { ATTENDEE_COLUMNS } from './attendees';
export { AWARD_COLUMNS } from './awards';
export { BALLOT_COLUMNS } from './ballots';
export { BAND_COLUMNS } from './bands';
export { CONDITION_COLUMNS } from './conditions';
export { CRITERION_COLUMNS, wayName } from './criteria';
export { DATA_COLUMNS } from './data';
export { DECISION_COLUMNS } from './decisions';
export { UNIT_COLUMNS } from './units';
export { isGroupWord, WAY_WORDS, wayWord, type WayWord } from './ways';
