/** A workbook that is no standard one and holds an old table: one sentence that offers to adopt it. */
import { checkBytes } from '../../../src/board/check-workbook';
import { ok } from '../../../src/sheets/door';
import { fileOf, SHAPES, type Shape } from './shapes';

const checked = (sheets: Shape['sheets']) =>
  checkBytes('cu.xlsx', ok(fileOf({ sheets })), { standard: null, blocs: null, withJson: true, lang: 'vi' });

test.each(SHAPES.slice(0, 4).map(({ name, sheets }) => [name, sheets] as const))('%s', (_, sheets) => {
  expect(checked(sheets).issues.map(({ code }) => code)).toEqual(['old-table']);
});

test('without a table the missing sheets are told', () => {
  const { issues } = checked({ A: [['Danh sách'], ['Sở Nội vụ', 'Phó Giám đốc']] });
  expect(new Set(issues.map(({ code }) => code))).toContain('sheet-missing');
  expect(issues.map(({ code }) => code)).not.toContain('old-table');
});
