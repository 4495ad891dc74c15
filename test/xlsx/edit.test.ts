import { readFileSync } from 'node:fs';
import type { Fix, WorkbookChange } from '../../src/rules';
import type { WorkbookCells } from '../../src/sheets/cells';
import { editCells, readWorkbook, writeSheets } from '../../src/xlsx';
import { changedParts, textOf, valuesOf } from './support/compare';
import { featureRichWorkbook } from './support/feature-rich';
import { MAIN, RELS, minimalParts, minimalWorkbook, relationships, sheetXml, zipParts } from './support/minimal';
import { plainPlan } from './support/plans';

const SHEET = 'xl/worksheets/sheet1.xml';

/** "Trang!B2" as a place. */
function at(reference: string): Fix['place'] {
  const [, sheet = '', letters = '', digits = ''] = /^(.*)!([A-Z]+)(\d+)$/.exec(reference) ?? [];
  return {
    sheet,
    row: Number(digits) - 1,
    column: [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1,
  };
}

const fix = (reference: string, value: Fix['value'], more: Partial<Fix> = {}): Fix => ({
  place: at(reference),
  value,
  ...more,
});

function edit(file: Uint8Array, ...changes: WorkbookChange[]) {
  const edited = editCells(file, changes);
  if (!edited.ok) throw new Error(JSON.stringify(edited.error));
  return edited.value;
}

function open(file: Uint8Array): WorkbookCells {
  const read = readWorkbook(file);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function cellOf(file: Uint8Array, reference: string) {
  const { sheet, row, column } = at(reference);
  return open(file).sheets.find(({ name }) => name === sheet)?.rows[row]?.[column];
}

const dataOf = (file: Uint8Array): string => /<sheetData>(.*)<\/sheetData>/.exec(textOf(file, SHEET))?.[1] ?? '';

describe('the place of a changed cell in the XML', () => {
  const data =
    '<row r="2" s="1" customFormat="1" spans="2:3"><c r="B2" s="2"><v>0.2</v></c><c r="D2" t="s"><v>0</v></c></row><row r="4"/>';
  test.each<[what: string, change: Fix, xml: string]>([
    ['a number keeps its format', fix('Trang!B2', 0.25), data.replace('<v>0.2</v>', '<v>0.25</v>')],
    [
      'a text instead of a shared one',
      fix('Trang!D2', '=1+1 & <b>'),
      data.replace('<c r="D2" t="s"><v>0</v></c>', '<c r="D2" t="inlineStr"><is><t>=1+1 &amp; &lt;b&gt;</t></is></c>'),
    ],
    ['a yes', fix('Trang!D2', true), data.replace('<c r="D2" t="s"><v>0</v></c>', '<c r="D2" t="b"><v>1</v></c>')],
    ['nothing', fix('Trang!B2', ''), data.replace('<c r="B2" s="2"><v>0.2</v></c>', '<c r="B2" s="2"/>')],
    [
      'between two cells, in the look of the row',
      fix('Trang!C2', 1),
      data.replace('<c r="D2"', '<c r="C2" s="1"><v>1</v></c><c r="D2"'),
    ],
    ['behind the last cell', fix('Trang!E2', 1), data.replace('</row>', '<c r="E2" s="1"><v>1</v></c></row>')],
    ['before the first cell', fix('Trang!A2', 1), data.replace('<c r="B2"', '<c r="A2" s="1"><v>1</v></c><c r="B2"')],
    ['in an empty row', fix('Trang!A4', 1), data.replace('<row r="4"/>', '<row r="4"><c r="A4"><v>1</v></c></row>')],
    ['in a row before all', fix('Trang!A1', 1), `<row r="1"><c r="A1"><v>1</v></c></row>${data}`],
    [
      'in a row between',
      fix('Trang!A3', 1),
      data.replace('<row r="4"/>', '<row r="3"><c r="A3"><v>1</v></c></row><row r="4"/>'),
    ],
    ['in a row behind all', fix('Trang!A9', 1), `${data}<row r="9"><c r="A9"><v>1</v></c></row>`],
    ['nothing where nothing was', fix('Trang!A9', ''), data],
  ])('%s', (_, change, xml) => {
    const after = edit(minimalWorkbook(data), change).bytes;
    expect(dataOf(after).replace(/ spans="2:3"/, '')).toBe(xml.replace(/ spans="2:3"/, ''));
    expect(cellOf(after, `Trang!${'ABCDE'[change.place.column] ?? ''}${String(change.place.row + 1)}`)?.value).toBe(
      change.value === '' ? undefined : change.value,
    );
  });

  test('several cells at once, in any order', () => {
    const after = edit(
      minimalWorkbook('<row r="3"><c r="B3"><v>1</v></c></row>'),
      fix('Trang!C5', 5),
      fix('Trang!A5', 4),
      fix('Trang!D3', 3),
      fix('Trang!A3', 0),
      fix('Trang!B3', 2),
      fix('Trang!B1', 1),
    ).bytes;
    expect(dataOf(after)).toBe(
      '<row r="1"><c r="B1"><v>1</v></c></row><row r="3"><c r="A3"><v>0</v></c><c r="B3"><v>2</v></c><c r="D3"><v>3</v></c></row><row r="5"><c r="A5"><v>4</v></c><c r="C5"><v>5</v></c></row>',
    );
  });

  test('an empty sheet, a prefixed one, and the look of a column', () => {
    const empty = zipParts(
      minimalParts(`<worksheet xmlns="${MAIN}"><cols><col min="1" max="2" style="2"/></cols><sheetData/></worksheet>`),
    );
    expect(textOf(edit(empty, fix('Trang!B7', 1)).bytes, SHEET)).toContain(
      '<sheetData><row r="7"><c r="B7" s="2"><v>1</v></c></row></sheetData>',
    );
    const prefixed = zipParts(
      minimalParts(`<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"/></x:sheetData></x:worksheet>`),
    );
    expect(textOf(edit(prefixed, fix('Trang!B1', 'a'), fix('Trang!A2', 2)).bytes, SHEET)).toContain(
      '<x:row r="1"><x:c r="B1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>2</x:v></x:c></x:row></x:sheetData>',
    );
  });

  test('a number format that a date needs is appended to the styles', () => {
    const before = minimalWorkbook('<row r="1"><c r="A1" t="inlineStr" s="2"><is><t>1/12/2025</t></is></c></row>');
    const { bytes, previous } = edit(before, fix('Trang!A1', 45992, { format: 'yyyy-mm-dd' }));
    expect(cellOf(bytes, 'Trang!A1')).toEqual({ value: 45992, format: 'yyyy-mm-dd' });
    expect(previous).toEqual([fix('Trang!A1', '1/12/2025', { format: '0%' })]);
    expect(changedParts(before, bytes)).toEqual(['xl/styles.xml', SHEET]);
    expect(cellOf(edit(bytes, ...previous).bytes, 'Trang!A1')).toEqual({ value: '1/12/2025', format: '0%' });
  });
});

describe('formulas that depend on a changed cell', () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c><c r="C1" t="str"><f>B1&amp;""</f><v>2</v></c><c r="D1"><f>E1</f><v>0</v></c></row>';

  test('get what they give now where every program agrees on it, else lose their value; the others keep theirs', () => {
    const { bytes } = edit(minimalWorkbook(rows), fix('Trang!A1', 5));
    expect(dataOf(bytes)).toBe(
      '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>A1*2</f><v>10</v></c><c r="C1"><f>B1&amp;""</f></c><c r="D1"><f>E1</f><v>0</v></c></row>',
    );
    expect(cellOf(bytes, 'Trang!B1')).toEqual({ value: 10, formula: 'A1*2' });
    expect(cellOf(bytes, 'Trang!C1')).toEqual({ value: null, formula: 'B1&""' });
    expect(cellOf(bytes, 'Trang!D1')).toEqual({ value: 0, formula: 'E1' });
  });

  const two = (other: string, names = ''): Buffer =>
    zipParts({
      ...minimalParts(sheetXml(rows)),
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><fileVersion appName="xl"/><sheets><sheet name="Trang" sheetId="1" r:id="rId1"/><sheet name="Số liệu" sheetId="2" r:id="rId9"/></sheets>${names}<calcPr calcId="1"/></workbook>`,
      'xl/_rels/workbook.xml.rels': relationships(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId9', 'worksheet', 'worksheets/sheet2.xml'],
        ['rId2', 'styles', 'styles.xml'],
        ['rId3', 'sharedStrings', 'sharedStrings.xml'],
      ),
      'xl/worksheets/sheet2.xml': sheetXml(other),
    });
  const single = (formula: string): string => `<row r="1"><c r="A1"><f>${formula}</f><v>7</v></c></row>`;

  /** What it holds afterwards; null: nothing. */
  type Row = [formula: string, value: number | { readonly error: string } | null, names?: string];
  test.each<Row>([
    ['Trang!A1', 5],
    ['Trang!$A$1+1', 6],
    ["'Trang'!B1", 10],
    ['SUM(Trang!A:A)', 5],
    ['SUM(Trang!1:3)', null],
    ['SUM(Trang!A1:Z900)', null],
    ['trang!C1', null],
    ['ROUND(Trang!A1/3,2)', 1.67],
    ['Trang!A1/0', { error: '#DIV/0!' }],
    ['RANK(Trang!A1,Trang!A1:B1)', null],
    ["SUM(Trang:'Số liệu'!A1)", null],
    ["SUM('Trang:Số liệu'!A1)", null],
    ['INDIRECT("Trang!A1")', null],
    ['OFFSET(B2,1,1)', null],
    ['_xlfn.XLOOKUP(1,Bang[a],Bang[b])', null],
    ['KhongBiet', null],
    ['Diem', null, '<definedNames><definedName name="diem">Trang!$A$1:$A$2</definedName></definedNames>'],
    ['Diem', 7, '<definedNames><definedName name="Diem">Trang!$D$1</definedName></definedNames>'],
    [
      'Diem',
      null,
      '<definedNames><definedName name="Diem">Khac*2</definedName><definedName name="Khac">OFFSET(Trang!$D$1,0,0)</definedName></definedNames>',
    ],
    ['Trang!D1', 7],
    ['A1', 5],
    ['SUM(Trang!A2:Z900)', 7],
    ['"Trang!A1"', 7],
    ['1+2', 7],
    ['[1]Trang!A1', 7],
    ['Khong!A1', 7],
    ['TRUE', 7],
  ])('in another sheet too: %s → %s', (...[formula, value, names]: Row) => {
    const before = two(
      formula === 'A1'
        ? '<row r="1"><c r="A1"><f>Trang!A1</f><v>7</v></c></row><row r="2"><c r="A2"><f>A1</f><v>7</v></c></row>'
        : single(formula),
      names,
    );
    const { bytes } = edit(before, fix('Trang!A1', 5));
    const cell = formula === 'A1' ? 'Số liệu!A2' : 'Số liệu!A1';
    expect(cellOf(bytes, cell)).toEqual({ value, formula });
    expect(changedParts(before, bytes)).toEqual([
      'xl/workbook.xml',
      SHEET,
      ...(value === 7 ? [] : ['xl/worksheets/sheet2.xml']),
    ]);
  });

  test('what only an array formula fills is not left there as if it were typed, nor as a blank', () => {
    const array =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A3">Trang!A1:A3*2</f><v>7</v></c></row><row r="2"><c r="A2"><v>8</v></c></row><row r="3"><c r="A3"/></row><row r="4"><c r="A4"><f>SUM(A1:A3)</f><v>15</v></c></row>';
    const { bytes } = edit(two(array), fix('Trang!A2', 5));
    for (const cell of ['A1', 'A2', 'A3'])
      expect(cellOf(bytes, `Số liệu!${cell}`)).toEqual({ value: null, formula: 'Trang!A1:A3*2' });
    expect(cellOf(bytes, 'Số liệu!A4')).toEqual({ value: null, formula: 'SUM(A1:A3)' });
  });

  test('Excel is asked to calculate where a value is missing, and never where the owner does it by hand', () => {
    const asked = (file: Uint8Array, ...changes: WorkbookChange[]): boolean =>
      textOf(edit(file, ...changes).bytes, 'xl/workbook.xml').includes('fullCalcOnLoad');
    const manual = zipParts({
      ...minimalParts(sheetXml(rows)),
      'xl/workbook.xml': textOf(two(single('1')), 'xl/workbook.xml')
        .replace('calcId="1"', 'calcMode="manual"')
        .replace(/<sheet name="Số liệu"[^>]*>/, ''),
    });
    expect(asked(two(single('Trang!A1')), fix('Trang!A1', 5))).toBe(true);
    expect(asked(two(single('1')), fix('Trang!Z9', 5))).toBe(false);
    expect(asked(two(single('1')), fix('Trang!Z9', 5, { formula: 'A1&""' }))).toBe(true);
    expect(asked(two(single('1')), fix('Trang!Z9', 5, { formula: 'A1+1' }))).toBe(false);
    expect(asked(manual, fix('Trang!A1', 5))).toBe(false);
    expect(cellOf(edit(manual, fix('Trang!A1', 5)).bytes, 'Trang!B1')).toEqual({ value: null, formula: 'A1*2' });
  });
});

describe('formulas in the changed cell', () => {
  test('what was there comes back, calculated anew', () => {
    const before = minimalWorkbook('<row r="1"><c r="A1"><f>SUM(B1:B2)</f><v>3</v></c><c r="B1"><v>3</v></c></row>');
    const { bytes, previous } = edit(before, fix('Trang!A1', 4), fix('Trang!B1', 9));
    expect(previous).toEqual([fix('Trang!A1', 3, { formula: 'SUM(B1:B2)' }), fix('Trang!B1', 3)]);
    expect(dataOf(edit(bytes, ...previous).bytes)).toBe(
      '<row r="1"><c r="A1"><f>SUM(B1:B2)</f><v>3</v></c><c r="B1"><v>3</v></c></row>',
    );
  });

  test('the others of a shared formula keep theirs when its first cell goes', () => {
    const shared =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>6</v></c></row>';
    expect(dataOf(edit(minimalWorkbook(shared), fix('Trang!A1', 1)).bytes)).toBe(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><f>B2*2</f><v>4</v></c></row><row r="3"><c r="A3"><f>B3*2</f><v>6</v></c></row>',
    );
    expect(dataOf(edit(minimalWorkbook(shared), fix('Trang!A2', 1)).bytes)).toContain(
      '<c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>6</v></c>',
    );
  });

  test('a part of an array formula cannot be changed', () => {
    const array =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>2</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    for (const cell of ['Trang!A1', 'Trang!A2'])
      expect(editCells(minimalWorkbook(array), [fix(cell, 1)])).toEqual({
        ok: false,
        error: { code: 'file-unsupported', detail: 'array-formula', sheet: 'Trang' },
      });
  });
});

describe('refusals', () => {
  test.each<[what: string, data: string, change: Fix, problem: unknown]>([
    ['a sheet that is not there', '', fix('Khác!A1', 1), { code: 'sheet-gone', sheet: 'Khác' }],
    [
      'a cell outside',
      '',
      { place: { sheet: 'Trang', row: 1_048_576, column: 0 }, value: 1 },
      { code: 'file-unsupported', detail: 'no-such-cell', sheet: 'Trang' },
    ],
    [
      'a column outside',
      '',
      { place: { sheet: 'Trang', row: 0, column: -1 }, value: 1 },
      { code: 'file-unsupported', detail: 'no-such-cell', sheet: 'Trang' },
    ],
  ])('%s', (_, data, change, problem) => {
    expect(editCells(minimalWorkbook(data), [change])).toEqual({ ok: false, error: problem });
  });

  test('a locked cell of a sheet with a password; an unlocked one can be changed', () => {
    const before = featureRichWorkbook();
    const problem = { code: 'sheet-protected', detail: 'password', sheet: 'Chấm điểm' };
    for (const change of [
      fix('Chấm điểm!C2', 1),
      fix('Chấm điểm!Z99', 1),
      fix('Chấm điểm!C2', 1, { overLocked: true }),
    ])
      expect(editCells(before, [change])).toEqual({ ok: false, error: problem });
    expect(cellOf(edit(before, fix('Chấm điểm!C3', 7.25)).bytes, 'Chấm điểm!C3')).toEqual({
      value: 7.25,
      format: '0.00',
    });
  });

  test('a locked cell without a password changes when the user was asked', () => {
    const before = zipParts(
      minimalParts(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', '<sheetProtection sheet="1"/>')),
    );
    expect(editCells(before, [fix('Trang!A1', 2)])).toEqual({
      ok: false,
      error: { code: 'sheet-protected', sheet: 'Trang' },
    });
    const { bytes, previous } = edit(before, fix('Trang!A1', 2, { overLocked: true }));
    expect(previous).toEqual([fix('Trang!A1', 1, { overLocked: true })]);
    expect(cellOf(edit(bytes, ...previous).bytes, 'Trang!A1')).toEqual({ value: 1 });
  });
});

describe('in workbooks of others', () => {
  test('a fix in the feature-rich one changes its sheet, those that depend on it and the workbook part, then results can be written', () => {
    const before = featureRichWorkbook();
    const { bytes } = edit(before, fix('Chấm điểm!C3', 7.25), fix('Chấm điểm!C5', 5));
    expect(changedParts(before, bytes)).toEqual(['xl/workbook.xml', SHEET, 'xl/worksheets/sheet2.xml']);
    const [was, now] = [valuesOf(before), valuesOf(bytes)];
    const differing = (sheet: string): string[] =>
      Object.keys(was[sheet] ?? {})
        .filter((key) => JSON.stringify(was[sheet]?.[key]) !== JSON.stringify(now[sheet]?.[key]))
        .sort();
    expect(differing('Chấm điểm')).toEqual(['C2', 'C3', 'C5', 'E3', 'E5', 'E6', 'E7', 'F12']);
    expect(differing('Dữ liệu')).toEqual(['C2', 'C3', 'C4']);
    expect(
      ['Dữ liệu!C2', 'Dữ liệu!C4', 'Chấm điểm!E4', 'Chấm điểm!F12', 'Chấm điểm!E7'].map(
        (cell) => cellOf(bytes, cell)?.value,
      ),
    ).toEqual([20.25, 60.75, expect.anything(), 27.5, null]);
    const written = writeSheets(bytes, [plainPlan('Kiểm tra', 'x')]);
    expect(written.ok && changedParts(before, written.value)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      SHEET,
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/sheet4.xml',
    ]);
  });

  test.each(['A', 'B', 'C', 'D', 'E'])('sample %s: every sum follows an edit, none is left without a value', (name) => {
    const before = readFileSync(`assets/samples/${name}.xlsx`);
    const scores = open(before).sheets.find((sheet) => sheet.name === 'Chấm điểm');
    const places = (scores?.rows ?? []).flatMap((row, index) =>
      (row ?? []).flatMap((cell, column) =>
        index > 4 && column > 3 && typeof cell?.value === 'number' && cell.formula === undefined
          ? [{ sheet: 'Chấm điểm', row: index, column }]
          : [],
      ),
    );
    const changes = places.filter((_, i) => i % 7 === 0).map((place) => ({ place, value: 0.1, overLocked: true }));
    expect(changes.length).toBeGreaterThan(5);
    const formulas = open(edit(before, ...changes).bytes).sheets.flatMap((sheet) =>
      sheet.rows.flatMap((row) => (row ?? []).filter((cell) => cell?.formula !== undefined)),
    );
    expect(formulas.length).toBeGreaterThan(60);
    expect(formulas.filter((cell) => cell?.value === null)).toEqual([]);
  });

  test('in the calculation chain a formula that is no more loses its entry', () => {
    const before = featureRichWorkbook();
    const { bytes } = edit(before, fix('Dữ liệu!C3', 1));
    expect(textOf(bytes, 'xl/calcChain.xml')).toContain('<c r="C2" i="4"/><c r="C4"/></calcChain>');
    expect(changedParts(before, bytes)).toEqual(['xl/calcChain.xml', 'xl/worksheets/sheet2.xml']);
    // The first entry of a sheet says which sheet it is: the next one has to say it then.
    expect(textOf(edit(before, fix('Dữ liệu!C2', 1)).bytes, 'xl/calcChain.xml')).toContain(
      '<c r="E7"/><c r="C3" i="4"/><c r="C4"/></calcChain>',
    );
  });

  test('as LibreOffice saves them', () => {
    const before = readFileSync('test/fixtures/xlsx/bloc-1-libreoffice.xlsx');
    const { bytes } = edit(before, fix('Chấm điểm!E3', 0.5));
    const scores = Array.from({ length: 48 }, (_, row) => cellOf(bytes, `Chấm điểm!E${String(row + 3)}`)?.value).filter(
      (score) => typeof score === 'number',
    );
    expect(cellOf(bytes, 'Chấm điểm!E51')).toEqual({
      value: Number(scores.reduce((sum, score) => sum + score, 0).toFixed(2)),
      formula: 'ROUND(SUM(E3:E50),2)',
    });
    expect(cellOf(bytes, 'Chấm điểm!F51')?.value).toEqual(expect.any(Number));
    expect(changedParts(before, bytes)).toEqual(['xl/worksheets/sheet4.xml']);
  });
});
