import type { WorkbookCells } from '../../src/workbook/cells';
import { type Judgement } from '../../src/workbook/job';
/** Read from a file that SheetJS wrote. */
export declare function throughFile(cells: WorkbookCells): Judgement;
/** Read from Excel: Microsoft's own library against the stand-in for its host. */
export declare function throughExcel(cells: WorkbookCells): Promise<Judgement>;
/** All that a judgement says, but for the hint that only a file can give. */
export declare function told(judgement: Judgement): string;
