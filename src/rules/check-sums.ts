/** Sums that the workbook states itself: they are checked, never used. */
import type { CriterionCode, Entry, ScoreColumn } from './book';
import { scoreLevel } from './score';
import type { LevelScore } from './score';
import type { Prepared } from './prepare';
import * as q from './rational';
import type { Rational } from './rational';
import type { PenalisedUnit } from './sanctions';
import type { TreeNode } from './tree';

/** Differences up to this come from the spreadsheet's own arithmetic. */
const TOLERANCE: Rational = { n: 1n, d: 1_000_000_000n };

function isClose(a: Rational, b: Rational): boolean {
  const difference = q.subtract(a, b);
  return q.compare(q.sign(difference) < 0 ? q.negate(difference) : difference, TOLERANCE) <= 0;
}

function numberIn(entry: Entry | undefined): Rational | null {
  return entry?.kind === 'number' ? q.parse(entry.value) : null;
}

class SumChecker {
  constructor(readonly prepared: Prepared, readonly own: PenalisedUnit, readonly column: ScoreColumn, readonly score: LevelScore) {}

  private leafPoints(leaf: TreeNode): Rational | null {
    const outcome = this.score.leaves[leaf.leaf];
    if (outcome?.kind === 'points') return outcome.points;
    if (outcome?.kind !== 'na') return null;
    return this.prepared.book.settings.notApplicable === 'full' && leaf.kind === 'main' ? (leaf.max ?? q.ZERO) : q.ZERO;
  }

  /** The sum of the leaves below, without caps; null above a leaf without points. */
  private plainSum(node: TreeNode): Rational | null {
    if (node.isLeaf) return this.leafPoints(node);
    let together: Rational | null = q.ZERO;
    for (const child of node.children) {
      const own = this.plainSum(child);
      together = own === null || together === null ? null : q.add(together, own);
    }
    return together;
  }

  /** What stands in a row's cell: of a parent its stated sum, else the sum of its children's cells. */
  private standing(node: TreeNode): Rational {
    const entry = node.isLeaf ? this.column.entries.get(node.criterion.code) : this.column.stated.get(node.criterion.code);
    const stated = entry?.kind === 'yesno' && entry.value ? node.max : numberIn(entry);
    return stated ?? (node.isLeaf ? q.ZERO : q.sum(node.children.map((child) => this.standing(child))));
  }

  private childrenStanding(node: TreeNode): Rational {
    return q.sum(node.children.map((child) => this.standing(child)));
  }

  /** Children after their own caps, together. */
  private childrenValue(node: TreeNode): Rational | null {
    let together: Rational | null = q.ZERO;
    for (const child of node.children) {
      const own = child.isLeaf ? this.leafPoints(child) : (this.score.points.get(child.criterion.code) ?? null);
      together = own === null || together === null ? null : q.add(together, own);
    }
    return together;
  }

  /** Whether an error below is the cause of an error in a sum: it has been said where it stands. */
  private inheritsError(nodes: readonly TreeNode[]): boolean {
    return nodes.some(({ criterion, children }) =>
      (this.column.entries.get(criterion.code) ?? this.column.stated.get(criterion.code))?.kind === 'error' || this.inheritsError(children));
  }

  private compare(code: CriterionCode, stated: Entry, below: readonly TreeNode[], allowed: readonly (Rational | null)[]): void {
    const { report } = this.prepared;
    const about = { unit: this.column.unit, ...(code === '' ? {} : { criterion: code }) };
    if (stated.kind === 'error' && this.inheritsError(below)) return;
    if (stated.kind === 'error') report('cell-error', stated.place, { ...about, received: stated.error });
    if (stated.kind === 'uncalculated') report('formula-not-calculated', stated.place, { ...about, severity: 'info' });
    const value = numberIn(stated);
    const [expected] = allowed;
    if (value === null || expected === undefined || expected === null) return;
    if (allowed.some((sum) => sum !== null && isClose(sum, value))) return;
    report('sum-differs', stated.place, { ...about, received: q.format(value), expected: q.format(expected) });
  }

  checkParent(node: TreeNode, stated: Entry): void {
    const plain = this.plainSum(node);
    this.compare(node.criterion.code, stated, node.children, plain === null
      ? []
      : [plain, this.score.points.get(node.criterion.code) ?? null, this.childrenValue(node), this.childrenStanding(node)]);
  }

  checkTotal(stated: Entry): void {
    const { base, earned, bonus, deduction, exact, total } = this.score;
    if (base === null || earned === null || bonus === null || deduction === null) {
      this.compare('', stated, this.prepared.tree.roots, []);
      return;
    }
    const more = q.subtract(bonus, deduction);
    const plain = this.rootsSum((node) => this.plainSum(node) ?? q.ZERO);
    this.compare('', stated, this.prepared.tree.roots, [q.add(base, more), q.add(earned, more), exact, total, plain, this.rootsSum((node) => this.standing(node))]);
  }

  private rootsSum(value: (node: TreeNode) => Rational): Rational {
    return q.sum(this.prepared.tree.roots.map((root) => (root.kind === 'deduction' ? q.negate(value(root)) : value(root))));
  }
}

/** Checks the parent rows and the row of the total at every level of every unit that takes part. */
export function checkSums(prepared: Prepared): void {
  for (const own of prepared.units) {
    if (own.scored.recorded) continue;
    for (const [level, column] of own.scored.columns) {
      if (column.stated.size === 0) continue;
      const leaves = own.scored.outcomes.get(level);
      if (leaves === undefined) continue;
      const checker = new SumChecker(prepared, own, column, scoreLevel(prepared.tree, prepared.scale, leaves));
      for (const [code, stated] of column.stated) {
        const node = prepared.tree.byCode.get(code);
        if (code === '') checker.checkTotal(stated);
        else if (node !== undefined && !node.isLeaf) checker.checkParent(node, stated);
      }
    }
  }
}
