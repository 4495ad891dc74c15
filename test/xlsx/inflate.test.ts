import { deflateRawSync, constants, crc32 as nodeCrc32 } from 'node:zlib';
import { crc32Portably, deflate, inflate, inflatePortably } from '../../src/xlsx/inflate';

const data = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * i) % 251));
const bomb = deflateRawSync(Buffer.alloc(50_000_000), { level: 9 });
const stored = deflateRawSync(data, { level: constants.Z_NO_COMPRESSION });

describe.each([
  ['in Node', inflate],
  ['in the browser', inflatePortably],
])('inflating %s', (_, inflateHere) => {
  test.each([
    ['little', data.subarray(0, 100)],
    ['much', data],
    ['one byte', data.subarray(0, 1)],
    ['nothing', data.subarray(0, 0)],
  ])('%s', (_, plain) => {
    expect(Buffer.compare(inflateHere(deflateRawSync(plain), plain.length), plain)).toBe(0);
  });
  test('blocks that are only stored', () => {
    expect(Buffer.compare(inflateHere(stored, data.length), data)).toBe(0);
  });
});

describe.each([
  ['in Node', inflate],
  [
    'in the browser',
    (bytes: Uint8Array, size: number) => {
      const out = inflatePortably(bytes, size);
      if (out.length !== size) throw new Error('size');
      return out;
    },
  ],
])('an entry that lies is refused %s', (_, inflateHere) => {
  test.each([
    ['holds more than it says', bomb, 1000],
    ['holds less than it says', bomb, 50_000_001],
    ['holds one byte more', deflateRawSync(data.subarray(0, 50)), 49],
    ['is cut short', deflateRawSync(data).subarray(0, 1000), data.length],
    ['is nonsense', Buffer.from([7, 8, 9]), 3],
  ])('%s', (_, bytes, size) => {
    expect(() => inflateHere(bytes, size)).toThrow();
  });
});

test('checksums are those of zlib', () => {
  for (const length of [0, 1, 7, 1000, 300_000])
    expect(crc32Portably(data.subarray(0, length))).toBe(nodeCrc32(data.subarray(0, length)));
});

test('what is deflated can be inflated', () => {
  expect(Buffer.compare(inflatePortably(deflate(data), data.length), data)).toBe(0);
});
