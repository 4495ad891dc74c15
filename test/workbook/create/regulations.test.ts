/** Ready regulations: what the published texts they follow come to. */
import { HUE_804, REGULATIONS } from '../../../src/regulations';
import { createWorkbook, type WorkbookContent, type WrittenUnit } from '../../../src/workbook/create';
import { judge } from '../../../src/workbook/job';
import { cellsOfPlans } from '../../../src/workbook/plan-cells';

const judged = (regulation: typeof HUE_804, units: readonly WrittenUnit[], content: Partial<WorkbookContent>) =>
  judge(cellsOfPlans(createWorkbook(regulation, units, { content })));

test.each(REGULATIONS)('$id says where it comes from and that it is for reference', ({ source }) => {
  expect(source).toMatch(/tham khảo/u);
});

test('Hướng dẫn 804/HD-SNV: what the Board leaves blank keeps the points before; 8 off without launch; 1000 includes the bonus', () => {
  const leaves = Object.fromEntries(HUE_804.criteria.filter(({ way }) => way !== 'nhóm').map(({ code, max, way }) => [code, way === 'có/không' ? 'không' : max]));
  const { evaluation } = judged(HUE_804, [{ code: 'A', name: 'Sở số 1', attributes: { 'Kỷ luật': 'không' } }, { code: 'B', name: 'Sở số 2', attributes: { 'Kỷ luật': 'không' } }],
    { scores: { A: { self: leaves, bloc: leaves, board: { 'I.1': 340 } }, B: { self: leaves, bloc: leaves, board: { 'TR.1': 'có' } } } });
  expect(evaluation.units.map(({ total }) => total)).toEqual(['990', '992']);
  expect(evaluation.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(evaluation.issues.filter(({ code }) => code === 'max-sum-differs')).toEqual([]);
});
