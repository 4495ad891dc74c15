/** What a formula gives today: a table of formulas over one small workbook, and the bounds of the work. */
import type { WorkbookCells } from '../../../src/sheets/cells';
import { parseFormula } from '../../../src/sheets/formula/parse';
import { Recalculation, type Recalculated } from '../../../src/sheets/formula/recalculate';
import { workbook } from '../../support/tables';

/** A1:A5 are 1.5, 2, a text, blank and yes; B1 is 3 with a stale formula below it, B3 rests on that one; C1 an error. */
const TABLE = (formula: string): string => `
  1.5 | 3 | #N/A | ${formula}
  2 | =A1+A2 -> 9 | =IF(A1>1,1,0) -> 1
  chữ | =B2*2 -> 18 | 0.1
  | =D6 -> 4 | 0.2
  TRUE | 1000000 | =SUM(C3:C4) -> 0.3
  | | | 4`;

function gives(formula: string, options: Partial<WorkbookCells> = {}, stored = '0'): Recalculated {
  const cells = workbook(
    { 'Chấm điểm': TABLE(`=${formula} -> ${stored}`), 'Số liệu': '10 | 20', "Tổ '1'": '7' },
    options,
  );
  const result = new Recalculation(cells).at(0, 0, 3);
  if (result === null) throw new Error('no formula');
  return result;
}

const CALCULATED: readonly (readonly [string, unknown])[] = [
  ['1+2*3', 7],
  ['(1+2)*3', 9],
  ['7-2-1', 4],
  ['8/4/2', 1],
  ['-2+5', 3],
  ['--2', 2],
  ['-A1', -1.5],
  ['+A3', 'chữ'],
  ['5%', 0.05],
  ['200%%', 0.02],
  ['-5%*100', -5],
  ['A1', 1.5],
  ['A4', null],
  ['A4+1', 1],
  ['A3', 'chữ'],
  ['A5', true],
  ['$A$1+A$2', 3.5],
  ['SUM(A1:A4)', 3.5],
  ['SUM(A1,A2,1)', 4.5],
  ['SUM(A3)', 0],
  ['SUM(A:A)', undefined],
  ['SUM(1:1)', undefined],
  ['sum(a1:a2)', 3.5],
  ['SUM( A1 , A2 )', 3.5],
  ['MIN(A1:A4)', 1.5],
  ['MAX(A1:A4,-3)', 2],
  ['MAX(A4)', 0],
  ['MIN(A3:A4)', 0],
  ['AVERAGE(A1:A4)', 1.75],
  ['AVERAGE(A3:A4)', { error: '#DIV/0!' }],
  ['ROUND(2.675,2)', 2.68],
  ['ROUND(-2.5,0)', -3],
  ['ROUND(1.005,2)', 1.01],
  ['ROUND(A1/A4,2)', { error: '#DIV/0!' }],
  ['ROUND(B5,-3)', undefined],
  ['ROUND(2.5)', undefined],
  // 28.499999999999996: programs part here.
  ['ROUND(0.285*100,0)', undefined],
  ['1/0', { error: '#DIV/0!' }],
  ['C1+1', { error: '#N/A' }],
  ['SUM(A1:C1)', { error: '#N/A' }],
  // Another sheet, a name that must be quoted, several sheets at once, a sheet that is not there.
  ["'Số liệu'!A1+'Số liệu'!B1", 30],
  ["'Tổ ''1'''!A1", 7],
  ["SUM('Số liệu:Tổ ''1'''!A1)", 17],
  ['Nháp!A1', undefined],
  ["SUM('số liệu'!A1:B1)", 30],
  // Through formulas: a stale one counts with what it gives, one of another form with what is stored.
  ['B2', 3.5],
  ['B3', 7],
  ['C2+1', 2],
  ['B4', 4],
  ['C5*10', 3.0000000000000004],
  // Of another form, or understood differently by different programs.
  ['A1&"x"', undefined],
  ['A1^2', undefined],
  ['A3+1', undefined],
  ['A5+1', undefined],
  ['SUM(A1:A5)', undefined],
  ['IF(A1>1,1,0)', undefined],
  ['SUM("1")', undefined],
  ['A1:A3', undefined],
  ['SUM(A1:A3 A1:A2)', undefined],
  ['{1,2}', undefined],
  ['1+', undefined],
  ['SUM(', undefined],
  ['SUM()', undefined],
  [')', undefined],
  ['TRUE', undefined],
  ['ZZZ9999999', undefined],
  ['D1+1', undefined],
  ['SUM(D1:D6)', undefined],
  ['Bảng[Điểm]', undefined],
  ['SUM(A1;A2)', undefined],
];

test.each(CALCULATED)('=%s', (formula, expected) => {
  expect(gives(formula).value).toEqual(expected);
});

describe('stale', () => {
  test.each([
    ['SUM(A1:A2)', '3.5', false],
    ['SUM(A1:A2)', '3.5000000001', false],
    ['SUM(A1:A2)', '3.51', true],
    ['A3', 'chữ', false],
    ['A3', 'chữ cũ', true],
    ['A4', '0', false],
    ['SUM(A1:A2)', '"3.5"', true],
    ['1/0', '#DIV/0!', false],
    ['1/0', '5', true],
    ['C3+C4-0.3', '0', false],
    // Noise grows with the numbers it comes from.
    ['B5*1000000+0.1-B5*1000000', '0.1', false],
    // Nobody calculates these here: trusted, but not over a precedent that is stale.
    ['IF(A1>1,5,0)', '5', false],
    ['IF(B2>1,5,0)', '5', true],
    ['IF(B3>1,5,0)', '5', true],
    ['IF(C2>0,5,0)', '5', false],
  ])('=%s, stored %s: %s', (formula, stored, expected) => {
    expect(gives(formula, {}, stored).isStale).toBe(expected);
  });

  test('in manual calculation what is not calculated here is not trusted, unless the door has had it calculated', () => {
    expect(gives('IF(A1>1,5,0)', { manualCalculation: true }, '5').isStale).toBe(true);
    expect(gives('IF(A1>1,5,0)', { manualCalculation: true, calculated: true }, '5').isStale).toBe(false);
    expect(gives('SUM(A1:A2)', { manualCalculation: true }, '3.5').isStale).toBe(false);
    expect(gives('SUM(A1:A2)*C2', { manualCalculation: true }, '3.5').isStale).toBe(true);
  });
});

describe('unsteady', () => {
  const names = [
    { name: 'HomNay', sheet: null, formula: 'TODAY()' },
    { name: 'Vung', sheet: null, formula: "'Số liệu'!$A$1:$B$1" },
    { name: 'Gan', sheet: 0, formula: 'Vung' },
    { name: 'Vòng', sheet: null, formula: 'Vòng+1' },
  ];
  test.each([
    ['TODAY()-45000', 'volatile TODAY'],
    ['OFFSET(A1,1,0)', 'volatile OFFSET'],
    ['IF(A1>1,RAND(),0)', 'volatile RAND'],
    ['_xlfn.RANDARRAY(1)', 'volatile RANDARRAY'],
    ['[1]Nguồn!A1', 'external [1]Nguồn'],
    ["'C:\\Sổ\\[Nguồn.xlsx]Trang 1'!A1+1", 'external C:\\Sổ\\[Nguồn.xlsx]Trang 1'],
    ['[2]!Điểm', 'external [2]'],
    ['Nháp!A1', 'external Nháp'],
    ['HomNay-1', 'volatile TODAY'],
    ['SUM(Vung)', null],
    ['SUM(Gan)', null],
    ['Vòng', null],
    ['SUM(A1:A2)', null],
    ['Bảng[Điểm]', null],
    ['"TODAY()"&A1', null],
    ['TODAY+1', null],
  ])('=%s', (formula, expected) => {
    const { unsteady } = gives(formula, { names });
    expect(unsteady === null ? null : `${unsteady.kind} ${unsteady.name}`).toBe(expected);
  });

  test('a name for an area is read like the area', () => {
    expect(gives('SUM(Vung)', { names }).value).toBe(30);
    expect(gives('SUM(Gan)+Gan', { names }).value).toBeUndefined();
  });
});

describe('bounds', () => {
  const column = (length: number, formula: (row: number) => string): WorkbookCells =>
    workbook({ A: Array.from({ length }, (_, row) => formula(row + 1)).join('\n') });

  test('a chain of 20,000 running sums is followed to its end', () => {
    const cells = column(20_000, (row) => (row === 1 ? '1' : `=A${String(row - 1)}+1 -> ${String(row)}`));
    expect(new Recalculation(cells).at(0, 19_999, 0)).toMatchObject({ value: 20_000, isStale: false });
  });

  test('a circle is not calculated, and ends', () => {
    const cells = column(3, (row) => `=A${String((row % 3) + 1)}+1 -> 5`);
    expect(new Recalculation(cells).at(0, 0, 0)).toMatchObject({ value: undefined, isStale: false });
  });

  test('a cell that two formulas of one sum read is calculated before both', () => {
    const cells = workbook({ A: '=A2+A3 -> 0 \n =A3*2 -> 0 \n =A4+1 -> 0 \n 1' });
    expect(new Recalculation(cells).at(0, 0, 0)?.value).toBe(6);
  });

  test('work is bounded: beyond it nothing is calculated, and in manual calculation nothing is trusted', () => {
    const rows = Array.from({ length: 3_000 }, () => '1 | =SUM(A1:A3000) -> 3000').join('\n');
    const recalculation = new Recalculation(workbook({ A: rows }, { manualCalculation: true }));
    expect(recalculation.at(0, 0, 1)).toMatchObject({ value: 3000, isStale: false });
    for (let row = 1; row < 2_999; row++) recalculation.at(0, row, 1);
    expect(recalculation.at(0, 2_999, 1)).toMatchObject({ value: undefined, isStale: true });
  });

  test.each([
    '('.repeat(4000) + '1' + ')'.repeat(4000),
    '-'.repeat(8000) + '1',
    `${'1+'.repeat(4000)}1`,
    '%'.repeat(8000),
    'SUM('.repeat(2000),
    `'${"''".repeat(4000)}`,
    'A'.repeat(9000),
  ])('a long formula of any shape is parsed', (formula) => {
    expect(parseFormula(formula).references.length).toBeLessThan(9000);
  });
});
