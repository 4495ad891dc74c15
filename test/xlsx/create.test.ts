import ExcelJS from 'exceljs';
import * as SheetJS from 'xlsx';
import { createPackage, readWorkbook } from '../../src/xlsx';
import { STYLES } from '../../src/sheets/styles';
import type { StyleName } from '../../src/sheets/styles';
import { partsOf, textOf, valuesOf } from './support/compare';
import { realStamp } from '../support/stamps';
import { area, plainPlan, resultPlan } from './support/plans';

describe('a new workbook', () => {
  const file = createPackage([resultPlan('thidua 1'), plainPlan("O'Neil & con", null)]);

  test('the same plans give the same bytes', () => {
    expect(Buffer.compare(createPackage([resultPlan('thidua 1'), plainPlan("O'Neil & con", null)]), file)).toBe(0);
  });

  test('two other readers see cells, looks and page set-up', async () => {
    expect(valuesOf(file)['Kết quả']).toMatchObject({
      A1: { v: 'KẾT QUẢ <2025> & "xếp hạng"', t: 's' },
      B3: { v: '=HYPERLINK("http://x")', t: 's' },
      B4: { v: '+1 _x000D_', t: 's' },
      B5: { v: true, t: 'b' },
      C5: { v: 17.5, t: 'n', f: 'ROUND(SUM(C3:C4),2)' },
      D5: { v: 'đúng', t: 's', f: 'IF(C5>1,"đúng","sai")' },
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(file) as unknown as ArrayBuffer);
    const sheet = book.getWorksheet('Kết quả');
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToHeight: 0,
      printArea: 'A1:C6',
      printTitlesRow: '2:2',
    });
    expect(sheet?.headerFooter).toMatchObject({
      differentFirst: true,
      oddHeader: '&C&"Times New Roman,Italic"&10&P',
      oddFooter: '&R"x"',
    });
    expect(sheet?.views[0]).toMatchObject({
      state: 'frozen',
      xSplit: 2,
      ySplit: 2,
      topLeftCell: 'C3',
      showGridLines: false,
    });
    expect(sheet?.getCell('A1').font).toMatchObject({ name: 'Times New Roman', size: 14, bold: true });
    expect(sheet?.getCell('A1').master.address).toBe('A1');
    expect(sheet?.getCell('C1').isMerged).toBe(true);
    expect([1, 2, 4].map((column) => sheet?.getColumn(column).width)).toEqual([6, 30.5, 8]);
    expect(sheet?.getColumn(4).hidden).toBe(true);
    expect(sheet?.getRow(1).height).toBe(31.5);
    expect(sheet?.getCell('B3').hyperlink).toBeUndefined();
    expect(sheet?.getCell('C4').dataValidation).toMatchObject({
      type: 'decimal',
      operator: 'between',
      formulae: [0, 10],
      error: 'Từ 0 đến 10',
      allowBlank: true,
    });
    expect(sheet?.getCell('C5').dataValidation).toMatchObject({
      type: 'decimal',
      operator: 'greaterThanOrEqual',
      formulae: [0],
    });
    expect(sheet?.getCell('A3').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"có,không ""hẳn"""'],
      showErrorMessage: true,
    });
    expect(sheet?.getCell('B3').dataValidation).toMatchObject({
      type: 'list',
      formulae: ["'Đơn vị'!$A$2:$A$9"],
      errorStyle: 'warning',
    });
    expect(sheet?.properties.tabColor).toEqual({ argb: 'FF2E7D32' });
    expect(sheet?.getCell('C4').protection).toMatchObject({ locked: false });
  });

  test('links jump inside the workbook, the chart and its bars are there', () => {
    const book = SheetJS.read(file);
    expect((book.Sheets['Kết quả']?.B3 as SheetJS.CellObject).l).toMatchObject({ Target: "#'Chấm ''điểm'''!C3" });
    const chart = Object.entries(partsOf(file)).find(([name]) => name.startsWith('xl/charts/'));
    expect(new TextDecoder().decode(chart?.[1])).toContain("<c:f>'Kết quả'!$C$3:$C$4</c:f>");
  });

  test('our own reader finds stamps, merges, protection and hidden columns', () => {
    const read = readWorkbook(file);
    expect(read.ok && read.value.sheets[0]).toMatchObject({
      stamp: realStamp('thidua 1'),
      protected: true,
      merges: [area(0, 0, 0, 2)],
      hiddenColumns: new Set([3]),
    });
    expect(read.ok && read.value.sheets[1]).toMatchObject({ name: "O'Neil & con", stamp: null, protected: false });
    expect(read.ok && read.value.sheets[0]?.rows[4]?.[4]).toEqual({ value: null, formula: 'C5*2' });
  });

  test.each(Object.keys(STYLES) as StyleName[])('the look "%s" is what the table of looks says', async (style) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(
      Buffer.from(
        createPackage([{ ...plainPlan('A', null), rows: [{ cells: [{ value: 1, style }] }] }]),
      ) as unknown as ArrayBuffer,
    );
    const cell = book.getWorksheet('A')?.getCell('A1');
    const look: import('../../src/sheets/styles').CellStyle = STYLES[style];
    expect(cell?.font).toMatchObject({
      size: look.size ?? 12,
      name: 'Times New Roman',
      color: { argb: `FF${(look.color ?? '#000000').slice(1)}` },
    });
    expect([cell?.font.bold ?? false, cell?.font.italic ?? false, cell?.font.underline ?? false]).toEqual([
      look.bold ?? false,
      look.italic ?? false,
      look.underline ?? false,
    ]);
    expect(cell?.fill).toMatchObject(
      look.fill === undefined
        ? { pattern: 'none' }
        : { pattern: 'solid', fgColor: { argb: `FF${look.fill.slice(1)}` } },
    );
    expect(cell?.border?.left?.style).toBe(look.border === true ? 'thin' : undefined);
    expect([cell?.alignment?.horizontal, cell?.alignment?.vertical, cell?.alignment?.wrapText ?? false]).toEqual([
      look.align,
      look.vertical === 'center' ? 'middle' : look.vertical,
      look.wrap ?? false,
    ]);
    expect(cell?.numFmt ?? 'General').toBe(look.format ?? 'General');
    expect(cell?.protection?.locked ?? true).toBe(look.unlocked !== true);
  });
});

describe('texts of people', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    '=HYPERLINK("http://x","y")',
    '\t=1',
    "'=1",
    '<b>&amp;</b>',
    ']]>',
    '_x0041_',
    '  đầu và cuối  ',
    'hai\ndòng',
    'a\r\nb',
    '\u{1F600} 𠀀',
    '__proto__',
    '../../x',
  ])('%j comes back as it was, and is no formula', (value) => {
    const file = createPackage([plainPlan('A', null, [[value]])]);
    const read = readWorkbook(file);
    expect(read.ok && read.value.sheets[0]?.rows[0]?.[0]).toEqual({ value });
    const cell = SheetJS.read(file).Sheets.A?.A1 as SheetJS.CellObject;
    expect([cell.t, cell.f]).toEqual(['s', undefined]);
  });

  test('characters that XML cannot hold are left out, a text longer than Excel takes is cut', () => {
    const read = readWorkbook(createPackage([plainPlan('A', null, [['a\u0000b\uFFFEc\uD800d', 'x'.repeat(40_000)]])]));
    expect(read.ok && read.value.sheets[0]?.rows[0]).toEqual([{ value: 'abcd' }, { value: `${'x'.repeat(32_766)}…` }]);
  });

  test('in names of sheets, links, messages, headers and titles', () => {
    const evil = '"><x>&\'';
    const base = { ...resultPlan('x'), stamp: `${evil}"` };
    const file = createPackage([
      {
        ...base,
        name: `A${evil}`.replace(/["<>]/g, ''),
        validations: [{ kind: 'decimal', area: area(0, 0, 0, 0), min: 0, max: 1, message: evil }],
        print: base.print && { ...base.print, header: evil, footer: evil },
        chart: base.chart && { ...base.chart, title: evil },
        conditional: [{ area: area(0, 0, 1, 1), formula: 'A1="<&>"', style: 'bold' }],
      },
    ]);
    const read = readWorkbook(file);
    expect(read.ok && read.value.sheets[0]?.stamp).toBe(`${evil}"`);
    for (const [name, data] of Object.entries(partsOf(file)))
      if (name.endsWith('.xml')) expect([name, new TextDecoder().decode(data).includes('<x>')]).toEqual([name, false]);
    expect(SheetJS.read(file).SheetNames).toEqual(["Ax&'"]);
  });
});

describe('what a plan cannot say', () => {
  test.each<[what: string, plan: ReturnType<typeof plainPlan>]>([
    ['a number that is none', plainPlan('A', null, [[Number.NaN]])],
    [
      'a list of choices longer than Excel takes',
      {
        ...plainPlan('A', null),
        validations: [
          { kind: 'list', area: area(0, 0, 0, 0), items: ['x'.repeat(200), 'y'.repeat(60)], strict: true, message: '' },
        ],
      },
    ],
    [
      'a choice with a comma',
      {
        ...plainPlan('A', null),
        validations: [{ kind: 'list', area: area(0, 0, 0, 0), items: ['1,5'], strict: true, message: '' }],
      },
    ],
  ])('%s', (_, plan) => {
    expect(() => createPackage([plan])).toThrow(RangeError);
  });

  test('page breaks and print titles stand in the XML that Excel reads', () => {
    const file = createPackage([resultPlan('x')]);
    const sheet = textOf(file, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain(
      '<rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks><drawing r:id="rId1"/>',
    );
    expect(sheet.indexOf('<headerFooter')).toBeLessThan(sheet.indexOf('<rowBreaks'));
  });
});
