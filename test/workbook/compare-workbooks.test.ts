/** What changed is told at the very cell and in the words of the workbooks, for every kind of row. */
import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { cellName, type Fix } from '../../src/rules';
import { compareWorkbooks } from '../../src/workbook/compare-workbooks';
import { judge, type Judgement } from '../../src/workbook/judgement';
import { editCells, readWorkbook } from '../../src/xlsx';

const SAMPLE = new Uint8Array(readFileSync('assets/samples/B.xlsx'));

function judged(bytes: Uint8Array): Judgement {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.error.code);
  return judge(read.value);
}

function edited(
  ...cells: readonly (readonly [sheet: string, row: number, column: number, value: string | number])[]
): Judgement {
  const fixes = cells.map(([sheet, row, column, value]): Fix => ({
    place: { sheet, row, column },
    value,
    overLocked: true,
  }));
  const done = editCells(SAMPLE, fixes);
  if (!done.ok) throw new Error(done.error.code);
  return judged(done.value.bytes);
}

const told = (before: Judgement, after: Judgement): string[] =>
  compareWorkbooks(before, after).inputs.map(
    ({ place, before: was, after: is }) =>
      `${place ? `${place.sheet}!${cellName(place)}` : '?'}: ${was ?? '-'} > ${is ?? '-'}`,
  );

const B = judged(SAMPLE);

test.each([
  ['a rule', ['Quy tắc', 4, 1, 'tự chấm'], 'Quy tắc!B5: khối chấm > tự chấm'],
  ['where a criterion counts', ['Tiêu chí', 4, 3, 'thưởng'], 'Tiêu chí!D5: - > thưởng'],
  ['the rounding of places', ['Khen thưởng', 3, 3, 'lên'], 'Khen thưởng!D4: - > lên'],
  ['a tie at the last place', ['Khen thưởng', 3, 6, 'lấy hết'], 'Khen thưởng!G4: - > lấy hết'],
  ['the name of a unit', ['Đơn vị', 3, 1, 'Văn phòng'], 'Đơn vị!B4: Văn phòng UBND tỉnh > Văn phòng'],
  ['a score', ['Chấm điểm', 6, 4, 9.25], 'Chấm điểm!E7: 14.25 > 9.25'],
  ['a line of the head', ['Thông tin', 17, 1, 'Hội trường'], 'Thông tin!B18: Sở Tư pháp > Hội trường'],
] as const)('%s', (_, cell, line) => {
  const [changed] = [edited([...cell])];
  expect(told(B, changed)).toContain(line);
  expect(told(changed, B)).toContain(line.replace(/: (.*) > (.*)$/, ': $2 > $1'));
});

test('no word of the program is told', () => {
  const changed = edited(
    ['Quy tắc', 4, 1, 'tự chấm'],
    ['Quy tắc', 14, 1, 'không'],
    ['Tiêu chí', 4, 3, 'thưởng'],
    ['Khen thưởng', 3, 3, 'lên'],
    ['Khen thưởng', 3, 6, 'lấy hết'],
  );
  expect(told(B, changed)).toEqual([
    'Quy tắc!B5: khối chấm > tự chấm',
    'Quy tắc!B15: có > không',
    'Tiêu chí!D5: - > thưởng',
    'Khen thưởng!D4: - > lên',
    'Khen thưởng!G4: - > lấy hết',
  ]);
});

test('a day of a workbook that counts from 1904 is the same day, and another one is told as that day', () => {
  const parts = unzipSync(SAMPLE);
  const book = new TextDecoder().decode(parts['xl/workbook.xml']);
  const from1904 = judged(
    zipSync({
      ...parts,
      'xl/workbook.xml': new TextEncoder().encode(book.replace('<bookViews>', '<workbookPr date1904="1"/><bookViews>')),
    }),
  );
  expect(B.book.info.meetingDay).toBe('2024-01-30');
  expect(from1904.book.info.meetingDay).toBe('2028-01-31');
  expect(told(B, from1904)).toEqual(['Thông tin!B19: 30/01/2024 > 31/01/2028']);
});
