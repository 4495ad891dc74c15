/** Workbooks that are small and would keep a careless reader or judge busy for hours: sample B with one thing driven too far. */
import { readFileSync } from 'node:fs';
import { escapeXml } from '../../src/xlsx/xml-text';
import { readWorkbook } from '../../src/xlsx';
import { MAIN, minimalParts, RELS, relationships, sheetXml, zipParts } from '../xlsx/support/minimal';

type Value = string | number | null;
type Tables = Map<string, Value[][]>;
interface Extras {
  merges: string[];
  /** Number format codes; the nth is style n + 3, given to the cells named "Sheet!row!column". */
  formats: Map<string, string>;
  names: string;
  sheets: number;
}

let sample: [string, Value[][]][] | undefined;
function tables(): Tables {
  if (sample === undefined) {
    const read = readWorkbook(readFileSync('assets/samples/B.xlsx'));
    if (!read.ok) throw new Error(read.error.code);
    sample = read.value.sheets.map(({ name, rows }) => [
      name,
      Array.from(rows, (row) =>
        Array.from(row ?? [], (cell) =>
          typeof cell?.value === 'number' || typeof cell?.value === 'string' ? cell.value : null,
        ),
      ),
    ]);
  }
  return new Map(sample.map(([name, rows]) => [name, rows.map((row) => [...row])]));
}

function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
}

function pack(sheets: Tables, extras: Extras): Buffer {
  const formats = [...new Set(extras.formats.values())];
  const parts: Record<string, string> = minimalParts();
  delete parts['xl/worksheets/sheet1.xml'];
  const names = [...sheets.keys(), ...Array.from({ length: extras.sheets }, (_, i) => `Trang ${String(i)}`)];
  names.forEach((name, number) => {
    const rows = (sheets.get(name) ?? [['x']])
      .map(
        (cells, row) =>
          `<row r="${String(row + 1)}">${cells
            .map((value, column) => {
              if (value === null || value === '') return '';
              const format = extras.formats.get(`${name}!${String(row)}!${String(column)}`);
              const at = `r="${columnName(column)}${String(row + 1)}"${format === undefined ? '' : ` s="${String(formats.indexOf(format) + 3)}"`}`;
              return typeof value === 'number'
                ? `<c ${at}><v>${String(value)}</v></c>`
                : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
            })
            .join('')}</row>`,
      )
      .join('');
    const merges =
      name === 'Chấm điểm' && extras.merges.length > 0
        ? `<mergeCells count="${String(extras.merges.length)}">${extras.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
        : '';
    parts[`xl/worksheets/sheet${String(number + 1)}.xml`] = sheetXml(rows, merges);
  });
  parts['[Content_Types].xml'] = (parts['[Content_Types].xml'] ?? '').replace(
    /<Override PartName="\/xl\/worksheets[^>]*>/,
    names
      .map(
        (_, number) =>
          `<Override PartName="/xl/worksheets/sheet${String(number + 1)}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
      )
      .join(''),
  );
  parts['xl/workbook.xml'] =
    `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets>${names.map((name, number) => `<sheet name="${escapeXml(name)}" sheetId="${String(number + 1)}" r:id="rId${String(number + 10)}"/>`).join('')}</sheets>${extras.names === '' ? '' : `<definedNames>${extras.names}</definedNames>`}</workbook>`;
  parts['xl/_rels/workbook.xml.rels'] = relationships(
    ...names.map((_, number): [string, string, string] => [
      `rId${String(number + 10)}`,
      'worksheet',
      `worksheets/sheet${String(number + 1)}.xml`,
    ]),
    ['rId2', 'styles', 'styles.xml'],
    ['rId3', 'sharedStrings', 'sharedStrings.xml'],
  );
  if (formats.length > 0) {
    parts['xl/styles.xml'] = (parts['xl/styles.xml'] ?? '')
      .replace(
        '</numFmts>',
        `${formats.map((code, i) => `<numFmt numFmtId="${String(i + 200)}" formatCode="${escapeXml(code)}"/>`).join('')}</numFmts>`,
      )
      .replace(
        '</cellXfs>',
        `${formats.map((_, i) => `<xf numFmtId="${String(i + 200)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join('')}</cellXfs>`,
      );
  }
  return zipParts(parts);
}

type Drive = (sheets: Tables, extras: Extras) => void;
const rowsOf = (sheets: Tables, name: string): Value[][] => sheets.get(name) ?? [];
const set =
  (name: string, row: number, column: number, value: Value): Drive =>
  (sheets) => {
    (rowsOf(sheets, name)[row] ??= [])[column] = value;
  };
const add =
  (name: string, count: number, row: (i: number) => Value[]): Drive =>
  (sheets) => {
    rowsOf(sheets, name).push(...Array.from({ length: count }, (_, i) => row(i)));
  };
const insert =
  (name: string, at: number, count: number, row: (i: number) => Value[]): Drive =>
  (sheets) => {
    rowsOf(sheets, name).splice(at, 0, ...Array.from({ length: count }, (_, i) => row(i)));
  };
const both =
  (...drives: Drive[]): Drive =>
  (sheets, extras) => {
    for (const drive of drives) drive(sheets, extras);
  };

const LONG = 32_000;
const spaces = ' '.repeat(LONG);
const name = (i: number): string => `${'Sở Văn hóa, Thể thao và Du lịch '.repeat(6)}${String(i).padStart(6, '0')}`;

/** Texts where the workbook asks for a number, a day, a code, a list or a sentence of its own. */
const SPACES_IN: Readonly<Record<string, Drive>> = Object.fromEntries(
  (
    [
      ['a threshold', 'Điều kiện', 5, 4],
      ['a field of a condition', 'Điều kiện', 5, 2],
      ['the awards of a condition', 'Điều kiện', 5, 1],
      ['an effect', 'Điều kiện', 5, 6],
      ['a quota', 'Khen thưởng', 3, 2],
      ['a score', 'Chấm điểm', 6, 4],
      ['a maximum', 'Tiêu chí', 4, 2],
      ['a way of scoring', 'Tiêu chí', 4, 4],
      ['its parameters', 'Tiêu chí', 4, 5],
      ['a setting', 'Quy tắc', 6, 1],
      ['the year', 'Thông tin', 7, 1],
      ['a unit’s code', 'Đơn vị', 3, 0],
      ['a header', 'Điều kiện', 2, 4],
      ['a ballot', 'Bỏ phiếu', 3, 9],
    ] as const
  ).flatMap(([what, sheet, row, column]) => [
    [`spaces in ${what}`, set(sheet, row, column, `a${spaces}b`)],
    [`digits and signs in ${what}`, set(sheet, row, column, `${'1.,;%/-'.repeat(LONG / 8)}x`)],
  ]),
);

const DRIVES: Readonly<Record<string, Drive>> = {
  ...SPACES_IN,
  'brackets in number formats': (_, extras) => {
    for (let i = 0; i < 10; i++)
      extras.formats.set(`Chấm điểm!${String(5 + i)}!4`, `${'['.repeat(8_000)}0${String(i)}`);
  },
  'quotes and colours in number formats': (_, extras) => {
    for (let i = 0; i < 200; i++)
      extras.formats.set(`Chấm điểm!5!${String(3 + (i % 20))}`, `${'"a"[Red]\\a_-;'.repeat(500)}${String(i)}`);
  },
  '5,000 number formats': (_, extras) => {
    for (let i = 0; i < 5_000; i++)
      extras.formats.set(`Chấm điểm!${String(5 + (i % 18))}!${String(3 + Math.floor(i / 18))}`, `0.00"${String(i)}"`);
  },
  'many units with near names, all unknown to the scores': both(
    add('Đơn vị', 390, (i) => [name(i), name(i), 'HTTNV', 'không']),
    add('Bỏ phiếu', 690, (i) => ['BK', name(100_000 + i), 20, 20, null, 20, 20, 20, 15]),
  ),
  '20,000 near codes that nobody knows': add('Số liệu', 20_000, (i) => [
    `VPUBN${String(i)}`,
    `I.${String(i)}`,
    1,
    1,
    null,
    'x',
    'x',
  ]),
  '10,000 near ballots': add('Bỏ phiếu', 10_000, (i) => [`CPP${String(i)}`, 'TTT', null, 20, 20, null, 20, 20, 20, 20]),
  '2,000 near settings': add('Quy tắc', 2_000, (i) => [`Cấp điểm xếp hạn ${String(i)}`, 'x']),
  '3,000 near headers': (sheets) => {
    rowsOf(sheets, 'Điều kiện')[2]?.push(...Array.from({ length: 3_000 }, (_, i) => `Gía trị ${String(i)}`));
  },
  'merges that overlap': (_, extras) => {
    extras.merges = Array.from(
      { length: 100_000 },
      (_each, i) => `A${String((i % 20) + 1)}:${columnName(10 + (i % 50))}${String(20 + (i % 7))}`,
    );
  },
  'merges over the whole sheet': (_, extras) => {
    extras.merges = Array.from({ length: 5_000 }, (_each, i) => `A${String(i + 1)}:XFD1048576`);
  },
  'a cell in the last column of every row': (sheets) => {
    for (const rows of sheets.values()) for (const row of rows) row[16_383] = 'x';
  },
  'headers up to the last column': (sheets) => {
    rowsOf(sheets, 'Chấm điểm')[2] = Array.from(
      { length: 16_384 },
      (_, i) => rowsOf(sheets, 'Chấm điểm')[2]?.[i] ?? `Đơn vị ${String(i)}`,
    );
  },
  'criteria 2,000 deep': add('Tiêu chí', 2_000, (i) => [`V${'.1'.repeat(i)}`, 'x', 10]),
  '20,000 criteria': add('Tiêu chí', 20_000, (i) => [`V.${String(i)}`, 'x', 10]),
  '3,000 units': both(add('Đơn vị', 3_000, (i) => [`U${String(i)}`, `Đơn vị ${String(i)}`, 'HTTNV', 'không'])),
  '3,000 awards': add('Khen thưởng', 3_000, (i) => [`KT${String(i)}`, `Hình thức ${String(i)}`, 1]),
  '40,000 conditions, each for a list of awards': add('Điều kiện', 40_000, (i) => [
    `X${String(i)}`,
    'CP; UBND; BK; CP; UBND; BK; CP',
    'tổng điểm',
    '>=',
    1,
    `nhóm ${String(i % 7)}`,
  ]),
  'a condition for 10,000 awards': set('Điều kiện', 4, 1, 'CP; '.repeat(8_000)),
  '5,000 conditions on ballots': add('Điều kiện', 5_000, (i) => [
    `X${String(i)}`,
    'BK',
    `phiếu K${String(i)}`,
    '>=',
    '80% thành viên',
  ]),
  '20,000 grants': add('Quyết định', 20_000, () => ['cho', 'BK', 'TTT', 'x', 'x', '01/01/2024']),
  '20,000 decisions on an order': add('Quyết định', 20_000, () => [
    'phân hạng',
    'BK',
    'TTT; SNV; STC',
    'x',
    'x',
    '01/01/2024',
  ]),
  'a decision on 5,000 units': add('Quyết định', 1, () => [
    'phân hạng',
    'BK',
    'TTT; '.repeat(6_000),
    'x',
    'x',
    '01/01/2024',
  ]),
  'grades without end': add('Xếp loại', 5_000, (i) => [`Hạng ${String(i)}`, 100 - i / 100]),
  'a ladder of 5,000 steps': both(
    set('Tiêu chí', 4, 4, 'theo bậc'),
    set('Tiêu chí', 4, 5, Array.from({ length: 4_000 }, (_, i) => `${String(i)}=1`).join('; ')),
  ),
  'numbers with 300 digits': both(
    set('Tiêu chí', 4, 2, `1${'0'.repeat(300)}`),
    set('Chấm điểm', 5, 3, `0,${'0'.repeat(3_000)}1`),
  ),
  'shares with prime denominators': both(
    (sheets) => {
      rowsOf(sheets, 'Tiêu chí').forEach((row, i) => {
        if (i > 3 && row[4] !== 'nhóm' && row[0] != null) row[4] = 'theo tỷ lệ';
      });
    },
    add('Số liệu', 180, (i) => [
      ['VPUBND', 'TTT', 'SKHDT', 'STC', 'SNV', 'STP', 'SKHCN', 'SNGV', 'BDT'][i % 9] ?? '',
      `I.${String(1 + Math.floor(i / 9))}`,
      1_000_003 + 2 * i,
      999_983,
      null,
      'x',
      'x',
    ]),
  ),
  'huge parameters': both(set('Quy tắc', 3, 1, 1e300), set('Quy tắc', 6, 1, 1e9), set('Khen thưởng', 3, 2, 1e15)),
  'legal bases of 30,000 characters': (sheets) => {
    for (const row of rowsOf(sheets, 'Điều kiện').slice(3)) row[7] = 'Điều 25 '.repeat(4_000).slice(0, LONG);
    for (const row of rowsOf(sheets, 'Khen thưởng').slice(3)) row[8] = 'Khoản 1 '.repeat(4_000).slice(0, LONG);
  },
  '900 further sheets': (_, extras) => {
    extras.sheets = 900;
  },
  '900 sheets named like ours': (sheets) => {
    for (let i = 0; i < 900; i++) sheets.set(`Điều kiện (${String(i)})`, [['x']]);
  },
  '20,000 defined names': (_, extras) => {
    extras.names = Array.from(
      { length: 20_000 },
      (_each, i) => `<definedName name="ten_${String(i)}">ten_${String(i + 1)}+ten_${String(i + 2)}</definedName>`,
    ).join('');
  },
  'the same name of 10,000 rows': insert('Đơn vị', 4, 10_000, () => ['TTT', 'Thanh tra tỉnh', 'HTXSNV', 'không']),
  '30,000 notes below the scores': add('Chấm điểm', 30_000, (i) => [`ghi chú ${String(i)}`]),
  '30,000 totals': add('Chấm điểm', 30_000, () => ['Tổng cộng', 'Tổng', 100]),
};

export const LIMIT_CASES: Readonly<Record<string, () => Buffer>> = Object.fromEntries(
  Object.entries(DRIVES).map(([what, drive]) => [
    what,
    () => {
      const sheets = tables();
      const extras: Extras = { merges: [], formats: new Map(), names: '', sheets: 0 };
      drive(sheets, extras);
      return pack(sheets, extras);
    },
  ]),
);
