/** How high points can go: of a criterion, of all main, bonus or deduction points, of a total. */
import type { CountsToward, NaTreatment } from './book';
import { naTreatment } from './not-applicable';
import type { Prepared } from './prepare';
import * as q from './rational';
import type { Rational } from './rational';
import type { TreeNode } from './tree';
import { pointsBound } from './ways';

const RESCALES: ReadonlySet<NaTreatment> = new Set(['section', 'total']);

type Ground = Pick<Prepared, 'tree' | 'recipe' | 'book'>;

const atMost = (value: Rational | null, cap: Rational | null): Rational | null =>
  value === null ? cap : cap === null ? value : q.minimum(value, cap);

/** The most that leaves of a kind can bring below a node; null: no bound. */
export function upperBound(node: TreeNode, kind: CountsToward): Rational | null {
  if (!node.holds[kind]) return q.ZERO;
  if (node.isLeaf) return node.criterion.max === null ? null : pointsBound(node.criterion.way, node.max);
  let together: Rational | null = q.ZERO;
  for (const child of node.children) {
    const own = upperBound(child, kind);
    together =
      own === null || together === null ? null : node.highestOnly ? q.maximum(together, own) : q.add(together, own);
  }
  return atMost(together, node.kind === kind ? node.max : null);
}

/** A section's points are rounded before its cap: the rounding may lift them above the sum of the maxima. */
function sectionBound(root: TreeNode, decimals: number | null): Rational | null {
  const bound = upperBound(root, 'main');
  return root.isLeaf || root.kind !== 'main' || bound === null ? bound : atMost(q.round(bound, decimals), root.max);
}

/** A ratio's cap above 100 % can be multiplied when the leaves beside it are left out. */
function largestShare({ tree }: Ground): Rational {
  return tree.leaves.reduce(
    (most, { criterion: { way } }) => (way.kind === 'ratio' ? q.maximum(most, q.parse(way.cap) ?? q.ONE) : most),
    q.ONE,
  );
}

/** The most that all points of a kind can come to, after the overall cap; null: no bound. */
export function boundOf(ground: Ground, kind: CountsToward): Rational | null {
  const {
    tree,
    recipe,
    book: { settings },
  } = ground;
  let together: Rational | null = q.ZERO;
  for (const root of tree.roots) {
    const own = kind === 'main' ? sectionBound(root, settings.sectionDecimals) : upperBound(root, kind);
    together = own === null || together === null ? null : q.add(together, own);
  }
  if (kind !== 'main') return atMost(together, kind === 'bonus' ? recipe.bonusCap : recipe.deductionCap);
  const rescales = tree.leaves.some(({ criterion }) => RESCALES.has(naTreatment(criterion, settings)));
  if (together === null || !rescales) return together;
  // A section that was rounded up may be multiplied by any factor.
  return settings.sectionDecimals === null
    ? q.maximum(together, q.multiply(recipe.wholeMax, largestShare(ground)))
    : null;
}

export interface Reach {
  readonly lowest: Rational;
  /** Null: no upper bound. */
  readonly highest: Rational | null;
}

/**
 * What a unit without total could still reach: from 0 (or below, as far as deductions go) to the
 * maximum plus the limit of the bonus, within the limits of the total, and rounded as a total is.
 */
export function reachOf(ground: Ground): Reach {
  const {
    recipe,
    book: {
      settings: { totalDecimals },
    },
  } = ground;
  const main = boundOf(ground, 'main');
  const bonus = boundOf(ground, 'bonus');
  const deduction = boundOf(ground, 'deduction');
  const most = main === null || bonus === null ? null : q.add(main, bonus);
  const highest = atMost(most, recipe.totalMax);
  const lowest = recipe.totalMin ?? (deduction === null ? q.negate(q.fromInteger(1_000_000_000)) : q.negate(deduction));
  return {
    lowest: q.round(lowest, totalDecimals),
    highest: highest === null ? null : q.round(q.maximum(highest, lowest), totalDecimals),
  };
}
