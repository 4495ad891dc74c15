/** Parts that were read before: what was made of them counts for the very same bytes only. */
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readWorkbook } from '../../src/xlsx';
import { PartMemory } from '../../src/xlsx/part-memory';
import type { ZipEntry } from '../../src/xlsx/zip-directory';

const entry = (change: Partial<ZipEntry> = {}): ZipEntry => ({
  name: 'xl/styles.xml',
  method: 0,
  crc: 7,
  compressedSize: 3,
  size: 3,
  start: 0,
  time: 0,
  externalAttributes: 0,
  ...change,
});

describe('what was made of a part', () => {
  const memory = new PartMemory<string>();
  memory.keep(entry(), Uint8Array.of(1, 2, 3), 'looks');

  test('is found by name and bytes, wherever they stand in the file', () => {
    expect(memory.get(entry({ start: 99, time: 5 }), Uint8Array.of(1, 2, 3))?.made).toBe('looks');
  });

  test.each([
    ['another name', entry({ name: 'xl/other.xml' }), [1, 2, 3]],
    ['another checksum', entry({ crc: 8 }), [1, 2, 3]],
    ['another way of packing', entry({ method: 8 }), [1, 2, 3]],
    ['other bytes with the same checksum', entry(), [1, 2, 4]],
    ['fewer bytes', entry(), [1, 2]],
  ])('is not taken for %s', (_, other, bytes) => {
    expect(memory.get(other, Uint8Array.from(bytes))).toBeUndefined();
  });

  test('does not change with the bytes of the file that it was made of', () => {
    const bytes = Uint8Array.of(4, 5, 6);
    const own = new PartMemory<string>();
    own.keep(entry(), bytes, 'first');
    bytes[0] = 9;
    expect(own.get(entry(), bytes)).toBeUndefined();
  });

  test('is kept of few parts, and of small ones only', () => {
    const own = new PartMemory<number>();
    own.keep(entry({ size: 10 ** 6 }), Uint8Array.of(1), 0);
    expect(own.get(entry({ size: 10 ** 6 }), Uint8Array.of(1))).toBeUndefined();
    for (let crc = 0; crc < 100; crc++) own.keep(entry({ crc }), Uint8Array.of(1), crc);
    const kept = Array.from({ length: 100 }, (_, crc) => own.get(entry({ crc }), Uint8Array.of(1))?.made);
    expect(kept.filter((made) => made !== undefined).length).toBeLessThanOrEqual(32);
    expect(kept.at(-1)).toBe(99);
  });
});

/** Formats of the cells of `Đơn vị`, after the formats of the file were written otherwise. */
function formatsIn(bytes: Uint8Array): unknown[] {
  const read = readWorkbook(bytes);
  if (!read.ok) return [read.error.code];
  return read.value.sheets.flatMap(({ rows }) => rows.flatMap((cells) => cells?.flatMap((cell) => cell?.format ?? [])));
}

function withStyles(bytes: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  parts['xl/styles.xml'] = strToU8(edit(strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())));
  return zipSync(parts);
}

test('a workbook read after another one has its own formats, and a broken one is refused each time', () => {
  const first = new Uint8Array(readFileSync('assets/samples/B.xlsx'));
  const second = withStyles(first, (xml) => xml.replaceAll('numFmtId="49"', 'numFmtId="10"'));
  const broken = withStyles(first, (xml) => xml.replace('</styleSheet>', ''));
  const formats = formatsIn(first);
  expect(formats).toContain('@');
  expect(formatsIn(second)).toEqual(formats.map((format) => (format === '@' ? '0.00%' : format)));
  expect(formatsIn(first)).toEqual(formats);
  expect(formatsIn(broken)).toEqual(['file-damaged']);
  expect(formatsIn(broken)).toEqual(['file-damaged']);
});
