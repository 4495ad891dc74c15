/** Which open leaves may turn out not applicable, so that the rest is taken times a larger factor. */
import type { OpenLeaf } from './open-leaves';
import * as q from '../number/rational';
import type { TreeNode } from '../score/tree';

/** So many ways are followed; beyond them a wider interval is given. */
const MAX_WAYS = 256;

/** Leaves that nothing tells apart: only how many of them are left out matters. */
function alike({ leaf, low, high }: OpenLeaf, asked: ReadonlySet<TreeNode>): string {
  const { code, parent, na } = leaf.criterion;
  if (asked.has(leaf) || parent === null) return `leaf ${code}`;
  return `below ${parent} ${na ?? ''} ${[leaf.max, low, high].map((value) => q.formatOptional(value) ?? '').join('|')}`;
}

/** Every set of leaves that may be left out, those that are alike counted once; null: too many. */
export function leftOutWays(
  open: readonly OpenLeaf[],
  asked: ReadonlySet<TreeNode>,
): readonly ReadonlySet<OpenLeaf>[] | null {
  const groups = new Map<string, OpenLeaf[]>();
  for (const each of open) {
    if (!each.mayBeLeftOut) continue;
    const key = alike(each, asked);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  let ways: readonly (readonly OpenLeaf[])[] = [[]];
  for (const group of groups.values()) {
    if (ways.length * (group.length + 1) > MAX_WAYS) return null;
    const parts = Array.from({ length: group.length + 1 }, (_, count) => group.slice(0, count));
    ways = ways.flatMap((before) => parts.map((more) => [...before, ...more]));
  }
  return ways.map((way) => new Set(way));
}
