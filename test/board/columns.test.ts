/** Every column of a table of rules that says something is laid beside the standard's, and said at its very cell. */
import { compareWithStandard } from '../../src/board/compare-standard';
import { openStandard } from '../../src/board/standard';
import { MINH_HOA_HAI_CO } from '../../src/regulations';
import { createWorkbook } from '../../src/workbook/create';
import { FIRST_RECORD } from '../../src/workbook/create-tables';
import { judge } from '../../src/workbook/job';
import { SHEETS, type SheetKey } from '../../src/workbook/layout';
import type { PlanValue } from '../../src/sheets/plan';
import { cellsOfPlans } from '../../src/sheets/plan-cells';
import { placed } from './support';

const LEAF = { code: 'X', name: 'Nội dung', max: 10, way: 'theo lần', parameter: '0,5' };
const LADDER = { code: 'Y', name: 'Các mức', max: 10, way: 'bậc', parameter: '0; 5; 10' };
const PLANS = createWorkbook(
  MINH_HOA_HAI_CO,
  [{ name: 'Sở Một' }, { name: 'Sở Hai' }, { name: 'Sở Ba' }, { name: 'Sở Bốn' }],
  {
    content: {
      criteria: [LEAF, LADDER, ...MINH_HOA_HAI_CO.criteria],
      bands: [{ name: 'Xuất sắc', from: 90 }, { name: 'Còn lại' }],
    },
  },
);
const STANDARD = openStandard({ cells: cellsOfPlans(PLANS), isWorkbook: false });

/** What is said after a record's cell under a column has become another; the first record's if no other is named. */
function saidAfter(sheet: SheetKey, key: string, value: PlanValue, record = 0): string[] {
  const column = Object.keys(SHEETS[sheet].columns).indexOf(key);
  const plans = PLANS.map((plan) =>
    plan.name !== SHEETS[sheet].name
      ? plan
      : {
          ...plan,
          rows: plan.rows.map((row, at) =>
            at === FIRST_RECORD + record
              ? { ...row, cells: row.cells.map((cell, index) => (index === column ? { value } : cell)) }
              : row,
          ),
        },
  );
  return compareWithStandard(judge(cellsOfPlans(plans)), STANDARD, true).map(placed);
}

/** Another value of each column, and where it is said; null: of what is only printed nothing is. */
const OTHER: Readonly<Partial<Record<SheetKey, Readonly<Record<string, readonly [PlanValue, string | null]>>>>> = {
  criteria: {
    name: ['Nội dung khác', 'B4'],
    max: [50, 'C4'],
    counts: ['thưởng', 'D4'],
    way: ['trừ dần', 'E4'],
    parameter: ['1', 'F4'],
    step: [0.5, 'G4'],
    na: ['có', 'H4'],
    evidence: ['có', 'I4'],
    basis: ['Điều 1', null],
  },
  conditions: {
    scope: ['UBND', 'B4'],
    field: ['điểm thưởng', 'C4'],
    op: ['<', 'D4'],
    value: [2, 'E4'],
    orGroup: ['a', 'F4'],
    effect: ['loại', 'G4'],
    basis: ['Điều 1', null],
  },
  bands: { from: [95, 'B4'], limit: ['30% đơn vị', 'C4'], rounding: ['lên', 'D4'], cutoff: ['bỏ hết', 'E4'] },
  awards: {
    name: ['Cờ khác', 'B4'],
    quota: ['30% đơn vị', 'C4'],
    rounding: ['lên', 'D4'],
    min: [1, 'E4'],
    max: [9, 'F4'],
    cutoff: ['bỏ hết', 'G4'],
    unused: ['chuyển xuống', 'H4'],
    fallback: ['BK', 'I4'],
    excludes: ['không có', 'J4'],
    basis: ['Điều 1', null],
  },
};

test.each(
  Object.entries(OTHER).flatMap(([sheet, columns]) =>
    Object.entries(columns).map(([key, [value, cell]]) => ({ sheet: sheet as SheetKey, key, value, cell })),
  ),
)('$sheet, $key', ({ sheet, key, value, cell }) => {
  expect(saidAfter(sheet, key, value)).toEqual(cell === null ? [] : [expect.stringMatching(new RegExp(`!${cell}$`))]);
});

test.each(Object.entries(OTHER))('no column of %s is forgotten here', (sheet, columns) => {
  const { key, columns: all } = SHEETS[sheet as SheetKey];
  expect([key, ...Object.keys(columns)].sort()).toEqual(Object.keys(all).sort());
});

test('the rungs of a ladder say the same in any order', () => {
  expect(saidAfter('criteria', 'parameter', '10; 0; 5', 1)).toEqual([]);
  expect(saidAfter('criteria', 'parameter', '10; 0; 4', 1)).toEqual([expect.stringMatching(/!F5$/)]);
});
