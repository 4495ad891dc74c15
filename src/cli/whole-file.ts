/** Files that the program makes for a folder. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Whole at every moment; a file that came to be meanwhile is not replaced unasked. */
export async function writeWhole(path: string, bytes: Uint8Array, replace: boolean): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if (!replace) return writeFile(path, bytes, { flag: 'wx' });
  const beside = `${path}.${String(process.pid)}.tmp`;
  try {
    await writeFile(beside, bytes, { flag: 'wx' });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
