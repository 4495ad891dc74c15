/** Lines added to a sheet and taken out again: whatever stands in the file at a cell or speaks of it goes with it. */
import type { WorkbookChange } from '../../src/rules';
import { editCells, readWorkbook } from '../../src/xlsx';
import { changedParts, textOf, valuesOf } from './support/compare';
import { featureRichWorkbook } from './support/feature-rich';
import { MAIN, minimalParts, relationships, RELS, sheetXml, zipParts } from './support/minimal';

const edited = (file: Uint8Array, ...changes: WorkbookChange[]): ReturnType<typeof editCells> =>
  editCells(file, changes);
function done(file: Uint8Array, ...changes: WorkbookChange[]): Uint8Array {
  const result = edited(file, ...changes);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.bytes;
}
const lines = (sheet: string, at: number, count = 1, like: number | null = at - 1) => ({ sheet, at, count, like });

const cell = (ref: string, text: string): string => `<c r="${ref}" s="1"><v>${text}</v></c>`;
const sum = (ref: string, attributes: string, formula: string): string =>
  `<c r="${ref}"><f${attributes}>${formula}</f><v>3</v></c>`;

/** One sheet with everything that bears a place, as another program writes it; a second one that speaks of it. */
const rich = (): Uint8Array =>
  zipParts({
    ...minimalParts(
      `<x:worksheet xmlns:x="${MAIN}" xmlns:r="${RELS}">` +
        sheetXml(
          `<row r="1" spans="1:4">${cell('A1', '1')}${cell('B1', '2')}${cell('C1', '3')}</row>` +
            `<row r="2" ht="30" customHeight="1">${cell('A2', '4')}${cell('B2', '5')}${sum('C2', ' t="shared" ref="C2:C4" si="0"', 'A2+B2')}</row>` +
            `<row r="3">${cell('A3', '6')}${cell('B3', '7')}${sum('C3', ' t="shared" si="0"', '')}</row>` +
            `<row r="4">${cell('A4', '8')}${cell('B4', '9')}${sum('C4', ' t="shared" si="0"', '')}</row>` +
            `<row r="6">${sum('A6', '', 'SUM(A2:A4)')}${sum('B6', '', "SUM($B$2:$B$4)*'Trang'!A1")}<c r="D6" t="str"><f>"A2:"&amp;A1</f><v>A2:1</v></c></row>`,
          '<mergeCells count="2"><mergeCell ref="A8:B8"/><mergeCell ref="A2:A2"/></mergeCells>' +
            '<conditionalFormatting sqref="A2:B4"><cfRule type="expression" priority="1"><formula>A2&gt;5</formula></cfRule></conditionalFormatting>' +
            '<dataValidations count="1"><dataValidation type="decimal" sqref="B2:B4"><formula1>0</formula1><formula2>10</formula2></dataValidation></dataValidations>' +
            '<hyperlinks><hyperlink ref="A4" location="Trang!B4"/></hyperlinks>' +
            '<rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks><legacyDrawing r:id="rId1"/>',
          '<dimension ref="A1:D8"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/><selection pane="bottomLeft" activeCell="B4" sqref="B4"/></sheetView></sheetViews><cols><col min="1" max="2" width="9"/><col min="3" max="3" width="20"/></cols>',
        )
          .replace(/^<worksheet[^>]*>/, '')
          .replace('</worksheet>', '')
          .replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:') +
        '</x:worksheet>',
    ),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets><sheet name="Trang" sheetId="1" r:id="rId1"/><sheet name="Khác" sheetId="2" r:id="rId4"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Trang!$A$1:$C$4</definedName><definedName name="Diem">Trang!$A$3</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
      ['rId3', 'sharedStrings', 'sharedStrings.xml'],
      ['rId4', 'worksheet', 'worksheets/sheet2.xml'],
    ),
    'xl/worksheets/sheet2.xml': sheetXml(
      `<row r="1">${sum('A1', '', 'Trang!A3+SUM(Trang!A:A)')}${sum('B1', '', 'A3+Diem')}</row>`,
      '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
    ),
    'xl/worksheets/_rels/sheet2.xml.rels': relationships(['rId1', 'table', '../tables/table1.xml']),
    'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" name="B" displayName="B" ref="A4:B6"><autoFilter ref="A4:B6"/><tableColumns count="2"><tableColumn id="1" name="a"/><tableColumn id="2" name="b"/></tableColumns></table>`,
    '[Content_Types].xml':
      minimalParts()['[Content_Types].xml']?.replace(
        '</Types>',
        '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>',
      ) ?? '',
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(
      ['rId1', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['rId2', 'comments', '../comments1.xml'],
    ),
    'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>a</author></authors><commentList><comment ref="B3" authorId="0"><text><t>xem lại</t></text></comment></commentList></comments>`,
    'xl/drawings/vmlDrawing1.vml':
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="s1"><x:ClientData ObjectType="Note"><x:Anchor>2, 15, 2, 4, 4, 31, 6, 1</x:Anchor><x:Row>2</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>',
  });

const xml = (file: Uint8Array): string => textOf(file, 'xl/worksheets/sheet1.xml').replaceAll('x:', '');

test('a row inside: cells, sums, merges, rules, links, breaks, comments and names move; what another sheet reads too', () => {
  const after = done(rich(), { insert: 'rows', ...lines('Trang', 2) });
  const sheet = xml(after);
  expect(valuesOf(after)['Trang']).toMatchObject({
    A4: { v: 6 },
    C4: { f: 'A4+B4' },
    C5: { f: 'A5+B5' },
    C2: { f: 'A2+B2' },
    A7: { f: 'SUM(A2:A5)' },
    B7: { f: "SUM($B$2:$B$5)*'Trang'!A1" },
    D7: { f: '"A2:"&A1' },
  });
  expect(valuesOf(after)['Khác']).toMatchObject({ A1: { f: 'Trang!A4+SUM(Trang!A:A)' }, B1: { f: 'A3+Diem' } });
  for (const text of [
    '<row r="3" ht="30" customHeight="1"><c r="A3" s="1"/><c r="B3" s="1"/></row>',
    '<mergeCell ref="A9:B9"/>',
    'sqref="A2:B5"',
    'sqref="B2:B5"',
    '<hyperlink ref="A5" location="Trang!B5"/>',
    '<brk id="5"',
    'activeCell="B5" sqref="B5"',
    'ySplit="1"',
  ])
    expect([text, sheet.includes(text)]).toEqual([text, true]);
  expect(textOf(after, 'xl/comments1.xml')).toContain('ref="B4"');
  expect(textOf(after, 'xl/drawings/vmlDrawing1.vml')).toContain(
    '<x:Anchor>2, 15, 3, 4, 4, 31, 7, 1</x:Anchor><x:Row>3</x:Row><x:Column>1',
  );
  expect(textOf(after, 'xl/workbook.xml')).toContain('Trang!$A$1:$C$5');
  expect(textOf(after, 'xl/workbook.xml')).toContain('Trang!$A$4');
});

test('a row behind the last one that it is like: rules and the print area reach it', () => {
  const after = done(rich(), { insert: 'rows', ...lines('Trang', 4) });
  expect(xml(after)).toContain('sqref="A2:B5"');
  expect(xml(after)).toContain('sqref="B2:B5"');
  expect(textOf(after, 'xl/workbook.xml')).toContain('Trang!$A$1:$C$5');
  expect(valuesOf(after)['Trang']?.['A7']).toMatchObject({ f: 'SUM(A2:A4)' });
});

test('columns: widths and spans follow', () => {
  const after = done(rich(), { insert: 'columns', ...lines('Trang', 2, 1, 1) });
  const sheet = xml(after);
  expect(sheet).toContain(
    '<cols><col min="1" max="2" width="9"/><col min="3" max="3" width="9"/><col min="4" max="4" width="20"/></cols>',
  );
  expect(sheet).not.toContain('spans=');
  expect(sheet).toContain('<c r="C2" s="1"/>');
  expect(sheet).toContain('sqref="A2:C4"');
  expect(sheet).toContain('sqref="B2:C4"');
  expect(valuesOf(after)['Trang']).toMatchObject({ D3: { f: 'A3+B3' }, E6: { f: '"A2:"&A1' } });
});

test('taken out: what pointed there alone is an error value, the rest shrinks, and an undo brings all of it back', () => {
  const before = rich();
  const result = edited(before, { remove: 'rows', ...lines('Trang', 3, 1, 2) });
  if (!result.ok) throw new Error(result.error.code);
  expect(valuesOf(result.value.bytes)['Trang']).toMatchObject({
    A5: { f: 'SUM(A2:A3)', v: 10 },
    B5: { f: "SUM($B$2:$B$3)*'Trang'!A1" },
  });
  expect(xml(result.value.bytes)).not.toContain('hyperlink ref');
  const again = done(result.value.bytes, ...result.value.previous);
  expect(valuesOf(again)['Trang']?.['A4']).toMatchObject({ v: 8 });
  expect(valuesOf(again)['Trang']?.['A6']).toMatchObject({ f: 'SUM(A2:A4)' });
  const reader = readWorkbook(again);
  expect(reader.ok && reader.value.sheets[1]?.rows[0]?.[0]?.formula).toBe('Trang!A3+SUM(Trang!A:A)');
});

test('nothing but what is concerned changes', () => {
  const before = rich();
  expect(changedParts(before, done(before, { insert: 'rows', ...lines('Khác', 8, 2, 0) }))).toEqual([
    'xl/worksheets/sheet2.xml',
  ]);
});

test('a table grows by rows below its header, and refuses all else', () => {
  const before = rich();
  expect(textOf(done(before, { insert: 'rows', ...lines('Khác', 5) }), 'xl/tables/table1.xml')).toContain(
    'ref="A4:B7"',
  );
  expect(textOf(done(before, { insert: 'rows', ...lines('Khác', 1) }), 'xl/tables/table1.xml')).toContain(
    'ref="A5:B7"',
  );
  expect(textOf(done(before, { insert: 'columns', ...lines('Khác', 0, 1, 1) }), 'xl/tables/table1.xml')).toContain(
    'ref="B4:C6"',
  );
  expect(edited(before, { insert: 'columns', ...lines('Khác', 1) })).toMatchObject({
    error: { code: 'lines-not-movable', detail: 'table' },
  });
  expect(edited(before, { remove: 'rows', ...lines('Khác', 3) })).toMatchObject({
    error: { code: 'lines-not-movable', detail: 'table' },
  });
});

test('in a workbook with a part of every kind what nobody can move is said', () => {
  const before = featureRichWorkbook();
  expect(edited(before, { insert: 'rows', ...lines('Dữ liệu', 3) })).toMatchObject({
    error: { code: 'lines-not-movable', detail: 'pivotTable' },
  });
  expect(edited(before, { insert: 'rows', ...lines('Chấm điểm', 5), overLocked: true })).toMatchObject({
    error: { sheet: 'Chấm điểm' },
  });
});

describe('refused, and the file as it was', () => {
  const locked = (password: string): Uint8Array =>
    zipParts({
      ...minimalParts(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', `<sheetProtection sheet="1"${password}/>`)),
    });
  const array = zipParts({
    ...minimalParts(sheetXml('<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row>')),
  });
  const spans = zipParts({
    ...minimalParts(sheetXml('<row r="1"><c r="A1"><f>SUM(Trang:Trang!B1)</f><v>1</v></c></row>')),
  });

  test.each<[string, Uint8Array, WorkbookChange, object]>([
    ['a locked sheet', locked(''), { insert: 'rows', ...lines('Trang', 1) }, { code: 'sheet-protected' }],
    [
      'a password, whoever was asked',
      locked(' password="CC1A"'),
      { insert: 'rows', ...lines('Trang', 1), overLocked: true },
      { code: 'sheet-protected', detail: 'password' },
    ],
    ['no such sheet', rich(), { insert: 'rows', ...lines('Không có', 1) }, { code: 'sheet-gone' }],
    [
      'a comment on a line that goes',
      rich(),
      { remove: 'rows', ...lines('Trang', 2) },
      { code: 'lines-not-movable', detail: 'comments' },
    ],
    [
      'an array formula',
      array,
      { insert: 'rows', ...lines('Trang', 1) },
      { code: 'lines-not-movable', detail: 'array-formula' },
    ],
    ['a row of sheets', spans, { insert: 'rows', ...lines('Trang', 1) }, { code: 'lines-not-movable', detail: '3D' }],
    [
      'a cell that is not what it was',
      rich(),
      { holds: [{ place: { sheet: 'Trang', row: 0, column: 0 }, value: 2 }], alone: [] },
      { code: 'cells-changed', sheet: 'Trang' },
    ],
  ])('%s', (_, file, change, error) => {
    expect(edited(file, change, { insert: 'rows', ...lines('Trang', 0, 1, 0) })).toMatchObject({ ok: false, error });
  });
});

describe('a limit', () => {
  const rules =
    '<conditionalFormatting sqref="A2:B4"><cfRule type="expression" priority="1"><formula>AND(ISNUMBER(A2),OR(A2&lt;0,A2&gt;10))</formula></cfRule></conditionalFormatting>' +
    '<dataValidations count="1"><dataValidation type="decimal" error="từ 0 đến 10" sqref="A2:B4"><formula1>0</formula1><formula2>10</formula2></dataValidation></dataValidations>';
  const file = zipParts({ ...minimalParts(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', rules)) });
  const limit = (first: string, last: string, from: number, to: number): WorkbookChange => ({
    limit: {
      first: { sheet: 'Trang', row: Number(first.slice(1)) - 1, column: first.charCodeAt(0) - 65 },
      last: { row: Number(last.slice(1)) - 1, column: last.charCodeAt(0) - 65 },
    },
    from,
    to,
    message: `từ 0 đến ${String(to)}`,
  });

  test('of all its cells is changed where it stands', () => {
    const sheet = xml(done(file, limit('A1', 'C9', 10, 4)));
    expect(sheet).toContain('error="từ 0 đến 4" sqref="A2:B4"><formula1>0</formula1><formula2>4</formula2>');
    expect(sheet).toContain('OR(A2&lt;0,A2&gt;4))');
  });

  test('of some of them parts from the others, colours too', () => {
    const sheet = xml(done(file, limit('A3', 'B3', 10, 4)));
    expect(sheet).toContain('<dataValidations count="2">');
    expect(sheet).toContain('error="từ 0 đến 10" sqref="A2:B2 A4:B4"><formula1>0</formula1><formula2>10</formula2>');
    expect(sheet).toContain('error="từ 0 đến 4" sqref="A3:B3"><formula1>0</formula1><formula2>4</formula2>');
    expect(sheet).toContain(
      'sqref="A3:B3"><cfRule type="expression" priority="1"><formula>AND(ISNUMBER(A3),OR(A3&lt;0,A3&gt;4))',
    );
  });

  test('that is another one stays', () => {
    expect(changedParts(file, done(file, limit('A3', 'B3', 9, 4)))).toEqual([]);
  });
});
