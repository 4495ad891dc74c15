/** "<file>.bak": what stood there before our first write. It is never replaced, whoever made it. */
import { constants, linkSync, statSync } from 'node:fs';
import { copyFile, open, rename } from 'node:fs/promises';
import { sameBytes } from './disk-read';

export interface BackUp {
  /** The backup that this call made; null where one stood already. */
  readonly made: string | null;
  /** A second name of the old file, by which a late write into it is seen; null where there are none. */
  readonly link: string | null;
}

/** What systems answer that have no second name for a file (FAT, some network folders). */
export const hasNoLinks = (error: unknown): boolean =>
  ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK', 'EISDIR', 'UNKNOWN'].includes(
    String((error as NodeJS.ErrnoException).code),
  );

/**
 * Keeps `target`, whose bytes are `was`: as .bak where there is none; beside a .bak of other bytes as
 * .bak2, .bak3 …, unless `was` is an output of ours: then a .bak holds what stood before it.
 * `spare` is a name for a second name that does not stay.
 */
export async function backUp(
  target: string,
  was: Uint8Array,
  isOurs: (bytes: Uint8Array) => boolean,
  spare: string,
): Promise<BackUp> {
  let ours: boolean | undefined;
  for (let number = 1; ; number++) {
    const path = `${target}.bak${number === 1 ? '' : String(number)}`;
    if (isThere(path)) {
      if (sameBytes(path, was) || (ours ??= isOurs(was)))
        return { made: null, link: tryLink(target, spare) ? spare : null };
    } else if (tryLink(target, path)) return { made: path, link: path };
    else if (await copyTo(target, path, spare)) return { made: path, link: null };
  }
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** False where the new name is taken, or second names are not known. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || hasNoLinks(error)) return false;
    throw error;
  }
}

/** Under another name until it is whole. False where the new name is taken. */
async function copyTo(from: string, to: string, spare: string): Promise<boolean> {
  await copyFile(from, spare, constants.COPYFILE_FICLONE);
  const file = await open(spare, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  if (isThere(to)) return false;
  await rename(spare, to);
  return true;
}
