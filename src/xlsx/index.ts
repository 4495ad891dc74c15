/** The door to .xlsx files: read them, add our sheets without touching the rest, edit single cells. */
export {
  createPackage,
  editCalculated,
  editCells,
  readEntryRules,
  readLooks,
  readWorkbook,
  writeSheets,
} from './operations';
export { fileDoor } from './file-door';
export { workbookWorker } from './worker-client';
export type { FileDoor } from './file-door';
export type { WorkbookWorker, WorkerLike } from './worker-client';
