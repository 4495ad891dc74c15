/** The door to Excel. Nothing else in the project knows Office.js. */
export { createExcelDoor } from './door';
export { readPreference, writePreference } from './preferences';
