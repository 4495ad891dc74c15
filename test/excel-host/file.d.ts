/** Workbooks from .xlsx files into the stand-in, and what the stand-in holds back into one. */
import type { WorkbookCells } from '../../src/workbook/cells';
import { BookModel } from './model';
/** Throws when the file cannot be read. Looks are not taken over. */
export declare function loadBook(bytes: Uint8Array): BookModel;
export declare function bookOf(cells: WorkbookCells): BookModel;
/** Contents, formulas, number formats, merges and stamps; looks are left behind. */
export declare const saveBook: (book: BookModel) => Uint8Array;
