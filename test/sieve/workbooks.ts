/** The workbooks that the sieve is held over. */
import { readFileSync } from 'node:fs';
import type { WorkbookCells } from '../../src/sheets/cells';
import { readWorkbook } from '../../src/xlsx';
import { blocCells } from '../workbook/blocs';
import { BASE, spoiled } from '../workbook/read/base';
import { workbook } from '../support/tables';

function sample(name: string): WorkbookCells {
  const read = readWorkbook(readFileSync(`assets/samples/${name}.xlsx`));
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** Every sheet, with conditions that bar and decisions that give and take. */
const decided = (): WorkbookCells =>
  spoiled({
    set: { 'Đơn vị!D3': 'có' },
    sheets: {
      'Quyết định': `
      Loại | Phạm vi | Đơn vị | Lý do | Người quyết định | Ngày
      cho | BK | u3 | Hội nghị thống nhất | Hội nghị | 2025-12-20
      bỏ | CO | u2 | Hội nghị thống nhất | Hội nghị | 2025-12-20`,
    },
  });

export const SIEVED: Readonly<Record<string, () => WorkbookCells>> = {
  A: () => sample('A'),
  B: () => sample('B'),
  C: () => sample('C'),
  D: () => sample('D'),
  E: () => sample('E'),
  'co-loi': () => sample('co-loi'),
  'every sheet': () => workbook(BASE),
  '6 units': () => blocCells({ units: 6, seed: 7 }),
  decided,
};
