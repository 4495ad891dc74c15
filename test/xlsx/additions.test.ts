/** What users add to our sheets of a file: seen before writing, kept where there is room, else copied to their sheet of old notes. */
import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { judge, planResults } from '../../src/workbook/job';
import type { SheetPlan } from '../../src/sheets/plan';
import { editCells, fileDoor, readWorkbook, writeSheets } from '../../src/xlsx';
import { editParts, openWorkshop } from '../print/office';
import { partsOf, textOf } from './support/compare';
import { MAIN, minimalWorkbook, relationships, zipParts } from './support/minimal';
import { plainPlan, resultPlan } from './support/plans';
import { notValidated, validate } from './support/schema';

const NOW = new Date(2026, 1, 2, 8, 30);

function value<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const table = (rows: readonly (readonly (string | number)[])[], stamp = 'thidua 1'): SheetPlan =>
  plainPlan('Kết quả', stamp, rows);
const OLD = table([
  ['STT', 'Đơn vị'],
  [1, 'Sở A'],
  [2, 'Sở B'],
  ['dấu', ''],
]);
const NEW = table(
  [
    ['STT', 'Đơn vị'],
    [1, 'Sở B'],
    [2, 'Sở A'],
    [3, 'Sở C'],
    ['dấu', ''],
  ],
  'thidua 2',
);

const write = (file: Uint8Array, ...plans: SheetPlan[]): Uint8Array => value(writeSheets(file, plans, { now: NOW }));
const asked = (file: Uint8Array, plan: SheetPlan) => {
  const written = writeSheets(file, [plan], { ask: true });
  return written.ok ? [] : (written.error.additions ?? written.error.code);
};
const type = (file: Uint8Array, ...cells: [row: number, column: number, text: string | number][]): Uint8Array =>
  value(
    editCells(
      file,
      cells.map(([row, column, text]) => ({ place: { sheet: 'Kết quả', row, column }, value: text })),
    ),
  ).bytes;
const rowsOf = (file: Uint8Array, name = 'Kết quả') =>
  value(readWorkbook(file))
    .sheets.find((sheet) => sheet.name === name)
    ?.rows.map((row) => row?.map((cell) => cell?.value));

const once = write(minimalWorkbook(''), OLD);

test('nothing added: nobody is asked, whatever changes in the results', () => {
  expect([asked(once, OLD), asked(once, NEW)]).toEqual([[], []]);
  expect(rowsOf(write(once, NEW), 'Ghi chú cũ')).toBeUndefined();
});

test('cells beside and below stay in their places', () => {
  const noted = type(once, [1, 4, 'bên'], [9, 1, 'dưới'], [0, 2, 7.5]);
  expect(asked(noted, NEW)).toEqual([{ sheet: 'Kết quả', beside: 3, moved: 0, objects: 0 }]);
  const after = write(noted, NEW);
  const rows = rowsOf(after);
  expect(rows?.slice(0, 5).map((row) => [...(row ?? [])])).toEqual([
    ['STT', 'Đơn vị', 7.5],
    [1, 'Sở B', undefined, undefined, 'bên'],
    [2, 'Sở A'],
    [3, 'Sở C'],
    ['dấu', ''],
  ]);
  expect(rows?.[9]?.[1]).toBe('dưới');
});

test('what the new block covers, and what was typed over the old one, goes to the sheet of old notes', () => {
  const noted = type(once, [4, 1, 'ghi dưới'], [1, 1, 'gõ đè']);
  expect(asked(noted, NEW)).toEqual([{ sheet: 'Kết quả', beside: 0, moved: 2, objects: 0 }]);
  const after = write(noted, NEW);
  expect(rowsOf(after)?.[1]).toEqual([1, 'Sở B']);
  expect(rowsOf(after, 'Ghi chú cũ')).toEqual([
    ['Lúc', 'Trang tính', 'Ô', 'Đã ghi'],
    ['2026-02-02 08:30', 'Kết quả', 'B2', 'gõ đè'],
    ['2026-02-02 08:30', 'Kết quả', 'B5', 'ghi dưới'],
  ]);
  expect(asked(after, NEW)).toEqual([]);
});

test('old notes only grow, below whatever stands there', () => {
  const first = write(type(once, [1, 1, 'một']), NEW);
  const own = value(editCells(first, [{ place: { sheet: 'Ghi chú cũ', row: 4, column: 0 }, value: 'của tôi' }])).bytes;
  expect(rowsOf(write(type(own, [2, 1, '=hai']), NEW), 'Ghi chú cũ')?.slice(1)).toEqual([
    ['2026-02-02 08:30', 'Kết quả', 'B2', 'một'],
    undefined,
    undefined,
    ['của tôi'],
    ['2026-02-02 08:30', 'Kết quả', 'B3', '=hai'],
  ]);
});

test('a formula beside stays a formula, one that is covered becomes text', () => {
  const noted = value(
    editCells(once, [
      { place: { sheet: 'Kết quả', row: 1, column: 3 }, value: 0, formula: 'A2*2' },
      { place: { sheet: 'Kết quả', row: 4, column: 0 }, value: 0, formula: 'SUM(A2:A3)' },
    ]),
  ).bytes;
  const after = write(noted, NEW);
  const cells = value(readWorkbook(after)).sheets;
  expect(cells.find(({ name }) => name === 'Kết quả')?.rows[1]?.[3]).toEqual({ value: 2, formula: 'A2*2' });
  expect(cells.find(({ name }) => name === 'Ghi chú cũ')?.rows[1]?.[3]).toMatchObject({ value: '=SUM(A2:A3)' });
});

test('a row of ours that moved is known again: sorted, and pushed down by a new one', () => {
  const sheet = 'xl/worksheets/sheet2.xml';
  const sorted = editParts(once, /sheet2\.xml$/, (xml) =>
    xml
      .replace('Sở A', '\u0001')
      .replace('Sở B', 'Sở A')
      .replace('\u0001', 'Sở B')
      .replace('<v>1</v>', '\u0001')
      .replace('<v>2</v>', '<v>1</v>')
      .replace('\u0001', '<v>2</v>'),
  );
  expect(textOf(sorted, sheet)).not.toBe(textOf(once, sheet));
  expect(asked(sorted, NEW)).toEqual([]);
  const pushed = editParts(once, /sheet2\.xml$/, (xml) =>
    xml
      .replace(/r="([AB]?)([34])"/g, (_, column: string, row: string) => `r="${column}${String(Number(row) + 1)}"`)
      .replace('<row r="4"', '<row r="3"><c r="B3" t="inlineStr"><is><t>chen</t></is></c></row><row r="4"'),
  );
  expect(rowsOf(pushed)).toHaveLength(5);
  expect(asked(pushed, NEW)).toEqual([{ sheet: 'Kết quả', beside: 0, moved: 1, objects: 0 }]);
});

test('a sheet of an earlier version ends with its printed stamp', () => {
  const earlier = {
    ...OLD,
    rows: [...OLD.rows.slice(0, 3), { cells: [{ value: 'thidua 0.1.0 – mã số liệu 1a2b – 08:00 ngày 01/01/2026' }] }],
  };
  const file = editParts(write(minimalWorkbook(''), earlier), /workbook\.xml$/, (xml) =>
    xml.replace(/<definedName name="thidua_block".*?<\/definedName>/, ''),
  );
  expect(asked(file, NEW)).toEqual([]);
  expect(asked(type(file, [2, 5, 'bên'], [7, 0, 'dưới']), NEW)).toEqual([
    { sheet: 'Kết quả', beside: 2, moved: 0, objects: 0 },
  ]);
});

/** Our chart's sheet as Excel saves it after a user added a comment, a chart and a shape. */
function withObjects(): Uint8Array {
  const file = write(minimalWorkbook(''), resultPlan('thidua 1'));
  const parts = Object.fromEntries(
    Object.entries(partsOf(file)).map(([name, data]) => [name, Buffer.from(data).toString('utf8')]),
  );
  const sheet = 'xl/worksheets/sheet2.xml',
    drawing = 'xl/drawings/drawing1.xml';
  const anchor = (id: number, inside: string): string =>
    `<xdr:twoCellAnchor><xdr:from><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${inside.replace('ID', String(id))}<xdr:clientData/></xdr:twoCellAnchor>`;
  const shape =
    '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="ID" name="Hộp"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp>';
  const chart =
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="ID" name="Biểu đồ của tôi"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId8"/></a:graphicData></a:graphic></xdr:graphicFrame>';
  return zipParts({
    ...parts,
    [sheet]: (parts[sheet] ?? '').replace('</worksheet>', '<legacyDrawing r:id="rId5"/></worksheet>'),
    'xl/worksheets/_rels/sheet2.xml.rels': (parts['xl/worksheets/_rels/sheet2.xml.rels'] ?? '').replace(
      '</Relationships>',
      relationships(
        ['rId5', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ['rId6', 'comments', '../comments1.xml'],
        ['rId7', 'printerSettings', '../printerSettings/p1.bin'],
      ).replace(/^.*?<Relationships[^>]*>/s, ''),
    ),
    [drawing]: (parts[drawing] ?? '').replace('</xdr:wsDr>', `${anchor(7, shape)}${anchor(8, chart)}</xdr:wsDr>`),
    'xl/drawings/_rels/drawing1.xml.rels': (parts['xl/drawings/_rels/drawing1.xml.rels'] ?? '').replace(
      '</Relationships>',
      relationships(['rId8', 'chart', '../charts/chart7.xml']).replace(/^.*?<Relationships[^>]*>/s, ''),
    ),
    'xl/charts/chart7.xml': (parts['xl/charts/chart1.xml'] ?? '').replace('Tổng điểm', 'Của tôi'),
    'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>a</author></authors><commentList><comment ref="C3" authorId="0"><text><t>xem lại</t></text></comment></commentList></comments>`,
    'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape/></xml>',
    'xl/printerSettings/p1.bin': 'x',
    '[Content_Types].xml': (parts['[Content_Types].xml'] ?? '').replace(
      '</Types>',
      '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/><Override PartName="/xl/charts/chart7.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>',
    ),
  });
}

describe('comments, charts and shapes', () => {
  const file = withObjects();
  const plan = resultPlan('thidua 2', 18);

  test('are counted in the question and stay, with our chart made anew', () => {
    expect(asked(file, plan)).toEqual([{ sheet: 'Kết quả', beside: 0, moved: 0, objects: 3 }]);
    const after = write(file, { ...plan, chart: plan.chart && { ...plan.chart, title: 'Tổng điểm 2' } });
    for (const part of ['xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml', 'xl/charts/chart7.xml'])
      expect([part, textOf(after, part)]).toEqual([part, textOf(file, part)]);
    expect(textOf(after, 'xl/charts/chart1.xml')).toContain('Tổng điểm 2');
    const drawing = textOf(after, 'xl/drawings/drawing1.xml');
    expect([
      drawing.match(/thidua_chart/g)?.length,
      drawing.includes('name="Hộp"'),
      drawing.includes('name="Biểu đồ của tôi"'),
    ]).toEqual([1, true, true]);
    expect(textOf(after, 'xl/worksheets/sheet2.xml')).toMatch(
      /<drawing r:id="rId1"\/><legacyDrawing r:id="rId5"\/><\/worksheet>$/,
    );
    expect(
      Object.keys(partsOf(after))
        .filter((name) => /charts\/|printer/.test(name))
        .sort(),
    ).toEqual(['xl/charts/chart1.xml', 'xl/charts/chart7.xml']);
    expect(
      Buffer.compare(write(after, { ...plan, chart: plan.chart && { ...plan.chart, title: 'Tổng điểm 2' } }), after),
    ).toBe(0);
  });

  test('stay when a plan has no chart any more', () => {
    const after = write(file, { ...plan, chart: null });
    expect(textOf(after, 'xl/drawings/drawing1.xml')).not.toContain('thidua_chart');
    expect(partsOf(after)['xl/charts/chart1.xml']).toBeUndefined();
    expect(textOf(after, 'xl/charts/chart7.xml')).toContain('Của tôi');
  });

  const reason = notValidated();
  (reason === null ? test : test.skip)(
    `and the parts are valid${reason === null ? '' : ` – not run: ${reason}`}`,
    () => {
      const noted = write(type(once, [1, 4, 'bên'], [9, 1, 'dưới'], [1, 1, 'đè']), NEW);
      expect(
        validate([
          { what: 'objects', before: file, after: write(file, plan) },
          { what: 'notes', before: once, after: noted },
        ]).complaints,
      ).toEqual([]);
    },
  );
});

test("a table over our rows is the user's: nothing is written", () => {
  const tabled = zipParts({
    ...Object.fromEntries(
      Object.entries(partsOf(once)).map(([name, data]) => [name, Buffer.from(data).toString('utf8')]),
    ),
    'xl/worksheets/_rels/sheet2.xml.rels': relationships(['rId1', 'table', '../tables/table1.xml']),
    'xl/tables/table1.xml': '<table/>',
  });
  expect(writeSheets(tabled, [NEW])).toEqual({
    ok: false,
    error: { code: 'sheet-foreign', sheet: 'Kết quả', detail: 'table' },
  });
});

test('the door asks once and keeps at the word', async () => {
  const door = fileDoor(type(once, [1, 4, 'bên']));
  expect(await door.write([NEW], { ask: true })).toMatchObject({ ok: false, error: { code: 'sheet-additions' } });
  expect(rowsOf(door.bytes())?.[1]?.[1]).toBe('Sở A');
  expect(await door.write([NEW])).toEqual({ ok: true, value: undefined });
  expect(rowsOf(door.bytes())?.[1]).toEqual([1, 'Sở B', undefined, undefined, 'bên']);
});

const office = spawnSync('soffice', ['--version']).error === undefined;
(office ? test : test.skip)(
  `results that LibreOffice saved again hold nothing added${office ? '' : ' – not run: soffice is not installed'}`,
  () => {
    const samples = ['A', 'B', 'E'].map((name) => readFileSync(`assets/samples/${name}.xlsx`));
    const plansOf = (file: Uint8Array): SheetPlan[] =>
      planResults(judge(value(readWorkbook(file))), { now: NOW, allowErrors: true });
    const workshop = openWorkshop();
    try {
      const saved = workshop.convert(
        new Map(samples.map((file, i) => [`s${String(i)}`, write(file, ...plansOf(file))])),
        'xlsx',
      );
      for (const path of saved.values()) {
        const file = readFileSync(path);
        const written = writeSheets(file, plansOf(file), { ask: true });
        expect([path.slice(-7), written.ok ? 'written' : written.error]).toEqual([path.slice(-7), 'written']);
      }
    } finally {
      workshop.close();
    }
  },
);

describe('what hangs on cells and pages', () => {
  /** As Excel saves it after the user has worked on the sheet. */
  const worked = editParts(
    editParts(type(once, [6, 1, 'dưới'], [1, 5, 'bên']), /sheet2\.xml$/, (xml) =>
      xml
        .replace(/<sheetData>/, '<sheetData>')
        .replace('<row r="7"', '<row r="7" ht="44.25" customHeight="1"')
        .replace('</sheetData>', '<row r="9" ht="60" customHeight="1"/></sheetData>')
        .replace(/<printOptions.*?<pageSetup[^>]*\/>/s, '')
        .replace(
          /(<headerFooter|<\/worksheet>)/,
          '<conditionalFormatting sqref="B1:B3"><cfRule type="cellIs" priority="3" operator="equal"><formula>"Sở A"</formula></cfRule></conditionalFormatting>' +
            '<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="F2"><formula1>"có,không"</formula1></dataValidation></dataValidations>' +
            '<hyperlinks><hyperlink ref="F2" r:id="rIdA" tooltip="mở"/><hyperlink ref="B2" r:id="rIdB"/><hyperlink ref="B7" location="\'A\'!A1"/></hyperlinks>' +
            '<pageMargins left="0.1" right="0.2" top="0.3" bottom="0.4" header="0.1" footer="0.1"/><pageSetup paperSize="8" orientation="portrait"/>$1',
        )
        .replace('<worksheet ', '<worksheet xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" ')
        .replace(
          '</worksheet>',
          '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings/></ext></extLst></worksheet>',
        ),
    ),
    /^xl\/worksheets\/sheet1\.xml$/,
    (xml) => xml,
  );
  const file = zipParts({
    ...partsOf(worked),
    'xl/worksheets/_rels/sheet2.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
      'A',
      'B',
    ]
      .map(
        (name) =>
          `<Relationship Id="rId${name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://vi-du.vn/${name}" TargetMode="External"/>`,
      )
      .join('')}</Relationships>`,
  });

  test('stays where it is: heights, formats, lists, links, paper and margins', () => {
    const printed: SheetPlan = { ...NEW, print: resultPlan('a').print };
    const after = write(file, printed);
    const xml = textOf(after, 'xl/worksheets/sheet2.xml');
    expect(xml).toContain('<row r="7" ht="44.25" customHeight="1">');
    expect(xml).toContain('<row r="9" ht="60" customHeight="1"></row>');
    expect(xml).toMatch(
      /<conditionalFormatting sqref="B1:B3">.*Sở A.*<\/conditionalFormatting><dataValidations count="1"><dataValidation [^>]*sqref="F2">/,
    );
    expect(xml).toContain(
      '<hyperlinks><hyperlink ref="F2" r:id="rIdA" tooltip="mở"/><hyperlink ref="B7" location="\'A\'!A1"/></hyperlinks>',
    );
    expect(xml).toMatch(
      /<pageMargins left="0.1" right="0.2" top="0.3" bottom="0.4" header="0.1" footer="0.1"\/><pageSetup paperSize="8" orientation="portrait"/,
    );
    expect(xml).toMatch(/<extLst><ext uri="[^"]*"><x14:conditionalFormattings\/><\/ext><\/extLst><\/worksheet>$/);
    expect(textOf(after, 'xl/worksheets/_rels/sheet2.xml.rels')).toContain('Target="https://vi-du.vn/A"');
    expect(write(after, printed)).toEqual(after);
  });

  test('an address on a cell of ours, which moves, is written down', () => {
    const after = write(file, NEW);
    expect(textOf(after, 'xl/worksheets/_rels/sheet2.xml.rels')).not.toContain('vi-du.vn/B');
    expect(
      rowsOf(after, 'Ghi chú cũ')
        ?.slice(1)
        .map((row) => row?.slice(2)),
    ).toEqual([['B2', 'https://vi-du.vn/B']]);
  });
});
