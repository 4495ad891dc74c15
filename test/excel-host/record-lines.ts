/**
 * Records what LibreOffice makes of rows and columns that come and go, in a workbook that ExcelJS writes and reads:
 * test/fixtures/lines.json, against which the stand-in is held. By hand: `npx tsx test/excel-host/record-lines.ts`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';

export interface Recorded {
  /** By "Sheet!A1". */
  readonly formulas: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly merges: Readonly<Record<string, readonly string[]>>;
  readonly names: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, readonly string[]>>;
}

export interface LinesRecord {
  readonly before: Recorded;
  readonly moves: readonly {
    readonly sheet: string;
    readonly axis: 'rows' | 'columns';
    readonly at: number;
    readonly count: number;
    readonly after: Recorded;
  }[];
}

const MOVES = [
  ['Điểm số', 'rows', 2, 1],
  ['Điểm số', 'rows', 1, 3],
  ['Điểm số', 'rows', 6, 1],
  ['Điểm số', 'rows', 2, -1],
  ['Điểm số', 'rows', 1, -5],
  ['Điểm số', 'rows', 4, -2],
  ['Điểm số', 'columns', 1, 2],
  ['Điểm số', 'columns', 3, 1],
  ['Điểm số', 'columns', 2, -1],
  ['Điểm số', 'columns', 0, -2],
  ['Khác', 'rows', 0, 2],
  ['Khác', 'columns', 1, -1],
] as const;

async function made(): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  const one = book.addWorksheet('Điểm số');
  const other = book.addWorksheet('Khác');
  for (let row = 1; row <= 8; row += 1)
    for (let column = 1; column <= 6; column += 1) one.getCell(row, column).value = row * 10 + column;
  const formulas = [
    'A3',
    '$A$3+$A3+A$3',
    'SUM(A2:A6)',
    'SUM($A$2:$C$6)',
    'SUM(B:C)',
    'SUM(3:4)',
    'SUM($B:$B)+SUM($3:$3)',
    '"A3:"&A3&"B2"',
    'IF(A3>A4,SUM(A3:A4),B5)',
    'SUM(A3,B4,C5:C6)',
    'ROUND(MIN(60,SUM(B2:B6)),12)',
    'AND(ISNUMBER(C3),OR(C3<0,C3>60))',
    'VLOOKUP(A3,A2:C6,2,FALSE)',
    'LOG10(A3)+Khác!B2',
  ];
  formulas.forEach((formula, at) => {
    one.getCell(12 + at, 8).value = { formula, result: 0 };
    const foreign = formula.replace(/(?<!")(\$?[A-C]?\$?\d+:\$?[A-C]?\$?\d+|\$?[BC]:\$?[BC])/g, "'Điểm số'!$1");
    other.getCell(1 + at, 4).value = { formula: foreign, result: 0 };
  });
  other.getCell('A1').value = { formula: "'Điểm số'!B3", result: 0 };
  other.getCell('B2').value = 5;
  other.getCell('B3').value = { formula: "COUNTIF('Điểm số'!$A$2:$A$6,B2)", result: 0 };
  one.mergeCells('A10:C10');
  one.mergeCells('E2:F3');
  one.mergeCells('C5:C6');
  const limit: ExcelJS.DataValidation = { type: 'decimal', operator: 'between', formulae: [0, 10], allowBlank: true };
  for (const cell of ['B2', 'B3', 'B4', 'B5']) one.getCell(cell).dataValidation = { ...limit };
  book.definedNames.add("'Điểm số'!$A$2:$A$6", 'vung');
  book.definedNames.add("'Điểm số'!$C$5", 'o');
  return book;
}

async function read(file: string): Promise<Recorded> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const formulas: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const merges: Record<string, string[]> = {};
  const limits: Record<string, string[]> = {};
  for (const sheet of book.worksheets) {
    merges[sheet.name] = [...sheet.model.merges].sort();
    const { model } = (sheet as unknown as { dataValidations: { model: Record<string, unknown> } }).dataValidations;
    limits[sheet.name] = Object.keys(model).sort();
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.isMerged && cell.master.address !== cell.address) return;
        const at = `${sheet.name}!${cell.address}`;
        if (cell.formula) formulas[at] = cell.formula;
        else if (cell.value !== null) values[at] = cell.value;
      });
    });
  }
  const names: Record<string, string> = {};
  for (const { name, ranges } of (book.definedNames as unknown as { model: { name: string; ranges: string[] }[] })
    .model)
    names[name] = ranges.join(',');
  return { formulas, values, merges, names, limits };
}

/** All moves in one start of LibreOffice. */
const macro = (calls: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Lines" script:language="StarBasic">
Sub Main()
${calls.map((call) => ` ${call}`).join('\n')}
End Sub
Sub Move(source As String, target As String, sheetName As String, axis As String, at As Long, count As Long)
  Dim a(0) As New com.sun.star.beans.PropertyValue
  a(0).Name = "Hidden" : a(0).Value = True
  d = StarDesktop.loadComponentFromURL(source, "_blank", 0, a())
  s = d.Sheets.getByName(sheetName)
  If axis = "rows" Then
    l = s.Rows
  Else
    l = s.Columns
  End If
  If count &gt; 0 Then
    l.insertByIndex(at, count)
  ElseIf count &lt; 0 Then
    l.removeByIndex(at, -count)
  End If
  Dim b(0) As New com.sun.star.beans.PropertyValue
  b(0).Name = "FilterName" : b(0).Value = "Calc MS Excel 2007 XML"
  d.storeToURL(target, b())
  d.close(True)
End Sub
</script:module>`;

const office = (folder: string, macroName: string): void => {
  execFileSync('soffice', [
    `-env:UserInstallation=file://${folder}`,
    '--headless',
    ...(macroName === '' ? ['--terminate_after_init'] : [`macro:///Standard.Lines.${macroName}`]),
  ]);
};

/** A profile of its own; LibreOffice lays its lists of macros when it starts in it for the first time. */
function profile(calls: readonly string[], folder: string): void {
  office(folder, '');
  const basic = join(folder, 'user', 'basic', 'Standard');
  mkdirSync(basic, { recursive: true });
  writeFileSync(
    join(basic, 'script.xlb'),
    `<?xml version="1.0" encoding="UTF-8"?><library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Lines"/></library:library>`,
  );
  writeFileSync(join(basic, 'Lines.xba'), macro(calls));
}

async function record(): Promise<LinesRecord> {
  const folder = mkdtempSync(join(tmpdir(), 'lines-'));
  const source = join(folder, 'source.xlsx');
  await (await made()).xlsx.writeFile(source);
  const all = [['Khác', 'rows', 0, 0] as const, ...MOVES];
  const target = (index: number): string => join(folder, `after-${String(index)}.xlsx`);
  profile(
    all.map(
      ([sheet, axis, line, count], index) =>
        `Move "file://${source}", "file://${target(index)}", "${sheet}", "${axis}", ${String(line)}, ${String(count)}`,
    ),
    folder,
  );
  office(folder, 'Main');
  const [before, ...after] = await Promise.all(all.map((_, index) => read(target(index))));
  if (before === undefined) throw new Error('nothing recorded');
  return {
    before,
    moves: MOVES.map(([sheet, axis, at, count], index) => ({ sheet, axis, at, count, after: after[index] ?? before })),
  };
}

void record().then((recorded) => {
  writeFileSync('test/fixtures/lines.json', `${JSON.stringify(recorded, null, 1)}\n`);
});
