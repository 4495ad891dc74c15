/** Typing into cells and showing them, as in an Excel that speaks Vietnamese. */
import type { SheetCells } from '../../src/sheets/cells';
import { dateSerial, displayText, editText, loadFormats } from '../../src/page/grid/display';
import { layOut, visibleRange } from '../../src/page/grid/layout';
import { marksOf } from '../../src/page/marks';
import { typedFix } from '../../src/page/editing/typed-value';
import { issue, type Issue } from '../../src/rules';

const FROM_1900 = { date1904: false };
const FROM_1904 = { date1904: true };

const sheet = (rows: SheetCells['rows'], more: Partial<SheetCells> = {}): SheetCells => ({
  name: 'Chấm điểm',
  state: 'visible',
  rows,
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  merges: [],
  stamp: null,
  protected: false,
  ...more,
});

beforeAll(loadFormats);

describe('shown', () => {
  test.each([
    [{ value: 8.75 }, '8,75'],
    [{ value: 90 }, '90'],
    [{ value: 0.1 + 0.2 }, '0,3'],
    [{ value: 5, format: '0.00' }, '5,00'],
    [{ value: 8.575, format: '0.00' }, '8,58'],
    [{ value: 1.1, format: '0.##' }, '1,1'],
    [{ value: 0.95, format: '0%' }, '95%'],
    [{ value: 45275, format: 'dd/mm/yyyy' }, '15/12/2023'],
    [{ value: true }, 'TRUE'],
    [{ value: { error: '#REF!' } }, '#REF!'],
    [{ value: null, formula: 'A1' }, '…'],
    [{ value: 'I.10', format: '@' }, 'I.10'],
    [{ value: 14.25, format: '0.00"%"' }, '14,25%'],
    [{ value: 24.25, format: ';;;' }, ''],
    [{ value: -2, format: '0;(0)' }, '(2)'],
    [{ value: 1234.5, format: '#,##0.00' }, '1.234,50'],
    [{ value: 'có', format: '"không "@' }, 'không có'],
    [{ value: 7, format: 'General' }, '7'],
    [{ value: 14.25, format: '0\\%' }, '14%'],
    [{ value: 14.25, format: '0_d' }, '14 '],
    [{ value: 60, format: 'd/m/yyyy' }, '29/02/1900'],
  ])('%j as %p', (cell, text) => {
    expect(displayText(cell, FROM_1900)).toBe(text);
  });

  test.each([
    [{ value: 10, formula: 'SUM(A1:A2)' }, '=SUM(A1:A2)'],
    [{ value: 0.95, format: '0%' }, '95%'],
    [{ value: 45275, format: 'dd/mm/yyyy' }, '15/12/2023'],
    [undefined, ''],
  ])('%j is edited as %p', (cell, text) => {
    expect(editText(cell, FROM_1900)).toBe(text);
  });

  test.each([
    ['31/12/2023', 45291],
    ['29/02/2024', 45351],
    ['29/02/2023', null],
    ['1-1-2024', 45292],
    ['12/2023', null],
  ])('the day %p is %p', (text, serial) => {
    expect(dateSerial(text, FROM_1900)).toBe(serial);
  });
});

describe('days of a workbook that counts from 1904', () => {
  const day = { value: 45321, format: 'dd/mm/yyyy' };
  test('are shown, edited and typed in that calendar', () => {
    expect(displayText(day, FROM_1904)).toBe('31/01/2028');
    expect(editText(day, FROM_1904)).toBe('31/01/2028');
    expect(displayText({ value: 45321.5, format: 'dd/mm/yyyy hh:mm' }, FROM_1904)).toBe('31/01/2028 12:00');
    expect(typedFix(sheet([[day]]), { sheet: 'Thông tin', row: 0, column: 0 }, '31/01/2028', FROM_1904).value).toBe(
      45321,
    );
  });
  test('and in the usual one otherwise', () => {
    expect(displayText(day, FROM_1900)).toBe('30/01/2024');
  });
});

describe('typed', () => {
  const scores = sheet([
    [{ value: 'Mã tiêu chí' }, { value: 'Điểm' }, { value: 'Tỷ lệ' }],
    [{ value: '1.1' }, { value: 'cũ' }, { value: 0.5, format: '0%' }, { value: 'chữ', format: '@' }],
  ]);
  test.each([
    [1, '9,5', 9.5],
    [1, '9.5', 9.5],
    [1, '-2', -2],
    [1, '0,125', 0.125],
    [1, '1.000', '1.000'],
    [1, '1,000', '1,000'],
    [1, '9,5 đ', '9,5 đ'],
    [1, 'KAD', 'KAD'],
    [1, 'TRUE', true],
    [1, '', ''],
    [1, "'9,5", '9,5'],
    [1, '=1+1', '=1+1'],
    [3, '9,5', '9,5'],
    [0, '1.10', '1.10'],
    [0, '2', '2'],
    [2, '95%', 0.95],
    [1, '95%', '95%'],
    [1, '12,5,1', '12,5,1'],
  ])('column %i: %p becomes %p', (column, text, value) => {
    expect(typedFix(scores, { sheet: 'Chấm điểm', row: 1, column }, text, FROM_1900).value).toBe(value);
  });

  test('a day takes the format of a date with it', () => {
    expect(typedFix(scores, { sheet: 'Chấm điểm', row: 1, column: 1 }, '15/12/2023', FROM_1900)).toMatchObject({
      value: 45275,
      format: 'dd/mm/yyyy',
    });
  });
});

describe('geometry', () => {
  const wide = sheet(
    [
      [{ value: 'BẢNG' }],
      [{ value: 'Mã' }, { value: 'Tiêu chí' }, { value: 'Điểm tối đa' }, { value: 'A' }],
      [undefined, undefined, undefined, { value: 'Tự chấm' }],
      ...Array.from({ length: 200 }, () => [
        { value: 'I.1' },
        { value: 'Nội dung '.repeat(30) },
        { value: 10 },
        { value: 9.5 },
      ]),
    ],
    { hiddenRows: new Set([10]), hiddenColumns: new Set([3]) },
  );
  const layout = layOut(wide);

  test('the header rows and the columns that name a row stay', () => {
    expect([layout.rows.frozen, layout.columns.frozen]).toEqual([3, 3]);
  });

  test('hidden rows and columns have no room, long texts several lines but never more than four', () => {
    const height = (row: number) => (layout.rows.edges[row + 1] ?? 0) - (layout.rows.edges[row] ?? 0);
    expect([height(10), height(0), height(20)]).toEqual([0, 25, 79]);
    expect((layout.columns.edges[4] ?? 0) - (layout.columns.edges[3] ?? 0)).toBe(0);
  });

  test('a window shows its rows and no others', () => {
    const { first, last } = visibleRange(layout.rows, 1000, 1600);
    const frozen = layout.rows.edges[3] ?? 0;
    expect(layout.rows.edges[first]).toBeLessThanOrEqual(1000 + frozen);
    expect(layout.rows.edges[last]).toBeLessThanOrEqual(1600 + frozen);
    expect(last - first).toBeLessThan(12);
  });

  test('a merge over whole columns does not stall', () => {
    expect(
      layOut(sheet([[{ value: 'x' }]], { merges: [{ top: 0, bottom: 1_048_575, left: 0, right: 2 }] })).mergeAt(5, 1),
    ).toBeDefined();
  });
});

test('a cell that waits for its score is marked as empty, not as wrong; another finding there comes first', () => {
  const place = { sheet: 'Chấm điểm', row: 6, column: 4 };
  const kindOf = (...found: Issue[]) => marksOf(found, 'Chấm điểm', ({ code }) => code).get('E7')?.kind;
  const empty = issue('score-missing', place, { unit: 'TTT' });
  expect([
    kindOf(empty),
    kindOf(empty, issue('hidden-data', place)),
    kindOf(empty, issue('evidence-missing', place)),
    kindOf(issue('score-not-number', place)),
  ]).toEqual(['empty', 'empty', 'warning', 'error']);
});

test('a cell carries its worst finding', () => {
  const place = { sheet: 'Chấm điểm', row: 6, column: 4 };
  const marks = marksOf(
    [
      issue('hidden-data', place),
      issue('score-above-max', place),
      issue('score-off-step', place),
      issue('score-missing', { ...place, sheet: 'Khác' }),
    ],
    'Chấm điểm',
    ({ code }) => code,
  );
  expect([...marks]).toEqual([['E7', { kind: 'error', text: 'score-above-max' }]]);
});
