/**
 * Inflating and deflating (RFC 1951) and CRC-32, bounded by what the zip directory declares.
 *
 * In Node the built-in zlib does the work, elsewhere fflate. `bench/files.ts` shows what that buys.
 */
import { deflateSync, Inflate, inflateSync } from 'fflate';
import { nodeModule } from '../sheets/host';
import { damaged } from './refusal';

interface NodeZlib {
  inflateRawSync: (data: Uint8Array, options: { maxOutputLength: number; chunkSize: number }) => Uint8Array;
  deflateRawSync: (data: Uint8Array, options: { level: number }) => Uint8Array;
  crc32?: (data: Uint8Array) => number;
}

const zlib = nodeModule<NodeZlib>('node:zlib');

/** Compressed bytes that are inflated in one go without zlib: at most 1,032 times as many come out. */
const ONE_GO = 32 * 1024;

/** The `size` bytes that `data` holds; refuses `file-damaged` when it holds more, fewer or nonsense. */
export function inflate(data: Uint8Array, size: number): Uint8Array {
  let result: Uint8Array;
  try {
    result = zlib === undefined ? inflatePortably(data, size) : inflateInNode(zlib, data, size);
  } catch {
    return damaged('deflate');
  }
  return result.length === size ? result : damaged('deflate');
}

function inflateInNode(node: NodeZlib, data: Uint8Array, size: number): Uint8Array {
  const bytes = node.inflateRawSync(data, { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) });
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Large entries go in steps, so that one that lies about its size is left as soon as it shows. */
export function inflatePortably(data: Uint8Array, size: number): Uint8Array {
  if (data.length <= ONE_GO) return inflateSync(data, { out: new Uint8Array(size + 1) });
  const out = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) damaged('deflate');
    out.set(chunk, filled);
    filled += chunk.length;
  });
  for (let at = 0; at < data.length; at += ONE_GO) {
    stream.push(data.subarray(at, at + ONE_GO), at + ONE_GO >= data.length);
  }
  return out.subarray(0, filled);
}

export function deflate(data: Uint8Array): Uint8Array {
  return zlib === undefined ? deflateSync(data, { level: 6 }) : zlib.deflateRawSync(data, { level: 6 });
}

export function crc32(data: Uint8Array): number {
  return zlib?.crc32 === undefined ? crc32Portably(data) : zlib.crc32(data);
}

const CRC_TABLE = new Int32Array(256).map((_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32Portably(data: Uint8Array): number {
  let crc = -1;
  for (let i = 0; i < data.length; i++) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (data[i] ?? 0)) & 255] ?? 0);
  return ~crc >>> 0;
}
