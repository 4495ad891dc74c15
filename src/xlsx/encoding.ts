/**
 * The encodings of a part (ECMA-376 Part 2, §8.1.4 allows UTF-8 and UTF-16; some writers name ISO-8859-1
 * all the same). What is written can be decoded by the encoding that it declares.
 */
import { nodeModule } from '../sheets/host';
import { damaged, refuse } from './refusal';

interface Bytes {
  toString: (encoding: 'latin1' | 'ucs2') => string;
}

interface NodeBuffer {
  isUtf8: (data: Uint8Array) => boolean;
  isAscii: (data: Uint8Array) => boolean;
  transcode: (data: Uint8Array, from: 'utf8', to: 'ucs2') => Bytes;
  Buffer: { from: (buffer: ArrayBufferLike, offset: number, length: number) => Bytes };
}

const node = nodeModule<NodeBuffer>('node:buffer');

interface Decoder {
  /** Throws where the bytes are no text. */
  decode: (data: Uint8Array) => string;
}

/** In Node ASCII is taken as it is, all else by way of UTF-16: twice as fast as decoding to a text, several times as a strict `TextDecoder`. */
const UTF8: Decoder =
  node === undefined
    ? new TextDecoder('utf-8', { fatal: true })
    : {
        decode(data) {
          if (!node.isUtf8(data)) throw new TypeError('no UTF-8');
          if (node.isAscii(data))
            return node.Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');
          const mark = data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf ? 3 : 0;
          return node.transcode(data.subarray(mark), 'utf8', 'ucs2').toString('ucs2');
        },
      };

const QUESTION = 63;

const DECLARATION = /^<\?xml[^>]{0,80}?encoding=["']([\w.-]{1,20})["']/;

/** The encoding that an XML declaration names, in small letters; '' where it names none. */
const declaredIn = (text: string): string => DECLARATION.exec(text.slice(0, 120))?.[1]?.toLowerCase() ?? '';

const WIDE = /^utf-?16(?:le|be)?$/;
/** What people call the letters of Western Europe, byte by byte. */
const NARROW = /^(?:iso-?8859-1|latin-?1|windows-1252|us-ascii|ascii)$/;

/** By its mark, or by the zero beside the first "<". */
function wideDecoder(data: Uint8Array): Decoder | null {
  const mark = ((data[0] ?? 0) << 8) | (data[1] ?? 0);
  if (mark === 0xfffe || mark === 0x3c00) return new TextDecoder('utf-16le', { fatal: true });
  return mark === 0xfeff || mark === 0x003c ? new TextDecoder('utf-16be', { fatal: true }) : null;
}

/** How nearly every part begins. */
const USUAL = [...'<?xml version="1.0" encoding="UTF-8"'].map((c) => c.charCodeAt(0));

/** What the declaration in bytes names, before they are decoded. */
function declaredInBytes(data: Uint8Array): string {
  const from = data[0] === 0xef ? 3 : 0;
  if (data[from + 1] !== QUESTION || USUAL.every((code, i) => data[from + i] === code)) return '';
  return declaredIn(String.fromCharCode(...data.subarray(from, 120)));
}

/** The part can be decoded piece by piece. Refuses an encoding that nobody needs. */
export function isPlainUtf8(data: Uint8Array): boolean {
  return wideDecoder(data) === null && !NARROW.test(knownName(declaredInBytes(data)));
}

function knownName(name: string): string {
  return name === '' || /^utf-?8$/.test(name) || WIDE.test(name) || NARROW.test(name)
    ? name
    : refuse('file-unsupported', 'encoding');
}

export function decodePart(data: Uint8Array, part: string): string {
  const wide = wideDecoder(data);
  if (wide !== null) {
    const text = decode(wide, data, part);
    knownName(declaredIn(text));
    return text;
  }
  return NARROW.test(knownName(declaredInBytes(data)))
    ? decode(new TextDecoder('windows-1252'), data, part)
    : decodeUtf8(data, part);
}

export const decodeUtf8 = (data: Uint8Array, part: string): string => decode(UTF8, data, part);

function decode(decoder: Decoder, data: Uint8Array, part: string): string {
  try {
    return decoder.decode(data);
  } catch {
    return damaged(part);
  }
}

/** The bytes of a part: in UTF-16 where it declares that, else in UTF-8, and then it declares no other. */
export function encodePart(text: string): Uint8Array {
  const declared = declaredIn(text);
  if (WIDE.test(declared)) return encodeWide(text, declared.endsWith('be'));
  return new TextEncoder().encode(
    declared === '' || /^utf-?8$/.test(declared)
      ? text
      : text.replace(DECLARATION, (head, name: string) => head.replace(name, 'UTF-8')),
  );
}

function encodeWide(text: string, bigEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at + 2, text.charCodeAt(at), !bigEndian);
  return new Uint8Array(view.buffer);
}
