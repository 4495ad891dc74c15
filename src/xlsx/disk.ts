/** Workbooks on disk (Node only): a file is whole at every moment, also when the power fails, and nobody's save is lost. */
import { accessSync, constants, linkSync, lstatSync, realpathSync, renameSync, statSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail, ok } from '../sheets/door';
import type { DoorProblem, Result } from '../sheets/door';
import { backUp, hasNoLinks, type BackUp } from './disk-backup';
import { codeOf, sameBytes } from './disk-read';
import { clearAbandoned, temporaryName } from './disk-temporary';
import { keepZone, patiently } from './disk-windows';

export { bytesThere, readFileBytes, readTextFile } from './disk-read';

export interface ReplaceOptions {
  /** The bytes that stood there when the work began (`bytesThere`); null: nothing did. */
  readonly was: Uint8Array | null;
  /** Whether such bytes carry an earlier output of ours: then what stood there before is kept already. */
  readonly isOurs: (bytes: Uint8Array) => boolean;
  /** The file that the new bytes are made from: this one, or another. */
  readonly source: string;
}

export interface Replaced {
  /** The name under which this call kept the old file. */
  readonly backup: string | null;
}

const CHANGED = fail<DoorProblem>({ code: 'file-changed' });

/**
 * Puts `bytes` in the place of a file, which is whole at every moment: they are written beside it and
 * flushed, and take its place by a rename. What stood there before our first write is kept as
 * "<path>.bak" (`backUp`). A file that somebody saved, made or deleted since the work began is left
 * alone (`file-changed`); one that is read-only, or no file, too (`file-not-writable`).
 *
 * Between the last look at the file and the rename lie some microseconds that no call known to Node
 * closes; who saves into the same file within them gets it back.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  { was, isOurs, source }: ReplaceOptions,
): Promise<Result<Replaced, DoorProblem>> {
  /** What goes again, whatever happens. */
  const passing: string[] = [];
  try {
    const target = realPathOf(path);
    const beside = (): string => {
      const name = temporaryName(dirname(target));
      passing.push(name);
      return name;
    };
    if (was !== null && !sameBytes(target, was)) return CHANGED;
    const old = was === null ? null : replaceable(target);
    if (typeof old === 'string') return fail({ code: 'file-not-writable', detail: old });
    clearAbandoned(dirname(target));
    const fresh = beside();
    await writeFlushed(fresh, bytes, old);
    await keepZone(source, fresh);
    if (was === null) {
      if (!(await patiently(() => placeNew(fresh, target)))) return CHANGED;
    } else {
      const kept = await backUp(target, was, isOurs, beside());
      if (!(await swap(fresh, target, was, kept))) return CHANGED;
      await flushFolder(dirname(target));
      return ok({ backup: kept.made });
    }
    await flushFolder(dirname(target));
    return ok({ backup: null });
  } catch (error) {
    return fail({ code: 'file-not-writable', detail: codeOf(error) });
  } finally {
    for (const name of passing) await rm(name, { force: true }).catch(() => undefined);
  }
}

/** What stands behind links. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

interface Owned {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** Whose file it is, or why it may not be replaced: a rename would not ask a file that is read-only. */
function replaceable(path: string): Owned | string {
  const found = lstatSync(path);
  if (!found.isFile()) return 'no-file';
  if ((found.mode & 0o222) === 0) return 'read-only';
  accessSync(path, constants.W_OK);
  return found;
}

/**
 * The rename, right after a last look; false where somebody was faster: then nothing of this call stays.
 * No other task runs between the two.
 */
async function swap(fresh: string, target: string, was: Uint8Array, { made, link }: BackUp): Promise<boolean> {
  let done = false;
  try {
    done = await patiently(() => sameBytes(target, was) && (renameSync(fresh, target), true));
  } finally {
    if (!done && made !== null) await rm(made, { force: true });
  }
  if (!done || link === null || sameBytes(link, was)) return done;
  renameSync(link, target);
  return false;
}

/** False where somebody put something there meanwhile: a link is made only where no name stands, but not every system has them. */
function placeNew(fresh: string, target: string): boolean {
  try {
    linkSync(fresh, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!hasNoLinks(error)) throw error;
    if (statSync(target, { throwIfNoEntry: false }) !== undefined) return false;
    renameSync(fresh, target);
  }
  return true;
}

async function writeFlushed(path: string, bytes: Uint8Array, like: Owned | null): Promise<void> {
  const file = await open(path, 'wx');
  try {
    if (like !== null) {
      await file.chmod(like.mode & 0o777);
      // Only the superuser may give a file away; for all others it is theirs already.
      await file.chown(like.uid, like.gid).catch(() => undefined);
    }
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the rename last; not every system can flush a folder. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
