/** Zip files for tests, written byte by byte: right ones, odd ones and ones that lie. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** Stored instead of deflated. */
  readonly stored?: boolean;
  /** Sizes and checksum behind the data instead of before it (§4.3.9). */
  readonly descriptor?: boolean;
  /** Sizes in a zip64 extra field (§4.5.3). */
  readonly zip64?: boolean;
  /** What the headers claim, where it is not the truth. */
  readonly claims?: {
    readonly size?: number;
    readonly crc?: number;
    readonly localOffset?: number;
    readonly flags?: number;
    readonly method?: number;
  };
  /** Already deflated: the data as it is. */
  readonly raw?: { readonly size: number; readonly crc: number };
}

export function buildZip(parts: readonly ZipPart[]): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const plain = Buffer.from(part.data);
    const data = part.raw !== undefined || part.stored === true ? plain : deflateRawSync(plain);
    const method = part.claims?.method ?? (part.stored === true ? 0 : 8);
    const size = part.claims?.size ?? part.raw?.size ?? plain.length;
    const crc = part.claims?.crc ?? part.raw?.crc ?? crc32(plain);
    const flags = part.claims?.flags ?? (part.descriptor === true ? 8 : 0);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(part.zip64 === true ? 45 : 20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(0x21, 8);
    shared.writeUInt32LE(crc, 10);
    shared.writeUInt32LE(part.zip64 === true ? 0xffffffff : data.length, 14);
    shared.writeUInt32LE(part.zip64 === true ? 0xffffffff : size, 18);
    shared.writeUInt16LE(name.length, 22);
    const extra = Buffer.alloc(part.zip64 === true ? 20 : 0);
    if (part.zip64 === true) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(16, 2);
      extra.writeBigUInt64LE(BigInt(size), 4);
      extra.writeBigUInt64LE(BigInt(data.length), 12);
    }
    shared.writeUInt16LE(extra.length, 24);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, extra]);
    if (part.descriptor === true) local.fill(0, 14, 26);
    const descriptor = Buffer.alloc(part.descriptor === true ? 16 : 0);
    if (part.descriptor === true) {
      descriptor.write('PK\x07\x08');
      descriptor.writeUInt32LE(crc, 4);
      descriptor.writeUInt32LE(data.length, 8);
      descriptor.writeUInt32LE(size, 12);
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(part.claims?.localOffset ?? at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), shared, tail, name, extra]));
    chunks.push(local, data, descriptor);
    at += local.length + data.length + descriptor.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...chunks, central, end]);
}
