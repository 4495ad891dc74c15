/** Workbooks on disk (Node only): a file is whole at every moment, also when the power fails. */
import { constants, readFileSync, statSync } from 'node:fs';
import { copyFile, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok } from '../workbook/door';
import type { DoorProblem, Result } from '../workbook/door';
import { LIMITS } from './limits';

/** The system's short name for what went wrong, such as EACCES. */
const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown');

/**
 * The bytes of a file: `file-unreadable` with the system's code, or `file-too-large` without reading it.
 * Reads at once: for a small file the round trips of the asynchronous way cost more than the reading.
 */
export function readFileBytes(path: string): Result<Uint8Array, DoorProblem> {
  try {
    const found = statSync(path);
    // A pipe or a device could keep its reader waiting for ever.
    if (!found.isFile()) return fail({ code: 'file-unreadable', detail: 'no-file' });
    if (found.size > LIMITS.file) return fail({ code: 'file-too-large', detail: 'file' });
    return ok(readFileSync(path));
  } catch (error) {
    return fail({ code: 'file-unreadable', detail: codeOf(error) });
  }
}

/**
 * Puts `bytes` in the place of a file. They are written beside it and flushed first; the old file is
 * kept as "<path>.bak" and only then replaced, by a rename. With `was`, the bytes that the new ones
 * were made from, a file that somebody saved in between is left alone: `file-not-writable`, `changed`.
 */
export async function replaceFile(path: string, bytes: Uint8Array, was?: Uint8Array): Promise<Result<void, DoorProblem>> {
  let temporary: string | undefined;
  try {
    const target = await realpath(path).catch(() => path);
    const old = await stat(target).catch(() => null);
    const beside = join(dirname(target), `.thidua-${String(process.pid)}-${Math.random().toString(36).slice(2)}.tmp`);
    temporary = beside;
    await writeFlushed(beside, bytes, old?.mode);
    if (old !== null) {
      if (was !== undefined && Buffer.compare(await readFile(target), was) !== 0) return fail({ code: 'file-not-writable', detail: 'changed' });
      await backUp(target, old.mode);
    }
    await rename(beside, target);
    temporary = undefined;
    await flushFolder(dirname(target));
    return ok(undefined);
  } catch (error) {
    return fail({ code: 'file-not-writable', detail: codeOf(error) });
  } finally {
    if (temporary !== undefined) await rm(temporary, { force: true }).catch(() => undefined);
  }
}

async function writeFlushed(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const file = await open(path, 'wx');
  try {
    if (mode !== undefined) await file.chmod(mode & 0o777);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The copy too is written beside and renamed, so that an older .bak stays whole until then. */
async function backUp(target: string, mode: number): Promise<void> {
  const beside = `${target}.bak.tmp`;
  await rm(beside, { force: true });
  await copyFile(target, beside, constants.COPYFILE_FICLONE);
  const file = await open(beside, 'r+', mode);
  await file.sync().finally(() => file.close());
  await rename(beside, `${target}.bak`);
}

/** Makes the rename last; not every system can flush a folder. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
