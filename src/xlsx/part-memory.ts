/**
 * What was made of small parts that say how a workbook is built: its relationships, its formats. They are
 * the same in one workbook after the other that one program wrote, and in one that is read again and again.
 */
import type { ZipEntry } from './zip-directory';

/** Larger parts are made anew each time (bytes, inflated). */
const LARGEST = 256 * 1024;
/** Parts that are kept; where there are more, all are made anew. */
const MOST = 32;

interface Kept<Made> {
  readonly method: number;
  readonly stored: Uint8Array;
  readonly made: Made;
}

/** Keeps what was made of the last parts; it must hang on nothing but their name and their bytes. */
export class PartMemory<Made> {
  private readonly kept = new Map<string, Kept<Made>>();

  /** What was made of a part of this name with the very same bytes. `stored`: as they stand in the file. */
  get(entry: ZipEntry, stored: Uint8Array): Kept<Made> | undefined {
    const kept = this.kept.get(keyOf(entry));
    return kept !== undefined && kept.method === entry.method && isSame(kept.stored, stored) ? kept : undefined;
  }

  keep(entry: ZipEntry, stored: Uint8Array, made: Made): void {
    if (entry.size > LARGEST || stored.length > LARGEST) return;
    if (this.kept.size >= MOST) this.kept.clear();
    this.kept.set(keyOf(entry), { method: entry.method, stored: stored.slice(), made });
  }
}

const keyOf = ({ name, crc, size }: ZipEntry): string => `${name} ${String(crc)} ${String(size)}`;

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
