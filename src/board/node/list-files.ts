/** Which workbooks to check: files as they are named, folders walked. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isWorkbookName } from '../workbook-names';

/**
 * Every file once, sorted by path, so that runs and shards agree on the order. A path that is not there
 * and a broken link stay in the list: they become findings.
 */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const files = new Map<string, string>();
  const folders = new Set<string>();
  const add = (real: string, path: string): void => {
    if (!files.has(real)) files.set(real, path);
  };
  const visit = async (path: string): Promise<void> => {
    const found = await stat(path).catch(() => null);
    const real = await realpath(path).catch(() => path);
    if (found?.isDirectory() !== true) {
      add(real, path);
      return;
    }
    if (folders.has(real)) return;
    folders.add(real);
    // A folder that may not be opened is a finding like a file that may not.
    const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
    if (entries === null) files.set(real, path);
    for (const entry of entries ?? []) {
      const inside = join(path, entry.name);
      if (entry.isFile()) {
        if (isWorkbookName(entry.name)) add(join(real, entry.name), inside);
        continue;
      }
      const isFolder =
        entry.isDirectory() ||
        (entry.isSymbolicLink() && (await stat(inside).catch(() => null))?.isDirectory() === true);
      if (isFolder || isWorkbookName(entry.name)) await visit(inside);
    }
  };
  for (const path of paths) await visit(path);
  return [...files.values()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The i-th of n runs of neighbours (i from 1): the shards one after another are the whole list in order. */
export function shardOf<T>(items: readonly T[], { index, count }: Shard): readonly T[] {
  const from = Math.floor((items.length * (index - 1)) / count);
  return items.slice(from, Math.floor((items.length * index) / count));
}

export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** "2/8" → {index: 2, count: 8}; null for anything else. */
export function parseShard(text: string): Shard | null {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/u.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count ? shard : null;
}
