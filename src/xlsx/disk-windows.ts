/** What writing a file on Windows takes beyond the rest of the world. */
import { readFile, writeFile } from 'node:fs/promises';
import { codeOf } from './disk-read';

/** Scanners for viruses and search indexes hold a file open for a moment: what they refuse is tried again. */
const PASSING: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);
/** Milliseconds before each further try: two seconds in all. */
const PAUSES = [20, 50, 100, 200, 400, 500, 700];

/** Runs `action` until it does not throw what passes by itself on Windows; elsewhere once. */
export async function patiently<T>(
  action: () => T,
  platform: NodeJS.Platform = process.platform,
  pauses: readonly number[] = PAUSES,
): Promise<T> {
  for (const pause of platform === 'win32' ? pauses : []) {
    try {
      return action();
    } catch (error) {
      if (!PASSING.has(codeOf(error))) throw error;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
  }
  return action();
}

/**
 * Windows marks a file that came from the net or a mail in a stream beside its bytes; Excel opens it in
 * protected view. A file made from it carries the mark on. Nothing happens where there is none.
 */
export async function keepZone(from: string, to: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  if (platform !== 'win32') return;
  const mark = await readFile(`${from}:Zone.Identifier`).catch(() => null);
  if (mark !== null) await writeFile(`${to}:Zone.Identifier`, mark).catch(() => undefined);
}
