/** Sums that the workbook states itself: they are checked, never used. */
import type { CriterionCode, Entry, ScoreColumn } from '../model/book';
import type { LeafOutcome } from '../score/leaf';
import type { Prepared } from '../prepare';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import { compileSheet } from '../score/compile';
import { ExactReader } from '../score/exact';
import type { LevelScore } from '../score/exact';
import type { SheetRecipe } from '../score/recipe';
import { StatedReader } from '../score/stated';
import type { TreeNode } from '../score/tree';

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
  /** As the unit's points say. */
  private readonly plain: StatedReader;
  /** As its rows were scored: each after its own caps. */
  private readonly scored: StatedReader;
  /** As the cells stand in the sheet. */
  private readonly standing: StatedReader;

  /** `score`: the column's, before sanctions. */
  constructor(
    readonly prepared: Prepared,
    sheet: SheetRecipe,
    readonly column: ScoreColumn,
    leaves: readonly LeafOutcome[],
    readonly score: LevelScore,
  ) {
    const exact = new ExactReader(leaves);
    this.plain = new StatedReader(sheet, exact, () => null);
    this.scored = new StatedReader(sheet, exact, ({ criterion }) => score.points.get(criterion.code) ?? null);
    this.standing = new StatedReader(sheet, exact, (row) => this.cellOf(row) ?? (row.isLeaf ? q.ZERO : null));
  }

  /** What stands in a row's cell: of a parent its stated sum. */
  private cellOf({ isLeaf, criterion: { code }, max }: TreeNode): Rational | null {
    const { stated, entries, standing = entries } = this.column;
    const entry = (isLeaf ? standing : stated).get(code);
    return entry?.kind === 'yesno' && entry.value ? max : numberIn(entry);
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
    allowed: (plain: Rational) => readonly (Rational | null)[],
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
    const sums = allowed(simple);
    const [expected] = sums;
    if (expected === undefined || expected === null || sums.some((sum) => sum !== null && isClose(sum, value))) return;
    report('sum-differs', stated.place, { ...about, received: q.format(value), expected: q.format(expected) });
  }

  checkParent(node: TreeNode, stated: Entry): void {
    const {
      children,
      criterion: { code },
    } = node;
    this.compare(
      code,
      stated,
      children,
      this.score.points.get(code) ?? null,
      () => this.plain.below(node),
      (plain) => [plain, this.scored.below(node), this.standing.below(node)],
    );
  }

  checkTotal(stated: Entry): void {
    this.compare(
      '',
      stated,
      this.prepared.tree.roots,
      this.score.total,
      () => this.plain.total(),
      () => {
        const { base, earned, bonus, deduction, exact } = this.score;
        if (base === null || earned === null || bonus === null || deduction === null) return [];
        const more = q.subtract(bonus, deduction);
        return [q.add(base, more), q.add(earned, more), exact, this.standing.total()];
      },
    );
  }
}

/** Checks the parent rows and the row of the total at every level of every unit that takes part. */
export function checkSums(prepared: Prepared): void {
  const sheet = compileSheet(prepared.tree, prepared.book.settings);
  for (const own of prepared.units) {
    if (own.scored.recorded) continue;
    for (const [level, column] of own.scored.columns) {
      if (column.stated.size === 0) continue;
      const leaves = own.scored.outcomes.get(level);
      const score = own.raw.get(level);
      if (leaves === undefined || score === undefined) continue;
      const checker = new SumChecker(prepared, sheet, column, leaves, score);
      for (const [code, stated] of column.stated) {
        const node = prepared.tree.byCode.get(code);
        if (code === '') checker.checkTotal(stated);
        else if (node !== undefined && !node.isLeaf) checker.checkParent(node, stated);
      }
    }
  }
}
