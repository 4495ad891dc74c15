/** Sums that the workbook states itself: they are checked, never used. */
import type { CriterionCode, Entry, ScoreColumn } from './book';
import type { LeafOutcome } from './leaf';
import type { LevelScore } from './score/exact';
import type { Prepared } from './prepare';
import { naTreatment } from './not-applicable';
import * as q from './rational';
import type { Rational } from './rational';
import type { TreeNode } from './tree';

/** Differences up to this come from the spreadsheet's own arithmetic, and from quotients that were read to ten decimals. */
const TOLERANCE: Rational = { n: 1n, d: 1_000_000n };

function isClose(a: Rational, b: Rational): boolean {
  const difference = q.subtract(a, b);
  return q.compare(q.sign(difference) < 0 ? q.negate(difference) : difference, TOLERANCE) <= 0;
}

function numberIn(entry: Entry | undefined): Rational | null {
  return entry?.kind === 'number' ? q.parse(entry.value) : null;
}

class SumChecker {
  /** `score`: the column's, before sanctions. */
  constructor(
    readonly prepared: Prepared,
    readonly column: ScoreColumn,
    readonly leaves: readonly LeafOutcome[],
    readonly score: LevelScore,
  ) {}

  private leafPoints(leaf: TreeNode): Rational | null {
    const outcome = this.leaves[leaf.leaf];
    if (outcome?.kind === 'points') return outcome.points;
    if (outcome?.kind !== 'na') return null;
    return naTreatment(leaf.criterion, this.prepared.book.settings) === 'full' && leaf.kind === 'main'
      ? (leaf.max ?? q.ZERO)
      : q.ZERO;
  }

  /** The sum of the leaves below, without caps; null above a leaf without points. */
  private plainSum(node: TreeNode): Rational | null {
    return node.isLeaf ? this.leafPoints(node) : this.together(node.children, (child) => this.plainSum(child));
  }

  /** The values of some rows together; null beside a row without one. */
  private together(nodes: readonly TreeNode[], valueOf: (node: TreeNode) => Rational | null): Rational | null {
    let together = q.ZERO;
    for (const node of nodes) {
      const own = valueOf(node);
      if (own === null) return null;
      together = q.add(together, own);
    }
    return together;
  }

  /** What stands in a row's cell: of a parent its stated sum, else the sum of its children's cells. */
  private standing(node: TreeNode): Rational {
    const cells = this.column.standing ?? this.column.entries;
    const entry = node.isLeaf ? cells.get(node.criterion.code) : this.column.stated.get(node.criterion.code);
    const stated = entry?.kind === 'yesno' && entry.value ? node.max : numberIn(entry);
    return stated ?? (node.isLeaf ? q.ZERO : q.sum(node.children.map((child) => this.standing(child))));
  }

  private childrenStanding(node: TreeNode): Rational {
    return q.sum(node.children.map((child) => this.standing(child)));
  }

  /** A child after its own caps. */
  private valueOf(child: TreeNode): Rational | null {
    return child.isLeaf ? this.leafPoints(child) : (this.score.points.get(child.criterion.code) ?? null);
  }

  /** Whether an error below is the cause of an error in a sum: it has been said where it stands. */
  private inheritsError(nodes: readonly TreeNode[]): boolean {
    return nodes.some(
      ({ criterion, children }) =>
        (this.column.entries.get(criterion.code) ?? this.column.stated.get(criterion.code))?.kind === 'error' ||
        this.inheritsError(children),
    );
  }

  /** `scored` is what most sums are; only where one is not the other `allowed` ones are made, the expected one first: `plain`, without caps. */
  private compare(
    code: CriterionCode,
    stated: Entry,
    below: readonly TreeNode[],
    scored: Rational | null,
    plain: () => Rational | null,
    allowed: () => readonly (Rational | null)[],
  ): void {
    const { report } = this.prepared;
    const about = { unit: this.column.unit, ...(code === '' ? {} : { criterion: code }) };
    if (stated.kind === 'error' && this.inheritsError(below)) return;
    if (stated.kind === 'error') report('cell-error', stated.place, { ...about, received: stated.error });
    if (stated.kind === 'uncalculated') report('formula-not-calculated', stated.place, { ...about, severity: 'info' });
    const value = numberIn(stated);
    if (value === null || (scored !== null && isClose(scored, value))) return;
    const simple = plain();
    if (simple === null || isClose(simple, value)) return;
    const sums = allowed();
    const [expected] = sums;
    if (expected === undefined || expected === null || sums.some((sum) => sum !== null && isClose(sum, value))) return;
    report('sum-differs', stated.place, { ...about, received: q.format(value), expected: q.format(expected) });
  }

  checkParent(node: TreeNode, stated: Entry): void {
    const {
      children,
      criterion: { code },
    } = node;
    const plain = (): Rational | null => this.plainSum(node);
    this.compare(code, stated, children, this.score.points.get(code) ?? null, plain, () => [
      plain(),
      this.together(children, (child) => this.valueOf(child)),
      this.childrenStanding(node),
    ]);
  }

  checkTotal(stated: Entry): void {
    const {
      tree: { roots },
    } = this.prepared;
    const rootsSum = (value: (node: TreeNode) => Rational | null): Rational | null =>
      this.together(roots, (root) => {
        const own = value(root);
        return own !== null && root.kind === 'deduction' ? q.negate(own) : own;
      });
    this.compare(
      '',
      stated,
      roots,
      this.score.total,
      () => rootsSum((root) => this.plainSum(root)),
      () => {
        const { base, earned, bonus, deduction, exact } = this.score;
        if (base === null || earned === null || bonus === null || deduction === null) return [];
        const more = q.subtract(bonus, deduction);
        return [q.add(base, more), q.add(earned, more), exact, rootsSum((root) => this.standing(root))];
      },
    );
  }
}

/** Checks the parent rows and the row of the total at every level of every unit that takes part. */
export function checkSums(prepared: Prepared): void {
  for (const own of prepared.units) {
    if (own.scored.recorded) continue;
    for (const [level, column] of own.scored.columns) {
      if (column.stated.size === 0) continue;
      const leaves = own.scored.outcomes.get(level);
      const score = own.raw.get(level);
      if (leaves === undefined || score === undefined) continue;
      const checker = new SumChecker(prepared, column, leaves, score);
      for (const [code, stated] of column.stated) {
        const node = prepared.tree.byCode.get(code);
        if (code === '') checker.checkTotal(stated);
        else if (node !== undefined && !node.isLeaf) checker.checkParent(node, stated);
      }
    }
  }
}
