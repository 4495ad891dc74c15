import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { readWorkbook, writeSheets } from '../../src/xlsx';
import { realStamp } from '../support/stamps';
import { changedParts, partsOf, textOf, valuesOf } from './support/compare';
import { featureRichParts, featureRichWorkbook, savedByLibreOffice } from './support/feature-rich';
import { MAIN, RELS, minimalParts, minimalWorkbook, relationships, zipParts } from './support/minimal';
import { plainPlan, resultPlan } from './support/plans';
import { buildZip } from './support/zip';
import { SHEETS } from '../../src/workbook/layout';
import type { SheetPlan } from '../../src/sheets/plan';

const ALLOWED = ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml'];
const PLANS = [resultPlan('thidua 1'), plainPlan('Kiểm tra', 'thidua 1', [['Mức'], ['lỗi']])];

function write(file: Uint8Array, plans: readonly SheetPlan[] = PLANS): Uint8Array {
  const written = writeSheets(file, plans);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value;
}

function sheetsOf(file: Uint8Array) {
  const read = readWorkbook(file);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.sheets;
}

const problemOf = (file: Uint8Array, plans = PLANS) => {
  const written = writeSheets(file, plans);
  return written.ok ? null : written.error;
};

describe('a workbook full of features', () => {
  const before = featureRichWorkbook();
  const after = write(before);
  const old = Object.keys(featureRichParts());

  test('exactly the four parts change, the others are the same bytes', () => {
    expect(changedParts(before, after).filter((name) => old.includes(name))).toEqual(ALLOWED);
  });

  test('untouched parts keep their compressed bytes and their order', () => {
    for (const [name, data] of Object.entries(featureRichParts())) {
      if (!ALLOWED.includes(name))
        expect([name, Buffer.from(after).includes(deflateRawSync(data))]).toEqual([name, true]);
    }
    expect(Object.keys(partsOf(after)).slice(0, old.length)).toEqual(old);
  });

  test('what was in the styles and the workbook is still there, unchanged and in front', () => {
    const [styles, styled] = [textOf(before, 'xl/styles.xml'), textOf(after, 'xl/styles.xml')];
    for (const section of ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs']) {
      const inside = (xml: string): string => new RegExp(`<${section}[^>]*>(.*)</${section}>`).exec(xml)?.[1] ?? '';
      expect(inside(styles)).not.toBe('');
      expect(inside(styled).startsWith(inside(styles))).toBe(true);
      const count = Number(new RegExp(`<${section} count="(\\d+)"`).exec(styled)?.[1]);
      expect(count).toBe(
        inside(styled).split(new RegExp(`<${section === 'cellXfs' ? 'xf' : section.slice(0, -1)}[ >/]`)).length - 1,
      );
    }
    for (const piece of [
      '<fileSharing readOnlyRecommended="1"/>',
      'x15ac:absPath',
      '<calcPr calcId="191029" iterate="1" fullCalcOnLoad="1"/>',
      'OFFSET(',
      '<x14:slicerCache r:id="rId11"/>',
      "'Chấm điểm'!$A:$B,'Chấm điểm'!$1:$2",
    ]) {
      expect(textOf(after, 'xl/workbook.xml')).toContain(piece);
    }
  });

  test('two independent readers find every old cell as it was, and ours', async () => {
    const [was, now] = [valuesOf(before), valuesOf(after)];
    expect(Object.keys(now)).toEqual([...Object.keys(was), 'Kết quả', 'Kiểm tra']);
    for (const name of Object.keys(was)) expect(now[name]).toEqual(was[name]);
    expect(now['Kết quả']).toMatchObject({
      B3: { v: '=HYPERLINK("http://x")', t: 's' },
      C5: { v: 17.5, t: 'n', f: 'ROUND(SUM(C3:C4),2)' },
      D5: { v: 'đúng', t: 's' },
      B4: { v: '+1 _x000D_' },
    });
    expect((now['Kết quả']?.B3 as { f?: string }).f).toBeUndefined();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(after) as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Chấm điểm', 'Dữ liệu', 'Ẩn', 'Kết quả', 'Kiểm tra']);
    expect(book.getWorksheet('Kết quả')?.getCell('C3').numFmt).toBe('0.00');
    expect(book.getWorksheet('Kết quả')?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToHeight: 0,
    });
  });

  test('the same again gives the same bytes; other results replace ours where they stand', () => {
    expect(Buffer.compare(write(after), after)).toBe(0);
    const again = write(after, [resultPlan('thidua 2', 18)]);
    expect(sheetsOf(again).map(({ name, stamp }) => [name, stamp])).toEqual([
      ['Chấm điểm', null],
      ['Dữ liệu', null],
      ['Ẩn', null],
      ['Biểu đồ', null],
      ['Kết quả', realStamp('thidua 2')],
      ['Kiểm tra', realStamp('thidua 1')],
    ]);
    expect(changedParts(after, again)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet4.xml']);
    expect(Object.keys(partsOf(again)).length).toBe(Object.keys(partsOf(after)).length);
  });

  test('a plan without a chart takes the chart of the last one away', () => {
    const again = write(after, [{ ...resultPlan('thidua 2'), chart: null }]);
    expect(Object.keys(partsOf(again)).filter((name) => /chart|drawing/.test(name))).toEqual(
      Object.keys(featureRichParts()).filter((name) => /chart|drawing/.test(name)),
    );
    expect(textOf(again, '[Content_Types].xml')).not.toContain('charts/chart3.xml');
  });
});

describe('after LibreOffice has saved it', () => {
  const saved = savedByLibreOffice();

  test('our sheets are known again and replaced, nothing else changes', () => {
    expect(sheetsOf(saved).map(({ name, stamp }) => [name, stamp])).toEqual([
      ['Chấm điểm', null],
      ['Dữ liệu', null],
      ['Ẩn', null],
      ['Biểu đồ', null],
      ['Kết quả', realStamp('a')],
      ['Kiểm tra', realStamp('a')],
    ]);
    const after = write(saved);
    expect(
      sheetsOf(after)
        .map(({ name, stamp }) => [name, stamp])
        .slice(4),
    ).toEqual([
      ['Kết quả', realStamp('thidua 1')],
      ['Kiểm tra', realStamp('thidua 1')],
    ]);
    const [was, now] = [valuesOf(saved), valuesOf(after)];
    for (const name of ['Chấm điểm', 'Dữ liệu', 'Ẩn', 'Biểu đồ']) expect(now[name]).toEqual(was[name]);
    expect(now['Kiểm tra']).toMatchObject({ A1: { v: 'Mức' }, A2: { v: 'lỗi' } });
    const ours = sheetsOf(saved).length;
    expect(
      changedParts(saved, after).filter((name) => !ALLOWED.includes(name) && !/sheet[56]\.xml|drawing3/.test(name)),
    ).toEqual(['xl/charts/chart4.xml']);
    // The chart there does not bear our name (it was written before charts had one), so it may be the user's: it stays.
    expect(textOf(after, 'xl/charts/chart3.xml')).toBe(textOf(saved, 'xl/charts/chart3.xml'));
    expect(sheetsOf(after)).toHaveLength(ours);
  });
});

/** Our sheet as Excel saves it: shared strings, printer settings, a chart of its own, entries in the calculation chain. */
function savedByExcel(chain: string): Buffer {
  const parts = featureRichParts();
  const text = (name: string): string => String(parts[name] ?? '');
  return featureRichWorkbook({
    '[Content_Types].xml': text('[Content_Types].xml').replace(
      '</Types>',
      ['worksheets/sheet4', 'drawings/drawing9', 'charts/chart9']
        .map(
          (part, i) =>
            `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.${['spreadsheetml.worksheet', 'drawing', 'drawingml.chart'][i] ?? ''}+xml"/>`,
        )
        .join('') + '</Types>',
    ),
    'xl/workbook.xml': text('xl/workbook.xml')
      .replace('</sheets>', '<sheet name="kết QUẢ" sheetId="11" r:id="rId30"/></sheets>')
      .replace(
        '</definedNames>',
        `<definedName name="thidua_stamp" localSheetId="4" hidden="1">"${realStamp('0')}"</definedName><definedName name="_xlnm.Print_Area" localSheetId="4">'kết QUẢ'!$A$1</definedName></definedNames>`,
      ),
    'xl/_rels/workbook.xml.rels': text('xl/_rels/workbook.xml.rels').replace(
      '</Relationships>',
      `<Relationship Id="rId30" Type="${RELS}/worksheet" Target="worksheets/sheet4.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet4.xml': `<worksheet xmlns="${MAIN}" xmlns:r="${RELS}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="5"><c r="C5" t="n"/></row></sheetData><pageSetup r:id="rId1"/><drawing r:id="rId2"/></worksheet>`,
    'xl/worksheets/_rels/sheet4.xml.rels': relationships(
      ['rId1', 'printerSettings', '../printerSettings/printerSettings2.bin'],
      ['rId2', 'drawing', '../drawings/drawing9.xml'],
      ['rId3', 'printerSettings', '../printerSettings/printerSettings1.bin'],
    ),
    'xl/printerSettings/printerSettings2.bin': 'x',
    'xl/drawings/drawing9.xml': '<a/>',
    'xl/charts/chart9.xml': '<a/>',
    'xl/drawings/_rels/drawing9.xml.rels': relationships(
      ['rId1', 'chart', '../charts/chart9.xml'],
      ['rId2', 'image', '../media/image1.png'],
    ),
    'xl/calcChain.xml': `<calcChain xmlns="${MAIN}">${chain}</calcChain>`,
  });
}

describe('after Excel has saved it', () => {
  test('the sheet is replaced with its own parts; those that others use stay', () => {
    const before = savedByExcel(
      '<c r="C2" i="1"/><c r="C5" i="11" l="1"/><c r="D5"/><c r="C3" i="4"/><c r="C5" i="11"/><c r="C4" i="4"/><c r="C2"/>',
    );
    const after = write(before, [{ ...resultPlan('thidua 1'), name: 'Kết quả' }]);
    expect(sheetsOf(after).map(({ name }) => name)).toEqual(['Chấm điểm', 'Dữ liệu', 'Ẩn', 'Biểu đồ', 'kết QUẢ']);
    expect(changedParts(before, after).filter((name) => !ALLOWED.includes(name))).toEqual([
      'xl/calcChain.xml',
      'xl/charts/chart3.xml',
      'xl/charts/chart9.xml',
      'xl/drawings/_rels/drawing4.xml.rels',
      'xl/drawings/_rels/drawing9.xml.rels',
      'xl/drawings/drawing4.xml',
      'xl/drawings/drawing9.xml',
      'xl/printerSettings/printerSettings2.bin',
      'xl/worksheets/_rels/sheet4.xml.rels',
      'xl/worksheets/sheet4.xml',
    ]);
    expect(textOf(after, 'xl/calcChain.xml')).toBe(
      `<calcChain xmlns="${MAIN}"><c r="C2" i="1"/><c r="C3" i="4"/><c r="C4" i="4"/><c r="C2"/></calcChain>`,
    );
    expect(textOf(after, 'xl/workbook.xml').match(/_xlnm.Print_Area" localSheetId="4"/g)).toHaveLength(1);
    expect(textOf(after, '[Content_Types].xml')).not.toContain('chart9');
  });

  test('all entries of a replaced sheet go, also those that do not name it', () => {
    const after = write(
      savedByExcel('<c r="C5" i="11"/><c r="C2" i="1"/><c r="D5" i="11"/><c r="E5"/><c r="C3" i="4"/>'),
    );
    expect(textOf(after, 'xl/calcChain.xml')).toBe(
      `<calcChain xmlns="${MAIN}"><c r="C2" i="1"/><c r="C3" i="4"/></calcChain>`,
    );
  });

  test('a chain of nothing but ours goes, with its relationship and type', () => {
    const after = write(savedByExcel('<c r="C5" i="11"/><c r="D5"/>'));
    expect(partsOf(after)['xl/calcChain.xml']).toBeUndefined();
    expect(textOf(after, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
    expect(textOf(after, '[Content_Types].xml')).not.toContain('calcChain');
  });

  test('a chain that does not speak of us stays as it is', () => {
    const before = savedByExcel('<c r="C2" i="1"/><c r="C3"/>');
    expect(changedParts(before, write(before))).not.toContain('xl/calcChain.xml');
  });
});

describe('what speaks against writing is said before anything is written', () => {
  test.each<[what: string, file: () => Uint8Array, problem: unknown]>([
    [
      'a signed workbook',
      () =>
        zipParts({
          ...minimalParts(),
          '_rels/.rels': relationships(
            ['rId1', 'officeDocument', 'xl/workbook.xml'],
            [
              'rId2',
              'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin',
              '_xmlsignatures/origin.sigs',
            ],
          ),
        }),
      { code: 'file-signed' },
    ],
    [
      'a locked structure',
      () =>
        minimalWorkbook('', {
          'xl/workbook.xml': (minimalParts()['xl/workbook.xml'] ?? '').replace(
            '<sheets>',
            '<workbookProtection lockStructure="1"/><sheets>',
          ),
        }),
      { code: 'structure-protected' },
    ],
    [
      'a Strict workbook',
      () =>
        minimalWorkbook('', {
          'xl/workbook.xml': (minimalParts()['xl/workbook.xml'] ?? '').replace(
            MAIN,
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          ),
        }),
      { code: 'file-unsupported', detail: 'strict' },
    ],
    [
      'a sheet of our name without our stamp',
      () =>
        minimalWorkbook('', {
          'xl/workbook.xml': (minimalParts()['xl/workbook.xml'] ?? '').replace('Trang', 'KIỂM TRA'),
        }),
      { code: 'sheet-foreign', sheet: 'KIỂM TRA' },
    ],
    ['no workbook', () => Buffer.from('x'), { code: 'file-not-xlsx', detail: 'unknown' }],
  ])('%s', (_, file, problem) => {
    expect(problemOf(file())).toEqual(problem);
  });

  test('a sheet of the user in a plan never replaces anything', () => {
    const once = write(minimalWorkbook(''), [plainPlan('Kiểm tra', 'thidua 1')]);
    expect(problemOf(once, [plainPlan('Kiểm tra', null)])).toEqual({ code: 'sheet-foreign', sheet: 'Kiểm tra' });
  });
});

describe('a hidden name that makes nothing ours', () => {
  /** The workbook with one sheet called so, which carries this hidden name. */
  const stamped = (name: string, stamp: string): Uint8Array =>
    minimalWorkbook('<row r="1"><c r="A1"><v>7</v></c></row>', {
      'xl/workbook.xml': (minimalParts()['xl/workbook.xml'] ?? '')
        .replace('Trang', name)
        .replace(
          '</sheets>',
          `</sheets><definedNames><definedName name="thidua_stamp" localSheetId="0" hidden="1">${stamp}</definedName></definedNames>`,
        ),
    });
  const real = `"${realStamp('thidua 1')}"`;

  test.each<[what: string, name: string, stamp: string]>([
    ['a text that is no stamp', 'Kiểm tra', '"x"'],
    ['a stamp cut short', 'Kiểm tra', `"${realStamp('x').slice(0, -1)}"`],
    ['a formula', 'Kiểm tra', '$A$1'],
    ['no text at all', 'Kiểm tra', '""'],
    ...Object.values(SHEETS).map(({ name }): [string, string, string] => [`a real stamp on ${name}`, name, real]),
    ['a real stamp on an input without its marks', 'Khen thuong', real],
    ['a real stamp on an input in other letters', 'ĐIỀU  KIỆN', real],
  ])("%s: the sheet is the user's and stays as it is", (_, name, stamp) => {
    const file = stamped(name, stamp);
    expect(problemOf(file, [plainPlan(name, 'thidua 1')])).toEqual({ code: 'sheet-foreign', sheet: name });
    const after = write(file, name === 'Kiểm tra' ? [resultPlan('thidua 1')] : PLANS);
    expect(textOf(after, 'xl/worksheets/sheet1.xml')).toBe(textOf(file, 'xl/worksheets/sheet1.xml'));
    expect(sheetsOf(after)[0]).toEqual(sheetsOf(file)[0]);
  });

  test('the same real stamp on any other sheet makes it ours', () => {
    const after = write(stamped('Kiểm tra', real), [plainPlan('Kiểm tra', 'thidua 2')]);
    expect(sheetsOf(after).map(({ name, stamp }) => [name, stamp])).toEqual([['Kiểm tra', realStamp('thidua 2')]]);
  });
});

describe('a sheet that a write in Excel left half-way', () => {
  const banner = (text: string): Uint8Array =>
    write(minimalWorkbook(''), [{ ...plainPlan('Kiểm tra', null), rows: [{ cells: [{ value: text }] }] }]);

  test('is ours: it is written anew and stamped', () => {
    const after = write(banner('CHƯA GHI XONG'), [plainPlan('Kiểm tra', 'thidua 1')]);
    expect(sheetsOf(after).find(({ name }) => name === 'Kiểm tra')?.stamp).toBe(realStamp('thidua 1'));
    expect(JSON.stringify(valuesOf(after)['Kiểm tra'])).not.toContain('CHƯA GHI XONG');
  });

  test("is known by its banner alone: another text there is the user's", () => {
    expect(problemOf(banner('Chưa ghi xong biên bản'), [plainPlan('Kiểm tra', 'thidua 1')])).toEqual({
      code: 'sheet-foreign',
      sheet: 'Kiểm tra',
    });
  });
});

describe('workbooks written in other ways', () => {
  test('prefixed roots get prefixed elements', () => {
    const prefixed = (xml: string): string => xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=');
    const parts = minimalParts();
    const before = zipParts(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, prefixed(xml)])));
    const after = write(before);
    expect(textOf(after, 'xl/workbook.xml')).toMatch(
      /<x:sheet xmlns:r="[^"]*" name="Kết quả".*<\/x:sheets><x:definedNames><x:definedName.*<\/x:definedNames><x:calcPr fullCalcOnLoad="1"\/><\/x:workbook>$/,
    );
    expect(sheetsOf(after).map(({ name }) => name)).toEqual(['Trang', 'Kết quả', 'Kiểm tra']);
    expect(Object.keys(valuesOf(after))).toEqual(['Trang', 'Kết quả', 'Kiểm tra']);
  });

  test('a workbook without styles gets some; sections that are missing or empty are made', () => {
    const rels = relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId3', 'sharedStrings', 'sharedStrings.xml'],
    );
    expect(
      sheetsOf(write(minimalWorkbook('', { 'xl/styles.xml': null, 'xl/_rels/workbook.xml.rels': rels }))),
    ).toHaveLength(3);
    const bare = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf/></cellXfs><dxfs count="0"/><extLst/></styleSheet>`;
    const styles = textOf(write(minimalWorkbook('', { 'xl/styles.xml': bare })), 'xl/styles.xml');
    expect(styles).toMatch(
      /^<styleSheet [^>]*><numFmts count="1"><numFmt[^>]*\/><\/numFmts><fonts count="\d+">.*<dxfs count="1"><dxf>.*<\/dxf><\/dxfs><extLst\/><\/styleSheet>$/,
    );
  });

  test('an element that does not belong among the cell formats counts for nothing, in reading and in writing', () => {
    const styles = (minimalParts()['xl/styles.xml'] ?? '').replace('</cellXfs>', '<top/></cellXfs>');
    const after = write(minimalWorkbook('<row r="1"><c r="A1" s="1"><v>1</v></c></row>', { 'xl/styles.xml': styles }), [
      { ...plainPlan('Kiểm tra', 'x'), rows: [{ cells: [{ value: 1, style: 'inputDate' }] }] },
    ]);
    expect(sheetsOf(after).map(({ rows }) => rows[0]?.[0]?.format)).toEqual(['dd/mm/yyyy', 'dd/mm/yyyy']);
  });

  test('names, calculation settings and sheets find their places before later elements', () => {
    const workbook = (minimalParts()['xl/workbook.xml'] ?? '').replace(
      '</sheets>',
      '</sheets><functionGroups/><oleSize ref="A1"/><extLst/>',
    );
    expect(textOf(write(minimalWorkbook('', { 'xl/workbook.xml': workbook })), 'xl/workbook.xml')).toMatch(
      /<functionGroups\/><definedNames>.*<\/definedNames><calcPr fullCalcOnLoad="1"\/><oleSize ref="A1"\/><extLst\/><\/workbook>$/,
    );
  });

  test('without formulas of ours nobody is asked to calculate', () => {
    expect(textOf(write(minimalWorkbook(''), [plainPlan('Kiểm tra', 'x')]), 'xl/workbook.xml')).not.toContain('calcPr');
  });

  test('data descriptors, stored entries and zip64 are written over', () => {
    for (const how of [{ descriptor: true }, { stored: true }, { zip64: true }]) {
      const before = buildZip(Object.entries(minimalParts()).map(([name, data]) => ({ ...how, name, data })));
      expect(Object.keys(valuesOf(write(before)))).toEqual(['Trang', 'Kết quả', 'Kiểm tra']);
    }
  });
});
