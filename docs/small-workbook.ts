/**
 * A small filled workbook to try a way of scoring on: `npx tsx docs/small-workbook.ts so.xlsx`, then
 * `node src/cli/thidua.mjs explain so.xlsx --unit A`. Another way is tried by changing the criterion II.
 */
import { writeFileSync } from 'node:fs';
import { MINH_HOA, type Regulation } from '../src/regulations';
import { createWorkbook } from '../src/workbook/create';
import { createPackage } from '../src/xlsx';

const RULES: Regulation = {
  ...MINH_HOA,
  levels: ['bloc'],
  criteria: [
    { code: 'I', name: 'Nhiệm vụ chính', max: 90 },
    { code: 'II', name: 'Sáng kiến', max: 10, way: 'theo lần', parameter: 'mỗi lần 0,5 điểm' },
  ],
  conditions: [],
};

const plans = () =>
  createWorkbook(
    RULES,
    [
      { code: 'A', name: 'Sở số 1' },
      { code: 'B', name: 'Sở số 2' },
    ],
    {
      content: {
        // By unit, level and criterion.
        scores: { A: { bloc: { I: 85 } }, B: { bloc: { I: 84.5 } } },
        data: [
          { unit: 'A', criterion: 'II', count: 7 },
          { unit: 'B', criterion: 'II', count: 9 },
        ],
      },
    },
  );

export const smallWorkbook = (): Uint8Array => createPackage(plans());

if (process.argv[1]?.endsWith('small-workbook.ts') === true)
  writeFileSync(process.argv[2] ?? 'so.xlsx', smallWorkbook());
