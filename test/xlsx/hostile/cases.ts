/** Files from strangers: each case is built here, and each has one right answer. */
import { crc32, constants, deflateRawSync } from 'node:zlib';
import { minimalParts, minimalWorkbook, sheetXml, zipParts } from '../support/minimal';
import { buildZip } from '../support/zip';
import type { ZipPart } from '../support/zip';

export interface HostileCase {
  readonly build: () => Buffer;
  /** Costly to read: it gets a process of its own. */
  readonly heavy?: true;
  /** "code" or "code detail"; "ok" for what only looks dangerous. */
  readonly answer: string;
}

const parts = (changes: Readonly<Record<string, string>> = {}): ZipPart[] =>
  Object.entries({ ...minimalParts(), ...changes }).map(([name, data]) => ({ name, data }));

const SHEET = 'xl/worksheets/sheet1.xml';

/** `unit` repeated `times` between `head` and `tail`, deflated without ever standing in memory. */
function repeated(name: string, head: string, unit: string, times: number, tail: string): ZipPart {
  const flushed = (text: string): Buffer => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const block = Buffer.from(unit);
  let crc = crc32(head);
  for (let i = 0; i < times; i++) crc = crc32(block, crc);
  const data = Buffer.concat([
    flushed(head),
    ...Array.from<Buffer>({ length: times }).fill(flushed(unit)),
    deflateRawSync(tail),
  ]);
  return {
    name,
    data,
    raw: { size: Buffer.byteLength(head) + block.length * times + Buffer.byteLength(tail), crc: crc32(tail, crc) },
  };
}

const withPart = (part: ZipPart): Buffer => buildZip([...parts().filter(({ name }) => name !== part.name), part]);

/** A compound file with one directory entry of that name ([MS-CFB] §2.2, §2.6.1). */
function compoundFile(entry: string): Buffer {
  const file = Buffer.alloc(1536);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  file.write('Root Entry', 1024, 'utf16le');
  file.write(entry, 1152, 'utf16le');
  return file;
}

const replaceText = (data: Buffer, from: string, to: string): Buffer =>
  Buffer.from(data.toString('latin1').replaceAll(from, to), 'latin1');

function flipBit(data: Buffer, at: number): Buffer {
  const flipped = Buffer.from(data);
  flipped.writeUInt8(flipped.readUInt8(at) ^ 4, at);
  return flipped;
}

const start = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
const end = '</sheetData></worksheet>';
const MB16 = 2 ** 24;

export const HOSTILE: Readonly<Record<string, HostileCase>> = {
  'empty file': { build: () => Buffer.alloc(0), answer: 'file-not-xlsx empty' },
  'HTML named .xlsx': {
    build: () => Buffer.from('\uFEFF<html><table><tr><td>1</td></tr></table></html>'),
    answer: 'file-not-xlsx html',
  },
  'text named .xlsx': { build: () => Buffer.from('STT,Điểm\n1,9'), answer: 'file-not-xlsx unknown' },
  'BIFF5 .xls': { build: () => Buffer.from([0x09, 0x08, 0x10, 0, 0, 6, 5, 0]), answer: 'file-not-xlsx xls' },
  'BIFF8 .xls in a compound file': { build: () => compoundFile('Workbook'), answer: 'file-not-xlsx xls' },
  'workbook with a password': { build: () => compoundFile('EncryptedPackage'), answer: 'file-encrypted password' },
  'zip with a password': {
    build: () => buildZip(parts().map((part) => ({ ...part, claims: { flags: 1 } }))),
    answer: 'file-encrypted zip',
  },
  'Word document': {
    build: () =>
      zipParts({
        ...minimalParts(),
        '[Content_Types].xml': (minimalParts()['[Content_Types].xml'] ?? '').replace(
          'spreadsheetml.sheet.main',
          'wordprocessingml.document.main',
        ),
      }),
    answer: 'file-not-xlsx no-workbook',
  },
  'OpenDocument named .xlsx': {
    build: () =>
      buildZip([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
        { name: 'content.xml', data: '<a/>' },
      ]),
    answer: 'file-not-xlsx no-workbook',
  },
  'binary workbook .xlsb': {
    build: () =>
      zipParts({
        ...minimalParts(),
        '[Content_Types].xml': (minimalParts()['[Content_Types].xml'] ?? '').replace(
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
          'application/vnd.ms-excel.sheet.binary.macroEnabled.main',
        ),
      }),
    answer: 'file-unsupported xlsb',
  },
  'half of the file': { build: () => minimalWorkbook('').subarray(0, 900), answer: 'file-damaged zip-end' },
  'last byte missing': {
    build: () => {
      const file = minimalWorkbook('');
      return file.subarray(0, file.length - 1);
    },
    answer: 'file-damaged zip-end',
  },
  'bit flip in the data': {
    build: () => {
      const file = minimalWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>');
      return flipBit(file, file.indexOf(SHEET) + SHEET.length + 40);
    },
    answer: 'file-damaged',
  },
  'checksum that is not that of the data': {
    build: () => buildZip(parts().map((part) => (part.name === SHEET ? { ...part, claims: { crc: 1 } } : part))),
    answer: `file-damaged ${SHEET}`,
  },
  'bit flip in the directory': {
    build: () => {
      const file = minimalWorkbook('');
      return flipBit(file, file.lastIndexOf('PK\x01\x02') + 1);
    },
    answer: 'file-damaged zip-directory',
  },
  'bit flip in a local header': {
    build: () => {
      const file = minimalWorkbook('');
      return flipBit(file, 31);
    },
    answer: 'file-damaged zip-entry',
  },
  'directory that counts too many': {
    build: () => {
      const file = minimalWorkbook('');
      file.writeUInt16LE(99, file.length - 12);
      return file;
    },
    answer: 'file-damaged zip-directory',
  },
  'directory in the wrong place': {
    build: () => {
      const file = minimalWorkbook('');
      file.writeUInt32LE(3, file.length - 6);
      return file;
    },
    answer: 'file-damaged zip-directory',
  },
  'entry outside the file': {
    build: () =>
      buildZip(parts().map((part, i) => (i === 2 ? { ...part, claims: { localOffset: 0x7fffff00 } } : part))),
    answer: 'file-damaged zip-entry',
  },
  'overlapping entries': {
    build: () => buildZip([...parts(), { name: '[Content_Types].xml', data: '', claims: { localOffset: 0 } }]),
    answer: 'file-damaged zip-overlap',
  },
  'two entries of one name': {
    build: () => buildZip([...parts(), { name: 'XL/workbook.xml', data: '<a/>' }]),
    answer: 'file-damaged zip-duplicate',
  },
  'unknown compression': {
    build: () => buildZip(parts().map((part) => ({ ...part, claims: { method: 12 } }))),
    answer: 'file-unsupported zip-method',
  },
  'entry that claims to be smaller': {
    build: () => buildZip(parts().map((part) => (part.name === SHEET ? { ...part, claims: { size: 10 } } : part))),
    answer: 'file-damaged deflate',
  },
  'entry that claims to be larger': {
    build: () => buildZip(parts().map((part) => (part.name === SHEET ? { ...part, claims: { size: 10_000 } } : part))),
    answer: 'file-damaged deflate',
  },
  'entry that claims 200 MB': {
    build: () =>
      buildZip(parts().map((part) => (part.name === SHEET ? { ...part, claims: { size: 200 * 2 ** 20 } } : part))),
    answer: 'file-damaged deflate',
  },
  'bomb of 1.5 GB': {
    heavy: true,
    build: () => withPart(repeated(SHEET, start, ' '.repeat(MB16), 96, end)),
    answer: `file-too-large ${SHEET}`,
  },
  'bomb of 1.5 GB that claims 1 kB': {
    heavy: true,
    build: () => {
      const bomb = repeated(SHEET, start, ' '.repeat(MB16), 96, end);
      return withPart({ ...bomb, raw: { size: 1024, crc: 0 } });
    },
    answer: 'file-damaged deflate',
  },
  'bomb of 1.5 GB in the shared strings': {
    heavy: true,
    build: () => withPart(repeated('xl/sharedStrings.xml', '<sst>', ' '.repeat(MB16), 96, '</sst>')),
    answer: 'file-too-large xl/sharedStrings.xml',
  },
  '60,000 entries': {
    build: () =>
      buildZip([
        ...parts(),
        ...Array.from({ length: 60_000 }, (_, i) => ({ name: `a${String(i)}`, data: '', stored: true })),
      ]),
    answer: 'file-too-large zip-entries',
  },
  '10 million cells': {
    heavy: true,
    build: () => withPart(repeated(SHEET, start, `<row>${'<c><v>1</v></c>'.repeat(10)}</row>`.repeat(1000), 1000, end)),
    answer: 'file-too-large cells',
  },
  '10 million shared strings': {
    heavy: true,
    build: () =>
      withPart(repeated('xl/sharedStrings.xml', '<sst>', '<si><t>a</t></si>'.repeat(10_000), 1000, '</sst>')),
    answer: 'file-too-large strings',
  },
  '4 million merges': {
    heavy: true,
    build: () =>
      withPart(
        repeated(
          SHEET,
          `${start}</sheetData><mergeCells>`,
          '<mergeCell ref="A1:B2"/>'.repeat(10_000),
          400,
          '</mergeCells></worksheet>',
        ),
      ),
    answer: 'file-too-large merges',
  },
  '3 million column ranges to XFD': {
    heavy: true,
    build: () =>
      withPart(
        repeated(
          SHEET,
          '<worksheet><cols>',
          '<col min="1" max="16384" hidden="1"/>'.repeat(10_000),
          300,
          '</cols><sheetData/></worksheet>',
        ),
      ),
    answer: 'ok',
  },
  'a million shared formulas of 8,000 characters': {
    heavy: true,
    build: () =>
      withPart(
        repeated(
          SHEET,
          `${start}<row><c><f t="shared" si="0" ref="A1:A9">${'A1+'.repeat(2600)}1</f><v>1</v></c></row>`,
          '<row><c><f t="shared" si="0"/><v>1</v></c></row>'.repeat(1000),
          1000,
          end,
        ),
      ),
    answer: 'file-too-large formulas',
  },
  'a thousand array formulas over the whole sheet': {
    heavy: true,
    build: () =>
      minimalWorkbook(
        Array.from(
          { length: 1000 },
          (_, i) =>
            `<row r="${String(i * 1000 + 1)}"><c r="A${String(i * 1000 + 1)}"><f t="array" ref="A1:XFD1048576">B1</f><v>1</v></c></row>`,
        ).join(''),
      ),
    answer: 'file-too-large arrays',
  },
  'deep nesting': {
    heavy: true,
    build: () => minimalWorkbook(`<row r="1"><c r="A1">${'<a>'.repeat(500_000)}${'</a>'.repeat(500_000)}</c></row>`),
    answer: 'ok',
  },
  DTD: {
    build: () => minimalWorkbook('', { [SHEET]: `<!DOCTYPE worksheet [<!ENTITY a "b">]>${sheetXml('')}` }),
    answer: 'file-unsupported dtd',
  },
  'entities that multiply': {
    build: () =>
      minimalWorkbook('', {
        'xl/sharedStrings.xml': `<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`,
      }),
    answer: 'file-unsupported dtd',
  },
  'entity without a declaration': {
    build: () => minimalWorkbook('<row r="1"><c r="A1" t="inlineStr"><is><t>&xxe;</t></is></c></row>'),
    answer: 'file-unsupported dtd',
  },
  'parameter entity in the relationships': {
    build: () =>
      zipParts({
        ...minimalParts(),
        '_rels/.rels': `<!DOCTYPE a SYSTEM "file:///etc/passwd">${minimalParts()['_rels/.rels'] ?? ''}`,
      }),
    answer: 'file-unsupported dtd',
  },
  'shared string out of range': {
    build: () => minimalWorkbook('<row r="1"><c r="A1" t="s"><v>2</v></c></row>'),
    answer: 'file-damaged shared-string',
  },
  'shared string below zero': {
    build: () => minimalWorkbook('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'),
    answer: 'file-damaged shared-string',
  },
  'cell format out of range': {
    build: () => minimalWorkbook('<row r="1"><c r="A1" s="3"><v>2</v></c></row>'),
    answer: 'file-damaged cell-format',
  },
  'cell beyond the last column': {
    build: () => minimalWorkbook('<row r="1"><c r="XFE1"><v>2</v></c></row>'),
    answer: 'file-damaged cell-reference',
  },
  'cell beyond the last row': {
    build: () => minimalWorkbook('<row r="1048577"><c r="A1048577"><v>2</v></c></row>'),
    answer: 'file-damaged cell-reference',
  },
  'cell in another row': {
    build: () => minimalWorkbook('<row r="2"><c r="A1"><v>2</v></c></row>'),
    answer: 'file-damaged cell-reference',
  },
  'a cell twice': {
    build: () => minimalWorkbook('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
    answer: 'file-damaged cell-reference',
  },
  'cells out of order': {
    build: () => minimalWorkbook('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
    answer: 'file-damaged cell-reference',
  },
  'a row twice': {
    build: () => minimalWorkbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>'),
    answer: 'file-damaged cell-reference',
  },
  'cells beside the rows': { build: () => minimalWorkbook('<c r="A1"><v>1</v></c>'), answer: `file-damaged ${SHEET}` },
  'a column in the place of a cell': {
    build: () => minimalWorkbook('<row r="1"><col r="A1"><v>1</v></col></row>'),
    answer: `file-damaged ${SHEET}`,
  },
  'sheets beside the list of sheets': {
    build: () =>
      minimalWorkbook('', {
        'xl/workbook.xml': (minimalParts()['xl/workbook.xml'] ?? '').replace(/<sheets>(.*)<\/sheets>/, '<sheets/>$1'),
      }),
    answer: 'file-damaged xl/workbook.xml',
  },
  'row zero': {
    build: () => minimalWorkbook('<row r="0"><c r="A0"><v>2</v></c></row>'),
    answer: 'file-damaged cell-reference',
  },
  'value that is no number': {
    build: () => minimalWorkbook('<row r="1"><c r="A1"><v>0x1F</v></c></row>'),
    answer: 'file-damaged cell-value',
  },
  'value beyond all numbers': {
    build: () => minimalWorkbook('<row r="1"><c r="A1"><v>1E999</v></c></row>'),
    answer: 'file-damaged cell-value',
  },
  'unknown cell type': {
    build: () => minimalWorkbook('<row r="1"><c r="A1" t="z"><v>1</v></c></row>'),
    answer: 'file-damaged cell-type',
  },
  'sheet cut short': {
    build: () => minimalWorkbook('', { [SHEET]: `${start}<row r="1"><c r="A1"><v>1</v></c></row>` }),
    answer: `file-damaged ${SHEET}`,
  },
  'sheet without data': {
    build: () => minimalWorkbook('', { [SHEET]: '<worksheet><cols/></worksheet>' }),
    answer: `file-damaged ${SHEET}`,
  },
  'cells in two places': {
    build: () => minimalWorkbook('<row r="1"><c r="A1"><v>1</v></c></row></sheetData><sheetData><row r="1"/>'),
    answer: `file-damaged ${SHEET}`,
  },
  'tags that do not nest': {
    build: () => minimalWorkbook('<row r="1"><c r="A1"><v>1</c></v></row>'),
    answer: `file-damaged ${SHEET}`,
  },
  'a tag without an end': {
    build: () => minimalWorkbook('', { [SHEET]: `${start}<row r="1` }),
    answer: `file-damaged ${SHEET}`,
  },
  'invalid UTF-8': {
    build: () => {
      const sheet = sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>\u00ff\u00fe</t></is></c></row>');
      return buildZip([
        ...parts().filter(({ name }) => name !== SHEET),
        { name: SHEET, data: Buffer.from(sheet, 'latin1') },
      ]);
    },
    answer: `file-damaged ${SHEET}`,
  },
  'another encoding': {
    build: () => minimalWorkbook('', { [SHEET]: `<?xml version="1.0" encoding="windows-1258"?>${sheetXml('')}` }),
    answer: 'file-unsupported encoding',
  },
  'missing sheet part': { build: () => minimalWorkbook('', { [SHEET]: null }), answer: `file-damaged ${SHEET}` },
  'relationship out of the package': {
    build: () =>
      minimalWorkbook('', {
        'xl/_rels/workbook.xml.rels': (minimalParts()['xl/_rels/workbook.xml.rels'] ?? '').replace(
          'worksheets/sheet1.xml',
          '../../../etc/passwd',
        ),
      }),
    answer: 'file-damaged etc/passwd',
  },
  'workbook without sheets': {
    build: () => minimalWorkbook('', { 'xl/workbook.xml': '<workbook><sheets/></workbook>' }),
    answer: 'file-damaged xl/workbook.xml',
  },
  'two sheets of one name': {
    build: () =>
      minimalWorkbook('', {
        'xl/workbook.xml': (minimalParts()['xl/workbook.xml'] ?? '').replace(
          '</sheets>',
          '<sheet name="TRANG" sheetId="2" r:id="rId1"/></sheets>',
        ),
      }),
    answer: 'file-damaged xl/workbook.xml',
  },
  'sheet named __proto__': {
    build: () =>
      minimalWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>', {
        'xl/workbook.xml': (minimalParts()['xl/workbook.xml'] ?? '').replace('Trang', '__proto__'),
      }),
    answer: 'ok',
  },
  'dimension, merge, columns and validation of the whole sheet': {
    build: () =>
      zipParts(
        minimalParts(
          sheetXml(
            '<row r="1"><c r="A1"><v>1</v></c></row>',
            '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations count="1"><dataValidation type="whole" sqref="A1:A1048576"><formula1>1</formula1></dataValidation></dataValidations>',
            '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9" style="1"/></cols>',
          ),
        ),
      ),
    answer: 'ok',
  },
  'a million formatted empty rows': {
    heavy: true,
    build: () =>
      withPart(
        repeated(
          SHEET,
          start,
          '<row customFormat="true" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"><c s="1"/></row>'.repeat(
            1024,
          ),
          1024,
          end,
        ),
      ),
    answer: 'ok',
  },
  'comment and processing instructions without an end': {
    build: () => minimalWorkbook('', { [SHEET]: `${start}<!-- ${end}` }),
    answer: `file-damaged ${SHEET}`,
  },
  'names that refer to each other': {
    build: () =>
      minimalWorkbook('<row r="1"><c r="A1"><f>vong+1</f><v>1</v></c></row>', {
        'xl/workbook.xml': (minimalParts()['xl/workbook.xml'] ?? '').replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="vong">vong+kia</definedName><definedName name="kia">vong</definedName></definedNames>',
        ),
      }),
    answer: 'ok',
  },
  'not a part name': { build: () => replaceText(minimalWorkbook(''), '_rels/.rels', '_rels\\.rels'), answer: 'ok' },
};
