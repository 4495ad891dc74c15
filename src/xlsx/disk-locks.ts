/** Signs that a workbook is open somewhere (Node only). */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What Excel and WPS, LibreOffice, and WPS for Linux lay beside a workbook while it is open. */
const LOCK_NAMES: readonly ((name: string) => string)[] = [
  (name) => `~$${name}`,
  (name) => `.~lock.${name}#`,
  (name) => `.~${name}`,
];

/** The names of the lock files beside a workbook; one that was left behind by a crash looks the same. */
export function lockFilesBeside(path: string): string[] {
  return LOCK_NAMES.map((lockName) => lockName(basename(path))).filter((name) => existsSync(join(dirname(path), name)));
}
