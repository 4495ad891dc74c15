/** The criteria as a tree: parents sum their children, only leaves are scored. */
import type { CountsToward, Criterion, CriterionCode } from '../model/book';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';

export interface TreeNode {
  readonly criterion: Criterion;
  readonly children: readonly TreeNode[];
  readonly isLeaf: boolean;
  /** The leaf's number in the order of the sheet; -1 for a parent. */
  readonly leaf: number;
  /** Whether leaves of each kind stand here or below. */
  readonly holds: Readonly<Record<CountsToward, boolean>>;
  /** What its points count toward, inherited where the cell is blank. */
  readonly kind: CountsToward;
  /** A leaf's maximum or a parent's cap; null: none (or unreadable). */
  readonly max: Rational | null;
  /** A step above 0, else null. */
  readonly step: Rational | null;
  /** Only the highest child counts. */
  readonly highestOnly: boolean;
}

export interface CriteriaTree {
  readonly roots: readonly TreeNode[];
  /** Top-level rows that count toward `main`. */
  readonly sections: readonly TreeNode[];
  /** In the order of the sheet. */
  readonly leaves: readonly TreeNode[];
  readonly byCode: ReadonlyMap<CriterionCode, TreeNode>;
  /** Rows that bear a code again: no part of the tree. */
  readonly repeated: readonly Criterion[];
  /** Rows whose parent is no row, or that are their own ancestor: they stand at the top. */
  readonly orphans: readonly Criterion[];
  /** Rows that stand deeper than `DEEPEST`: they stand at the top. */
  readonly tooDeep: readonly Criterion[];
}

/** So many rows may stand one below the other; regulations have two to five. What reads a tree calls itself for each. */
export const DEEPEST = 40;

function hasCycle(criterion: Criterion, byCode: ReadonlyMap<CriterionCode, Criterion>): boolean {
  const seen = new Set<CriterionCode>([criterion.code]);
  for (let code = criterion.parent; code !== null; code = byCode.get(code)?.parent ?? null) {
    if (code === criterion.code) return true;
    if (seen.has(code)) return false;
    seen.add(code);
  }
  return false;
}

/** Every row that comes `DEEPEST` rows below the top, or below another such row. No row is its own ancestor. */
function tooDeepRows(rows: ReadonlyMap<CriterionCode, Criterion>, isTop: (row: Criterion) => boolean): Criterion[] {
  const depths = new Map<Criterion, number>();
  const found: Criterion[] = [];
  for (const row of rows.values()) {
    const path: Criterion[] = [];
    let above: Criterion | undefined = row;
    for (; above !== undefined && !depths.has(above); above = isTop(above) ? undefined : rows.get(above.parent ?? ''))
      path.push(above);
    let depth = above === undefined ? 0 : (depths.get(above) ?? 0) + 1;
    for (const below of path.reverse()) {
      if (depth === DEEPEST) {
        found.push(below);
        depth = 0;
      }
      depths.set(below, depth++);
    }
  }
  return found;
}

const trees = new WeakMap<readonly Criterion[], CriteriaTree>();

/** The tree of the first row of every code; built once for a list. Never fails: broken rows are listed apart. */
export function buildTree(criteria: readonly Criterion[]): CriteriaTree {
  const known = trees.get(criteria);
  if (known !== undefined) return known;
  const tree = growTree(criteria);
  trees.set(criteria, tree);
  return tree;
}

function growTree(criteria: readonly Criterion[]): CriteriaTree {
  const rows = new Map<CriterionCode, Criterion>();
  const repeated: Criterion[] = [];
  for (const criterion of criteria) {
    if (rows.has(criterion.code)) repeated.push(criterion);
    else rows.set(criterion.code, criterion);
  }
  const orphans = [...rows.values()].filter(
    (row) => row.parent !== null && (!rows.has(row.parent) || hasCycle(row, rows)),
  );
  const top = new Set(orphans);
  const tooDeep = tooDeepRows(rows, (row) => row.parent === null || top.has(row));
  for (const row of tooDeep) top.add(row);
  const childrenOf = new Map<CriterionCode, Criterion[]>();
  for (const row of rows.values()) {
    if (row.parent === null || top.has(row)) continue;
    const siblings = childrenOf.get(row.parent);
    if (siblings === undefined) childrenOf.set(row.parent, [row]);
    else siblings.push(row);
  }
  const isLeafRow = (row: Criterion): boolean => !childrenOf.has(row.code) && row.way.kind !== 'group';
  const leafRows = [...rows.values()].filter(isLeafRow);
  const leafNumber = new Map(leafRows.map((row, index) => [row, index]));
  const byCode = new Map<CriterionCode, TreeNode>();
  const grow = (criterion: Criterion, inherited: CountsToward): TreeNode => {
    const kind = criterion.counts ?? inherited;
    const max = q.readOptional(criterion.max);
    const step = q.readOptional(criterion.step);
    const leaf = leafNumber.get(criterion) ?? -1;
    const children = (childrenOf.get(criterion.code) ?? []).map((row) => grow(row, kind));
    const holds = (of: CountsToward): boolean => (leaf >= 0 ? kind === of : children.some((child) => child.holds[of]));
    const node: TreeNode = {
      criterion,
      kind,
      max,
      leaf,
      children,
      step: step !== null && q.sign(step) > 0 ? step : null,
      isLeaf: leaf >= 0,
      holds: { main: holds('main'), bonus: holds('bonus'), deduction: holds('deduction') },
      highestOnly: criterion.way.kind === 'group' && criterion.way.highestOnly,
    };
    byCode.set(criterion.code, node);
    return node;
  };
  const roots = [...rows.values()].filter((row) => row.parent === null || top.has(row)).map((row) => grow(row, 'main'));
  const leaves = leafRows.flatMap((row) => byCode.get(row.code) ?? []);
  return { roots, sections: roots.filter((node) => node.kind === 'main'), leaves, byCode, repeated, orphans, tooDeep };
}
