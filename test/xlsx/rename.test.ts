/** Another name for a sheet: every reference follows, nothing else changes, and it can be undone. */
import { unzipSync } from 'fflate';
import type { SheetRename } from '../../src/rules';
import { editCells, fileDoor, readWorkbook, writeSheets } from '../../src/xlsx';
import { renameInFormula } from '../../src/sheets/formula/rename';
import { changedParts, textOf, valuesOf } from './support/compare';
import { featureRichWorkbook } from './support/feature-rich';
import { MAIN, RELS, minimalParts, relationships, sheetXml, zipParts } from './support/minimal';
import { plainPlan } from './support/plans';

const rename = (from: string, to: string): SheetRename => ({ rename: from, to });

function changed(file: Uint8Array, ...changes: Parameters<typeof editCells>[1]) {
  const done = editCells(file, changes);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}

const sheetNames = (file: Uint8Array): string[] => {
  const read = readWorkbook(file);
  return read.ok ? read.value.sheets.map(({ name }) => name) : [];
};

describe('a formula follows the new name', () => {
  const names = new Map([
    ['qui tắc', 'Quy tắc'],
    ['a', "B's"],
  ]);
  test.each([
    ["'Qui tắc'!B3", "'Quy tắc'!B3"],
    ["SUM('qui TẮC'!B3:B9)+'Qui tắc'!$B$3", "SUM('Quy tắc'!B3:B9)+'Quy tắc'!$B$3"],
    ['A!A1+A', "'B''s'!A1+A"],
    ["'A'!#REF!", "'B''s'!#REF!"],
    ['a!Tên', "'B''s'!Tên"],
    ['SUM(A:C!A1)', "SUM('B''s:C'!A1)"],
    ["SUM('C:Qui tắc'!A:A)", "SUM('C:Quy tắc'!A:A)"],
    ['"A!A1"', '"A!A1"'],
    ['[1]A!A1', '[1]A!A1'],
    ["'[Sổ.xlsx]A'!A1", "'[Sổ.xlsx]A'!A1"],
    ['A1+AA!A1', 'A1+AA!A1'],
    ["'A", "'A"],
  ])('%s → %s', (formula, expected) => {
    expect(renameInFormula(formula, (name) => names.get(name))).toBe(expected);
  });
});

describe('in a workbook with a part of every kind', () => {
  const before = featureRichWorkbook();
  const { bytes, previous } = changed(before, rename('Dữ liệu', 'Số liệu'));

  test('no part speaks of the old name', () => {
    expect(sheetNames(bytes)).toEqual(['Chấm điểm', 'Số liệu', 'Ẩn', 'Biểu đồ']);
    const left = Object.entries(unzipSync(bytes))
      .filter(([, data]) => /Dữ liệu['!"]/.test(new TextDecoder().decode(data)))
      .map(([part]) => part);
    expect(left).toEqual([]);
    expect(textOf(bytes, 'xl/workbook.xml')).toContain(`OFFSET('Số liệu'!$A$1,0,0,COUNTA('Số liệu'!$A:$A),1)`);
  });

  test('no value of any cell changes', () => {
    const [was, now] = [valuesOf(before), valuesOf(bytes)];
    const values = (cells: Record<string, unknown> | undefined) =>
      Object.entries(cells ?? {}).map(([cell, data]) => [cell, (data as { v: unknown }).v]);
    expect(values(now['Số liệu'])).toEqual(values(was['Dữ liệu']));
    expect(values(now['Chấm điểm'])).toEqual(values(was['Chấm điểm']));
  });

  test('undone, it is the workbook that it was, for a reader', () => {
    expect(previous).toEqual([rename('Số liệu', 'Dữ liệu')]);
    const back = changed(bytes, ...previous).bytes;
    const plain = (file: Uint8Array) => JSON.stringify(valuesOf(file)).replaceAll("'", '');
    expect(plain(back)).toBe(plain(before));
  });

  test('parts that name no sheet keep their bytes', () => {
    expect(changedParts(before, bytes)).not.toContain('xl/styles.xml');
    expect(changedParts(before, bytes)).not.toContain('xl/sharedStrings.xml');
  });
});

const two = (first: string, extra = ''): Buffer =>
  zipParts({
    ...minimalParts(sheetXml(first)),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELS}">${extra}<sheets><sheet name="Trang" sheetId="1" r:id="rId1"/><sheet name="Số liệu" sheetId="2" r:id="rId9"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId9', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId2', 'styles', 'styles.xml'],
      ['rId3', 'sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/worksheets/sheet2.xml': sheetXml('<row r="1"><c r="A1"><f>Trang!A1*2</f><v>2</v></c></row>'),
  });
const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const A1 = { sheet: 'Trang', row: 0, column: 0 };

test('cells and names in one go: cells first, by the old names; the way back restores both', () => {
  const { bytes, previous } = changed(two(ONE), rename('Trang', 'Chấm điểm'), { place: A1, value: 7 });
  expect(previous).toEqual([{ place: { ...A1, sheet: 'Chấm điểm' }, value: 1 }, rename('Chấm điểm', 'Trang')]);
  const now = readWorkbook(bytes);
  expect(now.ok && [now.value.sheets[0]?.rows[0]?.[0], now.value.sheets[1]?.rows[0]?.[0]]).toEqual([
    { value: 7 },
    { value: 14, formula: "'Chấm điểm'!A1*2" },
  ]);
  const back = readWorkbook(changed(bytes, ...previous).bytes);
  expect(back.ok && back.value.sheets.map(({ name, rows }) => [name, rows[0]?.[0]?.value])).toEqual([
    ['Trang', 1],
    ['Số liệu', 2],
  ]);
});

test('names with $, & and an apostrophe are written as they are', () => {
  const { bytes } = changed(two(ONE), rename('Trang', "A$1 & 'B' $& C"));
  expect(sheetNames(bytes)).toEqual(["A$1 & 'B' $& C", 'Số liệu']);
  const now = readWorkbook(bytes);
  expect(now.ok && now.value.sheets[1]?.rows[0]?.[0]?.formula).toBe("'A$1 & ''B'' $& C'!A1*2");
});

test('our own sheets with live formulas follow, and their stored values stay', () => {
  const plan = plainPlan('Kết quả', 'x');
  const live = { ...plan, rows: [{ cells: [{ value: 2, style: 'text' as const, formula: "'Số liệu'!A1" }] }] };
  const written = writeSheets(two(ONE), [live]);
  const now = written.ok && readWorkbook(changed(written.value, rename('Số liệu', 'Bảng')).bytes);
  expect(now && now.ok && now.value.sheets[2]?.rows[0]?.[0]).toMatchObject({ value: 2, formula: "'Bảng'!A1" });
});

test.each([
  ['a sheet that is gone', '', rename('Khác', 'A'), { code: 'sheet-gone', sheet: 'Khác' }],
  ['a name that is taken, in any case', '', rename('Trang', 'SỐ LIỆU'), { code: 'sheet-name-taken', sheet: 'SỐ LIỆU' }],
  [
    'no name for a sheet',
    '',
    rename('Trang', 'a/b'),
    { code: 'file-unsupported', detail: 'sheet-name', sheet: 'Trang' },
  ],
  [
    'a protected structure',
    '<workbookProtection lockStructure="1"/>',
    rename('Trang', 'A'),
    { code: 'structure-protected' },
  ],
])('refused, and nothing changes: %s', (_, extra, change, error) => {
  expect(editCells(two(ONE, extra), [{ place: A1, value: 9 }, change])).toEqual({ ok: false, error });
});

test('only the case of a name may change', () => {
  expect(sheetNames(changed(two(ONE), rename('Trang', 'TRANG')).bytes)).toEqual(['TRANG', 'Số liệu']);
});

test('the door keeps the new bytes and hears of no cell', async () => {
  const door = fileDoor(two(ONE));
  const heard: unknown[] = [];
  door.onChange((places) => heard.push(places));
  const done = await door.fix([rename('Trang', 'A')]);
  expect([done.ok, heard, sheetNames(door.bytes())]).toEqual([true, [[]], ['A', 'Số liệu']]);
});
