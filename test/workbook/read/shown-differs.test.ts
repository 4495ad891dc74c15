/** Cells that show something else than what counts: by their format and their height through both doors, by their colour in files. */
import ExcelJS from 'exceljs';
import { createExcelDoor } from '../../../src/excel';
import { issueText } from '../../../src/text';
import type { Cell, WorkbookCells } from '../../../src/sheets/cells';
import { judge } from '../../../src/workbook/job';
import { readWorkbook } from '../../../src/xlsx';
import { loadBook } from '../../excel-host/file';
import { ExcelHost } from '../../excel-host/host';
import { connection } from '../../excel-host/node';
import { editParts } from '../../print/office';
import { throughExcel, throughFile, told } from '../../sieve/doors';
import { placed, spoiled } from './base';
import { writtenByExcelJs } from './foreign';

const S = 'Chấm điểm';

/** The base with formats on cells of the score sheet. */
const formatted = (cells: Readonly<Record<string, string>>): WorkbookCells =>
  spoiled({ set: Object.fromEntries(Object.entries(cells).map(([cell, text]) => [`${S}!${cell}`, text])) });
const said = (cells: WorkbookCells) => judge(cells).evaluation.issues.filter(({ code }) => code === 'shown-differs');

test.each([
  ['28 @ ;;;', 'Ô E5 đang hiện (không thấy gì), được đọc là 28.'],
  ['28 @ 0;;', null],
  ['27.75 @ 0', 'Ô E5 đang hiện 28, được đọc là 27,75.'],
  ['27.996 @ 0.00', null],
  ['27.995 @ 0.00', 'Ô E5 đang hiện 28, được đọc là 27,995.'],
  ['28 @ "Đạt"', 'Ô E5 đang hiện Đạt, được đọc là 28.'],
  ['28 @ 0"5"', 'Ô E5 đang hiện 285, được đọc là 28.'],
  ['28 @ 0,', 'Ô E5 đang hiện 0, được đọc là 28.'],
  ['28 @ 0\\.00', 'Ô E5 đang hiện 0,28, được đọc là 28.'],
  ['28 @ "-"0', 'Ô E5 đang hiện -28, được đọc là 28.'],
  ['28 @ [>20]"trên 20";0', 'Ô E5 đang hiện trên 20, được đọc là 28.'],
  ['28 @ [White]0', 'Ô E5 đang hiện (không thấy gì), được đọc là 28.'],
  ['28 @ 0.00" điểm"', null],
  ['28 @ 0.00"%"', null],
  ['28 @ #,##0.00_);[Red](#,##0.00)', null],
  ['28.25 @ # ?/?', null],
  ['28 @ 0.00E+00', null],
  ['28 @ @', null],
  ['0 @ _(* #,##0_);_(* (#,##0);_(* "-"??_)', null],
  ['0 @ 0;;', 'Ô E5 đang hiện (không thấy gì), được đọc là 0.'],
])('%s', (written, sentence) => {
  const found = said(formatted({ E5: written }));
  expect(found.map((one) => issueText(one, 'vi').what)).toEqual(sentence === null ? [] : [sentence]);
});

test('a yes that shows as a no', () => {
  expect(said(formatted({ E9: 'có @ "không "@' })).map((one) => issueText(one, 'vi').what)).toEqual([
    'Ô E9 đang hiện không có, được đọc là “có”.',
  ]);
});

test('one finding for all cells of one format, at the first', () => {
  const found = said(formatted({ G6: '17 @ ;;;', E5: '28 @ ;;;', E6: '18 @ ;;;', I5: '27 @ 0"5"' }));
  expect(found.map((one) => [placed(one), one.params?.['cells']])).toEqual([
    [`shown-differs ${S}!E5`, `${S}!E5:E6, G6`],
    [`shown-differs ${S}!I5`, undefined],
  ]);
});

test('formats are the same in a file of SheetJS and in Excel', async () => {
  const cells = formatted({ E5: '28 @ ;;;', E6: '18 @ 0"5"', G6: '17 @ 0.00', E9: 'có @ "không "@' });
  expect(said(cells)).toHaveLength(3);
  expect(told(throughFile(cells))).toBe(told(judge(cells)));
  expect(told(await throughExcel(cells))).toBe(told(judge(cells)));
});

const connect = connection();

/** The file of exceljs, changed by its own means, read through both doors. */
async function bothDoors(
  change: (sheet: ExcelJS.Worksheet) => void,
  edit: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes,
): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writtenByExcelJs(spoiled({}))).buffer as ArrayBuffer);
  const sheet = book.getWorksheet(S);
  if (sheet === undefined) throw new Error(S);
  change(sheet);
  const bytes = edit(new Uint8Array(await book.xlsx.writeBuffer()));
  const inFile = readWorkbook(bytes);
  connect(new ExcelHost(loadBook(bytes)));
  const inExcel = await createExcelDoor().read();
  if (!inFile.ok || !inExcel.ok) throw new Error('not read');
  return [inFile.value, inExcel.value].map((cells) =>
    judge(cells)
      .evaluation.issues.map(placed)
      .filter((text) => /^(shown|hidden)/u.test(text)),
  );
}

const solid = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

test.each<[string, (cell: ExcelJS.Cell) => void, boolean]>([
  [
    'white on no fill',
    (cell) => {
      cell.font = { color: { argb: 'FFFFFFFF' } };
    },
    true,
  ],
  [
    'white of the theme on white',
    (cell) => {
      cell.font = { color: { theme: 0 } };
      cell.fill = solid('FFFFFFFF');
    },
    true,
  ],
  [
    'white of the theme, a little darker, on the same',
    (cell) => {
      cell.font = { color: { theme: 0, tint: -0.15 } as never };
      cell.fill = solid('FFD9D9D9');
    },
    true,
  ],
  [
    'letters of the theme made all white',
    (cell) => {
      cell.font = { color: { theme: 1, tint: 0.999 } as never };
    },
    true,
  ],
  [
    'white of the theme made grey',
    (cell) => {
      cell.font = { color: { theme: 0, tint: -0.5 } as never };
    },
    false,
  ],
  [
    'nearly white on white',
    (cell) => {
      cell.font = { color: { argb: 'FFFDFDFD' } };
    },
    true,
  ],
  [
    'yellow on yellow',
    (cell) => {
      cell.font = { color: { argb: 'FFFFFF00' } };
      cell.fill = solid('00FFFF00');
    },
    true,
  ],
  [
    'white on black',
    (cell) => {
      cell.font = { color: { argb: 'FFFFFFFF' } };
      cell.fill = solid('FF000000');
    },
    false,
  ],
  [
    'white, but red by its format',
    (cell) => {
      cell.font = { color: { argb: 'FFFFFFFF' } };
      cell.numFmt = '[Red]0.00';
    },
    false,
  ],
])('in a file: %s', async (_, paint, isHidden) => {
  const [inFile] = await bothDoors((sheet) => {
    paint(sheet.getCell('E5'));
  });
  expect(inFile).toEqual(isHidden ? [`shown-differs ${S}!E5`] : []);
});

test('rows without height and columns without width', async () => {
  const flat = (bytes: Uint8Array): Uint8Array =>
    editParts(bytes, /sheet5\.xml$/u, (xml) =>
      xml
        .replace('<row r="6"', '<row r="6" ht="0" customHeight="1"')
        .replace('<sheetData>', '<cols><col min="7" max="7" width="0" customWidth="1"/></cols><sheetData>'),
    );
  expect(await bothDoors(() => undefined, flat)).toEqual(
    Array.from({ length: 2 }, () => [`hidden-data ${S}!G2`, `hidden-data ${S}!A6`]),
  );
});

test('a cell of the look is a cell that counts, or nothing is said', () => {
  const unseen = (cell: Cell | undefined): Cell | undefined => cell && { ...cell, hidden: true };
  const cells = spoiled({
    change: (book) => ({
      ...book,
      sheets: book.sheets.map((sheet) =>
        sheet.name === S
          ? { ...sheet, rows: sheet.rows.map((row, index) => (index === 0 ? row?.map(unseen) : row)) }
          : sheet,
      ),
    }),
  });
  expect(said(cells)).toEqual([]);
});
