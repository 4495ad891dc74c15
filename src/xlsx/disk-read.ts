/** Reading a file of the disk whole, whatever stands under its name (Node only). */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { fail, ok } from '../sheets/door';
import type { DoorProblem, Result } from '../sheets/door';
import { LIMITS } from './limits';

/** The system's short name for what went wrong, such as EACCES. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';

/**
 * The bytes of a file: `file-unreadable` with the system's code, or `file-too-large` without reading it.
 * Pipes, devices and files without an end are refused: they would keep their reader waiting, or fill
 * its memory. Reads at once: for a small file the round trips of the asynchronous way cost more.
 */
export function readFileBytes(path: string): Result<Uint8Array, DoorProblem> {
  let file: number | null = null;
  try {
    // A pipe without a writer would keep even the opening waiting; Windows knows no such pipes.
    file = openSync(path, constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK));
    const found = fstatSync(file);
    if (!found.isFile()) return fail({ code: 'file-unreadable', detail: 'no-file' });
    if (found.size > LIMITS.file) return fail({ code: 'file-too-large', detail: 'file' });
    return readToEnd(file, found.size);
  } catch (error) {
    return fail({ code: 'file-unreadable', detail: codeOf(error) });
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** The size that a file states may be wrong: it grows, or it is one that the system makes up. */
function readToEnd(file: number, size: number): Result<Uint8Array, DoorProblem> {
  let bytes = Buffer.allocUnsafeSlow(size + 1);
  let length = 0;
  for (;;) {
    const got = readSync(file, bytes, length, bytes.length - length, null);
    if (got === 0) return ok(bytes.subarray(0, length));
    length += got;
    if (length > LIMITS.file) return fail({ code: 'file-too-large', detail: 'file' });
    if (length < bytes.length) continue;
    const larger = Buffer.allocUnsafeSlow(Math.min(length * 2 + 4096, LIMITS.file + 1));
    bytes.copy(larger);
    bytes = larger;
  }
}

/** Whether a file holds these bytes now. */
export function sameBytes(path: string, bytes: Uint8Array): boolean {
  const now = readFileBytes(path);
  return now.ok && Buffer.compare(now.value, bytes) === 0;
}

/** The text of a list that the user names, under the same terms. */
export function readTextFile(path: string): Result<string, DoorProblem> {
  const read = readFileBytes(path);
  return read.ok ? ok(new TextDecoder().decode(read.value)) : read;
}

/** The bytes that stand at a path to be written to; null where nothing does. Read before the work begins. */
export function bytesThere(path: string): Result<Uint8Array | null, DoorProblem> {
  const read = readFileBytes(path);
  if (read.ok) return read;
  if (read.error.detail === 'ENOENT') return ok(null);
  return fail({ code: 'file-not-writable', detail: read.error.detail ?? read.error.code });
}
