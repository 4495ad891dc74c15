/**
 * How points become a total, as data: one small tree, made once from criteria and settings (`compile.ts`) and
 * read by five readers: the number (`exact.ts`), its explanation (`explain.ts`), how high it can go (`reach.ts`),
 * what a sheet may state instead (`stated.ts`), and the live formula (`score-formula.ts` of `src/workbook`).
 */
import type { Settings } from '../model/book';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { CriteriaTree, TreeNode } from './tree';

/** A limit of the settings that cuts (or lifts) a sum. */
export type LimitName = 'bonusCap' | 'deductionCap' | 'totalMin' | 'totalMax';

/** The points of a leaf; `na` those of one that does not apply, null where it is left out. */
export interface Leaf {
  readonly rule: 'leaf';
  readonly row: TreeNode;
  readonly na: Rational | null;
}

/** Points of several recipes together: of the children of a row, or of what stands at the top. */
export interface Together {
  readonly row: TreeNode | null;
  readonly rule: 'sum' | 'highest';
  readonly of: readonly Recipe[];
}

/** What stands in the row of a parent or of a section. */
export interface Row {
  readonly rule: 'row';
  readonly row: TreeNode;
  readonly of: Recipe;
  /** It is the row's own points; else only leaves below it count toward something else than the row. */
  readonly counts: boolean;
  readonly stands: 'section' | 'top' | 'below';
}

/** × `max` / `applicable`, where one of the leaves in `left` does not apply. */
export interface Rescale {
  readonly rule: 'rescale';
  readonly of: Recipe;
  /** A section by itself, or the whole base. */
  readonly over: TreeNode | 'whole';
  readonly left: readonly TreeNode[];
  readonly max: Recipe;
  readonly applicable: Recipe;
}

/** Half away from zero; `null`: not rounded. */
export interface Round {
  readonly rule: 'round';
  readonly of: Recipe;
  readonly to: 'criterion' | 'section' | 'total';
  readonly decimals: number | null;
  /** Rounding lifts no leaf above this. */
  readonly bound: Rational | null;
}

/** At most (`cap`) or at least (`floor`) `limit`. `by` is what says so; null: nobody is told of it. */
export interface Limit {
  readonly rule: 'cap' | 'floor';
  readonly of: Recipe;
  readonly limit: Rational;
  readonly by: TreeNode | LimitName | null;
}

export type Recipe =
  | Leaf
  | Together
  | Row
  | Rescale
  | Round
  | Limit
  /** What the way of a leaf makes of its rows in `Số liệu`. */
  | { readonly rule: 'data'; readonly row: TreeNode }
  /** The nearest multiple of `step`, halves away from zero. */
  | { readonly rule: 'step'; readonly of: Recipe; readonly step: Rational }
  /** Base + bonus − deduction: each is made by a recipe of its own. */
  | { readonly rule: 'balance' }
  /** The maximum of a leaf, 0 where it does not apply. */
  | { readonly rule: 'maximum'; readonly row: TreeNode }
  /** The maximum of a section, 0 where it was left out as a whole. */
  | { readonly rule: 'kept'; readonly row: TreeNode; readonly of: Recipe }
  | { readonly rule: 'constant'; readonly value: Rational };

/** What the sheet of scores says by itself: each row the rows below it, whatever they count toward. */
export interface SheetRecipe extends Readonly<Record<'base' | 'bonus' | 'deduction', Recipe | null>> {
  readonly rows: ReadonlyMap<TreeNode, Recipe>;
  readonly total: Round;
}

/** Everything that makes a unit's total of its leaves, with the limits by themselves. */
export interface ScoreRecipe extends Readonly<Record<LimitName, Rational | null>> {
  readonly tree: CriteriaTree;
  readonly settings: Settings;
  /** From what `Số liệu` gives a leaf to its points: step, decimals, bound. */
  readonly computed: ReadonlyMap<TreeNode, Recipe>;
  /** All main points, rescaled; of it the sum before. */
  readonly base: Rescale;
  /** After item, group and overall caps. */
  readonly bonus: Recipe;
  readonly deduction: Recipe;
  /** Of the balance: clamped, then rounded. */
  readonly total: Round;
  /** The row of each section, as the base adds it. */
  readonly sections: ReadonlyMap<TreeNode, Recipe>;
  /** Maximum of each section, and of all together. */
  readonly sectionMax: ReadonlyMap<TreeNode, Rational>;
  readonly wholeMax: Rational;
}

/** Whether every leaf of a maximum may be left out: then nothing may be divided by it. */
export function mayBeNothing(recipe: Recipe): boolean {
  if (recipe.rule === 'constant') return q.sign(recipe.value) === 0;
  return recipe.rule === 'maximum' || ('of' in recipe && [recipe.of].flat().every(mayBeNothing));
}
