/** The door to Excel. Nothing else in the project knows Office.js. */
export { createExcelDoor, type Patience } from './door';
export { whenOfficeReady, type ExcelHost, type OfficeState } from './ready';
export { readPreference, writePreference } from './preferences';
export { readDocumentChoice, writeDocumentChoice } from './document-choices';
export { openNewWorkbook } from './new-workbook';
