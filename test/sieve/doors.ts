/** The same workbook through both doors: as a file that another program wrote, and open in Excel. */
import { createExcelDoor } from '../../src/excel';
import type { WorkbookCells } from '../../src/sheets/cells';
import { judge, type Judgement } from '../../src/workbook/job';
import { evaluationJson } from '../../src/workbook/json';
import { readWorkbook } from '../../src/xlsx';
import { bookOf } from '../excel-host/file';
import { ExcelHost } from '../excel-host/host';
import { connection } from '../excel-host/node';
import { writtenBySheetJs } from '../workbook/read/foreign';

/** Read from a file that SheetJS wrote. */
export function readFile(cells: WorkbookCells): WorkbookCells {
  const read = readWorkbook(writtenBySheetJs(cells, false));
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

const connect = connection();

/** Read from Excel: Microsoft's own library against the stand-in for its host. */
export async function readExcel(cells: WorkbookCells): Promise<WorkbookCells> {
  connect(new ExcelHost(bookOf(cells)));
  const read = await createExcelDoor().read();
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

export const throughFile = (cells: WorkbookCells): Judgement => judge(readFile(cells));
export const throughExcel = async (cells: WorkbookCells): Promise<Judgement> => judge(await readExcel(cells));

/** All that a judgement says, but for the hint that only a file can give. */
export function told(judgement: Judgement): string {
  const json = evaluationJson(judgement.book, judgement.evaluation, judgement.fingerprint, '', 'vi') as {
    issues: readonly { readonly code: string }[];
  };
  return JSON.stringify({ ...json, issues: json.issues.filter(({ code }) => code !== 'merged-data') });
}
