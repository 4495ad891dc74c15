/**
 * Workbooks that our own writer did not make: exceljs, SheetJS, LibreOffice (`soffice --convert-to xlsx`
 * of the exceljs files), and XML written by hand.
 */
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { evaluate } from '../../../src/rules';
import type { WorkbookCells } from '../../../src/sheets/cells';
import { readBook } from '../../../src/workbook/read';
import { readWorkbook } from '../../../src/xlsx';
import { issuesOf, placed, spoiled } from './base';
import { writtenByExcelJs, writtenBySheetJs } from './foreign';

const S = 'Chấm điểm';
const SPOILED = spoiled({
  set: {
    [`${S}!G5`]: '"25,0"',
    [`${S}!G6`]: '#REF!',
    [`${S}!H2`]: 'Ban Quan lý An toàn thực phẩm tỉnh',
    [`${S}!A15`]: '-',
    'Tiêu chí!A13': '-',
    'Thông tin!B8': '20/12/2025',
    'Khen thưởng!C3': '0.2 @ 0%',
  },
  options: { [S]: { hiddenRows: [7], merges: ['F7:G7'] } },
});
const SPOILED_ISSUES = [
  'date-as-text Thông tin!B8',
  'code-generated Tiêu chí!A13',
  `code-unknown ${S}!H2`,
  `number-as-text ${S}!G5`,
  `cell-error ${S}!G6`,
  `hidden-data ${S}!A7`,
  `merged-data ${S}!F7`,
  'quota-invalid Khen thưởng!C3',
];

function cellsIn(bytes: Uint8Array): WorkbookCells {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}
const fixture = (name: string): Uint8Array => readFileSync(`test/fixtures/workbook/${name}`);

const WRITERS: readonly [string, () => Promise<Uint8Array>, () => Promise<Uint8Array>][] = [
  ['exceljs', async () => writtenByExcelJs(spoiled({})), async () => writtenByExcelJs(SPOILED)],
  [
    'SheetJS',
    async () => Promise.resolve(writtenBySheetJs(spoiled({}))),
    async () => Promise.resolve(writtenBySheetJs(SPOILED)),
  ],
  [
    'LibreOffice',
    async () => Promise.resolve(fixture('sound-libreoffice.xlsx')),
    async () => Promise.resolve(fixture('spoiled-libreoffice.xlsx')),
  ],
];

describe.each(WRITERS)('written by %s', (_, sound, broken) => {
  test('the sound workbook is sound, and ranks the same', async () => {
    const book = readBook(cellsIn(await sound()));
    const evaluation = evaluate(book);
    expect(evaluation.issues.map(placed)).toEqual([]);
    expect(evaluation.units.map(({ id, total, rank }) => [id, total, rank])).toEqual([
      ['u1', '94', 1],
      ['u2', '86', 2],
      ['u3', '76', 3],
    ]);
    expect(evaluation.awards.map(({ id, units }) => [id, units])).toEqual([
      ['CO', ['u1']],
      ['BK', ['u2']],
    ]);
    expect(book.info.meetingDay).toBe('2025-12-20');
    expect(evaluation.canonical).toBe(evaluate(readBook(spoiled({}))).canonical);
  });
  test('the spoiled one is named cell by cell', async () => {
    // What lies under a merged area some writers keep and some drop.
    const lost = `score-missing ${S}!G7`;
    expect(
      issuesOf(cellsIn(await broken()))
        .map(placed)
        .filter((found) => found !== lost),
    ).toEqual(SPOILED_ISSUES);
  });
});

test('days counted from 1904, as old Macs wrote them', async () => {
  const day = spoiled({
    set: {
      'Thông tin!B8': '44549 @ dd/mm/yyyy',
      'Điều kiện!A7': '',
      'Điều kiện!B7': '',
      'Điều kiện!C7': '',
      'Điều kiện!D7': '',
      'Điều kiện!E7': '',
    },
  });
  const book = readBook(cellsIn(await writtenByExcelJs({ ...day, date1904: true })));
  expect(book.info.meetingDay).toBe('2025-12-20');
});

/** A sheet of rows of inline strings and numbers, without styles or shared strings. */
const sheetXml = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
const text = (value: string): string =>
  `<x:c t="inlineStr"><x:is><x:t xml:space="preserve">${value}</x:t></x:is></x:c>`;
const row = (...cells: (string | number)[]): string =>
  `<x:row>${cells.map((cell) => (typeof cell === 'number' ? `<x:c><x:v>${String(cell)}</x:v></x:c>` : cell === '' ? '<x:c/>' : text(cell))).join('')}</x:row>`;

function handWritten(sheets: Readonly<Record<string, string>>): Uint8Array {
  const names = Object.keys(sheets);
  const main = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${names.map((_, i) => `<Override PartName="/xl/s${String(i)}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${main}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${main}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${String(i + 1)}" r:id="r${String(i)}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, i) => `<Relationship Id="r${String(i)}" Type="${main}/worksheet" Target="s${String(i)}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(Object.values(sheets).map((xml, i) => [`xl/s${String(i)}.xml`, xml])),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

test('XML written by hand: prefixed roots, no references, entities, NFD names', () => {
  const evaluation = evaluate(
    readBook(
      cellsIn(
        handWritten({
          'Thông tin': sheetXml(row('Mục', 'Giá trị') + row('Mẫu sổ', 'thidua/1')),
          'Quy tắc': sheetXml(row('Quy tắc', 'Giá trị') + row('Thang điểm', 10)),
          ['Tiêu chí'.normalize('NFD')]: sheetXml(
            row('Mã', 'Nội dung', 'Điểm') + row('1', 'Nền nếp &amp; kỷ cương', 6) + row('2', 'Phong trào', 4),
          ),
          'Đơn vị': sheetXml(row('Mã', 'Tên đơn vị') + row('A', 'Sở Khoa học &amp; Công nghệ') + row('B', 'Sở Y tế')),
          'Chấm điểm': sheetXml(
            row('Mã', 'Tiêu chí', 'Điểm', 'Sở Khoa học &amp; Công nghệ', 'Sở Y tế') +
              row('1', '', '', 5.5, 6) +
              row('2', '', '', 4, '3,5'),
          ),
          'Khen thưởng': sheetXml(row('Mã', 'Số suất') + row('C', 1)),
        }),
      ),
    ),
  );
  expect(evaluation.issues.map(placed)).toEqual(['number-as-text Chấm điểm!E3']);
  expect(evaluation.units.map(({ total }) => total)).toEqual(['9.5', null]);
  expect(evaluation.awards.map(({ status }) => status)).toEqual(['pending:unknown']);
});
