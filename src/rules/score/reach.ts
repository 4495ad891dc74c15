/** How high points can go: what a recipe comes to at most, whatever the leaves bring. Null: nothing limits it. */
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { TreeNode } from './tree';
import { pointsBound } from './ways';
import { mayBeNothing } from './recipe';
import type { Recipe, Rescale, Round, ScoreRecipe, Together } from './recipe';

/** The highest points of every row, of the parts of a total, and of the total. */
export interface Reach extends Readonly<Record<'base' | 'bonus' | 'deduction' | 'total', Rational | null>> {
  /** A row that brings nothing of its own kind is none of them. */
  readonly rows: ReadonlyMap<TreeNode, Rational | null>;
}

const both = (a: Rational | null, b: Rational | null, join: (a: Rational, b: Rational) => Rational): Rational | null =>
  a === null || b === null ? null : join(a, b);

const mostOf = ({ criterion, max }: TreeNode): Rational | null => pointsBound(criterion.way, max);

class ReachReader {
  readonly rows = new Map<TreeNode, Rational | null>();
  /** What the balance is made of. */
  parts: Readonly<Record<'base' | 'bonus', Rational | null>> = { base: null, bonus: null };
  /** Some section may be left out as a whole. */
  private mayLackSection = false;

  highest(recipe: Recipe): Rational | null {
    switch (recipe.rule) {
      case 'leaf':
        return this.keep(recipe.row, mostOf(recipe.row));
      case 'data':
        return mostOf(recipe.row);
      case 'row': {
        const highest = this.highest(recipe.of);
        return recipe.counts ? this.keep(recipe.row, highest) : highest;
      }
      case 'sum':
      case 'highest':
        return this.together(recipe);
      case 'cap':
        return both(this.highest(recipe.of) ?? recipe.limit, recipe.limit, q.minimum);
      case 'floor':
        return both(this.highest(recipe.of), recipe.limit, q.maximum);
      case 'rescale':
        return this.rescale(recipe);
      case 'round':
        return this.round(recipe);
      case 'step':
        return both(this.highest(recipe.of), recipe.step, q.roundToStep);
      // A deduction may be 0.
      case 'balance':
        return both(this.parts.base, this.parts.bonus, q.add);
      case 'maximum':
        return recipe.row.max ?? q.ZERO;
      case 'kept':
        return this.highest(recipe.of);
      case 'constant':
        return recipe.value;
    }
  }

  private keep(row: TreeNode, highest: Rational | null): Rational | null {
    this.rows.set(row, highest);
    return highest;
  }

  private together({ rule, of }: Together): Rational | null {
    return of
      .map((each) => this.highest(each))
      .reduce((one, other) => both(one, other, rule === 'highest' ? q.maximum : q.add), q.ZERO);
  }

  private round({ of, decimals, bound }: Round): Rational | null {
    const highest = this.highest(of);
    if (highest === null) return bound;
    const rounded = q.round(highest, decimals);
    return bound === null ? rounded : q.minimum(rounded, bound);
  }

  /** Where much is left out, the rest counts as if all were like it: at most its share of the maximum. */
  private rescale({ over, of, left, max, applicable }: Rescale): Rational | null {
    const highest = this.highest(of);
    if (over !== 'whole' && mayBeNothing(applicable)) this.mayLackSection = true;
    if (left.length === 0 && !(over === 'whole' && this.mayLackSection)) return highest;
    return both(highest, both(this.highest(max), shareOf(of), q.multiply), q.maximum);
  }
}

/** The most points for each point of the maximum: 1, or more; null: without end. */
function shareOf(recipe: Recipe): Rational | null {
  switch (recipe.rule) {
    case 'leaf':
    case 'data': {
      const { max } = recipe.row;
      const bound = mostOf(recipe.row);
      return max === null || bound === null ? null : q.sign(max) === 0 ? q.ONE : q.divide(bound, max);
    }
    case 'sum':
    case 'highest':
      return recipe.of.map(shareOf).reduce((one, other) => both(one, other, q.maximum), q.ONE);
    // Main points below a bonus or a deduction stand in no section, so in no maximum either.
    case 'row':
      return recipe.stands === 'top' ? null : shareOf(recipe.of);
    case 'round':
      return recipe.decimals === null || recipe.bound !== null ? shareOf(recipe.of) : null;
    case 'cap':
    case 'rescale':
    case 'kept':
      return shareOf(recipe.of);
    // They may lift points that are few.
    case 'floor':
    case 'step':
    case 'balance':
      return null;
    case 'maximum':
    case 'constant':
      return q.ONE;
  }
}

const known = new WeakMap<ScoreRecipe, Reach>();

/** How high the points of any unit can go under these criteria and settings; found once for a recipe. */
export function reachOf(recipe: ScoreRecipe): Reach {
  let reach = known.get(recipe);
  if (reach === undefined) {
    const reader = new ReachReader();
    const [base, bonus] = [reader.highest(recipe.base), reader.highest(recipe.bonus)];
    const deduction = reader.highest(recipe.deduction);
    reader.parts = { base, bonus };
    reach = { base, bonus, deduction, total: reader.highest(recipe.total), rows: reader.rows };
    known.set(recipe, reach);
  }
  return reach;
}

/** What a part of a recipe comes to at most by itself. */
export function highestOf(recipe: Recipe): Rational | null {
  return new ReachReader().highest(recipe);
}
