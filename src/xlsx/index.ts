/** The door to .xlsx files: read them, add our sheets without touching the rest, edit single cells. */
export { createPackage, editCells, readWorkbook, writeSheets } from './operations';
export { fileDoor } from './file-door';
export { workbookWorker } from './worker-client';
export type { Edited } from './edit';
export type { FileDoor, FileDoorOptions } from './file-door';
export type { ReadOptions } from './read-workbook';
export type { WorkbookWork } from './work';
export type { WorkbookWorker, WorkerLike } from './worker-client';
