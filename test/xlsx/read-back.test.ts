/** What a write must prove before it is used: each fault is put between the writing and the reading back. */
import { openPackage } from '../../src/xlsx/package';
import { readBack, type Writing } from '../../src/xlsx/read-back';
import { readSheets } from '../../src/xlsx/read-workbook';
import { guarded } from '../../src/xlsx/refusal';
import { writeSheets } from '../../src/xlsx';
import { partsOf } from './support/compare';
import { minimalParts, sheetXml, zipParts } from './support/minimal';
import { plainPlan } from './support/plans';

const text = (data: Uint8Array | undefined): string => Buffer.from(data ?? []).toString('utf8');

const before = zipParts(minimalParts(sheetXml('<row r="1"><c r="A1" s="1"><v>1</v></c></row>')));
const written = writeSheets(before, [plainPlan('Kiểm tra', 'thidua 1', [['Mức', 2]])]);
if (!written.ok) throw new Error(written.error.code);
const parts = Object.fromEntries(Object.entries(partsOf(written.value)).map(([name, data]) => [name, text(data)]));
const SHEET = 'xl/worksheets/sheet2.xml',
  WORKBOOK = 'xl/workbook.xml',
  STYLES = 'xl/styles.xml',
  RELS = 'xl/_rels/workbook.xml.rels',
  TYPES = '[Content_Types].xml';

const writing: Writing = {
  pack: openPackage(before),
  workbook: readSheets(openPackage(before)).workbook,
  changes: new Map([TYPES, WORKBOOK, STYLES, RELS, SHEET].map((name) => [name, parts[name] ?? ''])),
  added: ['Kiểm tra'],
  expected: [{ name: 'Kiểm tra', rows: [[{ value: 'Mức' }, { value: 2 }]], hasFormat: () => false }],
  ownName: ({ name }) => name.startsWith('thidua_'),
};

/** What reading back says of the package with parts replaced; null takes one out. */
function answer(changes: Readonly<Record<string, string | null>>): unknown {
  const file = zipParts({ ...parts, ...changes });
  const result = guarded(() => readBack(file, writing));
  return result.ok ? 'proven' : result.error;
}

const part = (name: string, from: string | RegExp, to: string): Record<string, string> => {
  const changed = (parts[name] ?? '').replace(from, to);
  expect(changed).not.toBe(parts[name]);
  return { [name]: changed };
};
const unproven = (detail: string) => ({ code: 'write-unproven', detail });

test('what was meant is proven', () => {
  expect(answer({})).toBe('proven');
});

test('comments and instructions may follow the root', () => {
  expect(answer(part(SHEET, '</worksheet>', '</worksheet>\n<!-- > -->\n<?a b?> '))).toBe('proven');
});

test.each<[fault: string, changes: () => Record<string, string | null>, answer: unknown]>([
  ['an end tag that is missing', () => part(WORKBOOK, '</sheets>', ''), unproven(WORKBOOK)],
  ['an attribute twice', () => part(STYLES, '<fonts ', '<fonts count="1" '), unproven(STYLES)],
  ['a prefix that nobody declared', () => part(SHEET, '<sheetData>', '<sheetData x14:id="1">'), unproven(SHEET)],
  ['a text behind the root', () => part(SHEET, '</worksheet>', '</worksheet>x'), unproven(SHEET)],
  [
    'a text behind a comment behind the root',
    () => part(SHEET, '</worksheet>', '</worksheet> <!-- a --> <?b c?>\nx'),
    unproven(SHEET),
  ],
  [
    'a comment behind the root that does not end',
    () => part(SHEET, '</worksheet>', '</worksheet><!-->'),
    unproven(SHEET),
  ],
  [
    'a second list of names',
    () => part(WORKBOOK, '<definedNames>', '<definedNames/><definedNames>'),
    unproven(`${WORKBOOK} definedNames`),
  ],
  [
    'names before the sheets',
    () => part(WORKBOOK, /(<sheets>.*<\/sheets>)(<definedNames>.*<\/definedNames>)/, '$2$1'),
    unproven(`${WORKBOOK} order`),
  ],
  [
    'styles in a wrong order',
    () => part(STYLES, /(<fonts.*<\/fonts>)(<fills.*<\/fills>)/, '$2$1'),
    unproven(`${STYLES} order`),
  ],
  ['an old sheet that is gone', () => part(WORKBOOK, /<sheet name="Trang"[^>]*>/, ''), unproven('sheets')],
  ['an old sheet of another name', () => part(WORKBOOK, 'name="Trang"', 'name="Trang 2"'), unproven('sheets')],
  [
    'a sheet of ours that is not there',
    () => part(WORKBOOK, /<sheet xmlns:r[^>]*Kiểm tra[^>]*>/, ''),
    unproven('sheets'),
  ],
  [
    'a name that nobody wrote',
    () => part(WORKBOOK, '</definedNames>', '<definedName name="x">1</definedName></definedNames>'),
    unproven('names'),
  ],
  ['another text in our sheet', () => part(SHEET, 'Mức', 'Mức '), unproven(`cells of ${SHEET}`)],
  [
    'another number in our sheet',
    () => part(SHEET, '<v>2</v>', '<v>2.0000000000000004</v>'),
    unproven(`cells of ${SHEET}`),
  ],
  [
    'a cell too many in our sheet',
    () => part(SHEET, '</row>', '<c r="C1"><v>1</v></c></row>'),
    unproven(`cells of ${SHEET}`),
  ],
  ['old number formats that mean something else', () => part(STYLES, 'dd/mm/yyyy', '0.00'), unproven(STYLES)],
  [
    'an old part with other bytes',
    () => ({ 'xl/worksheets/sheet1.xml': (parts['xl/worksheets/sheet1.xml'] ?? '').replace('<v>1</v>', '<v>7</v>') }),
    unproven('xl/worksheets/sheet1.xml'),
  ],
  ['an old part that is gone', () => ({ 'xl/sharedStrings.xml': null }), unproven('xl/sharedStrings.xml')],
  ['a part that nobody wrote', () => ({ 'xl/extra.xml': '<a/>' }), unproven('zip-directory')],
  ['two relationships of one id', () => part(RELS, /Id="rIdSheet\d+"/, 'Id="rId3"'), unproven(WORKBOOK)],
])('%s', (_, changes, expected) => {
  expect(answer(changes())).toEqual(expected);
});
