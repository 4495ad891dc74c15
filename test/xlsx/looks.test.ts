/** How a file looks, read from what exceljs writes, and from files that mean harm. */
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { lookAt, type SheetLooks } from '../../src/sheets/looks';
import { readLooks } from '../../src/xlsx';

async function written(build: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  build(book.addWorksheet('Sổ màu'));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function looksOf(bytes: Uint8Array): SheetLooks {
  const read = readLooks(bytes);
  const [sheet] = read.ok ? read.value : [];
  if (sheet === undefined) throw new Error(JSON.stringify(read));
  return sheet;
}

const solid = (fgColor: Partial<ExcelJS.Color>): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor });

/** With parts of the package written otherwise. */
function withParts(bytes: Uint8Array, change: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, edit] of Object.entries(change)) {
    const before = strFromU8(parts[name] ?? new Uint8Array());
    const after = edit(before);
    if (after === before) throw new Error(`${name} stays as it was`);
    parts[name] = strToU8(after);
  }
  return zipSync(parts);
}

test('fonts, fills, edges and alignment are those of the file, also of blank cells', async () => {
  const sheet = looksOf(
    await written((page) => {
      const cell = page.getCell('B2');
      cell.value = 'Sở Nội vụ';
      cell.font = {
        name: 'Times New Roman',
        size: 13,
        bold: true,
        italic: true,
        underline: true,
        color: { argb: 'FFC00000' },
      };
      cell.fill = solid({ argb: 'FFFFF2CC' });
      cell.border = {
        top: { style: 'thin' },
        right: { style: 'medium', color: { argb: 'FF0000FF' } },
        bottom: { style: 'double' },
      };
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true, indent: 2, textRotation: 90 };
      page.getCell('D4').fill = solid({ argb: 'FF00B050' });
    }),
  );
  expect(lookAt(sheet, 1, 1)).toEqual({
    font: {
      name: 'Times New Roman',
      size: 13,
      bold: true,
      italic: true,
      underline: true,
      strike: false,
      color: 'C00000',
    },
    fill: 'FFF2CC',
    edges: {
      top: { width: 1, style: 'solid', color: null },
      right: { width: 2, style: 'solid', color: '0000FF' },
      bottom: { width: 3, style: 'double', color: null },
    },
    align: 'center',
    vertical: 'center',
    wrap: true,
    indent: 2,
    turn: 'up',
  });
  expect(lookAt(sheet, 3, 3)?.fill).toBe('00B050');
  expect(lookAt(sheet, 3, 2)).toMatchObject({ fill: null, font: { name: 'Calibri', size: 11, bold: false } });
});

test('widths are what Excel shows, in pixels of the font of the workbook; heights likewise', async () => {
  const sheet = looksOf(
    await written((page) => {
      page.getColumn(2).width = 32;
      page.getColumn(4).width = 8.43;
      page.getRow(1).height = 36;
      page.getCell('A3').value = 1;
    }),
  );
  // Calibri 11: seven pixels a digit; a width counts the room beside the letters.
  expect([...sheet.widths]).toEqual(
    expect.arrayContaining([
      [1, 224],
      [3, 59],
    ]),
  );
  expect([sheet.width, sheet.height]).toEqual([64, 20]);
  expect([...sheet.heights]).toEqual([[0, 48]]);
});

test('a whole row or column looks as it is told where the file has no cell', async () => {
  const plain = await written((page) => {
    page.getCell('A1').value = 1;
    page.getCell('A1').fill = solid({ argb: 'FFFF0000' });
  });
  const sheet = looksOf(
    withParts(plain, {
      'xl/worksheets/sheet1.xml': (xml) =>
        xml
          .replace('<sheetData>', '<cols><col min="3" max="16384" width="9" style="1"/></cols><sheetData>')
          .replace('</sheetData>', '<row r="5" s="1" customFormat="1"/></sheetData>'),
    }),
  );
  expect(lookAt(sheet, 4, 1)?.fill).toBe('FF0000');
  expect(lookAt(sheet, 8, 2)?.fill).toBe('FF0000');
  expect(lookAt(sheet, 8, 1)?.fill).toBeNull();
});

describe('colours', () => {
  test.each<[string, Partial<ExcelJS.Color>, string | null]>([
    ['of the theme', { theme: 4 }, '4F81BD'],
    ['lighter', { theme: 4, tint: 0.5999938962981048 } as Partial<ExcelJS.Color>, 'B9CDE5'],
    ['darker', { theme: 0, tint: -0.25 } as Partial<ExcelJS.Color>, 'BFBFBF'],
    ['letters', { theme: 1 }, '000000'],
    ['of the palette', { indexed: 13 } as Partial<ExcelJS.Color>, 'FFFF00'],
    ['automatic', { indexed: 64 } as Partial<ExcelJS.Color>, null],
    ['no colour at all', { argb: 'red;background:url(x)' }, null],
  ])('%s', async (_, color, expected) => {
    const sheet = looksOf(
      await written((page) => {
        page.getCell('A1').value = 1;
        page.getCell('A1').fill = solid(color);
      }),
    );
    expect(lookAt(sheet, 0, 0)?.fill).toBe(expected);
  });

  test('a palette of the workbook’s own, that stands behind the cells’ formats', async () => {
    const bytes = await written((page) => {
      page.getCell('A1').fill = solid({ indexed: 10 } as Partial<ExcelJS.Color>);
    });
    const own = '<rgbColor rgb="00123456"/>'.repeat(64);
    const sheet = looksOf(
      withParts(bytes, {
        'xl/styles.xml': (xml) =>
          xml.replace('</styleSheet>', `<colors><indexedColors>${own}</indexedColors></colors></styleSheet>`),
      }),
    );
    expect(lookAt(sheet, 0, 0)?.fill).toBe('123456');
  });
});

describe('files that mean harm', () => {
  test('names that are none of fonts, sizes beyond reason, formats that are not there', async () => {
    const bytes = await written((page) => {
      page.getCell('A1').value = 1;
      page.getCell('A1').font = { name: 'Arial"; background: url(//x) "', size: 4000, color: { argb: 'FF00' } };
      page.getColumn(1).width = 1e9;
      page.getRow(1).height = 1e9;
      page.getCell('B1').value = 2;
      page.getCell('B1').font = { name: 'Arial', size: -3 };
    });
    const sheet = looksOf(bytes);
    expect(lookAt(sheet, 0, 0)?.font).toMatchObject({ name: null, size: 96, color: null });
    expect(lookAt(sheet, 0, 1)?.font).toMatchObject({ name: 'Arial', size: 6 });
    expect([sheet.widths.get(0), sheet.heights.get(0)]).toEqual([1785, 546]);
    const wild = looksOf(
      withParts(bytes, { 'xl/worksheets/sheet1.xml': (xml) => xml.replaceAll(/ s="\d+"/g, ' s="constructor"') }),
    );
    expect(lookAt(wild, 0, 0)).toBe(wild.looks[0]);
  });

  test('a million rows and the last column take no room; half a workbook is named', async () => {
    const bytes = await written((page) => {
      page.getCell('A1').value = 1;
      page.getCell('A1').fill = solid({ argb: 'FFFF0000' });
    });
    const rows = Array.from(
      { length: 3000 },
      (_, at) =>
        `<row r="${String(at + 2)}"><c r="ALL${String(at + 2)}" s="1"/><c r="XFD${String(at + 2)}" s="1"/></row>`,
    );
    const sheet = looksOf(
      withParts(bytes, {
        'xl/worksheets/sheet1.xml': (xml) =>
          xml.replace(
            '</sheetData>',
            `${rows.join('')}<row r="1048576" ht="90"><c r="A1048576" s="1"/></row></sheetData>`,
          ),
      }),
    );
    const slots = [...sheet.cells.values()].reduce((sum, line) => sum + line.length, 0);
    expect(slots).toBeLessThanOrEqual(1_000_000);
    expect(slots).toBeGreaterThan(900_000);
    expect([sheet.cells.has(1_048_575), sheet.heights.has(1_048_575)]).toEqual([false, false]);
    expect(readLooks(bytes.subarray(0, bytes.length / 2))).toMatchObject({ ok: false });
  });
});
