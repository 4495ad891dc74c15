import { shortFingerprint } from '../../src/sheets/short-fingerprint';
import { fingerprintOf, portableDigest } from '../../src/workbook/fingerprint';

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('%j: the known SHA-256', (text, digest) => {
  expect([fingerprintOf(text), portableDigest(text)]).toEqual([`sha256:${digest}`, digest]);
});

test('Node and the browser give the same fingerprint, also of Vietnamese, emoji and half a surrogate pair', () => {
  for (const text of ['Sở Khoa học & Công nghệ', '🏅 90,5', 'a\ud800b', 'x'.repeat(100_000)])
    expect(fingerprintOf(text)).toBe(`sha256:${portableDigest(text)}`);
});

test('paper carries its first eight characters', () => {
  expect(shortFingerprint(fingerprintOf('abc'))).toBe('ba7816bf');
});
