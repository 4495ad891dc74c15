/** Live formulas of one unit on `Chấm điểm` and `Số liệu`; null where the rules allow no formula. */
import type { Book, Criterion, CriterionCode, DataRow, ScoreColumn, UnitId } from '../rules';
import { naTreatment } from '../rules/model/not-applicable';
import type { CriteriaTree, TreeNode } from '../rules/score/tree';
import { compileScore } from '../rules/score/compile';
import type { Recipe } from '../rules/score/recipe';
import { FormulaWriter, LONGEST_FORMULA, reference, roundFormula, type NodeCell } from './score-formula';
import { wayFormula } from './ways';

export interface LiveScore {
  readonly sections: ReadonlyMap<CriterionCode, string | null>;
  readonly bonus: string | null;
  readonly deduction: string | null;
  /** What the sum of the sections is multiplied with: "" for nothing, null where no formula can say it. */
  readonly factor: string | null;
}

/** The points that `Số liệu` gives, as a formula; null where a way looks at the whole bloc or a cell is missing. */
function dataFormula({ criterion, max }: TreeNode, rows: readonly DataRow[], recipe: Recipe): string | null {
  const [first] = rows;
  const points = first === undefined ? null : wayFormula(criterion.way, { max, row: first, rows });
  return points === null ? null : new FormulaWriter({ at: () => null, data: () => points }).points(recipe);
}

/** Signals that a leaf has no formula, so that neither has what is built on it. */
class NoFormula extends Error {}

/** `computed`: from what `Số liệu` gives to points; none for a way that is typed. */
function leafCell(
  node: TreeNode,
  column: ScoreColumn,
  rows: readonly DataRow[],
  computed: Recipe | undefined,
): NodeCell {
  const entry = column.entries.get(node.criterion.code);
  const optional = node.kind !== 'main';
  if (entry === undefined || entry.kind === 'absent') {
    if (optional && rows.length === 0) return { cell: '""', points: '0' };
    throw new NoFormula();
  }
  const cell = reference(entry.place);
  if (computed === undefined || entry.kind !== 'blank') return { cell, points: cell };
  if (optional && rows.length === 0) return { cell, points: cell };
  const points = dataFormula(node, rows, computed);
  if (points === null) throw new NoFormula();
  return { cell, points: `IF(ISNUMBER(${cell}),${cell},${points})` };
}

const holdsOneKind = (node: TreeNode): boolean => Object.values(node.holds).filter(Boolean).length <= 1;

/** Criteria a sanction may set to 0: whether it does hangs on facts that no formula of ours looks at. */
function sanctioned(book: Book): ReadonlySet<CriterionCode> {
  const named = book.conditions.flatMap(({ effect }) => (effect.kind === 'zeroCriterion' ? [effect.criterion] : []));
  const parents = new Map(
    book.criteria.map(({ code, parent }): [CriterionCode, Criterion['parent']] => [code, parent]),
  );
  const touched = new Set<CriterionCode>();
  for (const code of named) {
    for (let at: CriterionCode | null = code; at !== null && !touched.has(at); at = parents.get(at) ?? null)
      touched.add(at);
  }
  return touched;
}

/** The formulas of one unit, from the column of the level that ranks. */
export function liveScore(book: Book, tree: CriteriaTree, unit: UnitId, wholeSectionNa: boolean): LiveScore | null {
  const { settings } = book;
  const column = book.scores.find((scores) => scores.unit === unit && scores.level === settings.rankingLevel);
  if (column === undefined) return null;
  const byCriterion = new Map<CriterionCode, DataRow[]>();
  for (const row of book.data)
    if (row.unit === unit) byCriterion.set(row.criterion, [...(byCriterion.get(row.criterion) ?? []), row]);
  const recipe = compileScore(tree, settings);
  const writer = new FormulaWriter({
    at: (node) =>
      node.isLeaf
        ? leafCell(node, column, byCriterion.get(node.criterion.code) ?? [], recipe.computed.get(node))
        : null,
  });
  const zeroed = sanctioned(book);
  const sound = (node: TreeNode): boolean => holdsOneKind(node) && !zeroed.has(node.criterion.code);
  const attempt = (nodes: readonly TreeNode[], build: () => string): string | null => {
    if (!nodes.every(sound)) return null;
    try {
      const formula = build();
      return formula.length > LONGEST_FORMULA ? null : formula;
    } catch (error) {
      if (error instanceof NoFormula) return null;
      throw error;
    }
  };
  const extra = (kind: 'bonus' | 'deduction'): string | null =>
    attempt(
      tree.roots.filter((node) => node.holds[kind]),
      () => roundFormula(writer.points(recipe[kind]), null),
    );
  const { sections } = tree;
  const baseFactor = (): string | null => {
    const leavesOut = tree.leaves.some(({ criterion }) => naTreatment(criterion, settings) === 'total');
    return leavesOut ? attempt(sections, () => writer.factor(recipe.base)) : '';
  };
  return {
    sections: new Map(
      [...recipe.sections].map(([node, own]) => [node.criterion.code, attempt([node], () => writer.points(own))]),
    ),
    bonus: extra('bonus'),
    deduction: extra('deduction'),
    factor: wholeSectionNa ? null : baseFactor(),
  };
}
