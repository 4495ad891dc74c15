/** The formulas of `Chấm điểm`: what stands in the row of a parent and in `Tổng điểm`; and its limits. */
import type { Criterion } from '../rules';
import type { SheetRecipe } from '../rules/score/recipe';
import type { TreeNode } from '../rules/score/tree';
import { ENTRY_MESSAGES } from '../text/new-workbook';
import { FormulaWriter, LONGEST_FORMULA, roundFormula } from './score-formula';

/** The cell of a node in the column at hand, such as "D7". */
export type AddressOf = (node: TreeNode) => string;

/** A writer that takes the cells of all rows but `own`. */
function writerAt(addressOf: AddressOf): FormulaWriter {
  return new FormulaWriter({
    at: (node) => {
      const cell = addressOf(node);
      return { cell, points: cell };
    },
  });
}

/** The sum of a parent; null where no cell could hold it. */
export function parentFormula({ rows }: SheetRecipe, node: TreeNode, addressOf: AddressOf): string | null {
  const recipe = rows.get(node);
  const rounded = recipe === undefined ? '' : roundFormula(writerAt(addressOf).points(recipe), null);
  return recipe === undefined || rounded.length > LONGEST_FORMULA ? null : rounded;
}

/** Base + bonus − deduction of the cells as they stand, within the limits of the settings. */
export function totalFormula(recipe: SheetRecipe, addressOf: AddressOf): string {
  const writer = writerAt(addressOf);
  const part = (kind: 'base' | 'bonus' | 'deduction'): string | null =>
    recipe[kind] === null ? null : writer.points(recipe[kind]);
  const parts = { base: part('base'), bonus: part('bonus'), deduction: part('deduction') };
  return new FormulaWriter({ at: () => null, parts }).points(recipe.total);
}

/** What is said to who types a score that is none. */
export const limitMessage = ({ code, name }: Pick<Criterion, 'code' | 'name'>, max: number | null): string =>
  ENTRY_MESSAGES.points(code, name, max);
