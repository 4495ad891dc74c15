/** The workbooks that the sieve is held over. */
import { readFileSync } from 'node:fs';
import type { WorkbookCells } from '../../src/workbook/cells';
import { readWorkbook } from '../../src/xlsx';
import { blocCells } from '../workbook/blocs';
import { BASE } from '../workbook/read/base';
import { workbook } from '../support/tables';

function sample(name: string): WorkbookCells {
  const read = readWorkbook(readFileSync(`assets/samples/${name}.xlsx`));
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

export const SIEVED: Readonly<Record<string, () => WorkbookCells>> = {
  A: () => sample('A'), B: () => sample('B'), C: () => sample('C'), D: () => sample('D'), E: () => sample('E'), 'co-loi': () => sample('co-loi'),
  'every sheet': () => workbook(BASE), '6 units': () => blocCells({ units: 6, seed: 7 }),
};
