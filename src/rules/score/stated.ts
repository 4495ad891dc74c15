/** What a sheet may state as a sum although it is not the score: all of it added up, nothing cut, lifted or spread. */
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { TreeNode } from './tree';
import type { ExactReader } from './exact';
import type { Recipe, SheetRecipe, Together } from './recipe';

/** What a row brings by itself; null: its points, or what stands below it. */
export type OwnPoints = (row: TreeNode) => Rational | null;

export class StatedReader {
  constructor(
    private readonly sheet: SheetRecipe,
    /** The points of leaves that bring nothing else of their own. */
    private readonly exact: ExactReader,
    private readonly own: OwnPoints,
  ) {}

  /** The rows below a parent together. */
  below(parent: TreeNode): Rational | null {
    const recipe = this.sheet.rows.get(parent);
    return recipe === undefined ? null : this.added(recipe);
  }

  /** All main points and all bonus, less all deduction. */
  total(): Rational | null {
    return this.added(this.sheet.total);
  }

  /** Null beside something unknown. */
  private added(recipe: Recipe): Rational | null {
    switch (recipe.rule) {
      case 'leaf':
      case 'row': {
        const own = this.own(recipe.row);
        if (own !== null) return own;
        return recipe.rule === 'leaf' ? this.exact.value(recipe) : this.added(recipe.of);
      }
      case 'sum':
      case 'highest':
        return this.together(recipe);
      case 'cap':
      case 'floor':
      case 'rescale':
      case 'round':
      case 'step':
      case 'kept':
        return this.added(recipe.of);
      case 'balance': {
        const { base, bonus, deduction } = this.sheet;
        const [main, more, less] = [base, bonus, deduction].map((part) => (part === null ? q.ZERO : this.added(part)));
        return main == null || more == null || less == null ? null : q.subtract(q.add(main, more), less);
      }
      // A sheet adds up the points of cells.
      case 'data':
      case 'maximum':
      case 'constant':
        return null;
    }
  }

  private together({ of }: Together): Rational | null {
    let together = q.ZERO;
    for (const each of of) {
      const own = this.added(each);
      if (own === null) return null;
      together = q.add(together, own);
    }
    return together;
  }
}
