/** Score sheets as other programs set their pages up. */
import ExcelJS from 'exceljs';
import { checkBytes } from '../../src/board/check-workbook';
import { ok } from '../../src/sheets/door';
import { createPackage } from '../../src/xlsx';
import { MINH_HOA } from '../../src/regulations';
import { blocPlans } from '../workbook/blocs';

const OPTIONS = { standard: null, blocs: null, withJson: false, lang: 'vi' } as const;

/** A bloc of 24 units whose score sheet exceljs set up so. */
async function setUp(change: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const bytes = createPackage(blocPlans({ units: 24, seed: 24, regulation: MINH_HOA }));
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const sheet = workbook.getWorksheet('Chấm điểm');
  if (sheet === undefined) throw new Error('no score sheet');
  sheet.pageSetup = { paperSize: 9, orientation: 'landscape', scale: 100 };
  change(sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const printed = async (change: (sheet: ExcelJS.Worksheet) => void) =>
  checkBytes('x', ok(await setUp(change)), OPTIONS)
    .issues.filter(({ code }) => code === 'print-small')
    .map(({ severity, received, place }) => [severity, Number(received), place?.sheet]);

const onOnePage = (sheet: ExcelJS.Worksheet): void => {
  Object.assign(sheet.pageSetup, { fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
};

test('as our own program sets it up, nothing is said', () => {
  const bytes = createPackage(blocPlans({ units: 24, seed: 24, regulation: MINH_HOA }));
  expect(checkBytes('x', ok(bytes), OPTIONS).issues.map(({ code }) => code)).not.toContain('print-small');
});

test('24 units on the width of one page', async () => {
  // 24 units × 3 levels × 9 characters and 62 before them are about 700 characters on 270 mm of paper.
  const [found, ...others] = await printed(onOnePage);
  expect(others).toEqual([]);
  expect(found).toEqual(['info', expect.any(Number), 'Chấm điểm']);
  expect(Number(found?.[1])).toBeGreaterThan(2);
  expect(Number(found?.[1])).toBeLessThan(4);
});

test('on two pages side by side, or on larger paper, the print is larger in the same ratio', async () => {
  const points = async (change: (sheet: ExcelJS.Worksheet) => void): Promise<number> =>
    Number((await printed(change))[0]?.[1]);
  const one = await points(onOnePage);
  const twoPages = await points((sheet) => {
    onOnePage(sheet);
    sheet.pageSetup.fitToWidth = 2;
  });
  expect(twoPages / one).toBeGreaterThan(1.9);
  expect(twoPages / one).toBeLessThan(2.1);
  const a3 = await points((sheet) => {
    onOnePage(sheet);
    Object.assign(sheet.pageSetup, { paperSize: 8 });
  });
  expect(a3 / one).toBeGreaterThan(1.35);
  expect(a3 / one).toBeLessThan(1.55);
});

test('in a scale that someone chose', async () => {
  expect(await printed((sheet) => (sheet.pageSetup.scale = 60))).toEqual([['info', 7.2, 'Chấm điểm']]);
  expect(await printed((sheet) => (sheet.pageSetup.scale = 75))).toEqual([]);
});

test('nothing is said of what cannot be told: unknown paper, a print area of several parts; nor of a hidden sheet', async () => {
  const unknown = (sheet: ExcelJS.Worksheet): void => {
    onOnePage(sheet);
    Object.assign(sheet.pageSetup, { paperSize: 70 });
  };
  const parts = (sheet: ExcelJS.Worksheet): void => {
    onOnePage(sheet);
    sheet.pageSetup.printArea = 'A1:D20&&F1:BZ20';
  };
  const hidden = (sheet: ExcelJS.Worksheet): void => {
    onOnePage(sheet);
    sheet.state = 'hidden';
  };
  for (const change of [unknown, parts, hidden]) expect(await printed(change)).toEqual([]);
});

test('only the columns of the print area count', async () => {
  expect(
    await printed((sheet) => {
      onOnePage(sheet);
      sheet.pageSetup.printArea = 'A1:F20';
    }),
  ).toEqual([]);
});
