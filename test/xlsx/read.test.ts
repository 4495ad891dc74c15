import { readWorkbook } from '../../src/xlsx';
import { buildZip } from './support/zip';
import { minimalParts, minimalWorkbook, relationships, sheetXml, zipParts } from './support/minimal';

/** The first sheet's cells as `{ A1: cell }`. */
function cells(file: Buffer): Record<string, unknown> {
  const read = readWorkbook(file);
  if (!read.ok) throw new Error(`${read.error.code} ${read.error.detail ?? ''}`);
  const rows = read.value.sheets[0]?.rows ?? [];
  return Object.fromEntries(
    rows.flatMap((row, r) =>
      (row ?? []).flatMap((cell, c) =>
        cell === undefined ? [] : [[`${String.fromCharCode(65 + c)}${String(r + 1)}`, cell]],
      ),
    ),
  );
}

const row = (...inside: string[]): string => `<row r="1">${inside.join('')}</row>`;

describe('the value of a cell', () => {
  test.each<[what: string, xml: string, cell: unknown]>([
    ['a number', '<c r="A1"><v>9.5</v></c>', { value: 9.5 }],
    ['a number of type n with an exponent', '<c r="A1" t="n"><v>1.5E-3</v></c>', { value: 0.0015 }],
    ['a negative zero point', '<c r="A1"><v>-0.25</v></c>', { value: -0.25 }],
    ['zero', '<c r="A1"><v>0</v></c>', { value: 0 }],
    ['a shared string', '<c r="A1" t="s"><v>0</v></c>', { value: 'Đơn vị' }],
    ['rich text without its phonetic run', '<c r="A1" t="s"><v>1</v></c>', { value: 'Khối thi đua' }],
    ['text in place', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 9,5 </t></is></c>', { value: ' 9,5 ' }],
    [
      'rich text in place',
      '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is></c>',
      { value: 'ab' },
    ],
    ['empty text in place', '<c r="A1" t="inlineStr"><is><t></t></is></c>', { value: '' }],
    [
      'the text of a formula',
      '<c r="A1" t="str"><f>"a"&amp;B1</f><v>a&lt;b</v></c>',
      { value: 'a<b', formula: '"a"&B1' },
    ],
    ['true', '<c r="A1" t="b"><v>1</v></c>', { value: true }],
    ['false', '<c r="A1" t="b"><v>0</v></c>', { value: false }],
    ['an error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', { value: { error: '#DIV/0!' }, formula: '1/0' }],
    ['a formula without a value', '<c r="A1"><f>SUM(B1:B3)</f></c>', { value: null, formula: 'SUM(B1:B3)' }],
    ['a formula with an empty value', '<c r="A1"><f>SUM(B1:B3)</f><v></v></c>', { value: null, formula: 'SUM(B1:B3)' }],
    ['a date as number', '<c r="A1" s="1"><v>45992</v></c>', { value: 45992, format: 'dd/mm/yyyy' }],
    ['a percentage, a built-in format', '<c r="A1" s="2"><v>0.2</v></c>', { value: 0.2, format: '0%' }],
    ['a date as ISO text', '<c r="A1" t="d" s="1"><v>2025-12-01</v></c>', { value: 45992, format: 'dd/mm/yyyy' }],
    ['entities', '<c r="A1" t="inlineStr"><is><t>&#272;&#xF4;&quot;&apos;&gt;</t></is></c>', { value: 'Đô"\'>' }],
    ['CDATA', '<c r="A1" t="inlineStr"><is><t><![CDATA[<a> & ]]>b</t></is></c>', { value: '<a> & b' }],
    [
      'an escape of ST_Xstring',
      '<c r="A1" t="inlineStr"><is><t>a_x000A_b_x005F_x000A_</t></is></c>',
      { value: 'a\nb_x000A_' },
    ],
    ['a comment and an instruction in between', '<c r="A1"><!-- <v>1</v> --><?pi ?><v>2</v></c>', { value: 2 }],
    [
      'attributes in another order, in single quotes, with spaces',
      "<c  t = 's'  r='A1' ><v>0</v></c >",
      { value: 'Đơn vị' },
    ],
    ['an attribute that holds ">"', '<c r="A1" foo="a>b"><v>3</v></c>', { value: 3 }],
  ])('%s', (_, xml, cell) => {
    expect(cells(minimalWorkbook(row(xml)))).toEqual({ A1: cell });
  });

  test.each([
    ['a cell with a format only', '<c r="A1" s="1"/>'],
    ['a cell without a value', '<c r="A1" t="s"></c>'],
    ['a cell of another namespace', '<z:c xmlns:z="urn:z" r="A1"><z:v>1</z:v></z:c>'],
  ])('%s is blank', (_, xml) => {
    expect(cells(minimalWorkbook(row(xml)))).toEqual({});
  });

  test('cells and rows without references follow the one before', () => {
    expect(
      cells(
        minimalWorkbook(
          '<row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row><row r="3"><c><v>5</v></c></row><row><c><v>6</v></c></row>',
        ),
      ),
    ).toEqual({ A1: { value: 1 }, C1: { value: 3 }, D1: { value: 4 }, A3: { value: 5 }, A4: { value: 6 } });
  });
});

describe('formulas', () => {
  test.each([
    ['relative', 'A1+1', 'B3+1'],
    ['fixed', '$A$1+A$1+$A1', '$A$1+B$1+$A3'],
    ['areas, whole rows and columns', 'SUM(A1:B2,A:A,$A:A,1:1,$1:1)', 'SUM(B3:C4,B:B,$A:B,3:3,$1:3)'],
    ['functions, names and texts that look like cells', 'LOG10(A1)+"A1"+A1B+Tax1_x', 'LOG10(B3)+"A1"+A1B+Tax1_x'],
    ['other sheets', "'A1 b'!A1+Trang!A1", "'A1 b'!B3+Trang!B3"],
    ['Vietnamese sheets', "Điểm!A1+'Chấm điểm'!A1", "Điểm!B3+'Chấm điểm'!B3"],
    ['other workbooks', '[1]Sheet1!A1', '[1]Sheet1!A1'],
    ['constants and signs', '1.5E3*-A1^2%+{1,2;3,4}=A1&lt;&gt;""', '1.5E3*-B3^2%+{1,2;3,4}=B3<>""'],
    ['other workbooks by name', "'[Sổ A1.xlsx]T''r'!A1+A1", "'[Sổ A1.xlsx]T''r'!A1+B3"],
    ['spans of sheets', 'SUM(Q1:Q4!A1)', 'SUM(Q1:Q4!B3)'],
    ['columns of tables', 'SUM(Bang1[A1])', 'SUM(Bang1[A1])'],
  ])('a shared formula is read from its own place: %s', (_, formula, expected) => {
    const data = `<row r="1"><c r="A1"><f t="shared" ref="A1:B3" si="0">${formula}</f><v>1</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>2</v></c></row>`;
    expect(cells(minimalWorkbook(data)).B3).toEqual({ value: 2, formula: expected });
  });

  test('a shared formula that would leave the sheet is #REF!', () => {
    const data =
      '<row r="2"><c r="B2"><f t="shared" ref="A2:B2" si="7">A1*2</f><v>1</v></c><c r="C2"><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" si="7"/><v>2</v></c></row>';
    expect(cells(minimalWorkbook(data)).A3).toEqual({ value: 2, formula: '#REF!*2' });
  });

  test('every cell of an array formula shows it', () => {
    const data =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row><row r="3"><c r="A3"><v>5</v></c></row>';
    expect(cells(minimalWorkbook(data))).toEqual({
      A1: { value: 2, formula: 'B1:B2*2' },
      A2: { value: 4, formula: 'B1:B2*2' },
      A3: { value: 5 },
    });
  });

  test('a data table is a formula of its inputs', () => {
    const data =
      '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="0" dtr="0" r1="D1"/><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>';
    expect(cells(minimalWorkbook(data)).A2).toEqual({ value: 4, formula: 'TABLE(D1)' });
  });
});

describe('a sheet', () => {
  const read = (xml: string, changes: Record<string, string | null> = {}) => {
    const result = readWorkbook(zipParts({ ...minimalParts(xml), ...changes }));
    if (!result.ok) throw new Error(`${result.error.code} ${result.error.detail ?? ''}`);
    return result.value;
  };

  test('hidden rows and columns, merges, protection', () => {
    const xml = sheetXml(
      '<row r="1"/><row r="2" hidden="1"/><row r="3" hidden="true"><c r="A3"><v>1</v></c></row><row r="4" hidden="0"/>',
      '<sheetProtection sheet="1"/><mergeCells count="1"><mergeCell ref="B2:D3"/></mergeCells>',
      '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/><col min="3" max="4" hidden="1"/></cols>',
    );
    expect(read(xml).sheets[0]).toEqual({
      name: 'Trang',
      state: 'visible',
      stamp: null,
      rows: [undefined, undefined, [{ value: 1 }]],
      hiddenRows: new Set([1, 2]),
      hiddenColumns: new Set([1, 2, 3]),
      merges: [{ top: 1, left: 1, bottom: 2, right: 3 }],
      protected: true,
    });
  });

  test('an empty list of columns or merges hides nothing of what follows', () => {
    expect(
      read(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', '<mergeCells/>', '<cols/>')).sheets[0],
    ).toMatchObject({ rows: [[{ value: 1 }]], merges: [], hiddenColumns: new Set() });
  });

  test('states, stamps, 1904 dates, locked structure and manual calculation', () => {
    const workbook =
      `<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:workbookPr date1904="1"/><x:workbookProtection lockStructure="1"/><x:sheets>` +
      '<x:sheet name="__proto__" sheetId="1" q:id="rId1"/><x:sheet name="Ẩn &amp; kín" sheetId="3" state="hidden" q:id="rId1"/><x:sheet name="C" sheetId="4" state="veryHidden" q:id="rId1"/></x:sheets>' +
      '<x:definedNames><x:definedName name="thidua_stamp" localSheetId="1" hidden="1">"thidua ""1"""</x:definedName><x:definedName name="thidua_stamp" localSheetId="2">$A$1</x:definedName></x:definedNames><x:calcPr calcMode="manual"/></x:workbook>';
    const { sheets, date1904, structureProtected, manualCalculation } = read(sheetXml(''), {
      'xl/workbook.xml': workbook,
    });
    expect(sheets.map(({ name, state, stamp }) => [name, state, stamp])).toEqual([
      ['__proto__', 'visible', null],
      ['Ẩn & kín', 'hidden', 'thidua "1"'],
      ['C', 'veryHidden', null],
    ]);
    expect([date1904, structureProtected, manualCalculation]).toEqual([true, true, true]);
    expect(read(sheetXml('')).manualCalculation).toBe(false);
  });

  test('ISO dates count from 1904 where the workbook does', () => {
    const { sheets } = read(sheetXml('<row r="1"><c r="A1" t="d"><v>1904-01-02T12:00:00</v></c></row>'), {
      'xl/workbook.xml': (minimalParts()['xl/workbook.xml'] ?? '').replace(
        '<sheets>',
        '<workbookPr date1904="true"/><sheets>',
      ),
    });
    expect(sheets[0]?.rows[0]?.[0]?.value).toBe(1.5);
  });

  test.each([
    ['1900-01-01', 1],
    ['1900-02-28', 59],
    ['1900-03-01', 61],
    ['2000-01-01T06:00', 36526.25],
  ])('the serial number of %s is %d', (text, serial) => {
    expect(read(sheetXml(`<row r="1"><c r="A1" t="d"><v>${text}</v></c></row>`)).sheets[0]?.rows[0]?.[0]?.value).toBe(
      serial,
    );
  });

  test('Strict workbooks, prefixed roots, absolute and percent-encoded targets, UTF-16, data descriptors and zip64', () => {
    const strict = 'http://purl.oclc.org/ooxml/';
    const parts = minimalParts();
    const sheet = `<x:worksheet xmlns:x="${strict}spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const changed = {
      ...parts,
      '_rels/.rels': relationships([
        'rId1',
        `${strict}officeDocument/relationships/officeDocument`,
        '/xl/workbook.xml',
      ]),
      'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        `${strict}spreadsheetml/main`,
      ),
      'xl/_rels/workbook.xml.rels': relationships(
        ['rId1', `${strict}officeDocument/relationships/worksheet`, '/xl/worksheets/trang%201.xml'],
        ['rId3', `${strict}officeDocument/relationships/sharedStrings`, './../xl/sharedStrings.xml'],
      ),
      'xl/worksheets/trang 1.xml': sheet,
    };
    for (const how of [{}, { descriptor: true }, { zip64: true }, { stored: true }]) {
      const result = readWorkbook(zipParts(changed, how));
      expect(result.ok && result.value.sheets[0]?.rows).toEqual([[{ value: 'Đơn vị' }]]);
    }
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${sheet}`, 'utf16le'),
    ]);
    const result = readWorkbook(
      buildZip(
        Object.entries({ ...changed, 'xl/worksheets/trang 1.xml': wide }).map(([name, data]) => ({ name, data })),
      ),
    );
    expect(result.ok && result.value.sheets[0]?.rows).toEqual([[{ value: 'Đơn vị' }]]);
  });

  test('only the wanted sheets are read, the others are listed', () => {
    const workbook = (minimalParts()['xl/workbook.xml'] ?? '').replace(
      '</sheets>',
      '<sheet name="Khác" sheetId="2" r:id="rId1"/></sheets>',
    );
    const result = readWorkbook(zipParts({ ...minimalParts(), 'xl/workbook.xml': workbook }), {
      wanted: (name) => name === 'Khác',
    });
    expect(result.ok && result.value.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Trang', 0],
      ['Khác', 1],
    ]);
  });

  test('a part that is longer than one piece of the scanner', () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, i) =>
        `<row r="${String(i + 1)}"><c r="A${String(i + 1)}" t="inlineStr"><is><t>Tổ ${i > 59_000 ? '&gt;' : '>'} ${String(i)} ></t></is></c></row>`,
    );
    const result = readWorkbook(minimalWorkbook(rows.join('')));
    expect(
      result.ok && result.value.sheets[0]?.rows.every((cells, i) => cells?.[0]?.value === `Tổ > ${String(i)} >`),
    ).toBe(true);
    expect(result.ok && result.value.sheets[0]?.rows.length).toBe(60_000);
  });

  test('progress reaches 1', () => {
    const shares: number[] = [];
    readWorkbook(minimalWorkbook('<row r="1"/>'), { onProgress: (share) => shares.push(share) });
    expect(shares).toHaveLength(1);
    expect(shares[0]).toBeCloseTo(1, 1);
  });
});
