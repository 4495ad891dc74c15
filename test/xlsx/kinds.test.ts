/** The kinds of workbooks that once were refused, or written so that Excel had to repair them; each made by hand. */
import { createPackage, editCells, readWorkbook, writeSheets } from '../../src/xlsx';
import type { Fix } from '../../src/rules';
import { decodePart } from '../../src/xlsx/encoding';
import { createWorkbook } from '../../src/workbook/create';
import { REGULATIONS } from '../../src/regulations';
import { partsOf, textOf } from './support/compare';
import { MAIN, minimalParts, minimalWorkbook, relationships, sheetXml, zipParts } from './support/minimal';
import { ODDITIES, baseParts, packed } from './support/odd';
import { plainPlan } from './support/plans';
import { buildZip } from './support/zip';

const PLANS = [plainPlan('Kiểm tra', 'thidua 1', [['Mức'], ['lỗi']])];

const odd = (name: string): Buffer => packed(ODDITIES[name]?.(baseParts()) ?? {});

function value<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const write = (file: Uint8Array): Uint8Array => value(writeSheets(file, PLANS));
const cellOf = (file: Uint8Array, row = 0, column = 0) => value(readWorkbook(file)).sheets[0]?.rows[row]?.[column];
const lists = (file: Uint8Array): number => textOf(file, 'xl/workbook.xml').match(/<definedNames\b/g)?.length ?? 0;

describe('one list of names', () => {
  test.each(['names empty', 'names without any', 'two lists of names', 'names behind the calculation'])(
    '%s: after a write and after an edit',
    (name) => {
      expect(lists(write(odd(name)))).toBe(1);
      expect(lists(value(editCells(odd(name), [fix('Trang', 0, 0, 2)])).bytes)).toBe(1);
    },
  );

  test('a prefix that nobody declared is declared by the first write or edit', () => {
    const file = odd('a prefix of relationships that nobody declared');
    expect(textOf(file, 'xl/workbook.xml')).not.toContain('xmlns:r=');
    for (const after of [write(file), value(editCells(file, [fix('Trang', 0, 0, 2)])).bytes])
      expect(textOf(after, 'xl/workbook.xml').match(/<workbook[^>]*>/)?.[0]).toContain(
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
      );
  });

  test('names of a second list are kept in the first', () => {
    expect(value(readWorkbook(write(odd('two lists of names')))).sheets).toHaveLength(2);
    expect(textOf(write(odd('two lists of names')), 'xl/workbook.xml')).toMatch(
      /<definedNames><definedName name="mot">1<\/definedName><definedName name="hai">2<\/definedName><definedName name="thidua_stamp"/,
    );
  });

  test('a new workbook as Google exports it: its lists and names emptied', () => {
    const file = createPackage(createWorkbook(REGULATIONS[0], [{ name: 'Sở Nội vụ' }, { name: 'Sở Tư pháp' }]));
    const parts = Object.fromEntries(
      Object.entries(partsOf(file)).map(([name, data]) => [name, Buffer.from(data).toString('utf8')]),
    );
    const google = zipParts({
      ...parts,
      'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace(
        /<definedNames>.*<\/definedNames>/s,
        '<definedNames/>',
      ),
    });
    expect([lists(google), lists(write(google))]).toEqual([1, 1]);
    expect(textOf(google, 'xl/workbook.xml')).toContain('<definedNames/>');
  });
});

const fix = (sheet: string, row: number, column: number, to: Fix['value']): Fix => ({
  place: { sheet, row, column },
  value: to,
});

describe('nothing is refused for what no counting cell uses', () => {
  test.each([
    'a module of Excel 95',
    'no shared strings part',
    'no styles part',
    'odd relationships of a foreign part',
    'relationships of a foreign part that nobody can read',
    'another prefix of relationships',
    'small letters in references',
    'alternatives in the styles',
    'ISO-8859-1',
  ])('%s', (name) => {
    expect(cellOf(odd(name))?.value).toBe(1);
    const once = write(odd(name));
    expect(cellOf(once)?.value).toBe(1);
    expect(Buffer.compare(write(once), once)).toBe(0);
  });

  test('a shared string of a part that is not there is said', () => {
    const file = minimalWorkbook('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { 'xl/sharedStrings.xml': null });
    expect(readWorkbook(file)).toEqual({ ok: false, error: { code: 'file-damaged', detail: 'shared-string' } });
  });

  test('letters of Western Europe are read as their encoding says', () => {
    const sheet =
      `<?xml version="1.0" encoding="iso-8859-1"?>${sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>Hạng</t></is></c></row>')}`.replace(
        'ạ',
        '\u00e1',
      );
    const parts = Object.entries(minimalParts()).map(([name, data]) => ({
      name,
      data: name === 'xl/worksheets/sheet1.xml' ? Buffer.from(sheet, 'latin1') : data,
    }));
    expect(cellOf(buildZip(parts))?.value).toBe('H\u00e1ng');
  });

  test('cells that name formats of a workbook without styles keep the general format when styles come', () => {
    const file = minimalWorkbook('<row r="1"><c r="A1" s="3"><v>0.5</v></c></row>', { 'xl/styles.xml': null });
    const after = value(
      writeSheets(file, [
        {
          ...plainPlan('Kiểm tra', 'x'),
          rows: [
            {
              cells: [
                { value: 1, style: 'title' },
                { value: 2, style: 'number' },
                { value: 2, style: 'inputDate' },
                { value: 2, style: 'header' },
              ],
            },
          ],
        },
      ]),
    );
    expect(cellOf(after)).toEqual({ value: 0.5 });
  });

  test('a format that names a number without a meaning does not come to mean ours', () => {
    const styles = (minimalParts()['xl/styles.xml'] ?? '').replace(/<numFmts.*<\/numFmts>/, '');
    const file = minimalWorkbook('<row r="1"><c r="A1" s="1"><v>0.5</v></c></row>', { 'xl/styles.xml': styles });
    expect(cellOf(file)).toEqual({ value: 0.5 });
    expect(
      cellOf(
        value(
          writeSheets(file, [{ ...plainPlan('Kiểm tra', 'x'), rows: [{ cells: [{ value: 1, format: '0.000' }] }] }]),
        ),
      ),
    ).toEqual({ value: 0.5 });
  });
});

test.each([
  ['PT0H11M0.000S', 11 / 1440],
  ['PT48H0M0.000S', 2],
  ['P1DT12H', 1.5],
  ['-PT6H', -0.25],
  ['P0Y0M2D', 2],
])('a duration %s', (text, days) => {
  const strict = zipParts(
    Object.fromEntries(
      Object.entries(minimalParts(sheetXml(`<row r="1"><c r="A1" t="d"><v>${text}</v></c></row>`))).map(
        ([name, xml]) => [
          name,
          xml
            .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
            .replaceAll(
              'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
              'http://purl.oclc.org/ooxml/officeDocument/relationships',
            ),
        ],
      ),
    ),
  );
  expect(cellOf(strict)?.value).toBeCloseTo(days, 12);
});

test.each(['P', 'PT', 'P1Y', 'P2M', 'PT1H1H', 'P1'])('%s is no duration of known length', (text) => {
  expect(readWorkbook(minimalWorkbook(`<row r="1"><c r="A1" t="d"><v>${text}</v></c></row>`))).toEqual({
    ok: false,
    error: { code: 'file-damaged', detail: 'cell-value' },
  });
});

test('parts in UTF-16 are written back in UTF-16', () => {
  const after = partsOf(write(odd('UTF-16')));
  for (const name of ['xl/workbook.xml', 'xl/styles.xml', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml']) {
    const data = after[name] ?? new Uint8Array();
    expect([name, data[0], data[1], decodePart(data, name).slice(0, 38)]).toEqual([
      name,
      0xff,
      0xfe,
      '<?xml version="1.0" encoding="UTF-16"?>'.slice(0, 38),
    ]);
  }
});

test('styles that close themselves are opened, with what Excel presumes first', () => {
  const styles = textOf(write(odd('a styles root that closes itself')), 'xl/styles.xml');
  expect(styles).toMatch(
    /^<styleSheet xmlns="[^"]*"><fonts count="2"><font><sz val="11"\/>.*<\/fonts><fills count="2">.*<\/cellXfs><\/styleSheet>$/,
  );
});

describe('the header of a table', () => {
  const table = (columns: string, attributes = ''): Buffer =>
    zipParts({
      ...minimalParts(
        sheetXml(
          '<row r="1"><c r="A1" t="inlineStr"><is><t>Mã</t></is></c><c r="B1" t="inlineStr"><is><t>Điểm</t></is></c></row><row r="2"><c r="A2"><v>5</v></c><c r="C2"><f>1+1</f></c></row>',
          '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
        ),
      ),
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(['rId1', 'table', '../tables/table1.xml']),
      'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" name="B1_" displayName="B1_" ref="A1:B2"${attributes}><autoFilter ref="A1:B2"/><tableColumns count="2">${columns}</tableColumns></table>`,
    });
  const COLUMNS = '<tableColumn id="1" name="Mã"/><tableColumn id="2" name="Điểm"/>';
  const columnsOf = (file: Uint8Array): string =>
    /<tableColumns.*<\/tableColumns>/.exec(textOf(file, 'xl/tables/table1.xml'))?.[0] ?? '';
  const problem = (file: Uint8Array, to: Fix['value'], column = 0) => {
    const edited = editCells(file, [fix('Trang', 0, column, to)]);
    return edited.ok ? null : edited.error;
  };

  test('an edit renames the column, its undo gives the name back', () => {
    const edited = value(editCells(table(COLUMNS), [fix('Trang', 0, 0, 'Mã <$1> "mới"\nhai')]));
    expect(columnsOf(edited.bytes)).toContain('name="Mã &lt;$1&gt; &quot;mới&quot;_x000a_hai"/>');
    expect(columnsOf(value(editCells(edited.bytes, edited.previous)).bytes)).toContain(
      '<tableColumn id="1" name="Mã"/>',
    );
  });

  test('a cell below it, and the first row of a table without headers, are cells like others', () => {
    expect(columnsOf(value(editCells(table(COLUMNS), [fix('Trang', 1, 0, 'x')])).bytes)).toContain('name="Mã"');
    expect(
      columnsOf(value(editCells(table(COLUMNS, ' headerRowCount="0"'), [fix('Trang', 0, 0, 'x')])).bytes),
    ).toContain('name="Mã"');
  });

  test.each<[string, Fix['value']]>([
    ['blank', ''],
    ['a number', 7],
    ['the name of another column', 'điểm'],
  ])('what a column cannot be called is refused: %s', (_, to) => {
    expect(problem(table(COLUMNS), to)).toEqual({ code: 'table-header', sheet: 'Trang' });
  });

  test('so is a column that formulas call by its name, in cells, names and tables', () => {
    const called =
      '<tableColumn id="1" name="Mã"/><tableColumn id="2" name="Điểm"><calculatedColumnFormula>B1_[[#This Row],[Mã]]*2</calculatedColumnFormula></tableColumn>';
    expect(problem(table(called), 'Mới')).toEqual({ code: 'table-header', sheet: 'Trang' });
    expect(problem(table(called), 'Mới', 1)).toBeNull();
    const inCell = table(COLUMNS);
    const parts = Object.fromEntries(
      Object.entries(partsOf(inCell)).map(([name, data]) => [name, Buffer.from(data).toString('utf8')]),
    );
    expect(
      problem(
        zipParts({
          ...parts,
          'xl/worksheets/sheet1.xml': (parts['xl/worksheets/sheet1.xml'] ?? '').replace('1+1', 'SUM(B1_[Mã])'),
        }),
        'Mới',
      ),
    ).toEqual({ code: 'table-header', sheet: 'Trang' });
  });
});

describe('own limits', () => {
  test('a long text is cut, never inside of a character, and read back', () => {
    const long = `${'x'.repeat(32_765)}\u{1F600}${'y'.repeat(10)}`;
    const file = value(writeSheets(minimalWorkbook(''), [plainPlan('Kiểm tra', 'x', [[long]])]));
    expect(value(readWorkbook(file)).sheets[1]?.rows[0]?.[0]?.value).toBe(`${'x'.repeat(32_765)}…`);
  });

  test('more sheets than we read are not written', () => {
    const plans = Array.from({ length: 1_030 }, (_, i) => plainPlan(`Sheet ${String(i)}`, 'x', [[i]]));
    expect(writeSheets(minimalWorkbook(''), plans)).toEqual({
      ok: false,
      error: { code: 'file-too-large', detail: 'sheets' },
    });
  });
});
