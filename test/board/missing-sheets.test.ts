/** Nobody is sent to a cell of a sheet that the workbook does not have. */
import { compareResults } from '../../src/board/compare-results';
import { compareWithStandard } from '../../src/board/compare-standard';
import { sheetPlace } from '../../src/board/sheet-place';
import { openStandard } from '../../src/board/standard';
import { issueLine } from '../../src/cli/workbook-file';
import { compareWorkbooks } from '../../src/workbook/compare-workbooks';
import { judge } from '../../src/workbook/judgement';
import { BASE, spoiled } from '../workbook/read/base';

const standard = openStandard({ cells: spoiled({ set: { 'Quy tắc!B2': '90' } }), isWorkbook: true });
const whole = judge(spoiled({}));
const names = Object.keys(BASE);
const without = (...sheets: readonly string[]) =>
  judge(spoiled({ sheets: Object.fromEntries(sheets.map((name) => [name, null])) }));

test.each(names.flatMap((one, at) => names.slice(at).map((other) => [one, other] as const)))(
  'without %s and %s',
  (one, other) => {
    const judgement = without(one, other);
    const there = judgement.cells.sheets.map(({ name }) => name);
    const places = [
      ...judgement.evaluation.issues,
      ...compareResults(judgement).issues,
      ...compareWithStandard(judgement, standard, true),
    ].flatMap(({ place, fix }) => [place, fix !== undefined && 'place' in fix ? fix.place : null]);
    const changed = compareWorkbooks(judgement, whole).inputs.map(({ placeBefore }) => placeBefore ?? null);
    expect([...places, ...changed].filter((place) => place !== null && !there.includes(place.sheet))).toEqual([]);
  },
);

test('without Thông tin the finding is said, of the workbook and of no cell', () => {
  const { evaluation } = without('Thông tin');
  const missing = evaluation.issues.filter(({ code }) => code === 'sheet-missing');
  expect(missing).toMatchObject([{ place: null, expected: 'Thông tin', severity: 'error' }]);
  expect(missing.map((found) => issueLine(found, 'vi'))).toEqual([
    'LỖI  sheet-missing  -  Thiếu trang tính “Thông tin”.',
  ]);
});

test('a place for the whole workbook is on the sheet as it is named there, or none', () => {
  expect(sheetPlace(['THÔNG TIN', 'Kết quả'], 'Thông tin')).toEqual({ sheet: 'THÔNG TIN', row: 0, column: 0 });
  expect(sheetPlace(['Kết quả'], 'Thông tin')).toBeNull();
});
