/** Cells written in the usual form are read in one pass; they must say what the scanner says of them. */
import fc from 'fast-check';
import { readWorkbook } from '../../src/xlsx';
import { PlainCell } from '../../src/xlsx/plain-cell';
import { XmlScanner } from '../../src/xlsx/xml-scanner';
import { minimalWorkbook } from './support/minimal';

/** The cells of a row that holds this one, or how it is refused. */
function reading(cell: string): unknown {
  const read = readWorkbook(minimalWorkbook(`<row r="1">${cell}</row>`));
  return read.ok ? read.value.sheets[0]?.rows : read.error;
}

/** Another space after the name: well-formed, and not the usual form. */
const oddly = (cell: string): string => cell.replace('<c ', '<c  ');

function isPlain(cell: string): boolean {
  const scanner = new XmlScanner(`<row>${cell}</row>`, 'x');
  scanner.next();
  return new PlainCell().read(scanner);
}

const value = (text: string, attributes = ''): string => `<c r="A1"${attributes}><v>${text}</v></c>`;

test.each([
  ...['0', '7', '007', '2.25', '0.1', '0.05', '00.50', '123456789.123456', '999999999999999', '0.00000000000001'].map(
    (number) => value(number),
  ),
  ...[
    '5.',
    '.5',
    '.',
    '-3',
    '-0.25',
    '+3',
    '1e5',
    '1.5E-3',
    '9007199254740993',
    '0.30000000000000004',
    '99999999999999.99',
    '1.2.3',
    '',
    ' 1',
    '0x1F',
    '1,5',
    'NaN',
    'Infinity',
  ].map((number) => value(number)),
  value('2.5', ' s="1"'),
  value('2.5', ' s="2" t="n"'),
  value('2.5', ' s="99"'),
  value('2.5', ' s=""'),
  value('2.5', ' s="12345678"'),
  value('0', ' t="s"'),
  value('9', ' t="s"'),
  value('1.5', ' t="s"'),
  value('', ' t="s"'),
  value('1', ' t="b"'),
  value('2', ' t="b"'),
  value('#N/A', ' t="e"'),
  value('a&amp;b_x000A_', ' t="str"'),
  value('a&b', ' t="str"'),
  value('', ' t="str"'),
  value('x', ' t="string"'),
  value('x', ' t="sx"'),
  '<c r="A1"/>',
  '<c r="A1" s="1"/>',
  '<c r="A1" s="1"></c>',
  '<c r="A1"><f>B1+1</f><v>3</v></c>',
  '<c r="A1"><f aca="false">B1&lt;1</f><v>3</v></c>',
  '<c r="A1"><f></f><v>3</v></c>',
  '<c r="A1"><f>B1</f></c>',
  '<c r="A1" t="str"><f>B1</f><v></v></c>',
  '<c r="A1" t="inlineStr"><is><t>Đơn vị</t></is></c>',
  '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a &gt; b </t></is></c>',
  '<c r="A1" t="inlineStr"><is><t></t></is></c>',
  '<c r="A1" t="inlineStr"><is><t>a<b/>c</t></is></c>',
  '<c r="A1" t="inlineStr"><v>1</v></c>',
  '<c r="A1"><is><t>a</t></is></c>',
  '<c r="A1"><v>1</v><v>2</v></c>',
  '<c r="A1"><v>1<!-- 2 --></v></c>',
  '<c r="A1"><v>1</v>',
  '<c r="A1"><v>1',
  '<c r="A1"',
  ...[
    'A0',
    'A01',
    'A2',
    'a1',
    '1',
    'A',
    '',
    'XFD1',
    'XFE1',
    'ZZZ1',
    'AAAA1',
    'A1048577',
    'A00000001',
    'A-1',
    'B1',
    '$A$1',
  ].map((reference) => `<c r="${reference}"><v>1</v></c>`),
])('%s', (cell) => {
  expect(isPlain(oddly(cell))).toBe(false);
  expect(reading(cell)).toEqual(reading(oddly(cell)));
});

test.each([
  value('2.25', ' s="1"'),
  value('0', ' t="s"'),
  '<c r="A1" s="1"/>',
  '<c r="A1" t="str"><f>B1</f><v>x</v></c>',
  '<c r="A1" t="inlineStr"><is><t>x</t></is></c>',
])('%s is read in one pass', (cell) => {
  expect(isPlain(cell)).toBe(true);
});

test('a number of few digits is the double nearest to it', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10 ** 12 }), fc.nat({ max: 9 }), (digits, decimals) => {
      const text = (digits / 10 ** decimals).toFixed(decimals);
      const cell = new PlainCell();
      const scanner = new XmlScanner(`<row>${value(text)}</row>`, 'x');
      scanner.next();
      cell.read(scanner);
      expect([undefined, Number(text)]).toContain(cell.number());
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test('cells out of order, or twice, are refused in either form', () => {
  for (const row of ['<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>', '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>']) {
    expect(reading(row)).toMatchObject({ code: 'file-damaged', detail: 'cell-reference' });
    expect(reading(row.replaceAll('<c ', '<c  '))).toEqual(reading(row));
  }
});
