import { readdirSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import * as SheetJS from 'xlsx';
import { createPackage } from '../../src/xlsx';
import { benchPlans } from '../../bench/workbooks';
import type { Cell, SheetCells } from '../../src/sheets/cells';
import { featureRichWorkbook } from './support/feature-rich';
import { generateWorkbook } from './support/generate';
import { readExcelJs, readOurs, readSheetJs } from './support/readers';
import type { Reading } from './support/readers';

interface Difference {
  readonly cell: Cell | undefined;
  readonly merged: boolean;
  readonly theirs: readonly [kind: string, value: string] | undefined;
}

const isDate = ({ cell }: Difference): boolean => /[dmy]/.test(cell?.format ?? '');

/** Where the others are known to read something else than what the file says, and why. */
const KNOWN: Readonly<Record<'SheetJS' | 'exceljs', Readonly<Record<string, (difference: Difference) => boolean>>>> = {
  SheetJS: {
    'loses characters beyond U+FFFF that are written as references': ({ cell, theirs }) =>
      typeof cell?.value === 'string' &&
      cell.value.includes('\u{1F600}') &&
      theirs?.[1].replaceAll('\uF600', '').replaceAll('\0', '') === cell.value.replaceAll('\u{1F600}', ''),
  },
  exceljs: {
    'turns what stands in a cell of a date format into a date, to the millisecond, be it a text, an error or yes/no': (
      difference,
    ) => isDate(difference) && difference.theirs?.[0] === 'number',
    'takes a formula\'s stored 0, false or "" for no value': ({ cell, theirs }) =>
      cell?.formula !== undefined &&
      (cell.value === 0 || cell.value === false || cell.value === '') &&
      theirs?.[0] === 'none',
    'leaves escapes such as _x0041_ as they are': ({ cell, theirs }) =>
      cell?.value === theirs?.[1].replaceAll('_x0041_', 'A'),
    'repeats the value of a merged area in each of its cells': ({ cell, merged }) => cell === undefined && merged,
  },
};

function explain(reader: 'SheetJS' | 'exceljs', difference: Difference): string | undefined {
  return Object.entries(KNOWN[reader]).find(([, holds]) => holds(difference))?.[0];
}

const placeOf = (key: string): [sheet: string, row: number, column: number] => {
  const [, sheet = '', letters = '', digits = ''] = /^(.*)!([A-Z]+)(\d+)$/.exec(key) ?? [];
  return [
    sheet,
    Number(digits) - 1,
    [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1,
  ];
};

const isMerged = ({ merges }: SheetCells, row: number, column: number): boolean =>
  merges?.some(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right) ===
  true;

const explained = new Map<string, number>();

/** Differences that nothing explains. */
function compare(file: Uint8Array, reader: 'SheetJS' | 'exceljs', theirs: Reading): string[] {
  const { reading, workbook } = readOurs(file);
  return [...new Set([...reading.keys(), ...theirs.keys()])].flatMap((key) => {
    const [ours, other] = [reading.get(key), theirs.get(key)];
    if (ours?.[0] === other?.[0] && ours?.[1] === other?.[1]) return [];
    const [name, row, column] = placeOf(key);
    const sheet = workbook.sheets.find((candidate) => candidate.name === name);
    const why = explain(reader, {
      cell: sheet?.rows[row]?.[column],
      merged: sheet !== undefined && isMerged(sheet, row, column),
      theirs: other,
    });
    if (why !== undefined) explained.set(why, (explained.get(why) ?? 0) + 1);
    return why === undefined ? [`${reader} ${key}: ${JSON.stringify(ours)} | ${JSON.stringify(other)}`] : [];
  });
}

async function differences(file: Uint8Array): Promise<string[]> {
  return [...compare(file, 'SheetJS', readSheetJs(file)), ...compare(file, 'exceljs', await readExcelJs(file))];
}

describe('three readers agree on every cell, its type and its value', () => {
  test('of 210 generated workbooks', async () => {
    let cells = 0,
      prefixed = 0;
    const found: string[] = [];
    for (let seed = 1; seed <= 210; seed++) {
      const file = generateWorkbook(seed);
      cells += readOurs(file).reading.size;
      found.push(...compare(file, 'SheetJS', readSheetJs(file)).map((line) => `seed ${String(seed)} ${line}`));
      try {
        found.push(...compare(file, 'exceljs', await readExcelJs(file)).map((line) => `seed ${String(seed)} ${line}`));
      } catch (error) {
        // exceljs cannot read workbooks whose elements carry a prefix.
        if (!String(error).includes('Unexpected xml node in parseOpen: {"name":"x:')) throw error;
        prefixed++;
      }
    }
    expect(found).toEqual([]);
    expect(cells).toBeGreaterThan(10_000);
    expect(prefixed).toBeLessThan(70);
  });

  test.each(readdirSync('test/fixtures/xlsx'))('of %s, saved by LibreOffice', async (name) => {
    expect(await differences(readFileSync(`test/fixtures/xlsx/${name}`))).toEqual([]);
  });

  test('of a workbook that SheetJS wrote', async () => {
    const book = SheetJS.utils.book_new();
    SheetJS.utils.book_append_sheet(
      book,
      SheetJS.utils.aoa_to_sheet([
        ['Mã', 'Điểm', true],
        ['I.1', 9.5, null],
        ['Bá & <Ba>', -0.25, false],
      ]),
      'Chấm điểm',
    );
    expect(await differences(new Uint8Array(SheetJS.write(book, { type: 'buffer', bookSST: true }) as Buffer))).toEqual(
      [],
    );
  });

  test('of a workbook that exceljs wrote', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Chấm điểm');
    sheet.addRows([
      ['Mã', 'Điểm'],
      ['I.1', 9.5],
      [{ richText: [{ text: 'Khối ' }, { font: { bold: true }, text: 'một' }] }, { formula: 'B2*2', result: 19 }],
      [true, { error: '#N/A' }],
    ]);
    sheet.mergeCells('A6:B7');
    expect(await differences(new Uint8Array(await book.xlsx.writeBuffer()))).toEqual([]);
  });

  test('of one that we wrote, and of the feature-rich one', async () => {
    expect(await differences(createPackage(benchPlans(1)))).toEqual([]);
    expect(await differences(featureRichWorkbook())).toEqual([]);
  });

  test('every explanation was needed', () => {
    expect([...explained.keys()].sort()).toEqual(Object.values(KNOWN).flatMap(Object.keys).sort());
  });
});
