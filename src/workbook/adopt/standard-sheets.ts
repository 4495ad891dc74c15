/** Whether a workbook is meant as a standard one, however broken. */
import type { WorkbookCells } from '../../sheets/cells';
import { SHEETS } from '../layout';
import { searched } from '../../base/folding';

const NAMES: ReadonlySet<string> = new Set(
  [SHEETS.info, SHEETS.criteria, SHEETS.units, SHEETS.awards].map(({ name }) => searched(name)),
);
/** An old table may well stand in a sheet "Chấm điểm" or "Đơn vị": two of ours make a standard workbook. */
const FEWEST = 2;

export const hasStandardSheet = ({ sheets }: WorkbookCells): boolean =>
  sheets.filter(({ name }) => NAMES.has(searched(name))).length >= FEWEST;
