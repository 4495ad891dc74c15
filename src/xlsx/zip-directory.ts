/**
 * The directory of a zip file (PKWARE APPNOTE 6.3.10; ECMA-376 Part 2, Annex B says what a package
 * may use of it). Everything is checked before anything is inflated: no entry overlaps another or
 * lies outside the file, none is encrypted, and the local header says the same as the directory.
 */
import { LIMITS } from './limits';
import { damaged, refuse } from './refusal';

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the entry's compressed bytes begin in the file. */
  readonly start: number;
  /** DOS time and date, as one 32-bit number. */
  readonly time: number;
  readonly externalAttributes: number;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END_OF_DIRECTORY = 0x06064b50;
const UNKNOWN_32 = 0xffffffff;

/** Refuses with `file-damaged`, `file-too-large` or `file-unsupported`. */
export function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, offset, end } = findDirectory(view);
  if (count > LIMITS.entries) refuse('file-too-large', 'zip-entries');
  const entries: ZipEntry[] = [];
  const spans: [number, number][] = [];
  let at = offset;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL_HEADER) damaged('zip-directory');
    const length = 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at + length > end) damaged('zip-directory');
    const { entry, localOffset } = readEntry(view, bytes, at, offset);
    entries.push(entry);
    spans.push([localOffset, entry.start + entry.compressedSize]);
    at += length;
  }
  if (at !== end) damaged('zip-directory');
  refuseOverlaps(spans);
  return entries;
}

interface Directory {
  readonly count: number;
  readonly offset: number;
  readonly end: number;
}

/** The end record stands last, before a comment of at most 65,535 bytes (§4.3.16). */
function findDirectory(view: DataView): Directory {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY || at + 22 + view.getUint16(at + 20, true) !== view.byteLength)
      continue;
    if (view.getUint16(at + 4, true) !== 0 && view.getUint16(at + 4, true) !== 0xffff)
      refuse('file-unsupported', 'zip-volumes');
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    if (count === 0xffff || size === UNKNOWN_32 || offset === UNKNOWN_32) return findZip64Directory(view, at);
    if (offset + size !== at) damaged('zip-directory');
    return { count, offset, end: at };
  }
  return damaged('zip-end');
}

/** §4.3.14 and §4.3.15. */
function findZip64Directory(view: DataView, endRecord: number): Directory {
  const locator = endRecord - 20;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR) damaged('zip-directory');
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > locator || view.getUint32(at, true) !== ZIP64_END_OF_DIRECTORY) damaged('zip-directory');
  const count = Number(view.getBigUint64(at + 32, true));
  const size = Number(view.getBigUint64(at + 40, true));
  const offset = Number(view.getBigUint64(at + 48, true));
  if (offset + size !== at) damaged('zip-directory');
  return { count, offset, end: at };
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  directory: number,
): { entry: ZipEntry; localOffset: number } {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameLength = view.getUint16(at + 28, true);
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  if (flags & 0x2041) refuse('file-encrypted', 'zip');
  if (method !== 0 && method !== 8) refuse('file-unsupported', 'zip-method');
  const sizes = readSizes(view, at, nameLength);
  const local = sizes.localOffset;
  if (local + 30 > directory || view.getUint32(local, true) !== LOCAL_HEADER) damaged('zip-entry');
  const localNameLength = view.getUint16(local + 26, true);
  const start = local + 30 + localNameLength + view.getUint16(local + 28, true);
  if (start + sizes.compressedSize > directory) damaged('zip-entry');
  if (localNameLength !== nameLength || nameBytes.some((byte, i) => byte !== bytes[local + 30 + i]))
    damaged('zip-entry');
  if (method === 0 && sizes.size !== sizes.compressedSize) damaged('zip-entry');
  const entry = {
    name: new TextDecoder().decode(nameBytes),
    method,
    crc: view.getUint32(at + 16, true),
    compressedSize: sizes.compressedSize,
    size: sizes.size,
    start,
    time: view.getUint32(at + 12, true),
    externalAttributes: view.getUint32(at + 38, true),
  };
  return { entry, localOffset: local };
}

/** Sizes and offset; where 32 bits are not enough they stand in the extra field 0x0001 (§4.5.3). */
function readSizes(
  view: DataView,
  at: number,
  nameLength: number,
): { size: number; compressedSize: number; localOffset: number } {
  const values = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const end = at + 46 + nameLength + view.getUint16(at + 30, true);
  let extra = at + 46 + nameLength;
  while (values.includes(UNKNOWN_32)) {
    if (extra + 4 > end) damaged('zip-entry');
    const next = extra + 4 + view.getUint16(extra + 2, true);
    if (next > end) damaged('zip-entry');
    if (view.getUint16(extra, true) === 1) {
      let field = extra + 4;
      for (let i = 0; i < values.length; i++) {
        if (values[i] !== UNKNOWN_32) continue;
        if (field + 8 > next) damaged('zip-entry');
        values[i] = Number(view.getBigUint64(field, true));
        field += 8;
      }
      break;
    }
    extra = next;
  }
  return { size: values[0] ?? 0, compressedSize: values[1] ?? 0, localOffset: values[2] ?? 0 };
}

function refuseOverlaps(spans: [number, number][]): void {
  spans.sort((a, b) => a[0] - b[0]);
  let reached = 0;
  for (const [from, to] of spans) {
    if (from < reached) damaged('zip-overlap');
    reached = to;
  }
}
