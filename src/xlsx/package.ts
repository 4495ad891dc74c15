/** A package (ECMA-376 Part 2): parts by name inside a zip file, inflated when they are asked for. */
import { decodePart, decodeUtf8, isPlainUtf8 } from './encoding';
import { inflate, crc32 } from './inflate';
import { LIMITS } from './limits';
import type { PartMemory } from './part-memory';
import { damaged, refuse } from './refusal';
import { readDirectory } from './zip-directory';
import type { ZipEntry } from './zip-directory';
import { XmlScanner } from './xml-scanner';

export interface Package {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  /** The entry of a part; names are equal whatever their case (Part 2, §6.3.5). */
  find: (name: string) => ZipEntry | undefined;
  /** The part's XML; refuses `file-damaged` when it is absent. */
  text: (name: string) => string;
  /** The same, decoded bit by bit as one walks through it: for parts that may be large. */
  scan: (name: string) => XmlScanner;
  /** What `make` makes of the part, or made of the same bytes before. */
  made: <Made>(name: string, memory: PartMemory<Made>, make: (scanner: XmlScanner) => Made) => Made;
  /** The part's text, or as much of it as can be made out; '' where nothing can. */
  loose: (name: string) => string;
}

/** Opens a package of untrusted bytes. Refuses everything that is not a readable zip by its name. */
export function openPackage(bytes: Uint8Array): Package {
  refuseOtherFormats(bytes);
  if (bytes.length > LIMITS.file) refuse('file-too-large', 'file');
  const entries = readDirectory(bytes);
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = partKey(entry.name);
    if (byName.has(key)) damaged('zip-duplicate');
    byName.set(key, entry);
  }
  let inflated = 0;
  const open = (name: string): ZipEntry => {
    const entry = byName.get(partKey(name)) ?? damaged(name);
    inflated += entry.size;
    if (entry.size > LIMITS.part || inflated > LIMITS.total) refuse('file-too-large', entry.name);
    return entry;
  };
  const inflatePart = (name: string): Uint8Array => readEntryBytes(bytes, open(name));
  return {
    bytes,
    entries,
    find: (name) => byName.get(partKey(name)),
    text: (name) => decodePart(inflatePart(name), name),
    scan: (name) => scanXml(inflatePart(name), name),
    made: (name, memory, make) => {
      const entry = open(name);
      const stored = storedBytes(bytes, entry);
      const kept = memory.get(entry, stored);
      if (kept !== undefined) return kept.made;
      const made = make(scanXml(readEntryBytes(bytes, entry), name));
      memory.keep(entry, stored, made);
      return made;
    },
    loose: (name) => loosely(() => inflatePart(name)),
  };
}

/** The compressed bytes of an entry as they stand in the file. */
export const storedBytes = (bytes: Uint8Array, entry: ZipEntry): Uint8Array =>
  bytes.subarray(entry.start, entry.start + entry.compressedSize);

function readEntryBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const stored = storedBytes(bytes, entry);
  const data = entry.method === 0 ? stored : inflate(stored, entry.size);
  return crc32(data) === entry.crc ? data : damaged(entry.name);
}

/** "/xl/Workbook.xml" and "xl\workbook.xml" are one part; some writers put a slash in front. */
const partKey = (name: string): string => name.replace(/\\/g, '/').replace(/^\//, '').toLowerCase();

function loosely(inflatePart: () => Uint8Array): string {
  try {
    return new TextDecoder('utf-8').decode(inflatePart());
  } catch {
    return '';
  }
}

/** Bytes decoded at once while a part is walked through; a usual part is smaller. */
const PIECE = 2 * 2 ** 20;
const GREATER = 62;

/** A scanner that decodes UTF-8 piece by piece, so that a large part never stands in memory as text as well. */
function scanXml(data: Uint8Array, name: string): XmlScanner {
  if (data.length <= PIECE || !isPlainUtf8(data)) return new XmlScanner(decodePart(data, name), name);
  let at = 0;
  const next = (): string | null => {
    if (at >= data.length) return null;
    const cut = at + PIECE < data.length ? data.lastIndexOf(GREATER, at + PIECE) + 1 : data.length;
    const piece = data.subarray(at, cut > at ? cut : data.length);
    at += piece.length;
    return decodeUtf8(piece, name);
  };
  return new XmlScanner(next() ?? '', name, next);
}

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte);

/** Files that people rename to .xlsx, told apart by their first bytes. */
function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.length === 0) refuse('file-not-xlsx', 'empty');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) refuseCompoundFile(bytes);
  if (startsWith(bytes, 0x50, 0x4b)) return;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^ï»¿/, '').trimStart().toLowerCase();
  if (head.startsWith('<!doctype html') || head.startsWith('<html')) refuse('file-not-xlsx', 'html');
  refuse('file-not-xlsx', startsWith(bytes, 0x09, 0x08) || startsWith(bytes, 0x09, 0x04) ? 'xls' : 'unknown');
}

/**
 * A compound file is an old .xls or a workbook with a password; the stream "EncryptedPackage"
 * ([MS-OFFCRYPTO] §2.3.4.4) tells which. Its name stands as UTF-16 in a directory sector.
 */
function refuseCompoundFile(bytes: Uint8Array): never {
  const name = Uint8Array.from([...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0]));
  for (let at = 512; at + name.length <= bytes.length; at += 128) {
    if (name.every((byte, i) => bytes[at + i] === byte)) return refuse('file-encrypted', 'password');
  }
  return refuse('file-not-xlsx', 'xls');
}
