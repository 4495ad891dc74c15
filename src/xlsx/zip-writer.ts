/**
 * Writing a package: entries that nobody changed keep their compressed bytes, their order, times and
 * attributes; only their headers are written anew (PKWARE APPNOTE 6.3.10, §4.3).
 */
import { encodePart } from './encoding';
import { crc32, deflate } from './inflate';
import { LIMITS } from './limits';
import { storedBytes } from './package';
import type { Package } from './package';
import { refuse } from './refusal';
import type { ZipEntry } from './zip-directory';

type Stored = Omit<ZipEntry, 'start'> & { readonly data: Uint8Array };

/** 1980-01-01 00:00, the first date of a zip: the same plans always give the same bytes. */
const NO_TIME = 0x00210000;
const UTF8_NAME = 0x0800;

/** What shall differ from the package: texts by part name, null for a part that goes. */
type PartChanges = ReadonlyMap<string, string | null>;

/** The package with `changes`; parts that it does not have yet come last. */
export function writePackage(pack: Package | null, changes: PartChanges): Uint8Array {
  const left = new Map(changes);
  const entries: Stored[] = [];
  for (const entry of pack?.entries ?? []) {
    const change = left.get(entry.name);
    left.delete(entry.name);
    if (change === undefined) entries.push({ ...entry, data: storedBytes(pack?.bytes ?? new Uint8Array(), entry) });
    else if (change !== null) entries.push(deflatePart(entry.name, change));
  }
  for (const [name, text] of left) if (text !== null) entries.push(deflatePart(name, text));
  return layOut(entries);
}

function deflatePart(name: string, text: string): Stored {
  const bytes = encodePart(text);
  const data = deflate(bytes);
  return {
    name,
    method: 8,
    crc: crc32(bytes),
    size: bytes.length,
    compressedSize: data.length,
    time: NO_TIME,
    externalAttributes: 0,
    data,
  };
}

function layOut(entries: readonly Stored[]): Uint8Array {
  const names = entries.map((entry) => new TextEncoder().encode(entry.name));
  const size = entries.reduce((sum, entry, i) => sum + 76 + 2 * (names[i]?.length ?? 0) + entry.data.length, 22);
  if (size > LIMITS.file) refuse('file-too-large', 'file');
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  const offsets: number[] = [];
  let at = 0;
  entries.forEach((entry, i) => {
    const name = names[i] ?? new Uint8Array();
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeCommon(view, at + 4, entry, name.length);
    out.set(name, at + 30);
    out.set(entry.data, at + 30 + name.length);
    at += 30 + name.length + entry.data.length;
  });
  const directory = at;
  entries.forEach((entry, i) => {
    const name = names[i] ?? new Uint8Array();
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    writeCommon(view, at + 6, entry, name.length);
    view.setUint32(at + 38, entry.externalAttributes, true);
    view.setUint32(at + 42, offsets[i] ?? 0, true);
    out.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

/** The 26 bytes that local and central headers share (§4.3.7, §4.3.12). */
function writeCommon(view: DataView, at: number, entry: Stored, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8_NAME, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.compressedSize, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, nameLength, true);
}
